"""Timeliness, apart from eligibility (section 6 of the specification)."""

from datetime import date

import pytest

from assistant.eligibility.timeliness import phase, state
from assistant.knowledge.rules import Track


@pytest.mark.parametrize(
    ("track", "as_of", "expected"),
    [
        ("china-org-chongqing", "2024-02-21", "open"),
        ("china-org-chongqing", "2024-02-22", "unknown"),  # closes at 18:00 of that day
        ("chongqing-mayor", "2024-02-23", "expired"),
        ("yangquan-org", "2021-11-24", "open"),
        ("yangquan-ind-expert", "2021-11-25", "unknown"),  # does "before the 25th" include it?
        ("yangquan-org", "2021-11-26", "expired"),
        ("baoji-org", "2024-12-31", "open"),
        ("baoji-org", "2025-01-01", "expired"),
        ("china-ind-gansu", "2023-04-06", "unknown"),  # a pre-notice without a closing date
        ("china-org-gansu", "2026-01-01", "expired"),
        ("lanzhou-org", "2026-11-20", "unknown"),  # a standing regulation: never expired
    ],
)
def test_state(track: str, as_of: str, expected: str, tracks: dict[str, Track]) -> None:
    assert state(tracks[track], date.fromisoformat(as_of)) == expected


def test_the_closing_day_is_announced_with_advice_to_be_a_day_early(tracks: dict[str, Track]) -> None:
    assert "提前一日" in phase(tracks["baoji-org"], date(2024, 12, 31)).notice


def test_the_standing_regulation_asks_to_check_the_current_notice(tracks: dict[str, Track]) -> None:
    assert "当届申报通知" in phase(tracks["lanzhou-org"], date(2026, 11, 20)).notice

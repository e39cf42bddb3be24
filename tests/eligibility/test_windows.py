"""Arithmetic of full years and windows; the arithmetic stands beside each date."""

from datetime import date

import pytest

from assistant.eligibility.windows import add_months, add_years, days_short, full_years, gap_is_short, window
from assistant.language.dates import PartialDate


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("since", "as_of", "reached"),
    [
        ("2018-03-10", "2023-03-10", True),  # 2018 + 5 = 2023, the same day: reached
        ("2018-03-10", "2023-03-09", False),  # one day short
        ("2016-02-29", "2021-02-28", True),  # 2021 has no 29 February: its last day counts
        ("2016-02-29", "2021-02-27", False),
        ("2018", "2024-01-01", True),  # even from 2018-12-31: reached on 2023-12-31
        ("2018", "2022-12-31", False),  # even from 2018-01-01 five years end 2023-01-01
        ("2018", "2023-06-01", None),  # from January yes, from December no
        ("2018-03", "2023-03-31", True),  # from 2018-03-31: reached on 2023-03-31
        ("2018-03", "2023-03-30", None),
        ("2018-03", "2023-02-28", False),
    ],
)
def test_five_full_years(since: str, as_of: str, reached: bool | None) -> None:
    assert full_years(day(since), 5, date.fromisoformat(as_of)) is reached


@pytest.mark.parametrize(
    ("event", "place"),
    [
        ("2019-02-21", "inside"),  # the day after the start 2019-02-20
        ("2019-02-20", "edge"),
        ("2019-02-19", "outside"),
        ("2019", "straddle"),
        ("2019-02", "straddle"),
        ("2020", "inside"),
        ("2018", "outside"),
        ("2024", "inside"),  # only days up to 2024-02-20 are possible
        ("2024-03", "outside"),  # wholly after the day of judgement
    ],
)
def test_five_years_back_from_2024_02_20(event: str, place: str) -> None:
    assert window(day(event), 5, date(2024, 2, 20)) == place


def test_a_window_back_from_a_leap_day_starts_on_28_february() -> None:
    assert window(day("2019-02-28"), 5, date(2024, 2, 29)) == "edge"


def test_days_short_counts_from_the_earliest_reading() -> None:
    assert days_short(day("2019-02-21"), 5, date(2024, 2, 20)) == 1
    assert days_short(day("2019-02-20"), 5, date(2024, 2, 20)) == 0


def test_corresponding_days_that_do_not_exist_fall_to_the_month_end() -> None:
    assert add_months(date(2021, 1, 31), 1) == date(2021, 2, 28)
    assert add_months(date(2021, 12, 31), 2) == date(2022, 2, 28)
    assert add_years(date(2024, 2, 29), -1) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("stopped", "resumed", "short"),
    [
        ("2021-03-01", "2021-06-01", True),  # exactly three months
        ("2021-03-01", "2021-06-02", False),
        ("2021-03", "2021-05", True),  # at most 2021-03-01 to 2021-05-31
        ("2021-03", "2021-06", None),
        ("2021-03", "2021-08", False),
    ],
)
def test_gap_of_three_months(stopped: str, resumed: str, short: bool | None) -> None:
    assert gap_is_short(day(stopped), day(resumed), 3) is short

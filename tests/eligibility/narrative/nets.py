"""What the tests of the nets ask: the verdict on a story, the facts left open, and by which net alone they are."""

from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative import reader
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track

AS_OF = date(2025, 6, 20)


def verdict_on(track: Track, told: str, as_of: date = AS_OF) -> str:
    """The verdict on a self-description by itself."""
    return check(track, parse_facts(read_narrative(told, as_of).values()), as_of).verdict


def left_open(told: str) -> set[str]:
    """The facts a self-description leaves open."""
    return {doubt.key for doubt in read_narrative(told, AS_OF).unsure}


def is_left_open_only_by(net: str, told: str, key: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a fact is left open, and no longer is once the net is taken out of the reader."""
    before = key in left_open(told)
    monkeypatch.setattr(reader, net, lambda *_, **__: None)
    return before and key not in left_open(told)

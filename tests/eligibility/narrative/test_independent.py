"""The self-descriptions of independent authors: labels true to the rules, no wrong decision, and facts mostly read."""

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track
from evaluations.selfdescriptions.keys import KeyTally
from evaluations.selfdescriptions.measure import CASES, load

# Verdicts right, facts read, read facts labelled; the wordings of the last set are freer than the reader can follow.
USUAL = (0.95, 0.9, 0.9)
FREER = {"wording": (0.85, 0.8, 0.9), "nar14": (0.92, 0.9, 0.9)}
SIZES = {
    "nar3": 60,
    "nar3b": 60,
    "nar8": 80,
    "nar10": 50,
    "nar12": 72,
    "nar10b": 50,
    "nar16": 50,
    "nar17": 50,
    "nar18": 60,
}
# A label no key can tell: an accident of the employer before the person came there (rules.md A-13).
UNTOLD = {"n2-073"}


def verdict(tracks: dict[str, Track], case: dict[str, Any], facts: dict[str, Any]) -> str:
    return check(tracks[case["track"]], parse_facts(facts), date.fromisoformat(case["as_of"])).verdict


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_labelled_facts_give_the_expected_verdict(file: Path, tracks: dict[str, Track]) -> None:
    cases = load(file)
    assert len(cases) >= SIZES.get(file.stem, 100)
    assert {case["id"] for case in cases if verdict(tracks, case, case["facts"]) != case["expected"]} <= UNTOLD


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_nothing_is_decided_wrongly_and_nearly_all_rightly(file: Path, tracks: dict[str, Track]) -> None:
    cases = load(file)
    judged = [(case["id"], case["expected"], verdict(tracks, case, dict(_values(case)))) for case in cases]
    assert [row for row in judged if row[2] not in (row[1], "undetermined")] == []
    assert sum(expected == found for _, expected, found in judged) / len(cases) >= FREER.get(file.stem, USUAL)[0]


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_nine_of_ten_labelled_facts_are_read_and_as_many_read_are_labelled(file: Path) -> None:
    tally = KeyTally()
    for case in load(file):
        tally.add(_values(case), case["facts"])
    recall, precision = list(tally.rows())[:2]
    _, read, labelled = FREER.get(file.stem, USUAL)
    assert recall.good / recall.total >= read
    assert precision.good / precision.total >= labelled


def _values(case: dict[str, Any]) -> dict[str, Any]:
    return dict(_read(case["narrative"], case["as_of"]))


@lru_cache(maxsize=4096)
def _read(narrative: str, as_of: str) -> tuple[tuple[str, Any], ...]:
    """Both tests look at each text, which is read once."""
    return tuple(read_narrative(narrative, date.fromisoformat(as_of)).values().items())

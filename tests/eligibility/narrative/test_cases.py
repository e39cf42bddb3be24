"""The labelled narratives: never a wrong decision, and verdicts right in at least four of five."""

from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track
from evaluations.narratives.measure import CASES, load


@pytest.fixture(scope="module")
def verdicts(tracks: dict[str, Track]) -> list[tuple[str, str, str]]:
    judged = []
    for case in load(CASES):
        as_of = date.fromisoformat(str(case["as_of"]))
        facts = parse_facts(read_narrative(case["narrative"], as_of).values())
        judged.append((case["id"], case["expected"], check(tracks[case["track"]], facts, as_of).verdict))
    return judged


def test_a_narrative_is_never_decided_wrongly(verdicts: list[tuple[str, str, str]]) -> None:
    assert [row for row in verdicts if row[2] not in (row[1], "undetermined")] == []


def test_at_least_four_of_five_verdicts_are_right(verdicts: list[tuple[str, str, str]]) -> None:
    right = sum(expected == verdict for _, expected, verdict in verdicts)
    assert len(verdicts) >= 200
    assert right / len(verdicts) >= 0.8


def test_every_track_has_narratives(tracks: dict[str, Track]) -> None:
    assert {case["track"] for case in load(CASES)} == set(tracks)

"""The golden cases, each a sentence; and the mutation run that shows they hold the rules in place."""

from collections import defaultdict

import pytest

from assistant.knowledge.rules import Track
from evaluations.eligibility.golden import GoldenCase, golden_cases
from evaluations.eligibility.mutation import run


@pytest.mark.parametrize("case", golden_cases(), ids=lambda case: case.name)
def test_golden(case: GoldenCase, tracks: dict[str, Track]) -> None:
    assert case.problems(tracks) == []


def test_every_deterministic_rule_is_seen_met_unmet_and_unknown(tracks: dict[str, Track]) -> None:
    seen = defaultdict(set)
    for case in golden_cases():
        seen[case.track, case.rule].add(case.then)
    for track in tracks.values():
        for rule in track.rules:
            if rule.kind == "deterministic" and not rule.neutral_when_unknown:
                assert {"met", "unmet", "unknown"} <= seen[track.id, rule.id], (track.id, rule.id)


def test_there_are_more_than_three_hundred_cases() -> None:
    assert len(golden_cases()) >= 300


def test_every_mutant_of_a_rule_fails_some_golden_case() -> None:
    report = run()
    assert report.total > 900
    assert report.survivors == ()

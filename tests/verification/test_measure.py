"""The guard keeps its catch rate and its patience on the cases of evaluations/lies."""

import pytest

from evaluations.lies.additions import MUTATORS
from evaluations.lies.cases import HALVES, load
from evaluations.lies.measure import mutated, passes


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
def test_rates(half: str) -> None:
    answers = load(half)
    faithful = [passes(answer)[0] for answer in answers if answer.kind == "faithful"]
    lies = [not passes(answer)[0] for answer in mutated(answers)]
    assert sum(faithful) / len(faithful) >= 0.95
    assert sum(lies) / len(lies) >= 0.995


def test_there_are_enough_ways_to_lie() -> None:
    assert len(MUTATORS) >= 25

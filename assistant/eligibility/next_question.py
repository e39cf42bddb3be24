"""The next question: the unknown fact that settles most rules and tracks, with its clause as the reason for asking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.documents.model import Citation
from assistant.eligibility.facts import FACTS, Facts, complete, vocabulary
from assistant.eligibility.result import RuleResult, TrackResult


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """What to ask. `settles` are the rules the answer would settle, `citation` the clause of the first of them."""

    fact: str
    question: str
    citation: Citation
    settles: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The contract's object."""
        return {
            "fact": self.fact,
            "question": self.question,
            "citation": self.citation.as_json(),
            "settles": list(self.settles),
        }


def next_question(results: Iterable[TrackResult], facts: Facts) -> NextQuestion | None:
    """The most useful question over these tracks; None where no answer could change anything.

    Tracks already ineligible ask nothing. A fact from which others follow (e.g. 第一次申报) stands for them all.
    """
    waiting = _waiting(results)
    if not waiting:
        return None
    known = complete(facts)
    candidates = {key: [(track, rule) for track, rule in waiting if key in rule.missing] for key in _asked(waiting)}
    for source, targets in _sources().items():
        if source not in known:
            candidates[source] = [(track, rule) for track, rule in waiting if {source, *targets} & set(rule.missing)]
    order = {key: place for place, key in enumerate(FACTS)}
    best = max(candidates, key=lambda key: (*_worth(key, candidates[key]), -order[key]))
    rules = {rule.id: rule for _, rule in candidates[best]}
    first = next(iter(rules.values()))
    return NextQuestion(best, FACTS[best].question, first.citation, tuple(rules))


def _waiting(results: Iterable[TrackResult]) -> list[tuple[str, RuleResult]]:
    open_results = [result for result in results if result.verdict == "undetermined"]
    return [(result.track, rule) for result in open_results for rule in result.rules if rule.missing]


def _asked(waiting: list[tuple[str, RuleResult]]) -> list[str]:
    return list(dict.fromkeys(key for _, rule in waiting for key in rule.missing))


def _worth(key: str, settled: list[tuple[str, RuleResult]]) -> tuple[int, int, bool]:
    """Pairs of track and rule settled, tracks touched, and whether the rules ask for this very fact."""
    direct = any(key in rule.missing for _, rule in settled)
    return len(settled), len({track for track, _ in settled}), direct


def _sources() -> Mapping[str, set[str]]:
    """For each fact others follow from: those others. Only where every answer or the usual one settles them."""
    found: dict[str, set[str]] = {}
    for derivation in vocabulary().derivations:
        if len(derivation.when) == 1 and derivation.when[0][1]:
            found.setdefault(derivation.when[0][0], set()).update(key for key, _ in derivation.sets)
    return found

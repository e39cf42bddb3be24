"""One condition, whatever its kind, to its Outcome; and Kleene conjunction and disjunction of conditions."""

from collections.abc import Callable
from datetime import date
from typing import Any

from assistant.eligibility.evaluation.durations import at_least_years, continuous_years
from assistant.eligibility.evaluation.events import no_event, not_barred
from assistant.eligibility.evaluation.single import at_least, cases, flag, one_of, registered_in
from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import MET, REVIEW, UNKNOWN, UNMET, Outcome
from assistant.knowledge.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastYears,
    Cases,
    Condition,
    ContinuousYears,
    Flag,
    NoEvent,
    NotBarred,
    OneOf,
    RegisteredIn,
)


def evaluate(condition: Condition, facts: Facts, as_of: date) -> Outcome:
    """The outcome of a condition on completed facts."""
    return _EVALUATORS[type(condition)](condition, facts, as_of)


def _all_of(condition: AllOf, facts: Facts, as_of: date) -> Outcome:
    return _join([evaluate(part, facts, as_of) for part in condition.parts], (UNMET, UNKNOWN, REVIEW, MET))


def _any_of(condition: AnyOf, facts: Facts, as_of: date) -> Outcome:
    parts = [evaluate(part, facts, as_of) for part in condition.parts]
    joined = _join(parts, (MET, UNKNOWN, REVIEW, UNMET))
    if condition.ask_first and joined.status == UNKNOWN:
        first = next(part for part in parts if part.status == UNKNOWN)
        return joined._replace(missing=first.missing)
    return joined


def _join(parts: list[Outcome], order: tuple[str, ...]) -> Outcome:
    """The strongest status of the parts by `order`, told by the parts that have it."""
    status = next(status for status in order if any(part.status == status for part in parts))
    telling = [part for part in parts if part.status == status]
    if status == UNKNOWN:
        telling = [part for part in parts if part.status != MET]
    return Outcome(
        status,
        "；".join(part.detail for part in telling if part.detail),
        tuple(dict.fromkeys(key for part in parts if part.status == status for key in part.missing)),
        next((part.ambiguity for part in telling if part.ambiguity), ""),
        tuple(notice for part in parts if part.status == MET for notice in part.notices),
    )


_EVALUATORS: dict[type, Callable[[Any, Facts, date], Outcome]] = {
    Flag: flag,
    OneOf: one_of,
    AtLeast: at_least,
    RegisteredIn: registered_in,
    AtLeastYears: at_least_years,
    ContinuousYears: continuous_years,
    NoEvent: no_event,
    NotBarred: not_barred,
    Cases: cases,
    AllOf: _all_of,
    AnyOf: _any_of,
}

"""The ways to meet a condition, as changes of facts; and the numbers of years a condition turns on."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from assistant.eligibility.facts import FactValue
from assistant.eligibility.windows import add_years
from assistant.knowledge.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    AtLeastYears,
    Case,
    Cases,
    Condition,
    ContinuousYears,
    Flag,
    NoEvent,
    NotBarred,
    OneOf,
    RegisteredIn,
)
from assistant.language.dates import PartialDate

Change = dict[str, FactValue | None]
"""Facts by the value they would need; None: the fact would have to be absent."""


def ideals(condition: Condition, as_of: date) -> Iterator[Change]:
    """Changes each of which tends to meet the condition; the caller tries them."""
    match condition:
        case Flag():
            yield {condition.fact: condition.wanted}
        case OneOf():
            for value in condition.values:
                yield {condition.fact: value}
        case AtLeast():
            yield {condition.fact: condition.value}
        case RegisteredIn():
            yield from _registered(condition)
        case AtLeastYears():
            yield from _years(condition, as_of)
        case ContinuousYears():
            clear: Change = {condition.continuous: True, condition.stopped: None, condition.resumed: None}
            yield from ({**clear, **change} for change in _years(condition.span, as_of))
            yield {condition.continuous: False, condition.resumed: _day(add_years(as_of, -condition.span.years))}
        case NoEvent():
            yield from _eventless(condition)
        case NotBarred():
            yield {condition.date: "none"}
        case Cases():
            yield from (change for case in condition.cases if case.then == "met" for change in _case(case))
            if condition.otherwise == "met":
                yield {}
                for key in _tested(condition):
                    yield {key: None}
        case AllOf():
            for parts in product(*(list(ideals(part, as_of)) or [{}] for part in condition.parts)):
                yield {key: value for part in parts for key, value in part.items()}
        case AnyOf():
            yield from (change for part in condition.parts for change in ideals(part, as_of))


def spans(condition: Condition) -> Iterator[int]:
    """The numbers of years the condition turns on."""
    match condition:
        case AtLeastYears() | NotBarred():
            yield condition.years
        case ContinuousYears():
            yield condition.span.years
        case NoEvent() if condition.years is not None:
            yield condition.years
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from spans(part)


def _registered(condition: RegisteredIn) -> Iterator[Change]:
    place: Change = {condition.province_fact: condition.province, condition.country_fact: None}
    yield {**place, condition.city_fact: condition.city} if condition.city else place


def _years(condition: AtLeastYears, as_of: date) -> Iterator[Change]:
    yield {condition.since: _day(add_years(as_of, -condition.years))}
    yield {condition.since: None, condition.stated: condition.years}
    if condition.if_known:
        yield {}


def _eventless(condition: NoEvent) -> Iterator[Change]:
    cover = {condition.free_years[0]: condition.years if condition.years is not None else condition.never}
    yield dict(cover)
    absent: Change = {key: None for key in (*condition.marks, condition.pending) if key}
    yield {**absent, **cover}
    for trait in condition.traits:
        if {True} == set(trait.counts):
            yield {trait.fact: False}
            yield {**cover, trait.fact: False}


def _tested(condition: Cases) -> list[str]:
    return [test.fact for case in condition.cases for group in case.when for test in group]


def _case(case: Case) -> Iterator[Change]:
    for group in case.when:
        if all(test.kind == "in" and isinstance(test.value, tuple) for test in group):
            yield {test.fact: test.value[0] for test in group if isinstance(test.value, tuple)}


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)

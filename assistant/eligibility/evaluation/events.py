"""Conditions on events that must not have happened: accidents, violations, complaints; and bars that run for years.

An event counts when all its traits do and it lies in the window. What is not known of an event is asked for; what is
said of the whole time ("没有发生过", free years) settles the rule only where no known event speaks against it.
"""

from datetime import date
from typing import NamedTuple

from assistant.eligibility.facts import Facts
from assistant.eligibility.outcome import MET, REVIEW, UNKNOWN, UNMET, Outcome, shown
from assistant.eligibility.windows import add_years, window
from assistant.knowledge.conditions import NoEvent, NotBarred, Trait
from assistant.language.dates import PartialDate

_YES, _NO = "yes", "no"


class _Nature(NamedTuple):
    """Whether what happened is of the kind that counts: yes, no, unknown or needs_review, with what is to be asked."""

    state: str
    missing: tuple[str, ...] = ()
    ambiguity: str = ""


def no_event(condition: NoEvent, facts: Facts, as_of: date) -> Outcome:
    """Unmet by an event that counts; met only by a self-declared cover of the whole window."""
    happened = any(facts.get(mark) not in (None, False) for mark in condition.marks)
    nature = _nature(condition, facts) if happened else _Nature(_NO)
    when = _when(condition, facts, as_of) if happened else ""
    if nature.state == _YES and when == "inside":
        return Outcome(UNMET, _story(condition, facts))
    if facts.get(condition.pending) is True:
        return Outcome(UNKNOWN, shown(condition.pending, True), (condition.free_years[0],))
    if nature.state == _NO:
        return _without_event(condition, facts)
    return _with_event(condition, facts, nature, when)


def _without_event(condition: NoEvent, facts: Facts) -> Outcome:
    if condition.cleared_by and facts.get(condition.cleared_by) is False:
        return Outcome(MET, shown(condition.cleared_by, False))
    return _cover(condition, facts)


def _with_event(condition: NoEvent, facts: Facts, nature: _Nature, when: str) -> Outcome:
    """The outcome where something happened that counts, may count, or lies outside the window."""
    story = _story(condition, facts)
    if when in {"straddle", "undated"} and nature.state == _YES and _dated_by_cover(condition, facts):
        when = "outside"
    if when == "outside":
        if condition.outside:
            return Outcome(REVIEW, f"{story}，在近{condition.years}年之外", ambiguity=condition.outside)
        return _cover(condition, facts)
    if when in {"straddle", "undated"}:
        missing = nature.missing or (condition.date,)
        return Outcome(UNKNOWN, f"{story}，是否在近{condition.years}年内不能确定", missing)
    if nature.state == UNKNOWN:
        return Outcome(UNKNOWN, f"{story}，性质未定", nature.missing)
    if when == "edge":
        return Outcome(REVIEW, f"{story}，恰在近{condition.years}年的起点日", ambiguity=condition.edge)
    return Outcome(REVIEW, story, ambiguity=nature.ambiguity)


def _nature(condition: NoEvent, facts: Facts) -> _Nature:
    found = [_trait(trait, facts) for trait in condition.traits]
    if any(nature.state == _NO for nature in found):
        return _Nature(_NO)
    # Only the first open trait is asked for: its answer may already show that the event does not count.
    strongest = (state for state in (UNKNOWN, REVIEW) for nature in found if nature.state == state)
    state = next(strongest, _YES)
    return next((nature for nature in found if nature.state == state), _Nature(_YES))


def _trait(trait: Trait, facts: Facts) -> _Nature:
    value = facts.get(trait.fact)
    if value is None:
        if trait.unknown == "ask":
            return _Nature(UNKNOWN, (trait.fact,))
        return _Nature(_YES) if trait.unknown == "counts" else _Nature(REVIEW, (), trait.unknown)
    for reviewed, ambiguity in trait.review:
        if value == reviewed:
            return _Nature(REVIEW, (), ambiguity)
    return _Nature(_YES if value in trait.counts else _NO)


def _when(condition: NoEvent, facts: Facts, as_of: date) -> str:
    if condition.years is None:
        return "inside"
    day = facts.get(condition.date)
    return window(day, condition.years, as_of) if isinstance(day, PartialDate) else "undated"


def _free(condition: NoEvent, facts: Facts) -> float | None:
    """The longest self-declared cover in years."""
    stated = [value for key in condition.free_years if isinstance(value := facts.get(key), (int, float))]
    return max(stated, default=None)


def _needed(condition: NoEvent) -> int:
    return condition.never if condition.years is None else condition.years


def _dated_by_cover(condition: NoEvent, facts: Facts) -> bool:
    """Does a declared cover place the event before the window? "Never" cannot: it denies the event itself."""
    free = _free(condition, facts)
    return free is not None and _needed(condition) <= free < condition.never


def _cover(condition: NoEvent, facts: Facts) -> Outcome:
    free, needed = _free(condition, facts), _needed(condition)
    asked = condition.free_years[0]
    if free is None:
        return Outcome(UNKNOWN, f"未说明有没有{condition.noun}", (asked,))
    if free >= needed:
        said = "从未发生" if free >= condition.never else f"近{free:g}年没有"
        return Outcome(MET, f"自述{said}{condition.noun}")
    wanted = "全部经历" if condition.years is None else f"近{condition.years}年"
    return Outcome(UNKNOWN, f"自述只覆盖近{free:g}年，未覆盖{wanted}", (asked,))


def _story(condition: NoEvent, facts: Facts) -> str:
    parts = [str(day)] if isinstance(day := facts.get(condition.date), PartialDate) else []
    for trait in condition.traits:
        value = facts.get(trait.fact)
        if value is not None:
            parts.append(shown(trait.fact, value))
    return "，".join(parts) or f"曾有{condition.noun}"


def not_barred(condition: NotBarred, facts: Facts, as_of: date) -> Outcome:
    """Met where it never happened or the bar has run out: as_of must be later than the corresponding day."""
    day = facts.get(condition.date)
    if day is None:
        return Outcome(UNKNOWN, f"未说明以前有没有{condition.noun}", (condition.date,))
    if not isinstance(day, PartialDate):
        return Outcome(MET, f"以前没有{condition.noun}")
    if add_years(day.last(), condition.years) < as_of:
        return Outcome(MET, f"{day} {condition.noun}，{condition.years}年期已过")
    if add_years(day.first(), condition.years) < as_of:
        detail = f"只知道 {day} {condition.noun}，{condition.years}年期是否已过取决于具体日期"
        return Outcome(UNKNOWN, detail, (condition.date,))
    return _barred(condition, day, as_of)


def _barred(condition: NotBarred, day: PartialDate, as_of: date) -> Outcome:
    detail = f"{day} {condition.noun}，至 {as_of} 未满{condition.years}年"
    for limit, ambiguity in condition.review_before:
        if day.last() < limit:
            return Outcome(REVIEW, f"{detail}，但发生在现行办法施行之前", ambiguity=ambiguity)
    if any(day.first() < limit for limit, _ in condition.review_before):
        return Outcome(UNKNOWN, f"{detail}，是否在现行办法施行之后取决于具体日期", (condition.date,))
    return Outcome(UNMET, detail)

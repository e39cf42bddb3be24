"""What-if: the smallest change of facts that makes a track eligible, and the day on which time alone does."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from assistant.eligibility.checker import ELIGIBLE, INELIGIBLE, check
from assistant.eligibility.facts import FACTS, Facts, FactValue, complete
from assistant.eligibility.ideals import Change, ideals, spans
from assistant.eligibility.outcome import UNKNOWN
from assistant.eligibility.result import RuleResult, TrackResult
from assistant.eligibility.windows import add_years
from assistant.knowledge.rules import Rule, Track
from assistant.language.dates import PartialDate

_LIMIT = 4096
"""Most combinations tried; beyond it only each rule's own smallest change is."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`changes` maps fact keys to the value they would need; None means the fact would have to be absent.

    `open` are the keys whose rules are only undecided: a known value (近三年没有) covers too little, more may be true.
    """

    changes: dict[str, FactValue | None]
    rules: tuple[str, ...]
    open: frozenset[str] = frozenset()


def smallest_change(track: Track, facts: Facts, as_of: date) -> WhatIf | None:
    """The fewest facts to change (or to supply) for the track to be eligible; None where no change was found.

    An empty change means it is eligible already. What cannot be changed in life (a past accident) is a change too:
    the page says what stands in the way, not that it should be otherwise.
    """
    result = check(track, facts, as_of)
    rules = {rule.id: rule for rule in track.rules}
    standing = [found for found in result.rules if found.kind == "deterministic" and _blocks(found, rules[found.id])]
    options = [_options(rules[found.id], track, facts, as_of) for found in standing]
    best: Change | None = None
    for combined in _combinations(options):
        smaller = best is None or len(combined) < len(best)
        if smaller and check(track, changed(facts, combined), as_of).verdict == ELIGIBLE:
            best = combined
    if best is None:
        return None
    waiting = {key for found in standing if found.status == UNKNOWN for key in found.missing}
    undecided = {key for key in waiting if best.get(key) is not None}
    stuck = {key for found in standing if found.status != UNKNOWN for key in rules[found.id].facts}
    return WhatIf(best, tuple(found.id for found in standing), frozenset(undecided - stuck))


def earliest_date(track: Track, facts: Facts, as_of: date) -> date | None:
    """The first day from `as_of` on which the applicant is eligible with nothing new happening; None where never.

    Stated numbers of years are taken to grow with time.
    """
    found = earliest(track, facts, as_of)
    return found[0] if found else None


def earliest(track: Track, facts: Facts, as_of: date, *, barred_only: bool = False) -> tuple[date, TrackResult] | None:
    """As `earliest_date`, with the result of that day; `barred_only` asks for the first day on which no known fact
    stands in the way, whatever is still unknown."""
    for day in sorted({as_of, *_turning_days(track, complete(facts), as_of)}):
        result = check(track, grown(facts, as_of, day), day)
        if result.verdict == ELIGIBLE or (barred_only and result.verdict != INELIGIBLE):
            return day, result
    return None


def changed(facts: Facts, change: Change) -> Facts:
    """The facts with the change made."""
    merged = {**facts, **change}
    return {key: value for key, value in merged.items() if value is not None}


def grown(facts: Facts, as_of: date, day: date) -> Facts:
    """The facts as they will stand on a later day if nothing happens: stated years have grown by the full years."""
    passed = day.year - as_of.year - (add_years(as_of, day.year - as_of.year) > day)
    return {key: _aged(key, value, passed) for key, value in facts.items()}


def _aged(key: str, value: FactValue, passed: int) -> FactValue:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and FACTS[key].grows:
        return value + passed
    return value


def _blocks(found: RuleResult, rule: Rule) -> bool:
    return found.status != "met" and not (rule.neutral_when_unknown and found.status == "unknown")


def _options(rule: Rule, track: Track, facts: Facts, as_of: date) -> list[Change]:
    """The changes that make one rule met, those of fewest facts first."""
    if rule.condition is None:
        return [{}]
    wanted = list(ideals(rule.condition, as_of))
    others = [other for key in rule.facts if key in facts for other in _others(key)]
    found = _working([*wanted, *others], rule, track, facts, as_of)
    if not found:
        # A review case stands in the way: replace one of the rule's other facts as well.
        found = _working([{**other, **ideal} for ideal in wanted for other in others], rule, track, facts, as_of)
    return sorted(found, key=len)


def _others(key: str) -> Iterator[Change]:
    for name, _ in FACTS[key].values:
        yield {key: name}
    yield {key: None}


def _working(wanted: list[Change], rule: Rule, track: Track, facts: Facts, as_of: date) -> list[Change]:
    found: list[Change] = []
    for ideal in wanted:
        change = {key: value for key, value in ideal.items() if facts.get(key) != value}
        if check(track, changed(facts, change), as_of).rule(rule.id).status == "met" and change not in found:
            found.append(change)
    return found


def _combinations(options: list[list[Change]]) -> Iterator[Change]:
    size = 1
    for choices in options:
        size *= len(choices)
    if size > _LIMIT:
        options = [choices[:1] for choices in options]
    for chosen in product(*options):
        yield {key: value for change in chosen for key, value in change.items()}


def _turning_days(track: Track, facts: Facts, as_of: date) -> Iterator[date]:
    """Every later day on which a date or a stated number of years can cross a threshold of the track."""
    years = {span for rule in track.rules if rule.condition for span in spans(rule.condition)}
    for key, value in facts.items():
        if isinstance(value, PartialDate):
            corresponding = (add_years(day, span) for day in (value.first(), value.last()) for span in years)
            yield from (day + timedelta(days=more) for day in corresponding for more in (0, 1) if day > as_of)
        elif isinstance(value, (int, float)) and key in FACTS and FACTS[key].grows:
            yield from (add_years(as_of, math.ceil(span - value)) for span in years if span > value)

"""Numbers of years said on one day, as they stand on the day of judgement.

“近三年没有事故” said on 2026-11-30 tells of the time since 2023-11-30, whenever it is judged; “注册满六年” said then
was less on an earlier day. Where the day said is not after the day of judgement, the numbers stay as they are: they are
told of the application.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.eligibility.facts import FACTS, Facts, FactValue
from assistant.eligibility.ideals import spans
from assistant.eligibility.windows import add_years
from assistant.knowledge.conditions import AllOf, AnyOf, AtLeast, Cases, Condition
from assistant.knowledge.rules import Track
from assistant.language.dates import PartialDate

Anchors = Mapping[str, date]
"""By fact: the day on which it was said."""

_NEVER = 99
# The events a notice looks back for, each with the fact that grades it.
_EVENTS = {
    "accident_date": "accident_level",
    "employer_accident_date": "employer_accident_level",
    "violation_date": "",
    "mass_incident_date": "mass_incident_level",
    "complaint_date": "complaint_level",
    "spot_check_issue_date": "",
}
_NUMBERS = frozenset({"at_least", "below", "under_years", "at_least_years"})


@dataclass(frozen=True, slots=True)
class Anchored:
    """The facts as of a day, and a sentence for every number of years that covers less of the time before it; `later`
    holds where an event lies after that day."""

    facts: Facts
    notices: tuple[str, ...] = ()
    later: bool = False


def facts_on(day: date, facts: Facts, anchors: Anchors, track: Track) -> Anchored:
    """The facts as they stood on `day` for the conditions of `track`; what the words leave open there is left out."""
    found: dict[str, FactValue] = dict(facts)
    notices, beyond = [], False
    for key, said in anchors.items():
        value = found.get(key)
        later = _later(key, value, day, facts) if _asked_for(key, track) else ""
        notices += [later] if later else []
        beyond = beyond or bool(later)
        if said <= day or not _counts_years(key, value):
            continue
        years = float(value)  # type: ignore[arg-type]  # a number, by _counts_years
        notices += [_notice(key, years, said)] if _asked_for(key, track) else []
        _put(found, key, _years_then(key, years, said, day, track))
    return Anchored(found, tuple(notices), beyond)


def _counts_years(key: str, value: FactValue | None) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and value < _NEVER
    return number and key in FACTS and FACTS[key].grows


def _asked_for(key: str, track: Track) -> bool:
    return any(key in rule.facts for rule in track.rules if rule.kind == "deterministic")


def _put(facts: dict[str, FactValue], key: str, value: int | None) -> None:
    if value is None:
        del facts[key]
    else:
        facts[key] = value


def _years_then(key: str, years: float, said: date, day: date, track: Track) -> int | None:
    """The whole years on `day`; None where they are none, or may lie on either side of a number the track asks for."""
    sure = _full(years, said, day)
    if _is_free(key):
        return sure or None
    possible = _full(years + 1, said, day, beyond=True) if years == int(years) else sure
    if any(sure < asked <= possible for asked in _asked_years(key, track)):
        return None
    return max(sure, 0)


def _is_free(key: str) -> bool:
    return key.endswith("_free_years")


def _full(years: float, said: date, day: date, *, beyond: bool = False) -> int:
    """The most full years before `day` that lie within `years` before `said` (`beyond`: less than that many)."""
    start = add_years(said, -int(years))
    full = 0
    while start < add_years(day, -full - 1) or (not beyond and start == add_years(day, -full - 1)):
        full += 1
    return full


def _notice(key: str, years: float, said: date) -> str:
    label = FACTS[key].label
    if not _is_free(key):
        return f"“{label}{years:g}年”是 {said} 的情况，到更早的申报日要少算。"
    since = add_years(said, -int(years))
    return f"“{label}{years:g}年”从 {said} 往前算，只说明 {since} 以后；申报日以前没有说到的年份按待补充。"


def _later(key: str, value: FactValue | None, day: date, facts: Facts) -> str:
    """A sentence on an event that lies after the day of judgement: it did not count there, and will later."""
    if key not in _EVENTS or not isinstance(value, PartialDate) or value.first() <= day:
        return ""
    level = _EVENTS[key]
    asked = f"；请一并说明{FACTS[level].label}" if level and level not in facts else ""
    return f"“{FACTS[key].label}{value}”晚于申报日，这次核对没有计入，申报以后各届时要计入{asked}。"


def _asked_years(key: str, track: Track) -> set[float]:
    """The numbers of years the track's conditions on a fact turn on."""
    conditions = [rule.condition for rule in track.rules if rule.condition and key in rule.facts]
    return {float(asked) for condition in conditions for asked in (*spans(condition), *_compared(condition))}


def _compared(condition: Condition) -> Iterator[float]:
    match condition:
        case AtLeast():
            yield condition.value
        case Cases():
            tests = [test for case in condition.cases for group in case.when for test in group]
            for test in tests:
                if test.kind in _NUMBERS and isinstance(test.value, (int, float)):
                    yield test.value
        case AllOf() | AnyOf():
            for part in condition.parts:
                yield from _compared(part)

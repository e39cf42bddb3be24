"""The `when` tests of cases: true only where they hold for certain on every reading of a partial date."""

from collections.abc import Callable
from datetime import date

from assistant.eligibility.facts import Facts, FactValue
from assistant.eligibility.windows import full_years
from assistant.knowledge.conditions import Test, When
from assistant.language.dates import PartialDate


def holds(when: When, facts: Facts, as_of: date) -> bool:
    """Does one group of tests hold for certain? An empty `when` always holds."""
    return not when or any(all(_holds(test, facts, as_of) for test in group) for group in when)


def _holds(test: Test, facts: Facts, as_of: date) -> bool:
    value = facts.get(test.fact)
    if test.kind == "in":
        return value is not None and value in test.value  # type: ignore[operator]
    if test.kind == "known":
        return (value is not None and value != "none") is test.value
    if value is None:
        return False
    return _COMPARISONS[test.kind](value, test.value, facts, as_of)


def _under_years(value: FactValue, years: object, facts: Facts, as_of: date) -> bool:
    return isinstance(value, PartialDate) and full_years(value, _whole(years), as_of) is False


def _at_least_years(value: FactValue, years: object, facts: Facts, as_of: date) -> bool:
    return isinstance(value, PartialDate) and full_years(value, _whole(years), as_of) is True


def _at_least(value: FactValue, least: object, facts: Facts, as_of: date) -> bool:
    return isinstance(value, (int, float)) and isinstance(least, (int, float)) and value >= least


def _below(value: FactValue, bound: object, facts: Facts, as_of: date) -> bool:
    return isinstance(value, (int, float)) and isinstance(bound, (int, float)) and value < bound


def _before(value: FactValue, day: object, facts: Facts, as_of: date) -> bool:
    return isinstance(value, PartialDate) and isinstance(day, date) and value.last() < day


def _earlier_than(value: FactValue, other: object, facts: Facts, as_of: date) -> bool:
    later = facts.get(str(other))
    return isinstance(value, PartialDate) and isinstance(later, PartialDate) and value.last() < later.first()


def _whole(years: object) -> int:
    return int(years) if isinstance(years, (int, float)) else 0


_COMPARISONS: dict[str, Callable[[FactValue, object, Facts, date], bool]] = {
    "under_years": _under_years,
    "at_least_years": _at_least_years,
    "at_least": _at_least,
    "below": _below,
    "before": _before,
    "earlier_than": _earlier_than,
}

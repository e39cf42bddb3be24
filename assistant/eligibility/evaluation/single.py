"""Conditions on single facts: flags, enumerations, counts, the place of registration, and decision cases."""

from datetime import date

from assistant.eligibility.facts import Facts, FactValue
from assistant.eligibility.outcome import MET, REVIEW, UNKNOWN, UNMET, Outcome, lacking, shown, unknown_of
from assistant.eligibility.predicates import holds
from assistant.knowledge.conditions import AtLeast, Case, Cases, Flag, OneOf, RegisteredIn

_MAINLAND = {"中国", "中华人民共和国"}


def flag(condition: Flag, facts: Facts, as_of: date) -> Outcome:
    """Met where the fact has the wanted truth value."""
    value = facts.get(condition.fact)
    if value is None:
        return _not_known(condition.fact)
    return Outcome(MET if value is condition.wanted else UNMET, shown(condition.fact, value))


def one_of(condition: OneOf, facts: Facts, as_of: date) -> Outcome:
    """Met where the fact has one of the values."""
    value = facts.get(condition.fact)
    if value is None:
        return _not_known(condition.fact)
    return Outcome(MET if value in condition.values else UNMET, shown(condition.fact, value))


def at_least(condition: AtLeast, facts: Facts, as_of: date) -> Outcome:
    """Met where the number reaches the value (the value itself included)."""
    value = facts.get(condition.fact)
    if not isinstance(value, (int, float)):
        return _not_known(condition.fact)
    return Outcome(MET if value >= condition.value else UNMET, shown(condition.fact, value))


def registered_in(condition: RegisteredIn, facts: Facts, as_of: date) -> Outcome:
    """By the city where one is named, else by the province; a foreign place of registration is never inside."""
    country = facts.get(condition.country_fact)
    if country is not None and country not in _MAINLAND:
        return Outcome(UNMET, shown(condition.country_fact, country))
    city, province = facts.get(condition.city_fact), facts.get(condition.province_fact)
    if condition.city:
        return _in_city(condition, city, province)
    if province is not None:
        return Outcome(MET if province == condition.province else UNMET, shown(condition.province_fact, province))
    if city is not None:
        return Outcome(MET if city in condition.cities else UNMET, shown(condition.city_fact, city))
    return _not_known(condition.province_fact)


def _in_city(condition: RegisteredIn, city: FactValue | None, province: FactValue | None) -> Outcome:
    if city is not None:
        return Outcome(MET if city == condition.city else UNMET, shown(condition.city_fact, city))
    if province is not None and province != condition.province:
        return Outcome(UNMET, shown(condition.province_fact, province))
    if province is not None and province == condition.city:
        return Outcome(MET, shown(condition.province_fact, province))
    return _not_known(condition.city_fact)


def cases(condition: Cases, facts: Facts, as_of: date) -> Outcome:
    """The first case that holds for certain; else `otherwise`, with the unknown facts of `ask` as missing."""
    for case in condition.cases:
        if holds(case.when, facts, as_of):
            missing = unknown_of(facts, condition.ask) if case.then == UNKNOWN else ()
            return Outcome(case.then, case.reason or _told(case, facts), missing, case.ambiguity)
    if condition.otherwise == UNKNOWN:
        return Outcome(UNKNOWN, "", unknown_of(facts, condition.ask))
    return Outcome(condition.otherwise)


def _told(case: Case, facts: Facts) -> str:
    for group in case.when:
        known = [shown(test.fact, facts[test.fact]) for test in group if test.fact in facts]
        if len(known) == len(group):
            return "、".join(known)
    return "需人工核实" if case.then == REVIEW else ""


def _not_known(key: str) -> Outcome:
    return Outcome(UNKNOWN, f"{lacking(key)}未知", (key,))

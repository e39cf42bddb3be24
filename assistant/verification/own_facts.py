"""What a sentence says of the applicant's own facts: only what the facts given say.

The patterns are in corpus/verification/own_facts.yaml: `flags` need a fact to have a value, `figures` and `named` a
fact to have the number or name the pattern's group caught. A fact that is not given carries no flag.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from assistant.eligibility.facts import FACTS
from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon, read_lists
from assistant.verification.model import Reason
from assistant.verification.plain import compiled, segments

_QUOTED = re.compile(r"“[^“”]*”")


def told_of_applicant(said: str, evidence: Evidence) -> bool:
    """Whether a sentence that cites a notice says what is so with the applicant, whose facts are judged apart."""
    if not (evidence.own and evidence.documents):
        return False
    if any_of(lexicon().list("applicant"), said):
        return True
    if re.search(r"的,|者,|时,|条文|条款|规定|须|无需|要求", said):
        return False
    told = [grams_of(line) for line in evidence.own.split("\n")]
    return any(len(grams_of(segment) & grams) >= 2 for segment in segments(said) for grams in told)


@lru_cache(maxsize=1)
def _rules() -> dict[str, Any]:
    return read_lists("own_facts.yaml")


def check_own_facts(said: str, facts: Mapping[str, object]) -> Iterator[Reason]:
    """Stretches of the flat text that state a flag, figure or name the facts do not have. No facts, no findings."""
    if not facts:
        return
    rules = _rules()
    for segment in segments(_QUOTED.sub("“”", said)):
        if any_of(tuple(rules["rule_words"]), segment):
            continue
        wrong = _flag(segment, facts) or _figure(segment, facts) or _name(segment, facts) or _merged(segment)
        if wrong:
            yield Reason("fact", f"句中“{wrong[:24]}”与申报主体的事实不符")
            return


def _flag(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["flags"]:
        found = compiled(rule["says"]).search(segment)
        if found and str(facts.get(rule["fact"])).lower() != rule["value"].lower():
            return found.group()
    return ""


def _figure(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["figures"]:
        found = compiled(rule["says"]).search(segment)
        given = facts.get(rule["fact"])
        if found and isinstance(given, int | float) and float(found[1]) != float(given):
            return found.group()
    return ""


def _name(segment: str, facts: Mapping[str, object]) -> str:
    for rule in _rules()["named"]:
        found = compiled(rule["says"]).search(segment)
        told = "".join(_told(key, facts[key]) for key in {rule["fact"], rule["other"]} if key in facts)
        if found and told and _rules()["values"].get(found[1], found[1]) not in told:
            return found.group()
    return ""


def _told(key: str, value: object) -> str:
    return FACTS[key].tell(value) if key in FACTS and not isinstance(value, list | dict) else str(value)


def _merged(segment: str) -> str:
    return next((found.group() for rule in _rules()["same"] if (found := compiled(rule).search(segment))), "")

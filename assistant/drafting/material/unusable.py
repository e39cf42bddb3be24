"""Facts that are written and cannot stand: a founding day still to come, a number that is none, a type given up."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.contact_words import PHONE
from assistant.drafting.material.model import Fact, Span
from assistant.drafting.material.scan import Scan
from assistant.language.dates import find_dates

# What is said behind a type that it was changed into something else (个体工商户转企, 有限责任公司改制为…).
TURNED = re.compile(r"(?:转(?!让|移|产|包)|升(?:级|格)|改(?:制|组)|变更)(?:[登记注册型制变]{0,3})(?:为|成|企|$)")
_NUMBER_TOLD = re.compile(
    r"(?:(?:联系电话|电话|手机|联系方式|座机)(?:号码?)?[ ]*[：|｜\t]|(?:电话|手机号|座机)(?:号码?)?)[ ]*"
    r"(?P<n>[0-9][0-9\- （）()]{0,16})(?=[，。；、\n|｜\t]|$)"
)
_FEWEST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Unusable:
    """A fact the material writes and that is not put down: the flag that asks for it, why (a key of
    `corpus/drafting/flags.yaml`) and where."""

    code: str
    why: str
    span: Span


def unusable(scans: tuple[Scan, ...], facts: dict[str, Fact], as_of: date) -> tuple[dict[str, Fact], list[Unusable]]:
    """The facts that can stand, and what was written and cannot."""
    kept, found = dict(facts), []
    if "founded" in kept and still_to_come(str(kept["founded"].value), as_of):
        found.append(Unusable("MISSING_FOUNDED", "founded_to_come", kept.pop("founded").span))
    if "economic_type" in kept and turned(str(kept["economic_type"].value)):
        found.append(Unusable("MISSING_ECONOMIC_TYPE", "type_given_up", kept.pop("economic_type").span))
    elif "economic_type" not in kept:
        found += [Unusable("MISSING_ECONOMIC_TYPE", "type_given_up", span) for span in _given_up(scans)][:1]
    if "contact_phone" not in kept:
        found += [Unusable("MISSING_CONTACT_PHONE", "no_number", span) for span in _no_numbers(scans)][:1]
    return kept, found


def still_to_come(text: str, as_of: date) -> bool:
    """Whether a founding date lies behind the day of the application."""
    dates = find_dates(text)
    return bool(dates) and dates[0].value.first() > as_of


def turned(text: str) -> bool:
    """Whether a type is one given up, with no other behind it (个体工商户转企; not 个体工商户转为有限责任公司)."""
    types = load_lexicon("facts").patterns["economic_type"]
    match = types.search(text)
    change = TURNED.match(text, match.end()) if match else None
    return change is not None and types.search(text, change.end()) is None


def _given_up(scans: tuple[Scan, ...]) -> list[Span]:
    types = load_lexicon("facts").patterns["economic_type"]
    found = []
    for scan in scans:
        for match in types.finditer(scan.text):
            change = TURNED.match(scan.text, match.end())
            if change is not None and not scan.sealed(*match.span()):
                found.append(scan.source.span(match.start(), change.end()))
    return found


def _no_numbers(scans: tuple[Scan, ...]) -> list[Span]:
    """Where a telephone is given by digits that are too few to be one (023-1)."""
    found = []
    for scan in scans:
        for match in _NUMBER_TOLD.finditer(scan.text):
            digits = re.sub(r"[^0-9]", "", match["n"])
            if len(digits) < _FEWEST_DIGITS and not PHONE.search(match["n"]) and not scan.sealed(*match.span()):
                found.append(scan.source.span(*match.span("n")))
    return found

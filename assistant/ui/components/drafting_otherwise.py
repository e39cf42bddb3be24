"""Where a fact typed by hand and the material's own words do not agree. Pure."""

import re
import unicodedata
from collections.abc import Mapping

from assistant.drafting.fact_labels import LABELS
from assistant.drafting.flags import messages
from assistant.drafting.material.model import Fact, Flag, Material
from assistant.language.dates import find_dates

CODE = "CONFLICT_BY_HAND"
_FIGURE = re.compile(r"[0-9]+")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
# The fewest digits that name a telephone: a number of fewer is no shorter wording of another.
_PHONE_DIGITS = 7
# What turns the words it stands before or behind into another thing: 非国有企业, 副主任, 总经理助理.
_BEFORE = "(?<![非不未无副原前准])(?<!股份)"
_BEHIND = "(?!助理|秘书)"


def otherwise(material: Material, key: str, typed: str) -> tuple[Fact, ...]:
    """What the material as read says of a fact, where that is not what was typed; empty where it is silent or agrees.

    A fuller or shorter wording of the same (2008年 for 2008年6月, 平定县 for 阳泉市平定县) agrees.
    """
    if not typed:
        return ()
    read = material.facts.get(key)
    conflict = next((one for one in material.conflicts if one.key == key), None)
    readings = (read,) if read else conflict.readings if conflict else ()
    return () if any(_agree(key, typed, str(one.value)) for one in readings) else readings


def against_source(material: Material, facts: Mapping[str, str], kept: Mapping[str, str]) -> tuple[Flag, ...]:
    """One flag for all typed facts the material contradicts, but for those a person has confirmed as typed."""
    found = {key: otherwise(material, key, typed) for key, typed in facts.items() if kept.get(key) != typed}
    told = [f"{LABELS[key]}填的是“{facts[key]}”，材料写的是{said(read)}" for key, read in found.items() if read]
    spans = tuple(one.span for read in found.values() for one in read)
    return (Flag(CODE, f"{messages()[CODE]}{'；'.join(told)}。", spans),) if told else ()


def said(readings: tuple[Fact, ...]) -> str:
    """The values of readings as words: “346”、“364”."""
    return "、".join(f"“{one.value}”" for one in readings)


def _agree(key: str, typed: str, read: str) -> bool:
    one, other = _bare(typed), _bare(read)
    if key == "founded" and find_dates(one) and find_dates(other):
        return _days_agree(one, other)
    if key == "contact_phone":
        return _within("".join(_FIGURE.findall(one)), "".join(_FIGURE.findall(other)), least=_PHONE_DIGITS)
    if key == "employees":
        return other in _FIGURE.findall(_THOUSANDS.sub("", one))
    return any(re.search(f"{_BEFORE}{re.escape(less)}{_BEHIND}", more) for less, more in ((one, other), (other, one)))


def _days_agree(one: str, other: str) -> bool:
    """Whether one of two dates lies within the other: 2010年10月8日 in 2010年10月, never in 2010年8月."""
    mine, theirs = (find_dates(text)[0].value for text in (one, other))
    inner, outer = sorted((mine, theirs), key=lambda day: day.last() - day.first())
    return outer.first() <= inner.first() and inner.last() <= outer.last()


def _within(one: str, other: str, *, least: int) -> bool:
    return one == other or (min(len(one), len(other)) >= least and (one in other or other in one))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))

"""Where a fact typed by hand and the material's own words do not agree. Pure."""

import re
import unicodedata
from collections.abc import Mapping

from assistant.drafting.fact_labels import LABELS
from assistant.drafting.flags import messages
from assistant.drafting.material.model import Fact, Flag, Material

CODE = "CONFLICT_BY_HAND"
_FIGURE = re.compile(r"[0-9]+")


def otherwise(material: Material, key: str, typed: str) -> tuple[Fact, ...]:
    """What the material as read says of a fact, where that is not what was typed; empty where it is silent or agrees.

    A fuller or shorter wording of the same (2008年 for 2008年6月, 平定县 for 阳泉市平定县) agrees.
    """
    if not typed:
        return ()
    read = material.facts.get(key)
    conflict = next((one for one in material.conflicts if one.key == key), None)
    readings = (read,) if read else conflict.readings if conflict else ()
    return () if any(_agree(typed, str(one.value)) for one in readings) else readings


def against_source(material: Material, facts: Mapping[str, str], kept: Mapping[str, str]) -> tuple[Flag, ...]:
    """One flag for all typed facts the material contradicts, but for those a person has confirmed as typed."""
    found = {key: otherwise(material, key, typed) for key, typed in facts.items() if kept.get(key) != typed}
    told = [f"{LABELS[key]}填的是“{facts[key]}”，材料写的是{said(read)}" for key, read in found.items() if read]
    spans = tuple(one.span for read in found.values() for one in read)
    return (Flag(CODE, f"{messages()[CODE]}{'；'.join(told)}。", spans),) if told else ()


def said(readings: tuple[Fact, ...]) -> str:
    """The values of readings as words: “346”、“364”."""
    return "、".join(f"“{one.value}”" for one in readings)


def _agree(typed: str, read: str) -> bool:
    one, other = _bare(typed), _bare(read)
    mine, theirs = set(_FIGURE.findall(one)), set(_FIGURE.findall(other))
    if mine and theirs:
        return mine <= theirs or theirs <= mine
    return one in other or other in one


def _bare(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))

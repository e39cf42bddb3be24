"""Aspects of awards that are set side by side, with the fact-sheet entry that tells of each (aspects.yaml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from assistant.errors import NotFoundError
from assistant.knowledge.awards import Award
from assistant.knowledge.entries import Entry, Number
from assistant.knowledge.source import Node, load_yaml

_KEYS = frozenset(
    {"name", "asked", "say", "entries", "values", "date", "most", "least", "overall", "findings"}
    | {"ranked", "greater", "lesser", "nearest"}
)
_BEFORE = r"(不少于|不低于|至少|不超过|不得超过|不多于)(?:\d+\S{0,2}[和、])?"
_BEHIND = r"(以上|以下|以内)?"


@dataclass(frozen=True, slots=True)
class Value:
    """A number that is ranked, its unit, how it reads with its bound (不少于5个工作日), and the entry that gives it."""

    amount: Decimal
    unit: str
    reading: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """What the notices side by side show besides a number, for a question worded as `asked`: `told` of `awards`, or
    `other` where it asks about none of these."""

    asked: re.Pattern[str]
    told: str
    awards: tuple[str, ...]
    other: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The words by which an aspect is ranked: what is ranked, and the adjectives of either end; `nearest` to today."""

    ranked: re.Pattern[str]
    greater: str
    lesser: str
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class Aspect:
    """`entries` and `values` by award; `most` and `least` word the ends of the scale; `date` ranks by the deadline;
    `scale` is None where nothing is ranked; `overall`: a row of a comparison as a whole."""

    name: str
    asked: re.Pattern[str]
    say: str
    entries: Mapping[str, Entry]
    values: Mapping[str, Value]
    most: str = ""
    least: str = ""
    date: bool = False
    scale: Scale | None = None
    overall: bool = False
    findings: tuple[Finding, ...] = ()


def load_aspects(corpus: Path, awards: Mapping[str, Award]) -> tuple[Aspect, ...]:
    """The aspects in the file's order. KnowledgeError names file, line and remedy of what is wrong."""
    root = load_yaml(corpus / "answering" / "aspects.yaml")
    return tuple(_aspect(Node(root.file, row, (place,)), awards) for place, row in enumerate(_rows(root)))


def _rows(root: Node) -> list[object]:
    if not isinstance(root.value, list):
        raise root.fail("这里应当是列表", "改成“- name: …”的形式")
    return root.value


def _aspect(node: Node, awards: Mapping[str, Award]) -> Aspect:
    node.only(_KEYS)
    told = node.child("entries")
    entries = {award: _entry(told, award, slug, awards) for award, slug in _held(told, awards)}
    ranked = node.child("values") if node.has("values") else None
    labels = _held(ranked, awards) if ranked else []
    values = {award: _value(ranked, award, label, entries, awards) for award, label in labels if ranked}
    return Aspect(
        name=node.text("name"),
        asked=_pattern(node, "asked"),
        say=node.text("say"),
        entries=entries,
        values=values,
        most=node.text("most", ""),
        least=node.text("least", ""),
        date=node.flag("date"),
        scale=_scale(node) if node.has("ranked") else None,
        overall=node.flag("overall"),
        findings=tuple(_finding(child) for child in node.children("findings")),
    )


def _held(node: Node, awards: Mapping[str, Award]) -> list[tuple[str, str]]:
    """What is written of the awards held; an award taken out of the corpus takes its entries with it."""
    return [(award, str(told)) for award, told in node.mapping().items() if award in awards]


def _entry(node: Node, award: str, slug: str, awards: Mapping[str, Award]) -> Entry:
    try:
        return awards[award].entry(f"{award}/{slug}")
    except (KeyError, NotFoundError) as error:
        raise node.fail(f"没有条目“{award}/{slug}”", "写该奖项 award.yaml 里有的条目编号", award) from error


def _value(node: Node, award: str, label: str, entries: Mapping[str, Entry], awards: Mapping[str, Award]) -> Value:
    slug, _, name = label.rpartition("/")
    entry = _entry(node, award, slug, awards) if slug else entries.get(award)
    found = next((one for one in entry.numbers if one.label == name), None) if entry else None
    if entry is None or found is None:
        raise node.fail(f"条目里没有数字“{label}”", "写该条目 numbers 里有的 label", award)
    try:
        return Value(Decimal(found.value), found.unit, _reading(entry, found), entry)
    except InvalidOperation as error:
        raise node.fail(f"“{found.value}”不是数", "只列数值", award) from error


def _reading(entry: Entry, number: Number) -> str:
    """The number with its unit and the bound it is written with: 不超过3个, 5年以上."""
    plain = f"{number.value}{number.unit}"
    for text in (entry.answer, *(citation.quote for citation in entry.citations)):
        found = re.search(f"(?:{_BEFORE})?(?<!\\d){re.escape(plain)}{_BEHIND}", text)
        if found and (found[1] or found[2]):
            return f"{found[1] or ''}{plain}{found[2] or ''}"
    return plain


def _scale(node: Node) -> Scale:
    greater, lesser = _pattern(node, "greater").pattern, _pattern(node, "lesser").pattern
    return Scale(_pattern(node, "ranked"), greater, lesser, node.text("nearest", ""))


def _finding(node: Node) -> Finding:
    node.only({"asked", "told", "awards", "other"})
    return Finding(_pattern(node, "asked"), node.text("told"), node.texts("awards", at_least=1), node.text("other"))


def _pattern(node: Node, key: str) -> re.Pattern[str]:
    try:
        return re.compile(node.text(key))
    except re.error as error:
        raise node.fail(f"{key} 不是正则表达式（{error}）", "改正该表达式", key) from error

"""Aspects of awards that are set side by side, with the fact-sheet entry that tells of each (aspects.yaml)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from assistant.errors import NotFoundError
from assistant.knowledge.awards import Award
from assistant.knowledge.entries import Entry
from assistant.knowledge.source import Node, load_yaml

_KEYS = frozenset(
    {"name", "asked", "say", "entries", "values", "date", "most", "least", "strict", "overall", "findings"}
)


@dataclass(frozen=True, slots=True)
class Value:
    """A number that is ranked, how it reads (3年), and the entry that gives it."""

    amount: Decimal
    reading: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """What the notices side by side show besides a number, for a question worded as `asked`."""

    asked: re.Pattern[str]
    told: str
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """`entries` and `values` by award; `most` and `least` word the ends of the scale; `date` ranks by the deadline;
    `strict_most`: the greater number asks more;
    `overall`: a row of a comparison as a whole."""

    name: str
    asked: re.Pattern[str]
    say: str
    entries: Mapping[str, Entry]
    values: Mapping[str, Value]
    most: str = ""
    least: str = ""
    date: bool = False
    strict_most: bool = False
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
        strict_most=node.text("strict", "") == "most",
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
        return Value(Decimal(found.value), f"{found.value}{found.unit}", entry)
    except InvalidOperation as error:
        raise node.fail(f"“{found.value}”不是数", "只列数值", award) from error


def _finding(node: Node) -> Finding:
    node.only({"asked", "told", "awards"})
    return Finding(_pattern(node, "asked"), node.text("told"), node.texts("awards", at_least=1))


def _pattern(node: Node, key: str) -> re.Pattern[str]:
    try:
        return re.compile(node.text(key))
    except re.error as error:
        raise node.fail(f"{key} 不是正则表达式（{error}）", "改正该表达式", key) from error

"""Summary forms and county quotas of the notices as typed data, every wording with its clause."""

from dataclasses import dataclass
from pathlib import Path

from assistant.documents.model import Citation
from assistant.errors import NotFoundError
from assistant.knowledge.dimensions import Locate
from assistant.knowledge.source import Node, corpus_files, load_yaml

COLUMN_FIELDS = ("number", "name", "place", "profile", "characterisation", "honours", "contact", "intent")
HEADING_FIELDS = ("department", "contact", "phone")
_KEYS = frozenset({"id", "document", "awards", "label", "title", "heading", "columns", "note", "quotas"})


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `characters` by the one counting rule; `strict` is False where the notice says 原则上."""

    characters: int
    strict: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head verbatim, the row value it holds, its printed share of the width, its limit if any."""

    field: str
    head: str
    share: int
    citation: Citation
    limit: Limit | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One blank of the line above the table (`填报部门：`) and the heading value it takes."""

    field: str
    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Form:
    """The summary form of a notice. `citations` are all its wordings with their clauses."""

    id: str
    document: str
    awards: tuple[str, ...]
    label: str
    title: str
    heading: tuple[Label, ...]
    columns: tuple[Column, ...]
    note: str
    citations: tuple[Citation, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the columns, left to right."""
        return tuple(column.head for column in self.columns)


@dataclass(frozen=True, slots=True)
class Quota:
    """How many organisations and individuals a county of `city` may put forward, in principle."""

    award: str
    city: str
    organisation: int
    individual: int
    citation: Citation


def load_form(corpus: Path, award: str = "", locate: Locate | None = None) -> Form:
    """The summary form that serves `award` (the first there is where none is named).

    `locate` (as `Library.locate`) checks every quote.

    KnowledgeError names file, line and remedy of the first thing that is wrong; NotFoundError where no form serves
    the award.
    """
    forms = [form for top in _files(corpus) if top.has("columns") for form in [_form(top, locate)]]
    for form in forms:
        if not award or award in form.awards:
            return form
    known = "、".join(name for form in forms for name in form.awards)
    raise NotFoundError(f"奖项“{award}”的通知没有规定汇总表。有汇总表的奖项：{known}。")


def load_quotas(corpus: Path, locate: Locate | None = None) -> tuple[Quota, ...]:
    """All quotas a notice sets for the counties of a city; errors as `load_form`."""
    return tuple(
        _quota(top, node, award, locate)
        for top in _files(corpus)
        for node in top.children("quotas")
        for award in top.texts("awards", at_least=1)
    )


def _files(corpus: Path) -> list[Node]:
    tops = [load_yaml(path) for path in corpus_files(corpus, "awards/*/form.yaml")]
    for top in tops:
        top.only(_KEYS)
    return tops


def _form(top: Node, locate: Locate | None) -> Form:
    document = top.text("document")
    label, title, note = (_cite(top.child(key), document, locate) for key in ("label", "title", "note"))
    heading = tuple(_label(node, document, locate) for node in top.children("heading"))
    columns = tuple(_column(node, document, locate) for node in top.children("columns"))
    _complete(top, "heading", [one.field for one in heading], HEADING_FIELDS)
    _complete(top, "columns", [one.field for one in columns], COLUMN_FIELDS)
    cited = [column.citation for column in columns]
    cited += [column.limit.citation for column in columns if column.limit]
    return Form(
        id=top.text("id"),
        document=document,
        awards=top.texts("awards", at_least=1),
        label=label.quote,
        title=title.quote,
        heading=heading,
        columns=columns,
        note=note.quote,
        citations=(label, title, *(one.citation for one in heading), *cited, note),
    )


def _complete(top: Node, key: str, found: list[str], wanted: tuple[str, ...]) -> None:
    if sorted(found) != sorted(wanted):
        raise top.fail(f"“{key}”应当恰好含有这些 field：{'、'.join(wanted)}", "补上缺少的，删去多余的", key)


def _label(node: Node, document: str, locate: Locate | None) -> Label:
    node.only({"field", "quote", "clause"})
    citation = _cite(node, document, locate)
    return Label(node.choice("field", HEADING_FIELDS), citation.quote, citation)


def _column(node: Node, document: str, locate: Locate | None) -> Column:
    node.only({"field", "share", "quote", "clause", "limit"})
    citation = _cite(node, document, locate)
    limit = _limit(node.child("limit"), document, locate) if node.has("limit") else None
    field = node.choice("field", COLUMN_FIELDS)
    return Column(field, citation.quote, _count(node, "share"), citation, limit)


def _limit(node: Node, document: str, locate: Locate | None) -> Limit:
    node.only({"characters", "strict", "quote", "clause"})
    return Limit(_count(node, "characters"), node.flag("strict"), _cite(node, document, locate))


def _quota(top: Node, node: Node, award: str, locate: Locate | None) -> Quota:
    node.only({"city", "organisation", "individual", "quote", "clause"})
    citation = _cite(node, top.text("document"), locate)
    return Quota(award, node.text("city"), _count(node, "organisation"), _count(node, "individual"), citation)


def _count(node: Node, key: str) -> int:
    value = node.child(key).value
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise node.fail(f"“{key}”应当是大于 0 的整数", "改成整数", key)
    return value


def _cite(node: Node, document: str, locate: Locate | None) -> Citation:
    quote, clause = node.text("quote"), node.text("clause")
    if locate is not None:
        _check(node, document, quote, locate)
    return Citation(document, clause, quote)


def _check(node: Node, document: str, quote: str, locate: Locate) -> None:
    """The library finds a quote whatever its white space; a form must print the very wording."""
    problem, remedy = f"引文不在 {document} 的任何一条里", "逐字照抄同一条内的文字"
    try:
        found = locate(document, quote)
    except NotFoundError as error:
        raise node.fail(problem, remedy, "quote") from error
    if found.quote != quote:
        raise node.fail(problem, remedy, "quote")

"""A comparison as a table: one row an award, what its notice says or that it does not say it."""

from collections.abc import Mapping, Sequence

from assistant.answering.composer import References, sentence_of
from assistant.answering.ground import Grounding

Row = tuple[str, tuple[Grounding, ...]]


def merged(rows: Sequence[Row]) -> list[Row]:
    """Rows that lead with the same clauses of one notice as one under both names, where the fact sheet words one of
    them or both alike: its wording is kept."""
    kept: list[Row] = []
    for name, groundings in rows:
        same = next((place for place, row in enumerate(kept) if _alike(row[1], groundings)), None)
        if same is None:
            kept.append((name, groundings))
        else:
            before, first = kept[same]
            kept[same] = (f"{before}、{name}", first if _worded(first) >= _worded(groundings) else groundings)
    return kept


def _leads(groundings: Sequence[Grounding]) -> list[frozenset[tuple[str, str]]]:
    return [
        frozenset((c.document, c.clause) for c in one.lead.citations[:1]) if one.lead else frozenset()
        for one in groundings
    ]


def _alike(one: Sequence[Grounding], other: Sequence[Grounding]) -> bool:
    if not all(_leads(one)) or _leads(one) != _leads(other):
        return False
    return _worded(one) != _worded(other) or _answers(one) == _answers(other)


def _answers(groundings: Sequence[Grounding]) -> list[str]:
    return [one.lead.entry.answer if one.lead and one.lead.entry else "" for one in groundings]


def _worded(groundings: Sequence[Grounding]) -> int:
    return sum(bool(one.lead and one.lead.entry) for one in groundings)


def table(rows: Sequence[tuple[str, Sequence[Grounding]]], references: References, messages: Mapping[str, str]) -> str:
    """A comparison: which awards' notices say it where not all do, then one row per award with its direct sentences,
    the other clauses found marked behind them."""
    silence = messages["not_in_documents"]
    lines = ["| 奖项 | 文件怎么说 |", "| --- | --- |"]
    for name, groundings in rows:
        leads = [lead for grounding in groundings for lead in (grounding.lead, *grounding.after)]
        said = "".join(dict.fromkeys(sentence_of(lead, references) if lead else silence for lead in leads))
        beside = [c for grounding in groundings for support in grounding.supports for c in support.citations]
        marks = dict.fromkeys(references.mark(citation) for citation in beside)
        further = "".join(mark for mark in marks if mark not in said)
        lines.append(f"| {name} | {said.replace('|', '｜')}{further} |")
    return "\n\n".join((*_divided(rows, messages), "\n".join(lines)))


def _divided(rows: Sequence[tuple[str, Sequence[Grounding]]], messages: Mapping[str, str]) -> list[str]:
    said = [name for name, groundings in rows if any(grounding.outcome == "said" for grounding in groundings)]
    unsaid = [name for name, _ in rows if name not in said]
    if not said or not unsaid:
        return []
    return [messages["divided"].format(said="、".join(said), unsaid="、".join(unsaid))]

"""A comparison as a table: one row an award, what its notice says or that it does not say it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from assistant.answering.composer import References, sentence_of, unsaid
from assistant.answering.evidence import Support
from assistant.answering.ground import Grounding

Row = tuple[str, tuple[Grounding, ...]]
Verdict = Callable[[Support], str]


def merged(rows: Sequence[Row]) -> list[Row]:
    """Rows that lead with the same clauses of one notice as one under both names, where the fact sheet words one of
    them or both alike: its wording is kept. So are rows of notices that say nothing at all."""
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
    if all(grounding.lead is None for grounding in (*one, *other)):
        return [grounding.untold for grounding in one] == [grounding.untold for grounding in other]
    if not all(_leads(one)) or _leads(one) != _leads(other):
        return False
    return _worded(one) != _worded(other) or _answers(one) == _answers(other)


def _answers(groundings: Sequence[Grounding]) -> list[str]:
    return [one.lead.entry.answer if one.lead and one.lead.entry else "" for one in groundings]


def _worded(groundings: Sequence[Grounding]) -> int:
    return sum(bool(one.lead and one.lead.entry) for one in groundings)


def table(
    rows: Sequence[Row],
    references: References,
    messages: Mapping[str, str],
    heads: Sequence[str] = (),
    verdict: Verdict = lambda lead: "",
) -> str:
    """A comparison: which awards' notices say it where not all do, then one row per award. `heads` name the asks, a
    column each; without them a row holds all its direct sentences, the other clauses found marked behind them.
    `verdict` says yes or no to what the question puts up, before a direct sentence."""
    columns = heads or (messages["column"],)
    lines = [line(("奖项", *columns)), line(["---"] * (len(columns) + 1))]
    for name, groundings in rows:
        columns_of = [[one] for one in groundings] if heads else [groundings]
        lines.append(line([name, *(cell(one, references, messages, verdict) for one in columns_of)]))
    return "\n\n".join((*_divided(rows, messages, heads), "\n".join(lines)))


def line(cells: Iterable[str]) -> str:
    """One row of a table."""
    return f"| {' | '.join(one.replace('|', '｜') for one in cells)} |"


def cell(
    groundings: Sequence[Grounding],
    references: References,
    messages: Mapping[str, str],
    verdict: Verdict = lambda lead: "",
) -> str:
    """What stands in a cell: each direct sentence with its marks, the other clauses found marked behind them."""
    sentences = [one for grounding in groundings for one in _sentences(grounding, references, messages, verdict)]
    said = "".join(dict.fromkeys(sentences))
    beside = [c for grounding in groundings for support in grounding.supports for c in support.citations]
    marks = dict.fromkeys(references.mark(citation) for citation in beside)
    return said + "".join(mark for mark in marks if mark not in said)


def _sentences(
    grounding: Grounding, references: References, messages: Mapping[str, str], verdict: Verdict
) -> Iterator[str]:
    if grounding.untold or grounding.lead is None:
        yield unsaid(grounding, messages)
    for lead in (grounding.lead, *grounding.after):
        if lead is not None:
            yield (verdict(lead) if lead is grounding.lead else "") + sentence_of(lead, references)


def _divided(rows: Sequence[Row], messages: Mapping[str, str], heads: Sequence[str]) -> list[str]:
    """For every ask that some notices answer and some do not, which do."""
    if not heads:
        by_ask = [("", [any(one.outcome == "said" for one in groundings) for _, groundings in rows])]
    else:
        by_ask = [(head, [row[place].outcome == "said" for _, row in rows]) for place, head in enumerate(heads)]
    told = []
    for head, answers in by_ask:
        said = "、".join(name for (name, _), does in zip(rows, answers, strict=True) if does)
        silent = "、".join(name for (name, _), does in zip(rows, answers, strict=True) if not does)
        if said and silent:
            line = messages["divided"].format(said=said, unsaid=silent)
            told.append(f"{head}：{line}" if head else line)
    return told

"""A comparison as a table: one row an award, what its notice says or that it does not say it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from assistant.answering.composer import References, sentence_of, unsaid
from assistant.answering.evidence import Support
from assistant.answering.ground import Grounding

Row = tuple[str, tuple[Grounding, ...]]
Verdict = Callable[[Support], str]
# An answer that opens so says what is not there, under whatever topic it stands (甘肃没有在这份预通知里给出申报截止日).
_SILENT = re.compile(
    r"^[^，。；：]{0,30}(?:没有|未)(?:在[^，。]{0,14})?(?:写明|给出|规定|写到|列出|提到|说明|写(?![的在])|单独|明确)"
)
# Without a matter asked for by name what is told of has to speak of this share of the question.
_SPOKEN = 0.35


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
    named: Callable[[str], bool] = lambda part: True,
) -> str:
    """A comparison: which awards' notices say it where not all do, then one row per award. `heads` name the asks, a
    column each; without them a row holds all its direct sentences, the other clauses found marked behind them.
    `verdict` says yes or no to what the question puts up, before a direct sentence; `named` holds of a part that asks
    for something by name, so that what tells of it is known to."""
    columns = heads or (messages["column"],)
    lines = [line(("奖项", *columns)), line(["---"] * (len(columns) + 1))]
    for name, groundings in rows:
        columns_of = [[one] for one in groundings] if heads else [groundings]
        lines.append(line([name, *(cell(one, references, messages, verdict) for one in columns_of)]))
    return "\n\n".join((*_divided(rows, messages, heads, named), "\n".join(lines)))


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


def _divided(
    rows: Sequence[Row], messages: Mapping[str, str], heads: Sequence[str], named: Callable[[str], bool]
) -> list[str]:
    """For every ask that some notices answer and some do not, which do; none where it is not sure that they do."""
    told = []
    for head, cells in _by_ask(rows, heads):
        said = [(name, one) for name, groundings in cells if (one := _saying(groundings))]
        silent = "、".join(name for name, groundings in cells if not _saying(groundings))
        if said and silent and all(named(one.part) or _speaks(one) for _, one in said):
            line = messages["divided"].format(said="、".join(name for name, _ in said), unsaid=silent)
            told.append(f"{head}：{line}" if head else line)
    return told


def _by_ask(rows: Sequence[Row], heads: Sequence[str]) -> list[tuple[str, list[Row]]]:
    """The rows ask by ask under the head of each; all together where there are no heads."""
    if not heads:
        return [("", list(rows))]
    return [(head, [(name, row[place : place + 1]) for name, row in rows]) for place, head in enumerate(heads)]


def _saying(groundings: Sequence[Grounding]) -> Grounding | None:
    """The grounding that says what is asked; None where all only say that it is not written."""
    said = (one for one in groundings if one.outcome == "said" and one.lead is not None)
    return next((one for one in said if not _SILENT.match(_sentence(one.lead))), None)


def _sentence(lead: Support | None) -> str:
    return lead.entry.answer if lead and lead.entry else ""


def _speaks(grounding: Grounding) -> bool:
    return grounding.lead is not None and (grounding.lead.entry is None or grounding.lead.share >= _SPOKEN)

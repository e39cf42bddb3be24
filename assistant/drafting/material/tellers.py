"""One figure told twice and differently by two tellers (劳资科写的是16年，同事说14年): neither enters a draft."""

import re
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.matter import CODE, matter_of
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.language.numerals import Quantity, find_quantities

_PARAGRAPH = re.compile(r"[^\n。]+")
_CLAUSE_EDGES = "，。；！？\n（）"
_A_YEAR = re.compile(r"[〇零一二][〇零一二三四五六七八九]年|[12][0-9]{3}年")
_LEAD = 16
# Two figures further apart than this are no pair of readings.
_FAR = 60


def told_twice(scan: Scan) -> Iterator[Conflict]:
    """Pairs of figures of one unit in a paragraph that two tellers give, or that the writer could not reconcile."""
    tellers = load_lexicon("tellers")
    for paragraph in _PARAGRAPH.finditer(scan.text):
        start, end = paragraph.span()
        if scan.sealed(start, end):
            continue
        figures = _figures(paragraph.group())
        open_ended = tellers.has("unreconciled", paragraph.group())
        for one, other in _neighbours(figures):
            between = paragraph.group()[one.start : other.end]
            if _two_tellers(paragraph.group(), one, other) or tellers.has("either", between):
                yield _conflict(scan, start, one, other)
                break
            if open_ended and _unreconciled(scan, start, paragraph.group(), one, other):
                yield _conflict(scan, start, one, other)
                break


def _neighbours(figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of different figures of one unit that stand close together, in order."""
    for place, one in enumerate(figures):
        for other in figures[place + 1 :]:
            if other.end - one.start > _FAR:
                break
            if one.unit == other.unit and one.value != other.value:
                yield one, other


def _figures(text: str) -> list[Quantity]:
    return [q for q in find_quantities(text) if q.unit and not _A_YEAR.fullmatch(q.text)]


def _two_tellers(text: str, one: Quantity, other: Quantity) -> bool:
    """Each figure stands behind a teller of its own, in its clause."""
    tellers = load_lexicon("tellers")
    first = tellers.find("teller", text[max(0, one.start - _LEAD) : one.start]) or tellers.find(
        "teller_behind", text[one.end : one.end + _LEAD]
    )
    second = tellers.find("teller", text[max(one.end, other.start - _LEAD) : other.start])
    return first is not None and second is not None


def _unreconciled(scan: Scan, offset: int, text: str, one: Quantity, other: Quantity) -> bool:
    """The writer says that two figures do not agree, and no year tells them apart."""
    dated = scan.dates_in(offset + one.start - _LEAD, offset + other.end)
    moved = re.search(r"由|从", text[max(0, one.start - 8) : one.start]) if _one_clause(text, one, other) else None
    return len({mention.value.year for mention in dated}) < 2 and moved is None


def _one_clause(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether both stand in one clause, so that the one may be what the other was before (由5.2件降到0.8件)."""
    return re.search(r"[，。；“”]", text[one.end : other.start]) is None


def _conflict(scan: Scan, offset: int, one: Quantity, other: Quantity) -> Conflict:
    readings = tuple(_reading(scan, offset, quantity) for quantity in (one, other))
    return Conflict(matter_of(*(reading.span.quote for reading in readings)), CODE, readings)


def _reading(scan: Scan, offset: int, quantity: Quantity) -> Fact:
    span = clause_bounds(scan.text, offset + quantity.start, offset + quantity.end, _CLAUSE_EDGES)
    return Fact(CODE, quantity.text, scan.source.span(*span))


def only_one(scans: tuple[Scan, ...]) -> Iterator[Conflict]:
    """What has but one true value (how many apprentices one has trained), given twice in different places."""
    found: dict[str, list[Fact]] = {}
    for scan in scans:
        for match in load_lexicon("tellers").patterns["single"].finditer(scan.text):
            value = next(group for group in match.groups() if group)
            if not scan.sealed(*match.span()):
                found.setdefault("", []).append(Fact(CODE, value, scan.source.span(*match.span())))
    for facts in found.values():
        other = next((fact for fact in facts if fact.value != facts[0].value), None)
        if other is not None:
            yield Conflict("带徒人数", CODE, (facts[0], other))

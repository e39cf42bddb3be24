"""One figure told twice and differently by two tellers (劳资科写的是16年，同事说14年): neither enters a draft."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.matter import CODE, matter_of
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.material.withheld import misprint
from assistant.language.numerals import Quantity, find_quantities

_PARAGRAPH = re.compile(r"[^\n。]+")
_CLAUSE_EDGES = "，。；！？\n（）"
_A_YEAR = re.compile(r"[〇零一二][〇零一二三四五六七八九]年|[12][0-9]{3}年")
# 这三个数, 另外五个项目部: the count of what is pointed at is no figure of the applicant's.
_POINTING = re.compile(r"(?:[这那前后头哪]|另外?|其余|其他|剩下的?)$")
# Of a count that is said to be within another (拉坯的96人在内) the two are no readings of one thing.
_A_PART = re.compile(r"(?:也|都|均)?(?:在内|在其中|包括在内)")
_LEAD = 16
_SENTENCE_PARTS = "，。；！？\n"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?=年)")
# Counts of people are judged by headcount.py, and days are no figures.
_OF_PEOPLE_AND_DAYS = frozenset({"人", "名", "年", "月", "日", "号", "岁"})
# What may stand between a figure and the end of its sentence.
_ENDS_THERE = re.compile(r"[\u4e00-\u9fff]?(?:（[^（）0-9]{0,12}）)?")
# Two figures further apart than this are no pair of readings.
_FAR = 60


def told_twice(scan: Scan) -> Iterator[Conflict]:
    """Pairs of figures of one unit in a paragraph that two tellers give, or that the writer could not reconcile."""
    tellers = load_lexicon("tellers")
    for paragraph in _PARAGRAPH.finditer(scan.text):
        start, end = paragraph.span()
        if scan.sealed(start, end) or misprint(paragraph.group()):
            continue
        figures = _figures(paragraph.group())
        open_ended = tellers.has("unreconciled", paragraph.group())
        for one, other in _neighbours(figures):
            between = paragraph.group()[one.start : other.end]
            told = _two_tellers(paragraph.group(), one, other) or _two_sources(paragraph.group(), one, other)
            if told or tellers.has("either", between):
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
    found = [q for q in find_quantities(text) if q.unit and not _A_YEAR.fullmatch(q.text)]
    return [q for q in found if not _POINTING.search(text[: q.start])]


def _two_tellers(text: str, one: Quantity, other: Quantity) -> bool:
    """Each figure stands behind a teller of its own, in its clause."""
    tellers = load_lexicon("tellers")
    if any(load_lexicon("metrics").has("average", text[max(0, q.start - _LEAD) : q.start]) for q in (one, other)):
        return False
    first = tellers.find("teller", text[max(0, one.start - _LEAD) : one.start]) or tellers.find(
        "teller_behind", text[one.end : one.end + _LEAD]
    )
    second = tellers.find("teller", text[max(one.end, other.start - _LEAD) : other.start])
    return first is not None and second is not None


def _two_sources(text: str, one: Quantity, other: Quantity) -> bool:
    """Each figure has a source in its own clause, however far from it, or behind it (…，这是宣传稿的说法); of two
    figures of one course only the last is set against another."""
    tellers = load_lexicon("tellers")
    start, _ = clause_bounds(text, one.start, one.end, _SENTENCE_PARTS)
    left, _ = clause_bounds(text, other.start, other.end, _SENTENCE_PARTS)
    if left <= one.start or _other_years(text[start : one.start], text[left : other.start]):
        return False
    before, behind = text[start : one.start], text[one.end :]
    first = tellers.has("told_before", before) or tellers.has("told_behind", behind[: other.start - one.end])
    second = tellers.has("told_before", text[left : other.start])
    return first and second and not tellers.has("other_thing", text[start : one.start] + text[left : other.start])


def _other_years(one: str, other: str) -> bool:
    """Whether two stretches name years of their own that differ."""
    years = [set(_YEAR.findall(part)) for part in (one, other)]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def _unreconciled(scan: Scan, offset: int, text: str, one: Quantity, other: Quantity) -> bool:
    """The writer says that two figures do not agree, and no year tells them apart."""
    if _A_PART.match(text, other.end):
        return False
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


def told_otherwise(scan: Scan) -> Iterator[Conflict]:
    """A figure and, in the next sentence, the one that some paper gives for it without naming the matter anew
    (安全行驶86万公里。推荐表上填的是93万公里)."""
    papers = load_lexicon("tellers").patterns["paper_says"]
    for match in papers.finditer(scan.text):
        behind = [q for q in _counted(scan.text[match.end() : match.end() + _LEAD]) if q.start == 0]
        start = max(scan.text.rfind("\n", 0, match.start()) + 1, match.start() - _FAR)
        before = _counted(scan.text[start : match.start()])
        if not behind or not before or scan.sealed(start, match.end()):
            continue
        one, other = before[-1], behind[0]
        alike = one.unit == other.unit and one.value != other.value and one.unit not in _OF_PEOPLE_AND_DAYS
        if alike and _ENDS_THERE.fullmatch(scan.text[start + one.end : match.start()]):
            readings = (_reading(scan, start, one), _reading(scan, match.end(), other))
            yield Conflict(matter_of(readings[0].span.quote, readings[0].span.quote), CODE, readings)


def _counted(text: str) -> list[Quantity]:
    """The figures of a text with their units, those counted in a word no list of units holds (1846处) too."""
    found = []
    for quantity in find_quantities(text):
        unit = quantity.unit or (text[quantity.end : quantity.end + 1] if quantity.end < len(text) else "")
        if unit and not _A_YEAR.fullmatch(quantity.text) and not text.startswith("年", quantity.end):
            found.append(replace(quantity, unit=unit))
    return found


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

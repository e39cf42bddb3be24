"""A slip put right within the text: 2019年投产，不对，是2018年 tells of 2018 only; 不是2019年 of no date at all.

What is put right is a date, a count or the name of an award. It is blanked where it first stood, or replaced where the
right one fits in its place; whatever else is put right stays as it was told, so the
two statements contradict each other and settle nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import cues
from assistant.language.dates import find_dates

_BLANK = "□"
# Relative words count from some day, whichever; here only their place in the text matters.
_SOME_DAY = date(2024, 1, 1)
_COUNT = re.compile(
    r"[0-9一二两三四五六七八九十百]+(?:多|来|几)?个?(?P<unit>[年次回项届件起篇部本块枚名])(?![0-9一二三四五六七八九十]*月)"
)
_AWARD = re.compile(r"(?:中国|国家级?|全国|[一-龥]{0,2}[省市](?:级|里)?)的?(?:人民)?(?:政府)?质量(?:管理)?奖")
_DENIED_NAME = re.compile(r"(?:不是|并非)(?P<name>[^,，是]{2,8})$")
_REACH = 3

Span = tuple[int, int]
Put = tuple[int, int, str]


def corrected(narrative: Narrative) -> Narrative:
    """The narrative with every slip put right and every denied date blanked, letter for letter as long."""
    return _rewritten(_rewritten(narrative, _slips(narrative)), _denied_dates(narrative))


def _slips(narrative: Narrative) -> Iterator[Put]:
    for clause in narrative.clauses:
        mark = cues("scope.slip").match(clause.text)
        if mark is None:
            continue
        rest = clause.text[mark.end() :]
        right = clause if rest else next(iter(narrative.clauses[clause.index + 1 : clause.index + 2]), None)
        if right is None:
            continue
        for find in (_dates, _counts, _awards):
            yield from _put_right(narrative, clause, right, find)
        yield from _taken_back(narrative, clause, right)


def _put_right(
    narrative: Narrative, mark: Clause, right: Clause, find: Callable[[Clause], list[tuple[Span, str]]]
) -> Iterator[Put]:
    """The last thing of a kind before the mark gives way to that kind's first thing behind it."""
    new = find(right)
    if not new:
        return
    words, unit = right.text[slice(*new[0][0])], new[0][1]
    for before in reversed(narrative.clauses[max(0, mark.index - _REACH) : mark.index]):
        wrong = [span for span, kind in find(before) if kind == unit]
        if wrong:
            start, end = wrong[-1]
            fits = words.ljust(end - start, _BLANK) if len(words) <= end - start else _BLANK * (end - start)
            yield before.start + start, before.start + end, fits
            return


def _taken_back(narrative: Narrative, mark: Clause, right: Clause) -> Iterator[Put]:
    """消防查出来的，不对，不是消防: the name is blanked wherever it stood right before."""
    denied = _DENIED_NAME.match(right.text)
    if denied is None:
        return
    start, end = denied.span("name")
    for other in (*narrative.clauses[max(0, mark.index - _REACH) : mark.index], right):
        for found in re.finditer(re.escape(denied["name"]), other.text):
            yield other.start + found.start(), other.start + found.end(), _BLANK * (end - start)


def _dates(clause: Clause) -> list[tuple[Span, str]]:
    return [((one.start, one.end), "date") for one in find_dates(clause.text, _SOME_DAY)]


def _counts(clause: Clause) -> list[tuple[Span, str]]:
    taken = [span for span, _ in _dates(clause)]
    found = [(match.span(), match["unit"]) for match in _COUNT.finditer(clause.text)]
    return [one for one in found if not any(start < one[0][1] and one[0][0] < end for start, end in taken)]


def _awards(clause: Clause) -> list[tuple[Span, str]]:
    return [(match.span(), "award") for match in _AWARD.finditer(clause.text)]


def _denied_dates(narrative: Narrative) -> Iterator[Put]:
    """不是2019年成立的: no date. 不是2018年就是2019年 names two, and stays."""
    for clause in narrative.clauses:
        for start, end in (span for span, _ in _dates(clause)):
            told = clause.text[end:] + "".join(other.text for other in narrative.after(clause)[:1])
            if cues("scope.denies_date").search(clause.text[:start]) and "就是" not in told:
                yield clause.start + start, clause.start + end, _BLANK * (end - start)


def _rewritten(narrative: Narrative, puts: Iterator[Put]) -> Narrative:
    letters = list(narrative.text)
    for start, end, words in puts:
        letters[start:end] = words
    text = "".join(letters)
    if text == narrative.text:
        return narrative
    clauses = tuple(replace(one, text=text[one.start : one.end]) for one in narrative.clauses)
    return replace(narrative, text=text, clauses=clauses)

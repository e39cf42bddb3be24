"""Whether the numbers and dates a question puts up are those of an answer, for the very prize, kind and step asked.

A number counts only beside what it is said of: the nomination prize and the main one, organisations and individuals
each have their own. Where it cannot be told which of several is meant, nothing is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import Generic, TypeVar

from assistant.language.dates import PartialDate, find_dates, read_numeral
from assistant.language.numerals import Bound, Quantity, find_quantities

_FRAGMENT = re.compile(r"[，；。：、（）？?！!]")
_MYRIAD = "万"
_OF_DAYS = frozenset({"天", "日", "个工作日", "工作日", "个自然日", "自然日"})
# Things are counted in several words for one.
_COUNTED = dict.fromkeys(("家", "名", "人", "组", "项", "位", "步", "类", "种", "条"), "个")
_YEARLESS = re.compile(r"(?<![年\d])(\d{1,2}月(?:\d{1,2}[日号]|初|底|末|[上中下]旬))")
# The part of a month a date stands in where its day is not given.
_OF_MONTH = re.compile(r"初|底|末|[上中下]旬")
_CLOCK = re.compile(
    r"(上午|下午|晚上|中午|傍晚)?(\d{1,2}|(?<=[午上晚])[一二三四五六七八九十]{1,3})(?:[:：](\d{2})|[点时](半)?)"
)
_AFTERNOON = frozenset({"下午", "晚上", "傍晚"})
# What a number is said of, by two questions that tell it apart: which prize, and whom.
_PRIZE = re.compile(r"(?P<nomination>(?:质量奖|管理奖)?[”“\"]*提名奖?)|(?P<main>正奖|质量奖|管理奖)")
_KIND = re.compile(r"(?P<individual>个人)|(?P<organization>组织(?!部|管理|者|开展|实施|专家|有关)|单位|企业|公司)")
_RESPECTIVELY = "分别"
_QUOTED = frozenset('“"')
_UPPER: frozenset[Bound] = frozenset({"at_most", "less_than"})
_LOWER: frozenset[Bound] = frozenset({"at_least", "more_than"})


Value = TypeVar("Value")


class Agreement(Enum):
    """How what is put up stands to what is said."""

    SAME = "same"
    # The number is right, and bounded or counted otherwise (5天 for 不少于5个工作日).
    NEARLY = "nearly"
    OTHER = "other"
    UNTOLD = "untold"


_AGREED = frozenset({Agreement.SAME, Agreement.NEARLY})


@dataclass(frozen=True, slots=True)
class _Said(Generic[Value]):
    """A number or date of an answer and the fragment it stands in."""

    value: Value
    fragment: str
    labels: frozenset[str] = frozenset()


def agreement(question: str, answer: str) -> Agreement:
    """Of all the numbers, dates and times put up together: one that is otherwise denies them, one untold leaves them
    open."""
    found = [*_numbers(question, answer), *_days(question, answer), *_times(question, answer)]
    for one in (Agreement.OTHER, Agreement.UNTOLD, Agreement.NEARLY):
        if one in found:
            return one
    return Agreement.SAME if found else Agreement.UNTOLD


def lets_through(question: str, answer: str) -> bool:
    """Whether a bounded number put up is true of the answer's (不少于5天 of 15天): no mistaken belief."""
    said = [one for one in _counted(answer) if one.bound == "exact"]
    bounded = [one for one in _counted(question) if one.bound in _UPPER | _LOWER]
    return any(_within(one.value, each) for one in said for each in bounded if unit_of(one.unit) == unit_of(each.unit))


def unit_of(unit: str) -> str:
    """Things counted in several words for one; days of any kind are days."""
    return "天" if unit in _OF_DAYS else _COUNTED.get(unit, unit)


def _numbers(question: str, answer: str) -> list[Agreement]:
    """The numbers put up: denied where none is the answer's, open where only some are."""
    said = list(_said_numbers(answer))
    asked = _counted(question)
    told = [_judged(one, _of_what_is_asked(question, answer, _alike(one, said)), question) for one in asked]
    known = [verdict for one, verdict in zip(asked, told, strict=True) if _alike(one, said)]
    if Agreement.OTHER in known:
        return [Agreement.OTHER if set(known) == {Agreement.OTHER} else Agreement.UNTOLD]
    return told


def _alike(asked: Quantity, said: Sequence[_Said[Quantity]]) -> list[_Said[Quantity]]:
    return [one for one in said if unit_of(one.value.unit) == unit_of(asked.unit)]


def _judged(asked: Quantity, said: Sequence[_Said[Quantity]], question: str) -> Agreement:
    """One number against those said of what is asked; where they differ, against those said in its words."""
    if not said:
        return Agreement.UNTOLD
    verdicts = {_compared(asked, one.value) for one in said}
    if len(verdicts) > 1:
        verdicts = {_compared(asked, one.value) for one in _worded_alike(question, said)}
    if len(verdicts) == 1:
        return verdicts.pop()
    # Where no prize is named the prize itself is meant: what agrees with it is right.
    main = {_compared(asked, one.value) for one in said if "nomination" not in one.labels}
    unnamed = not any(match.lastgroup == "nomination" for match in _PRIZE.finditer(question))
    return main.pop() if unnamed and len(main) == 1 and main <= _AGREED else Agreement.UNTOLD


def _compared(asked: Quantity, said: Quantity) -> Agreement:
    if asked.value != said.value:
        # 至少3天 of 5天 is neither the rule nor wrong.
        return Agreement.UNTOLD if said.bound == "exact" and _within(said.value, asked) else Agreement.OTHER
    if asked.bound == said.bound or (asked.unit == said.unit == "年" and asked.bound == "exact"):
        # 满5年 and 5年以上 are one.
        alike = ("工作日" in asked.unit) == ("工作日" in said.unit)
        return Agreement.SAME if alike else Agreement.NEARLY
    if asked.bound in ("exact", "about"):
        return Agreement.NEARLY
    if said.bound == "exact":
        return Agreement.UNTOLD if _within(said.value, asked) else Agreement.OTHER
    same_side = {asked.bound, said.bound} <= _UPPER or {asked.bound, said.bound} <= _LOWER
    return Agreement.NEARLY if same_side else Agreement.OTHER


def _within(value: Decimal, asked: Quantity) -> bool:
    """Whether a bounded number put up lets the value through; one without bounds lets none but itself."""
    through: dict[Bound, bool] = {
        "at_least": value >= asked.value,
        "at_most": value <= asked.value,
        "more_than": value > asked.value,
        "less_than": value < asked.value,
    }
    return through.get(asked.bound, False)


def _said_numbers(answer: str) -> Iterator[_Said[Quantity]]:
    for start, end in _fragments(answer):
        fragment = answer[start:end]
        counted = [one for one in _counted(answer) if start <= one.start < end]
        for place, one in enumerate(counted):
            labels = (_label(pattern, answer, (start, one), place, len(counted)) for pattern in (_PRIZE, _KIND))
            yield _Said(one, fragment, frozenset(label for label in labels if label))


def _label(pattern: re.Pattern[str], answer: str, at: tuple[int, Quantity], place: int, of: int) -> str:
    """What a number is said of: what it counts by name, or what its fragment names last before it, else behind it,
    else what was named before the fragment; of a list (其名额分别不超过10个和90个) what stands at its place in the
    list. "" where two are named together."""
    start, one = at
    end = next((stop for begin, stop in _fragments(answer) if begin == start), len(answer))
    named = list(pattern.finditer(answer))
    own = [match for match in named if start <= match.start() < end]
    before = [match for match in named if match.start() < one.start]
    if _RESPECTIVELY in answer[start:end] and of > 1:
        listed = list(dict.fromkeys(str(match.lastgroup) for match in before))
        return listed[place] if len(listed) == of else ""
    if answer[one.end : one.end + 1] in _QUOTED and (behind := [match for match in own if match.start() > one.end]):
        # 3个“阳泉市质量奖”名额.
        return str(behind[0].lastgroup)
    near = [match for match in own if match.start() < one.start] or own or before[-1:]
    kinds = list(dict.fromkeys(str(match.lastgroup) for match in near))
    if len(kinds) < 2:
        return kinds[0] if kinds else ""
    joined = any(
        first.lastgroup != second.lastgroup and not _counted(answer[first.end() : second.start()])
        for first, second in pairwise(near)
    )
    return "" if joined else str(near[-1].lastgroup)


def _of_what_is_asked(question: str, answer: str, said: Sequence[_Said[Quantity]]) -> list[_Said[Quantity]]:
    """The numbers said of the prize and the kind of applicant asked about, or of none by name."""
    kept = list(said)
    for pattern, apart in ((_PRIZE, ("nomination", "main")), (_KIND, ("individual", "organization"))):
        asked = {str(match.lastgroup) for match in pattern.finditer(question)}
        told = {str(match.lastgroup) for match in pattern.finditer(answer)}
        if len(asked) != 1:
            continue
        one = asked.pop()
        if told >= set(apart):
            others = set(apart) - {one}
            kept = [each for each in kept if not each.labels & others]
        elif apart[0] in {one, *told} and one not in told and told:
            # Said of the main prize alone, or of the nomination prize alone, where the other is asked about.
            kept = []
    return kept


def _worded_alike(question: str, said: Sequence[_Said[Value]]) -> list[_Said[Value]]:
    """Those of the fragments that share most with the question's words, its numbers left out."""
    words = question
    spans = [(one.start, one.end) for one in find_quantities(question)]
    spans += [(one.start, one.end) for one in find_dates(question)]
    for start, end in spans:
        words = words[:start] + " " * (end - start) + words[end:]
    pairs = {words[place : place + 2] for place in range(len(words) - 1)}
    shares = [sum(pair in each.fragment for pair in pairs) for each in said]
    return [one for one, share in zip(said, shares, strict=True) if share == max(shares) and share]


def _fragments(text: str) -> Iterable[tuple[int, int]]:
    cuts = [-1, *(match.start() for match in _FRAGMENT.finditer(text)), len(text)]
    return [(begin + 1, end) for begin, end in pairwise(cuts)]


def _counted(text: str) -> list[Quantity]:
    """The quantities of a text that count something; 50万 alone counts yuan."""
    found = (replace(q, unit="元") if not q.unit and q.text.endswith(_MYRIAD) else q for q in find_quantities(text))
    return [q for q in found if q.unit]


def _days(question: str, answer: str) -> Iterator[Agreement]:
    """Every date put up; one put up without its year is of the answer's."""
    said = [_Said(value, fragment) for fragment, value in _dated(answer)]
    year = said[0].value[0].year if said else 0
    for _, asked in _dated(_YEARLESS.sub(rf"{year}年\1", question) if year else question):
        verdicts = {_same_day(asked, one.value) for one in said}
        if len(verdicts) > 1:
            verdicts = {_same_day(asked, one.value) for one in _worded_alike(question, said)}
        yield verdicts.pop() if len(verdicts) == 1 else Agreement.UNTOLD


def _dated(text: str) -> Iterator[tuple[str, tuple[PartialDate, str]]]:
    """The dates of a text known at least to the month, with their fragments and the part of the month named."""
    spans = list(_fragments(text))
    for mention in find_dates(text):
        if mention.value.month:
            part = _OF_MONTH.search(text[mention.start : mention.end + 2])
            start, end = next((b, e) for b, e in spans if b <= mention.start <= e)
            yield text[start:end], (mention.value, part.group().replace("末", "底") if part else "")


def _same_day(asked: tuple[PartialDate, str], said: tuple[PartialDate, str]) -> Agreement:
    (one, part), (other, other_part) = asked, said
    if (one.year, one.month) != (other.year, other.month):
        return Agreement.OTHER
    if one.day and other.day:
        return Agreement.SAME if one.day == other.day else Agreement.OTHER
    if part and other_part:
        return Agreement.SAME if part == other_part else Agreement.OTHER
    return Agreement.UNTOLD


def _times(question: str, answer: str) -> Iterator[Agreement]:
    """Every time of day put up."""
    said = set(_clock(answer))
    for asked in _clock(question):
        yield Agreement.UNTOLD if not said else Agreement.SAME if asked in said else Agreement.OTHER


def _clock(text: str) -> Iterator[tuple[int, int]]:
    for part, hour, minute, half in _CLOCK.findall(text):
        count = read_numeral(hour) or 0
        later = 12 if part in _AFTERNOON and count < 12 else 0
        yield count + later, 30 if half else int(minute or 0)

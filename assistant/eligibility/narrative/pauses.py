"""A short stop, told by when it was and how long it took: 去年因为疫情停产过三个月."""

import re
from datetime import timedelta

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import told_dates
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.windows import add_months
from assistant.language.dates import PartialDate, read_numeral

_NUMBER = r"(?P<n>半|[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(?:多|来|余)?"
_LENGTH = re.compile(rf"{_NUMBER}(?P<unit>个?多?(?P<half>半)?月|天|日|周|个?星期)")
_MERE = re.compile(r"(?:在|到|于)?(?:份|的时候|期间|那会儿|那时候?|里|间|[春夏秋冬]天|[春夏秋冬]季|上半年|下半年)?")
_YEARLY = re.compile(r"每年|年年|每逢|每到|每个?季|历年|逢年")
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7}
_MONTH, _YEAR = 30, 12


def note_short_stop(book: Notebook, clause: Clause, resumed: PartialDate | None) -> None:
    """Note when a short stop began and when it was over, where its own words date it."""
    began = _began(book, clause)
    if began is None:
        return
    book.note("operation_interrupted_date", began, clause)
    over = resumed or _over(began, without_dates(book, clause.text))
    if over is not None and (book.as_of is None or over.first() <= book.as_of):
        book.note("operation_resumed_date", over, clause)


def _began(book: Notebook, clause: Clause) -> PartialDate | None:
    """The date in the clause, or all that the clause before it says; what stops every year began on none."""
    if _YEARLY.search(clause.text):
        return None
    here = told_dates(clause.text, book.as_of)
    if here:
        return here[0].value
    for other in book.narrative.before(clause)[:1]:
        dates = told_dates(other.text, book.as_of)
        if dates and _MERE.fullmatch(other.text[: dates[0].start] + other.text[dates[0].end :]):
            return dates[0].value
    return None


def without_dates(book: Notebook, text: str) -> str:
    """The text less its dates, whose days and months are no lengths: 2019年2月20日."""
    for one in reversed(told_dates(text, book.as_of)):
        text = text[: one.start] + text[one.end :]
    return text


def _over(began: PartialDate, text: str) -> PartialDate | None:
    """The end of a stop of so many months or days, no finer than its beginning; within the year where only that is
    told."""
    found = _LENGTH.search(text)
    if found is None:
        return None
    number = read_numeral(found["n"]) if found["n"] != "半" else None
    unit = found["unit"].lstrip("个多半")
    days = _DAYS.get(unit, _MONTH) * (number if number is not None else 1) + (_MONTH // 2 if found["half"] else 0)
    if days >= _MONTH * _YEAR:
        return None
    if began.precision == "year":
        return PartialDate(began.year)
    if began.precision == "day" and unit in _DAYS:
        end = began.first() + timedelta(days=days)
        return PartialDate(end.year, end.month, end.day)
    end = add_months(began.first(), days // _MONTH)
    return PartialDate(end.year, end.month, end.day if began.precision == "day" else 0)

"""Since when an organisation exists and is registered where it is."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.durations import find_durations
from assistant.eligibility.narrative.events import told_dates
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.planned import is_planned, realised_date
from assistant.eligibility.narrative.scope import is_asked, is_doubted
from assistant.eligibility.narrative.subjects import own_subject
from assistant.eligibility.narrative.succession import contested, dissolved_before, rebirth
from assistant.eligibility.windows import add_months
from assistant.language.dates import PartialDate, find_dates

_KEYS = ("established_date", "registered_in_city_since")


def read_founding(book: Notebook) -> None:
    """Note the date: of a body registered again after its end that of the new one, of a plan that it came true."""
    if _read_rebirth(book):
        return
    ended = dissolved_before(book, book.narrative.clauses[-1])
    for name in ("registration.founded", "registration.founded_weak"):
        for clause in book.narrative.clauses:
            if ended and clause.index <= ended.index:
                continue
            date = _founding_date(book, clause, name)
            if date is not None and not book.has("established_date"):
                book.note("established_date", date, clause)
    if ended and not book.has("established_date"):
        book.doubt(ended, *_KEYS)


def _read_rebirth(book: Notebook) -> bool:
    again = rebirth(book)
    if again is None:
        return False
    if again.sure:
        for key in _KEYS:
            book.note(key, again.since, again.clause)
    else:
        book.doubt(again.clause, *_KEYS)
    return True


def _founding_date(book: Notebook, clause: Clause, name: str) -> PartialDate | None:
    cue = cues(name).search(clause.text)
    if not cue or is_asked(clause) or own_subject(clause, cue.start()) in ("other", "former"):
        return None
    text = clause.text.replace("分公司", "□□□") if book.value("org_form") == "branch" else clause.text
    if cues("registration.not_founding").search(text) or cues("registration.predecessor").search(clause.text):
        return None
    dates = told_dates(clause.text, book.as_of)
    if is_doubted(book.narrative, clause):
        book.doubt(clause, *_KEYS)
        return None
    if dates:
        return min(dates, key=lambda mention: abs(mention.start - cue.start())).value
    if is_planned(clause):
        return _came_true(book, clause)
    if (aged := _aged(book, clause)) is not None:
        return aged
    if (told := _dated_behind(book, clause)) is not None:
        return told
    before = [find_dates(other.text, book.as_of) for other in book.narrative.before(clause)[:1]]
    return before[0][-1].value if before and before[0] and not find_durations(clause.text) else None


_HALF_YEAR = 6


def _aged(book: Notebook, clause: Clause) -> PartialDate | None:
    """公司成立4年: founded in the year that many years ago, as 四年前成立 says too; 4年半 tells the month."""
    if book.as_of is None:
        return None
    for one in find_durations(clause.text):
        stated = cues("registration.aged").search(clause.text[: one.start])
        if one.years and not one.window and stated and not cues("turns.requires").search(clause.text):
            if not one.half:
                return PartialDate(book.as_of.year - one.years)
            begun = add_months(book.as_of, -12 * one.years - _HALF_YEAR)
            return PartialDate(begun.year, begun.month)
    return None


def _dated_behind(book: Notebook, clause: Clause) -> PartialDate | None:
    """凤县注册，2007年3月的事: nothing but the date stands behind."""
    for other in book.narrative.after(clause)[:1]:
        dates = told_dates(other.text, book.as_of)
        rest = other.text[: dates[0].start] + other.text[dates[0].end :] if dates else ""
        if dates and re.fullmatch(r"(?:是|在|就在)?(?:的事|的时候|那年|的)?", rest):
            return dates[0].value
    return None


def _came_true(book: Notebook, clause: Clause) -> PartialDate | None:
    """原计划2012年在宝鸡注册，因资金问题推迟到2021年: registered in 2021, which need not be said once more."""
    came = realised_date(book.narrative, clause, book.as_of)
    if came is None:
        return None
    told, date = came
    if not book.has("registered_in_city_since"):
        book.note("registered_in_city_since", date, told)
    return date


def copy_founding(book: Notebook) -> None:
    """Never moved: registered in the city since the founding (facts.md, registered_in_city_since)."""
    clause = book.clause_of("established_date")
    date = book.value("established_date")
    strong = clause is not None and cues("registration.founded").search(clause.text)
    younger = contested(book, clause, PartialDate.parse(str(date))) if clause and date else None
    if younger is not None:
        book.doubt(younger, *_KEYS)
    elif clause and strong and book.value("registered_city") and date:
        book.note("registered_in_city_since", str(date), clause)


def read_registered_years(book: Notebook) -> None:
    """注册满六年: the years themselves, where no date is given."""
    for clause in book.narrative.clauses:
        match = re.search(r"注册|登记", clause.text)
        durations = [d for d in find_durations(clause.text) if d.years is not None and not d.window]
        runs = match and durations and re.search(r"运行|经营|运营|生产", clause.text[match.end() : durations[0].start])
        if not match or not durations or runs or is_asked(clause) or is_doubted(book.narrative, clause):
            continue
        if not book.has("registered_in_city_since") and not cues("scope.negators").search(clause.text[: match.start()]):
            book.note("registered_in_city_years", durations[0].years, clause)

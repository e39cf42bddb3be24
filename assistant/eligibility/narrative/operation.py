"""Since when an organisation has been at work, for how many years, and whether it ever stopped."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.durations import find_durations
from assistant.eligibility.narrative.events import event_date, told_dates
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.pauses import note_short_stop, without_dates
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted
from assistant.eligibility.narrative.subjects import own_subject
from assistant.language.dates import PartialDate

_KEYS = ("operation_start_date", "operation_years")
_LONG = 6


def read_operation(book: Notebook) -> None:
    """Note start, years and continuity of operation."""
    for clause in book.narrative.clauses:
        if is_asked(clause) or (_is_anothers(clause) and not _stops_for(clause)):
            _doubt_asked(book, clause)
            continue
        if is_doubted(book.narrative, clause):
            _doubt(book, clause)
            continue
        _read_start(book, clause)
        _read_years(book, clause)
        _read_continuity(book, clause)
    _doubt_succession(book)
    _doubt_begun_again(book)


def _is_anothers(clause: Clause) -> bool:
    return own_subject(clause, len(clause.text)) in ("other", "former")


def _stops_for(clause: Clause) -> bool:
    """因为老厂搬迁停了半年产: the old plant is why we stopped, not who did."""
    return bool(cues("registration.stops_for").search(clause.text))


def _doubt_succession(book: Notebook) -> None:
    """A few years of operation after a 改制 may or may not take in those before it: for a person to weigh."""
    years = book.value("operation_years")
    start = book.value("operation_start_date")
    if start is not None and book.as_of is not None:
        years = book.as_of.year - PartialDate.parse(str(start)).year
    if years is None or int(years) > _LONG:
        return
    for clause in book.narrative.clauses:
        if cues("registration.after_succession").search(clause.text) and told_dates(clause.text, book.as_of):
            return
    for clause in book.narrative.clauses:
        staff = cues("registration.staff_matter").search(clause.text)
        if cues("registration.succession").search(clause.text) and not staff:
            book.doubt(clause, *_KEYS)


def _doubt_asked(book: Notebook, clause: Clause) -> None:
    """哪年投产、停没停过，我不清楚: an asking clause closed by doubt leaves the matter open."""
    following = book.narrative.after(clause)
    if any(cues("scope.uncertain").search(other.text) for other in [clause, *following]):
        _doubt(book, clause)


def _doubt(book: Notebook, clause: Clause) -> None:
    if cues("registration.start").search(clause.text):
        book.doubt(clause, *_KEYS)
    if cues("registration.stopped").search(clause.text) or cues("registration.continuous").search(clause.text):
        book.doubt(clause, "operation_continuous")


def _read_start(book: Notebook, clause: Clause) -> None:
    founding = book.value("established_date")
    if cues("registration.not_yet_at_work").search(clause.text):
        return
    if (year := _in_founding_year(book, clause)) is not None:
        book.note("operation_start_date", year, clause)
        return
    if cues("registration.start_from_founding").search(clause.text):
        here = told_dates(clause.text, book.as_of)
        date = here[0].value if here else PartialDate.parse(str(founding)) if founding else None
        book.note("operation_start_date", date, clause)
        return
    if _runs_since_founding(book, clause):
        book.note("operation_start_date", founding, clause)
        return
    cue = cues("registration.start").search(clause.text) or _opened_and_ran(book, clause)
    if not cue or cues("registration.resumed").search(clause.text) or _is_part(clause.text):
        return
    if cues("scope.plan").search(clause.text[: cue.start()]):
        return
    date = _start_date(book, clause, cue)
    if date is not None and not book.has("operation_start_date"):
        book.note("operation_start_date", date, clause)


def _in_founding_year(book: Notebook, clause: Clause) -> PartialDate | None:
    """2007年3月注册，当年就正常运行: some time in the year of the founding, which the clause before tells.

    Of a house that was closed since, the year alone leaves open what it comes to.
    """
    founded = book.clause_of("established_date")
    before = book.narrative.before(clause)[:1]
    if founded is None or founded not in before or told_dates(clause.text, book.as_of):
        return None
    told = cues("registration.at_work_that_year").search(clause.text)
    for other in book.narrative.after(clause):
        closed = cues("registration.closed_since").search(other.text)
        if closed and not is_denied(other.text, *closed.span()):
            return None
    return PartialDate(PartialDate.parse(str(book.value("established_date"))).year) if told else None


def _opened_and_ran(book: Notebook, clause: Clause) -> re.Match[str] | None:
    """2018年9月开工，到现在没歇过: building work may open too, but it does not run on to this day."""
    opened = cues("registration.opened_work").search(clause.text)
    if opened is None or not told_dates(clause.text, book.as_of):
        return None
    others = [other for other in book.narrative.clauses if other is not clause]
    if any(cues("registration.start_word").search(other.text) for other in others):
        return None
    behind = [clause, *book.narrative.after(clause)[:2]]
    ran = any(cues("registration.continuous").search(other.text) and not is_asked(other) for other in behind)
    return opened if ran else None


def _runs_since_founding(book: Notebook, clause: Clause) -> bool:
    """2006年注册，独立法人，常年生产: at work since the founding told in the same sentence, no other date given."""
    founded = book.clause_of("established_date")
    if founded is None or founded is clause or founded.sentence != clause.sentence or book.has("operation_start_date"):
        return False
    others = [other for other in book.narrative.clauses if other is not clause]
    if told_dates(clause.text, book.as_of) or find_durations(clause.text):
        return False
    if any(cues("registration.start_word").search(other.text) for other in others):
        return False
    return bool(cues("registration.runs_on").search(clause.text))


def _is_part(text: str) -> bool:
    """A new line or product that came on stream is not the organisation's start."""
    return bool(
        re.search(
            r"新(?:生产)?线|二期|三期|[二三四五六]号线|新产品|扩建|技改|新厂区|新车间|试生产|试运行(?!结束)", text
        )
    )


def _start_date(book: Notebook, clause: Clause, cue: re.Match[str]) -> PartialDate | None:
    dates = told_dates(clause.text, book.as_of)
    if dates:
        return min(dates, key=lambda mention: abs(mention.end - cue.start())).value
    if (same := _in_year_before(book, clause)) is not None:
        return same
    if find_durations(clause.text):
        return None
    before = book.narrative.before(clause)[:1]
    earlier = told_dates(before[0].text, book.as_of) if before else []
    bare = before and not cues("registration.founded").search(before[0].text)
    return earlier[-1].value if earlier and bare else None


def _in_year_before(book: Notebook, clause: Clause) -> PartialDate | None:
    """2015年登记，同年10月收住第一批老人: the year is the one told in the clause before."""
    for other in book.narrative.before(clause)[:1]:
        dates = told_dates(f"{other.text}，{clause.text}", book.as_of)
        here = [one.value for one in dates if one.start > len(other.text)]
        return here[0] if here and len(dates) > len(here) else None
    return None


def _read_years(book: Notebook, clause: Clause) -> None:
    cue = cues("registration.running").search(clause.text)
    if not cue or re.search(r"证|事故|违|投诉|抽查|合同|经验", clause.text):
        return
    for duration in find_durations(clause.text):
        follows = cues("registration.running_before").search(clause.text[: duration.start])
        dated = told_dates(clause.text, book.as_of) and not follows
        if duration.years is None or duration.window or dated:
            continue
        book.note("operation_years", duration.years, clause)
        return


def _since_later(book: Notebook, clause: Clause) -> bool:
    """2020年5月新厂开机，之后没停过, of a firm at work since 2006: of the time before nothing is said."""
    start = book.value("operation_start_date")
    if start is None or book.has("operation_interrupted_date"):
        return False
    dates = [one.value for other in book.narrative.before(clause) for one in told_dates(other.text, book.as_of)]
    return any(date.first() > PartialDate.parse(str(start)).last() for date in dates)


def _doubt_begun_again(book: Notebook) -> None:
    """往后才重新开工: it had stopped, though no stop was read."""
    if book.value("operation_continuous") is not True:
        return
    for clause in book.narrative.clauses:
        again = cues("registration.begun_again").search(clause.text)
        if again and not is_denied(clause.text, again.start(), again.end()) and not is_asked(clause):
            book.doubt(clause, "operation_continuous")


def _read_continuity(book: Notebook, clause: Clause) -> None:
    if cues("registration.idle").search(clause.text) and cues("registration.idle_span").search(clause.text):
        book.doubt(clause, "operation_continuous")
        return
    if cues("registration.continuous").search(clause.text):
        if cues("registration.since_then").search(clause.text) and _since_later(book, clause):
            book.doubt(clause, "operation_continuous")
            return
        if cues("registration.rest_of_time").search(clause.text) or cues("scope.exception").search(clause.text):
            book.doubt(clause, "operation_continuous")
            return
        if cues("registration.since_then").search(clause.text) and book.has("operation_continuous"):
            return
        book.note("operation_continuous", True, clause)
        return
    match = cues("registration.stopped").search(clause.text)
    if match and cues("scope.planned").search(clause.text[: match.start()]):
        return
    if (
        not match
        or is_denied(clause.text, match.start(), match.end())
        or re.search(r"停业整顿处罚|停工令", clause.text)
    ):
        if match and is_denied(clause.text, match.start(), match.end()):
            book.note("operation_continuous", True, clause)
        return
    _note_stop(book, clause)


def _note_stop(book: Notebook, clause: Clause) -> None:
    around = [clause, *book.narrative.before(clause)[:1], *book.narrative.after(clause)[:3]]
    resumed = _resumed(book, clause)
    if any(cues("registration.short_stop").search(without_dates(book, other.text)) for other in around):
        # Whether it interrupted at all is for a person (rules.md A-08); when it was is told all the same.
        book.doubt(clause, "operation_continuous")
        note_short_stop(book, clause, resumed)
        return
    book.note("operation_continuous", False, clause)
    book.note("operation_interrupted_date", _stop_date(book, clause), clause)
    if resumed is not None:
        book.note("operation_resumed_date", resumed, clause)


def _stop_date(book: Notebook, clause: Clause) -> PartialDate | None:
    """停到2021年1月 dates the end of the stop; its beginning is told before."""
    if not re.search(r"停(?:产)?(?:到|至)", clause.text):
        return event_date(book, clause)
    dates = [one for other in book.narrative.before(clause)[:1] for one in told_dates(other.text, book.as_of)]
    return dates[-1].value if dates else None


def _resumed(book: Notebook, clause: Clause) -> PartialDate | None:
    """The date before 复产; 当年10月 counts from the date of the stop."""
    told = ""
    for other in [clause, *book.narrative.after(clause, 2)]:
        cue = cues("registration.resumed").search(other.text)
        dates = told_dates(told + other.text, book.as_of) if cue else []
        if cue and (here := [one for one in dates if len(told) <= one.start <= len(told) + cue.start()]):
            return here[-1].value
        told += other.text + "，"
    return None

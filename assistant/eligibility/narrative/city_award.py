"""The city's own quality award of the past: the nomination, which bars nobody, and the award, valid for five years."""

from datetime import date as date_type

from assistant.eligibility.narrative.bystanders import names_another
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date, told_dates
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted
from assistant.eligibility.narrative.subjects import own_subject
from assistant.eligibility.windows import add_months
from assistant.language.dates import PartialDate

_MAIN = "past_main_award_date"
_VALID = 60  # months


def read_city_award(book: Notebook, clause: Clause) -> None:
    """Note either award of the city that the clause tells of as had by the applicant."""
    if is_asked(clause) or is_doubted(book.narrative, clause) or not cues("honours.got").search(clause.text):
        return
    _read_nomination(book, clause)
    _read_main(book, clause)


def _read_nomination(book: Notebook, clause: Clause) -> None:
    if not (cues("honours.city").search(clause.text) and cues("honours.nomination").search(clause.text)):
        return
    match = cues("honours.nomination").search(clause.text)
    denied = bool(match) and is_denied(clause.text, match.start(), match.end()) if match else False
    book.note("past_nomination_award", not denied, clause)
    if not denied:
        book.note("past_nomination_award_date", event_date(book, clause), clause)


def _read_main(book: Notebook, clause: Clause) -> None:
    """2022年获得市政府质量奖（正奖）: whether one may apply within its five years, the notice leaves open (A-21)."""
    match = cues("honours.main_city").search(clause.text)
    if match is None or is_denied(clause.text, *match.span()) or cues("honours.not_main").search(clause.text):
        return
    if cues("honours.not_got").search(clause.text) or cues("honours.aims").search(clause.text):
        return
    if names_another(book, clause) or own_subject(clause, match.start()) in ("other", "former", "boss"):
        return
    date = event_date(book, clause)
    several = len(told_dates(clause.text, book.as_of)) > 1  # 2014年、2022年两度获得: the first is not the last
    if date is None or several or _may_be_valid_or_not(date, book.as_of):
        book.doubt(clause, _MAIN)
    else:
        book.note(_MAIN, date, clause)


def doubt_undated_award(book: Notebook) -> None:
    """Of an award whose year is not told nobody knows whether it is valid still, and LZ-15 lets the unknown pass.

    What keeps the verdict open is whether it stands unrevoked; where it was taken away, that decides.
    """
    if not book.has(_MAIN) or book.value(_MAIN) is not None or book.value("honor_revoked_date") not in (None, "none"):
        return
    for clause in book.narrative.clauses:
        if _MAIN in book.noted_in(clause):
            book.doubt(clause, "honor_revoked_date")


def _may_be_valid_or_not(date: PartialDate, as_of: date_type | None) -> bool:
    """Of an award known by its year alone, five years are over by one reading of it and not by another."""
    if as_of is None:
        return True
    return add_months(date.first(), _VALID) <= as_of < add_months(date.last(), _VALID)

"""Dissolved and registered again, converted, merged: from when the applicant of today exists."""

import re
from dataclasses import dataclass

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import told_dates
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_doubted, whole_years_since
from assistant.eligibility.narrative.subjects import own_subject, subject
from assistant.language.dates import PartialDate, find_dates

# A conversion longer ago than any notice asks for: it does not matter whether the years before it count.
_LONG = 6


@dataclass(frozen=True, slots=True)
class Rebirth:
    """The clause that tells of a new registration, its date (None where untold), and whether it is beyond doubt."""

    clause: Clause
    since: PartialDate | None
    sure: bool


def rebirth(book: Notebook) -> Rebirth | None:
    """The last registration that replaced an older one; None where the text tells of none.

    After a dissolution the applicant exists since the new registration. A conversion (改制) may or may not carry on the
    old body (rules.md has no rule for it), so a recent one is for a person to weigh.
    """
    for clause in reversed(book.narrative.clauses):
        again = _again(book, clause)
        if again is None or _is_no_registration(book, clause, again):
            continue
        since = _date(book, clause)
        years = whole_years_since(since, book.as_of)
        replaced = dissolved_before(book, clause) is not None or "新设" in again.group()
        settled = replaced or (years is not None and years >= _LONG)
        return Rebirth(clause, since, since is not None and settled)
    return None


def contested(book: Notebook, founded: Clause, since: PartialDate) -> Clause | None:
    """A clause with a younger date for the registration (一直拖到2022年才注册), too recent not to matter."""
    for clause in book.narrative.clauses:
        late = cues("registration.founded_late").search(clause.text)
        if clause.sentence == founded.sentence and clause.index > founded.index:
            late = late or cues("registration.came_late").search(clause.text)
        if not late or is_asked(clause) or own_subject(clause, late.start()) == "other":
            continue
        if cues("registration.late_other").search(clause.text) or cues("scope.plan").search(clause.text):
            continue
        dates = [mention.value for mention in told_dates(clause.text, book.as_of)]
        if any(one.first() > since.last() and _is_recent(book, one) for one in dates):
            return clause
    return None


def _is_recent(book: Notebook, since: PartialDate) -> bool:
    years = whole_years_since(since, book.as_of)
    return years is not None and years < _LONG


def _again(book: Notebook, clause: Clause) -> re.Match[str] | None:
    if again := cues("registration.again").search(clause.text):
        return again
    again = cues("registration.again_after_end").search(clause.text)
    before = book.narrative.clauses[max(0, clause.index - 8) : clause.index + 1]
    converted = any(cues("registration.converted").search(other.text) for other in before)
    return again if again and (converted or dissolved_before(book, clause)) else None


def dissolved_before(book: Notebook, clause: Clause) -> Clause | None:
    """The clause that tells of the old body's end, up to this one."""
    for other in book.narrative.clauses[clause.index :: -1]:
        end = cues("registration.dissolved").search(other.text)
        if end and not is_asked(other) and subject(book.narrative, other, end.start()) != "other":
            return other
    return None


def _is_no_registration(book: Notebook, clause: Clause, again: re.Match[str]) -> bool:
    if is_asked(clause) or is_doubted(book.narrative, clause) or cues("scope.plan").search(clause.text):
        return True
    return own_subject(clause, again.start()) == "other" or bool(cues("registration.not_founding").search(clause.text))


def _date(book: Notebook, clause: Clause) -> PartialDate | None:
    """Its own date, those of the bodies it was made from (in brackets) left out; else the one right before."""
    own = re.sub(r"[（(][^）)]*[）)]", lambda match: "□" * len(match.group()), clause.text)
    for text in (own, *(other.text for other in book.narrative.before(clause)[:1])):
        if dates := find_dates(text, book.as_of):
            return dates[-1].value
    return None

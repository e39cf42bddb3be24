"""Violations denied: of which kind, by whom, and for how many years."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import is_named
from assistant.eligibility.narrative.framing import claimed_stance
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import (
    NEVER,
    Stance,
    free_years,
    has_exception,
    is_doubted,
    whole_years_since,
)
from assistant.eligibility.narrative.subjects import denier, own_subject, subject
from assistant.language.dates import PartialDate

FREE = "violation_free_years"
MAJOR_FREE = "major_violation_free_years"
IGNORE = "incidents.violation.ignore"
_TOLD = (
    "violation_date",
    "violation_investigation_pending",
    "accident_date",
    "employer_accident_date",
    "major_work_error",
)


def read_denial(book: Notebook, clause: Clause, individual: bool, event: PartialDate | None) -> bool:
    """Read a clause that denies violations; True where it was one (also an unusable one)."""
    named = [
        match
        for name in ("incidents.violation.full", "incidents.violation.partial")
        for match in is_named(clause.text, name, IGNORE)
        if not re.search(r"(?:因|由于)[^,，]{0,3}$", clause.text[: match.start()])
    ]
    stances = [claimed_stance(book.narrative, clause, match.start(), match.end()) for match in named]
    if not named or Stance.AFFIRMED in stances or Stance.PLANNED in stances:
        return False
    if Stance.DOUBTED in stances:
        book.doubt(clause, FREE, MAJOR_FREE)
        return True
    if Stance.ASKED in stances or not _is_own(book, clause, named[0].start(), individual, named):
        return True
    _note_denial(book, clause, named, event)
    return True


def _note_denial(book: Notebook, clause: Clause, named: list[re.Match[str]], event: PartialDate | None) -> None:
    full = is_named(clause.text, "incidents.violation.full", IGNORE)
    years = free_years(book.narrative, clause, book.as_of, event)
    besides = years == NEVER and book.has("violation_date") and cues("scope.besides").search(clause.text)
    if besides:
        years = _since_told(book)
    first = min(match.start() for match in named)
    apart = has_exception(book.narrative, clause) or cues("scope.other_than").search(clause.text)
    untold = apart and not any(_is_told(book, key) for key in _TOLD)
    if years is None or (untold and not book.has("violation_confirmed")):
        book.doubt(clause, FREE, MAJOR_FREE)
        return
    if _only_major(clause.text[:first]):
        book.note(MAJOR_FREE, years, clause)
        return
    if not full or cues("incidents.violation.one_field").search(clause.text[:first]):
        return
    book.note(FREE, years, clause)
    minor = book.value("violation_severity") in ("general", "minor")
    book.note(MAJOR_FREE, NEVER if minor and besides else years, clause)


def _is_told(book: Notebook, key: str) -> bool:
    """An event was noted or left open under the key; that there was none (工作中没造成过重大失误) tells of no event."""
    return book.has(key) and book.value(key) not in (False, "none")


def _since_told(book: Notebook) -> int | None:
    """2015年被拘过七天；除此之外没有任何违法: none but the one told, so none since its day."""
    told = book.value("violation_date")
    return None if told is None else whole_years_since(PartialDate.parse(str(told)), book.as_of)


def read_lawful(book: Notebook, clause: Clause, individual: bool) -> bool:
    """守法经营，从没被罚过: keeping the law, and a penalty or breach denied beside it, denies both."""
    lawful = cues("incidents.violation.lawful").search(clause.text)
    if not lawful or is_doubted(book.narrative, clause):
        return False
    if own_subject(clause, lawful.start()) in (("employer", "team") if individual else ()) + ("other", "former"):
        return False
    for other in book.narrative.sentence(clause):
        named = is_named(other.text, "incidents.violation.penalty", IGNORE)
        named = named or is_named(other.text, "incidents.violation.partial", IGNORE)
        graded = named and _only_major(other.text[: named[0].start()])
        how = claimed_stance(book.narrative, other, named[0].start(), named[0].end()) if named else None
        if how is Stance.DENIED and not graded:
            book.note(FREE, free_years(book.narrative, other, book.as_of, None), other)
            return True
    return False


def _only_major(before: str) -> bool:
    """重大 governs the violation where no other noun of an incident stands between them."""
    match = re.search(r"(?:重大|严重)(?!.*(?:事故|投诉|事件|失误))[^,，]*$", before)
    return bool(match)


def _is_own(book: Notebook, clause: Clause, position: int, individual: bool, named: list[re.Match[str]]) -> bool:
    """The denial is about the applicant. For a person, one about the employer is not, unless it names discipline."""
    own = own_subject(clause, position) or denier(clause, named[-1].end())
    who = own or subject(book.narrative, clause, position)
    if who in ("other", "former", "boss"):
        return False
    if individual and who in ("employer", "team"):
        words = "".join(match.group() for match in named)
        lawful = [cues("incidents.violation.lawful").search(other.text) for other in book.narrative.before(clause)[:1]]
        return not own and not any(lawful) and bool(re.search("违[过了]?纪", words))
    return True

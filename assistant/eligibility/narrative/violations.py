"""Violations of law, rules and discipline: denied, committed, under investigation, punished or in dispute."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date
from assistant.eligibility.narrative.lawfulness import FREE, MAJOR_FREE, read_denial, read_lawful
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.offenders import read_offence
from assistant.eligibility.narrative.penalties import named_offences
from assistant.eligibility.narrative.scope import (
    NEVER,
    free_years,
    is_denied,
    is_doubted,
    is_silent_denial,
    reaches_back_to,
)
from assistant.language.dates import PartialDate

_OFFENCE = re.compile("violation_(?!free)|penalized")


def read_violations(book: Notebook, individual: bool) -> None:
    """Note what is said of violations; anything told and not surely understood leaves the free years open."""
    event: PartialDate | None = None
    told: list[Clause] = []
    whose: list[Clause] = []
    for clause in book.narrative.clauses:
        if event is not None and is_silent_denial(book.narrative, clause, "incidents.violation.told"):
            book.note(FREE, free_years(book.narrative, clause, book.as_of, event), clause)
        asked = cues("incidents.violation.asked").search(clause.text)
        if asked and not clause.asks and is_doubted(book.narrative, clause):
            book.doubt(clause, FREE, MAJOR_FREE)
        if read_denial(book, clause, individual, event) or read_lawful(book, clause, individual):
            continue
        if read_offence(book, clause, individual):
            told.append(clause)
            event = event_date(book, clause) or event
        elif individual and _may_be_own(clause):
            whose.append(clause)
    for clause in whose:
        book.doubt(clause, FREE, MAJOR_FREE)
    if told:
        _doubt_anothers(book, told)
        _reconcile(book, event)


def _may_be_own(clause: Clause) -> bool:
    """厂长给了个警告处分, 带徒弟违章作业被罚款: one who gave it or was led is named; it may be ours."""
    if not cues("incidents.violation.giver").search(clause.text):
        return False
    return any(
        not is_denied(clause.text, match.start(), match.end()) for match in named_offences(clause.text, "penalty")
    )


def _doubt_anothers(book: Notebook, told: list[Clause]) -> None:
    """我从没违过法, beside 2019年安全处罚了带班的: where all is denied for good, an offence that names another and not
    the applicant may be that other's; so may one told of a former post or of one shop among many, and one that names
    nobody where the denial sets its speaker apart (我自己可是没违法)."""
    denied = book.clause_of(FREE)
    if denied is None or book.value(FREE) != NEVER or _leaves_out(book, denied):
        return
    apart = bool(cues("bystanders.set_apart").search(denied.text))
    for clause in told:
        elsewhere = any(
            cues(f"incidents.violation.{name}").search(one.text)
            for one in book.narrative.sentence(clause)
            for name in ("former_post", "own_shop")
        )
        own = cues("bystanders.first_person").search(clause.text)
        unnamed = apart and not cues("bystanders.doer").search(clause.text)
        if elsewhere or unnamed or (cues("bystanders.person").search(clause.text) and not own):
            book.doubt(clause, *(key for key in book.noted_in(clause) if _OFFENCE.match(key)))


def _leaves_out(book: Notebook, denied: Clause) -> bool:
    """The denial is of other violations than the one told, or of the time since."""
    near = [denied, *book.narrative.before(denied)[:1]]
    lists = ("scope.besides", "scope.other_than", "scope.exception", "scope.afterwards")
    return any(cues(name).search(one.text) for one in near for name in lists)


def _reconcile(book: Notebook, event: PartialDate | None) -> None:
    """After a violation, a denial stands only for the years that lie wholly after it."""
    pending = book.value("violation_investigation_pending")
    for key in (FREE, MAJOR_FREE):
        years = book.value(key)
        if years is None:
            continue
        minor = key == MAJOR_FREE and book.value("violation_severity") in ("general", "minor")
        if minor and not pending:
            continue
        if pending or reaches_back_to(int(years), event, book.as_of):
            book.forget(key)

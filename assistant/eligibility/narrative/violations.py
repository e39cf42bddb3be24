"""Violations of law, rules and discipline: denied, committed, under investigation, punished or in dispute."""

from assistant.eligibility.narrative.events import event_date
from assistant.eligibility.narrative.lawfulness import FREE, MAJOR_FREE, read_denial, read_lawful
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.offenders import read_offence
from assistant.eligibility.narrative.scope import (
    free_years,
    is_doubted,
    is_silent_denial,
    reaches_back_to,
)
from assistant.language.dates import PartialDate


def read_violations(book: Notebook, individual: bool) -> None:
    """Note what is said of violations; anything told and not surely understood leaves the free years open."""
    event: PartialDate | None = None
    happened = False
    for clause in book.narrative.clauses:
        if event is not None and is_silent_denial(book.narrative, clause, "incidents.violation.told"):
            book.note(FREE, free_years(book.narrative, clause, book.as_of, event), clause)
        asked = cues("incidents.violation.asked").search(clause.text)
        if asked and not clause.asks and is_doubted(book.narrative, clause):
            book.doubt(clause, FREE, MAJOR_FREE)
        if read_denial(book, clause, individual, event) or read_lawful(book, clause, individual):
            continue
        told = read_offence(book, clause, individual)
        if told:
            happened = True
            event = event_date(book, clause) or event
    if happened:
        _reconcile(book, event)


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

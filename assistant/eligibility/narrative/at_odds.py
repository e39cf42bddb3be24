"""What the text says is had and, elsewhere, is not: 认证那套我们没弄 beside 体系过了认证 settles neither.

The readers take the statement they understand; the other one may be the true one. A thing that one sentence has and
another, in whatever words, has not, or the other way round, is left open; so is a form another clause gives otherwise.
"""

import re

from assistant.eligibility.narrative.applicant import NO_LEGAL_FORMS
from assistant.eligibility.narrative.bystanders import names_another
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied

_LACKED = (None, False, "none", "enterprise", "county")


def doubt_at_odds(book: Notebook) -> None:
    """Leave open what another clause says otherwise than it was noted."""
    for key, thing in choices("at_odds.thing"):
        if book.value(key) in _LACKED:
            continue
        for clause in _elsewhere(book, key):
            named = thing.search(clause.text)
            if named and _is_lacking(book, clause, named.end()):
                book.doubt(clause, key)
    _doubt_had(book)
    _doubt_form(book)


def _elsewhere(book: Notebook, key: str) -> list[Clause]:
    return [one for one in book.narrative.clauses if key not in book.noted_in(one) and not is_asked(one)]


def _is_lacking(book: Notebook, clause: Clause, end: int) -> bool:
    behind = [clause.text[end:], *(other.text for other in book.narrative.after(clause)[:1])]
    return any(cues("at_odds.lacking").search(text) for text in behind)


def _doubt_had(book: Notebook) -> None:
    """没得过省级质量奖, and elsewhere 我们是2019年陕西省质量奖的得主."""
    for key, had in choices("at_odds.had"):
        if book.value(key) is not False:
            continue
        for clause in _elsewhere(book, key):
            if _says_had(book, clause, had) and not names_another(book, clause):
                book.doubt(clause, key)


def _says_had(book: Notebook, clause: Clause, had: re.Pattern[str]) -> bool:
    """The clause, read with the one before it (隔壁得了省质量奖，我们也得了), says so; none denies it or aims."""
    lead = "".join(f"{one.text}，" for one in book.narrative.before(clause)[:1])
    text = lead + clause.text
    match = had.search(text)
    while match is not None and match.end() <= len(lead):
        match = had.search(text, match.start() + 1)
    if match is None or cues("at_odds.aims").search(text):
        return False
    rest = clause.text[: max(match.start() - len(lead), 0)] + clause.text[match.end() - len(lead) :]
    behind = "".join(one.text for one in book.narrative.after(clause)[:1])
    return not cues("scope.negators").search(f"{rest}，{behind}")


def _doubt_form(book: Notebook) -> None:
    """独立法人, and elsewhere 我们是分公司: one of the two is not so."""
    for form, says in choices("at_odds.form"):
        for clause in book.narrative.clauses:
            match = says.search(clause.text)
            if match is None or is_asked(clause) or is_denied(clause.text, *match.span()):
                continue
            known = book.value("org_form")
            clash = form == known and form in NO_LEGAL_FORMS and book.value("is_legal_person") is True
            if clash or known not in (None, form):
                book.doubt(clause, "org_form", "is_legal_person")

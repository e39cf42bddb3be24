"""What the text says is had and, elsewhere, is not: 认证那套我们没弄 beside 体系过了认证 settles neither.

The readers take the statement they understand; the other one may be the true one. A thing that counts for the
applicant and that another sentence says, in whatever words, not to be had, is left open.
"""

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked

_LACKED = (None, False, "none", "enterprise", "county")
_AWARDS = ("won_national_quality_award", "won_provincial_quality_award")


def doubt_at_odds(book: Notebook) -> None:
    """Leave open what is noted as had where another clause names it as not had."""
    for key, thing in choices("at_odds.thing"):
        if book.value(key) in _LACKED:
            continue
        for clause in book.narrative.clauses:
            named = thing.search(clause.text)
            if named and key not in book.noted_in(clause) and _is_lacking(book, clause, named.end()):
                book.doubt(clause, key)


def _is_lacking(book: Notebook, clause: Clause, end: int) -> bool:
    if is_asked(clause):
        return False
    behind = [clause.text[end:], *(other.text for other in book.narrative.after(clause)[:1])]
    return any(cues("at_odds.lacking").search(text) for text in behind)

"""A sentence that names what was denied elsewhere and of which nothing at all was read leaves the denial open.

没有违法违规违纪 stands beside a sentence about a 罚单 nobody understood: unless it denies it too, is told of somebody
else or decides nothing, it may be the very thing that was denied. (The same asked of what one may have, certificates
and posts, would leave open far more that is right than it keeps from going wrong, and is not done.)
"""

from assistant.eligibility.narrative.bystanders import names_another, said_not_ours
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked
from assistant.eligibility.narrative.subjects import subject
from assistant.eligibility.narrative.unread import is_aside, others


def doubt_unaccounted(book: Notebook) -> None:
    """Leave open the years free of what an unread sentence names."""
    unread = [
        clause
        for sentence in book.narrative.sentences
        if not any(book.noted_in(clause) for clause in sentence)
        for clause in sentence
        if not _is_accounted_for(book, clause)
    ]
    for key, named in choices("hedged.about"):
        if key.endswith("_free_years") and book.value(key) is not None:
            for clause in unread:
                if named.search(clause.text):
                    book.doubt(clause, key)


def _is_accounted_for(book: Notebook, clause: Clause) -> bool:
    """It asks, denies (or is denied behind), decides nothing, or is told of another."""
    told = [clause, *book.narrative.after(clause)]
    if is_asked(clause) or any(cues("scope.negators").search(one.text) for one in told) or is_aside(book, clause):
        return True
    if names_another(book, clause) or said_not_ours(book, clause):
        return True
    return subject(book.narrative, clause, len(clause.text)) in others(book, "violation")

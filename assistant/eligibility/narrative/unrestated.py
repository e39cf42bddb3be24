"""A clause that names what a person was read to have, and does not say so again, leaves it open.

我担任首席质量官 beside 首席质量官去年已经换人了, a commendation beside 表彰其实是县里的: in whatever words it is taken
back, and whatever sentence it stands in, what was noted of the topic is not settled.
"""

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked

_HAD_NOT = (None, False, 0, "none", "enterprise", "county")


def doubt_unrestated(book: Notebook) -> None:
    """Leave open what a person has where a clause of its topic tells something else of it."""
    for key, topic in choices("unrestated.about"):
        if book.value(key) in _HAD_NOT:
            continue
        for clause in book.narrative.clauses:
            if topic.search(clause.text) and not _restates(book, clause, key):
                book.doubt(clause, key)


def _restates(book: Notebook, clause: Clause, key: str) -> bool:
    """It asks, was read as telling it, is of another matter after all, belongs to the sentence that told it, or stands
    before it and is put right by it (拿过一次奖, and later: 比武拿过3次市级奖)."""
    if cues("unrestated.undone").search(clause.text) and not is_asked(clause):
        return False
    if key in book.noted_in(clause) or is_asked(clause) or cues("unrestated.confirms").search(clause.text):
        return True
    if _is_anothers_prize(book, clause):
        return True
    if all(other.start >= clause.start for other in book.narrative.clauses if key in book.noted_in(other)):
        return True
    told = any(key in book.noted_in(other) for other in book.narrative.sentence(clause))
    return told and not cues("unrestated.undercuts").search(clause.text)


def _is_anothers_prize(book: Notebook, clause: Clause) -> bool:
    """参加了全国QC成果发布，拿了个一等奖: a prize of the contest named right before it, and no commendation."""
    if not cues("achievements.contest.prize").search(clause.text):
        return False
    before = book.narrative.before(clause)[:1]
    return any(cues("achievements.commendation.other").search(other.text) for other in before)

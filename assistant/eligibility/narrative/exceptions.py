"""What a denial leaves out: 没有违法违规违纪（2022年那次除外）, 没有事故，仅有一次例外.

The exception stands behind the denial, in brackets or a clause of its own. Where it was read as an event, the event
speaks for itself; where nothing was read of it, the denial cannot stand as the whole story.
"""

import itertools
import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook

_ANYTHING = re.compile("")
# What a denial of each kind of key would leave out.
_TOPICS = {
    "accident": re.compile("accident_free"),
    "violation": re.compile("violation_free"),
    "complaint": re.compile("major_complaint"),
    "mass_incident": re.compile("mass_incident"),
    "award_fraud": re.compile("award_fraud|past_|honor_"),
    "spot_check": re.compile("spot_check"),
    "abnormal": re.compile("in_abnormal"),
    "illegal": re.compile("in_serious"),
    "error": re.compile("major_work_error"),
    "won": re.compile("won_"),
}


def doubt_exceptions(book: Notebook) -> None:
    """Leave open every denial an exception follows of which nothing was read."""
    clauses = book.narrative.clauses
    for denial, clause in itertools.pairwise(clauses):
        if not _excepts(denial, clause):
            continue
        denial = _denial_before(book, denial)
        again = set(book.denied_in(clause))
        keys = [key for key in book.denied_in(denial) if _about(key, clause)]
        if again.intersection(keys) or not book.tells([clause], _ANYTHING):
            book.doubt(clause, *keys)


def _denial_before(book: Notebook, clause: Clause) -> Clause:
    """The clause itself, or the nearest before it in its sentence that denies something."""
    near = [clause, *book.narrative.before(clause)]
    return next((other for other in near if book.denied_in(other)), clause)


def _excepts(denial: Clause, clause: Clause) -> bool:
    """Words of exception; those that only limit (仅有一次) within the sentence of the denial."""
    if cues("scope.excepted").search(clause.text):
        return True
    return clause.sentence == denial.sentence and bool(cues("scope.limited").search(clause.text))


def _about(key: str, clause: Clause) -> bool:
    """The exception names nothing of its own, or an event of the topic the key denies."""
    if key == "major_work_error" and cues("unread.private").search(clause.text):
        return False
    named = {topic for topic in _TOPICS if cues(f"unread.event.{topic}").search(clause.text)}
    if cues("unread.private").search(clause.text):
        named = {"violation"}
    return not named or any(_TOPICS[topic].search(key) for topic in named)

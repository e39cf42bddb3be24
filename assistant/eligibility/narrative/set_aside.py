"""A penalty no reader took for the applicant's, and that nothing else gives to another, leaves the free years open.

The readers leave aside what befell another, and the other named last wins: 我们和隔壁厂都被罚了 would vanish.
What was set aside must be another's by a second sign as well, or it may be ours.
"""

import re

from assistant.eligibility.narrative.bystanders import names_another, said_not_ours
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import is_cleared
from assistant.eligibility.narrative.lawfulness import FREE, MAJOR_FREE
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.penalties import denies_cause, named_offences
from assistant.eligibility.narrative.scope import Stance, is_asked, stance
from assistant.eligibility.narrative.subjects import own_subject

_TOLD = re.compile("violation_|penalized|major_violation_|past_|honor_|award_fraud_|accident_|complaint_")


def doubt_set_aside(book: Notebook, *, individual: bool) -> None:
    """Leave the free years open for every penalty that became no fact and is not another's by two signs."""
    for clause in book.narrative.clauses:
        if not _tells_penalty(book, clause) or book.tells(book.narrative.sentence(clause), _TOLD):
            continue
        if _is_shared(book, clause) or not (individual or _is_surely_anothers(book, clause)):
            book.doubt(clause, FREE, MAJOR_FREE)


def _tells_penalty(book: Notebook, clause: Clause) -> bool:
    """A penalty is told in the clause, neither denied nor asked."""
    if is_asked(clause) or is_cleared(book, clause):
        return False
    for match in named_offences(clause.text, "penalty"):
        how = stance(book.narrative, clause, match.start(), match.end())
        if how is not Stance.DENIED or denies_cause(clause.text, match):
            return True
    return bool(cues("set_aside.ticket").search(clause.text))


def _is_shared(book: Notebook, clause: Clause) -> bool:
    """The applicant is named as one of several, or after another: 都, 一起, 也有我们, 我们也没跑掉."""
    told = "，".join(other.text for other in book.narrative.sentence(clause))
    return bool(cues("set_aside.shared").search(told)) and not said_not_ours(book, clause)


def _is_surely_anothers(book: Notebook, clause: Clause) -> bool:
    """It is said not to be ours or that we have none, or both ways of asking whose it is find another in the clause."""
    sentences = book.narrative.sentences[clause.sentence : clause.sentence + 2]
    if said_not_ours(book, clause) or any(cues("set_aside.second_sign").search(one.text) for one in sentences[0]):
        return True
    told = "，".join(one.text for one in sentences[0])
    if any(cues("set_aside.own_clean").search("，".join(one.text for one in sentence)) for sentence in sentences):
        return True
    agreed = own_subject(clause, len(clause.text)) == "other" and names_another(book, clause, alone=True)
    return agreed and not cues("set_aside.first_person").search(told)

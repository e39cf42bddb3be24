"""Whose an offence is where the family is named: a relative's, the applicant's, or open.

儿媳妇坐月子，2020年旷工被记大过 is one's own, 老公赌博，2020年被拘留 the husband's, and many wordings fit both. A
relative is taken for the offender only where the clause of the offence is about him; where that is not sure it stays
open: a person is neither cleared of what may be his own nor refused for what may be another's.
"""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.subjects import own_subject

_RELATIVE = "scope.subject.relative"


def is_relatives(book: Notebook, clause: Clause, position: int) -> bool:
    """The offence at `position` is surely a relative's: he alone is what its clause, or the one before, is about."""
    if own_subject(clause, position, relative="relative"):
        named = _last_named(clause.text[:position])
        return named is not None and _leads(named) and not _lives_through(clause.text[named.end() : position])
    before = book.narrative.before(clause)
    for other in before:
        if own_subject(other, len(other.text), relative="relative"):
            return _tells_of(other, next_to=other is before[0], punished=clause.text[:position])
    return False


def may_be_relatives(book: Notebook, clause: Clause, match: re.Match[str]) -> bool:
    """A relative is named where the offence may be his: behind it, or in the sentence before one that names nobody."""
    if cues("relatives.befell").search(clause.text, match.start()):
        return True
    if any(cues("relatives.turns_out").search(other.text) for other in book.narrative.after(clause)[:2]):
        return True
    return _goes_on(book, clause, match)


def _goes_on(book: Notebook, clause: Clause, match: re.Match[str]) -> bool:
    """老公在外打工。2020年赌博被拘留过一回."""
    told = [clause.text[: match.start()], *(other.text for other in book.narrative.before(clause))]
    if clause.sentence == 0 or any(cues("bystanders.first_person").search(text) for text in told):
        return False
    before = "，".join(other.text for other in book.narrative.sentences[clause.sentence - 1])
    about = cues("relatives.about").search(before)
    return about is not None and not cues("bystanders.first_person").search(before, about.end())


def _tells_of(clause: Clause, *, next_to: bool, punished: str) -> bool:
    """A clause before: the relative set alone (我老公，2020年…), or his misdeed right before the punishment."""
    named = _last_named(clause.text)
    if named is None or not _leads(named):
        return False
    behind = clause.text[named.end() :]
    if cues("relatives.tail").fullmatch(behind):
        return True
    misdeed = next_to and cues("relatives.misdeed").search(behind) and not _lives_through(behind)
    return bool(misdeed and cues("relatives.punished").fullmatch(punished))


def _last_named(text: str) -> re.Match[str] | None:
    found = list(cues(_RELATIVE).finditer(text))
    return found[-1] if found else None


def _leads(named: re.Match[str]) -> bool:
    """Nothing but a time or a turn of speech stands before: 因为带家属上班 is about somebody else."""
    return bool(cues("relatives.leads").fullmatch(named.string[: named.start()]))


def _lives_through(text: str) -> bool:
    return bool(cues("relatives.own_life").search(text))

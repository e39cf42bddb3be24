"""Whose an event is, asked once more: 有个供应商，就是给我们做纸箱的那家，上个月被罚 must refuse nobody.

The readers take an event for the applicant's unless they know the words for another. Here it is the other way about:
an event that would refuse the applicant is left open where anybody else is named nearer to it than the applicant, or
where it is said behind that it was not ours.
"""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook

# What refuses an organisation when it is so; of what befell the employer, a person.
_AGAINST = re.compile(
    "violation_(?:date|type|severity|confirmed)|penalized|accident_(?:date|level)|spot_check_issue_date"
    "|complaint_(?:date|level)|won_(?!.*date)|in_abnormal|in_serious|award_fraud_date|past_(?:false|improper)"
    "|honor_revoked_date|mass_incident_(?:date|level)"
)
_AGAINST_EMPLOYER = re.compile("employer_accident_(?:date|level)")
# What a person must have himself.
_OWN = re.compile(
    "highest_quality_commendation|skill_contest|has_own_ip|quality_(?:publication|project)|standards_participation"
)
_HARMLESS = (None, False, "none", "general", "minor")


def doubt_bystanders(book: Notebook, *, individual: bool) -> None:
    """Leave open what was read against the applicant and may be told of somebody else."""
    against = _AGAINST_EMPLOYER if individual else _AGAINST
    for clause in book.narrative.clauses:
        keys = [key for key in book.noted_in(clause) if against.match(key)]
        if not any(book.value(key) not in _HARMLESS for key in keys):
            continue
        if (not individual and said_not_ours(book, clause)) or names_another(book, clause):
            book.doubt(clause, *keys)
    if individual:
        _doubt_credit(book)


def _doubt_credit(book: Notebook) -> None:
    """公司拿过省里的, 不是我个人的: told in the clause itself or right behind."""
    for clause in book.narrative.clauses:
        keys = [key for key in book.noted_in(clause) if _OWN.match(key) and book.value(key) not in (*_HARMLESS, 0)]
        near = [clause, *book.narrative.after(clause)[:1]]
        if keys and any(cues("bystanders.credit_elsewhere").search(other.text) for other in near):
            book.doubt(clause, *keys)


def said_not_ours(book: Notebook, clause: Clause) -> bool:
    """The clause itself or one of the two behind it says so."""
    near = [clause, *book.narrative.after(clause, 2)[:2]]
    return any(cues("bystanders.not_ours").search(other.text) for other in near)


def is_anothers(book: Notebook, clause: Clause) -> bool:
    """Another is named nearest, and it is said behind that it was not ours: 供应商被罚了，跟我们没关系."""
    return names_another(book, clause) and said_not_ours(book, clause)


def names_another(book: Notebook, clause: Clause, *, alone: bool = False) -> bool:
    """Of the clauses up to this one (or it `alone`), the nearest that names anybody names another last."""
    for other in [clause] if alone else [clause, *book.narrative.before(clause)]:
        anybody = _named_last(book, other.text)
        if anybody is not None:
            return anybody == "other"
    return False


def _named_last(book: Notebook, text: str) -> str | None:
    """Who is named last as one who does something; a branch and its head office are one (rules.md A-30)."""
    others = [one for one in cues("bystanders.other").finditer(text) if _acts(text, one) and not _is_head(book, one)]
    own = [
        one
        for one in cues("bystanders.own").finditer(text)
        if not any(other.start() <= one.start() < other.end() for other in others) and _acts(text, one)
    ]
    if not others and not own:
        return None
    return "other" if not own or (others and others[-1].start() > own[-1].start()) else "own"


def _acts(text: str, named: re.Match[str]) -> bool:
    before = cues("bystanders.towards").search(text, 0, named.start())
    return not before and not cues("bystanders.set_off").match(text, named.end())


def _is_head(book: Notebook, named: re.Match[str]) -> bool:
    return book.value("org_form") == "branch" and bool(cues("scope.headquarters").search(named.group()))

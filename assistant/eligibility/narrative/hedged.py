"""A decisive fact beside a hedge: 文件还在走签, 县里说法不一, 到底算什么岗位 leave open what they are about.

The readers know which doubts undo which statement. This net asks the other way about: whatever was read of the topic a
hedging clause names, in its own sentence or the one before, and, where it names none, whatever was read last before it
in its sentence, is left open.
"""

import re
from collections.abc import Iterable

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook

_ABOUT_NOBODY = {"applicant_type", "national_titles", "exceptional_performance_claimed", "total_work_years"}
# Who one is does not wait for anything, nor does what one stands on a list for.
_NOT_AWAITED = {
    "org_form",
    "is_legal_person",
    "is_education_institution",
    "education_institution_type",
    "individual_category",
    "registered_city",
    "registered_province",
    "established_in_mainland",
}
_HELD = {"qms_certified", "other_ms_certified", "has_required_licenses", "is_cqo", "has_own_ip_or_patent"}
_HELD |= {"quality_publication", "quality_project_key_role", "standards_participation"}
# Commendations that refuse, whatever is expected beside them (commendations.py weighs what is).
_BELOW = ("none", "enterprise", "county")
_LISTED = {"in_abnormal_list", "in_serious_illegal_list"}


def doubt_hedged(book: Notebook) -> None:
    """Leave open what a hedging clause is about."""
    for clause in book.narrative.clauses:
        if _is_aside(clause) or about_the_rules(book, clause):
            continue
        if cues("hedged.hedge").search(clause.text):
            book.doubt(clause, *sorted(_meant(book, clause)))
        elif cues("hedged.still_to_come").search(clause.text) and not cues("hedged.besides").search(clause.text):
            book.doubt(clause, *sorted(key for key in _meant(book, clause) if _is_awaited(book, key)))


def _is_aside(clause: Clause) -> bool:
    """It doubts whether the award can be had, or something that decides nothing."""
    if cues("hedged.counts").search(clause.text):
        return False
    return any(cues(name).search(clause.text) for name in ("hedged.about_the_award", "scope.own_topic"))


def about_the_rules(book: Notebook, clause: Clause) -> bool:
    """听人说得过奖五年里头不能再报，不知道真假: a doubt that names nothing is about the hearsay of rules before it."""
    before = book.narrative.before(clause)[:1]
    heard = any(cues("hedged.of_the_rules").search(other.text) for other in before)
    return heard and not topics_of(clause.text)


def _is_awaited(book: Notebook, key: str) -> bool:
    """认证还在办 undoes that one is certified, not that one is not."""
    value = book.value(key)
    if key in _LISTED or key in _NOT_AWAITED:
        return key in _LISTED and value is False
    return not (value is False and key in _HELD) and value not in _BELOW


def _meant(book: Notebook, clause: Clause) -> set[str]:
    """Of the topics the clause names, what was noted near it, else anywhere; of a clause that names none, what was
    noted last before it in its sentence, else anywhere of the topics its sentence names."""
    if (aside := _bracketed(book, clause)) is not None:
        return _noted(book, aside)
    sentences = book.narrative.sentences
    near = [other for one in sentences[max(0, clause.sentence - 1) : clause.sentence + 1] for other in one]
    topics = topics_of(clause.text)
    if topics:
        near_by = topics & _noted(book, [other for other in near if other.index <= clause.index])
        return near_by or topics & _noted(book, _elsewhere(book, clause))
    told = "，".join(other.text for other in book.narrative.before(clause))
    of_sentence = topics_of(told) & _noted(book, _elsewhere(book, clause))
    for other in [clause, *book.narrative.before(clause)]:
        keys = {key for key in _noted(book, [other]) - _ABOUT_NOBODY if not key.endswith("_pending")}
        if keys:
            return keys | of_sentence
    return of_sentence


def _bracketed(book: Notebook, clause: Clause) -> list[Clause] | None:
    """一等奖（奖状还没找到，年份待核）: a bracket is about the clause it was opened in; None outside of one."""
    told = [*reversed(book.narrative.before(clause)), clause]
    opened = [one for one in told if re.search("[（(][^）)]*$", one.text) or (one is clause and "（" in one.text)]
    if not opened or any(re.search("[）)]", one.text) for one in told[told.index(opened[-1]) + 1 : -1]):
        return None
    return told[told.index(opened[-1]) :]


def _elsewhere(book: Notebook, clause: Clause) -> list[Clause]:
    """All but the rest of its sentence, which is said in view of the doubt; of what is still to come, what was told."""
    awaited = not cues("hedged.hedge").search(clause.text)
    later = book.narrative.clauses[clause.index + 1 :] if awaited else book.narrative.after(clause)
    return [other for other in book.narrative.clauses if other not in later]


def topics_of(text: str) -> set[str]:
    """The keys of the topics a text names, as a hedge names what it is about."""
    return {key for key, pattern in choices("hedged.about") if pattern.search(text)}


def _noted(book: Notebook, clauses: Iterable[Clause]) -> set[str]:
    return {key for clause in clauses for key in book.noted_in(clause)}

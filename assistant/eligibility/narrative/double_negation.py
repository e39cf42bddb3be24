"""Two denials in one breath: 没有不符合的地方 says that all fits, 并非没有事故 that there may have been one.

The readers take one negator for a denial. So none-that-is-not is first said plainly, where what remains is a good thing
to be so; and whatever a clause tells whose denial is itself denied is left open, never turned about.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.hedged import topics_of
from assistant.eligibility.narrative.idioms import without_idioms
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook

# Who or what the applicant is does not hang on the denial of something else in the clause.
_APART = {"applicant_type", "org_form", "individual_category", "registered_city", "registered_province", "work_city"}

# True where it denies: never stopped, never applied before.
_UNBROKEN = {"operation_continuous", "first_time_applicant"}


def said_plainly(narrative: Narrative) -> Narrative:
    """The narrative with 没有哪张证没办 as 证都办; the original and the spans of its clauses stay as they are."""
    starts = [place.start for place in narrative.places]
    clauses = tuple(replace(clause, text=_plainly(clause, starts)) for clause in narrative.clauses)
    return replace(narrative, clauses=clauses)


def _plainly(clause: Clause, places: list[int]) -> str:
    found = cues("double_negation.none_but").search(clause.text)
    # Places are found by their offset in the clause, so nothing before one may change its length.
    if found is None or bisect_right(places, clause.start + found.start()) < bisect_left(places, clause.end):
        return clause.text
    return f"{clause.text[: found.start()]}{found['noun'] or ''}都{found['said']}"


def doubt_denied_denials(book: Notebook) -> None:
    """Leave open what a clause is about that denies a denial, or tells of none without."""
    for clause in book.narrative.clauses:
        behind = next((other.text for other in book.narrative.after(clause)), "")
        if cues("double_negation.none_without").search(clause.text) or _is_refused(clause, behind):
            book.doubt(clause, *_about(book, clause))
        elif cues("double_negation.reasserted").search(clause.text):
            book.doubt(clause, *(key for key in _about(book, clause) if _is_denial(book, key)))
        elif cues("double_negation.scorned").search(behind):
            book.doubt(clause, *book.denied_in(clause))


def _about(book: Notebook, clause: Clause) -> list[str]:
    return sorted({*book.noted_in(clause), *_spoken_of(book, clause)} - _APART)


def _is_denial(book: Notebook, key: str) -> bool:
    """What was read denies: 不是没有被罚过 leaves a fine told of as it is."""
    return key.endswith("_free_years") or key in _UNBROKEN or book.value(key) in (False, 0, "none")


def _spoken_of(book: Notebook, clause: Clause) -> set[str]:
    """What was told of the topics the clause names; of none, of one right before (省奖嘛，不是没得过)."""
    if topics := topics_of(clause.text):
        return {key for key in topics if book.has(key)}
    before = book.narrative.before(clause)[:1]
    return {key for one in before if not cues("scope.negators").search(one.text) for key in book.noted_in(one)}


def _is_refused(clause: Clause, behind: str) -> bool:
    """说我们没证，那是冤枉; 没有违法，这种话我说不出口: the clause behind refuses what this one tells."""
    refused = cues("double_negation.refused").search(behind)
    spoken = refused and cues("double_negation.speech").search(refused.group())
    return bool(refused) and bool(spoken or cues("double_negation.reported").search(clause.text))


def is_undone(text: str, match: re.Match[str]) -> bool:
    """What is named as lacking or broken is itself denied: 没有一张许可证过期, 不符合政策的事从来没有."""
    behind = re.split("[,，]", text[match.end() :], maxsplit=1)[0]
    return bool(
        cues("double_negation.undone_before").search(without_idioms(text[: match.start()]))
        or cues("double_negation.undone_within").search(match.group())
        or (behind and cues("double_negation.undone_behind").search(behind))
    )


def is_denied_next(book: Notebook, clause: Clause) -> bool:
    """凡不符合政策的，一概没有: the clause names what there is none of."""
    behind = next((other.text for other in book.narrative.after(clause)), "")
    return bool(cues("double_negation.named").search(clause.text) and cues("scope.bare_denial").search(behind))

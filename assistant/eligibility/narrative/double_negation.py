"""Two denials in one breath: 没有不符合的地方 says that all fits, 并非没有事故 that there may have been one.

The readers take one negator for a denial. So none-that-is-not is first said plainly, where what remains is a good thing
to be so; and whatever a clause tells whose denial is itself denied is left open, never turned about.
"""

import re
from dataclasses import replace

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.hedged import meant
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook

# Who or what the applicant is does not hang on the denial of something else in the clause.
_APART = {"applicant_type", "org_form", "individual_category", "registered_city", "registered_province", "work_city"}


def said_plainly(narrative: Narrative) -> Narrative:
    """The narrative with 没有哪张证没办 as 证都办; the original and the spans of its clauses stay as they are."""
    clauses = tuple(replace(clause, text=_plainly(clause, narrative)) for clause in narrative.clauses)
    return replace(narrative, clauses=clauses)


def _plainly(clause: Clause, narrative: Narrative) -> str:
    found = cues("double_negation.none_but").search(clause.text)
    # Places are found by their offset in the clause, so nothing before one may change its length.
    if found is None or any(clause.start + found.start() < one.start < clause.end for one in narrative.places):
        return clause.text
    return f"{clause.text[: found.start()]}{found['noun'] or ''}都{found['said']}"


def doubt_denied_denials(book: Notebook) -> None:
    """Leave open what a clause is about that denies a denial, or tells of none without."""
    for clause in book.narrative.clauses:
        twice = any(cues(f"double_negation.{name}").search(clause.text) for name in ("reasserted", "none_without"))
        if twice or _is_refused(book, clause):
            about = {*book.noted_in(clause), *meant(book, clause)}
            book.doubt(clause, *sorted(about - _APART))


def _is_refused(book: Notebook, clause: Clause) -> bool:
    """说我们没证，那是冤枉; 没有违法，这种话我说不出口: the clause behind refuses what this one tells."""
    behind = next((other.text for other in book.narrative.after(clause)), "")
    refused = cues("double_negation.refused").search(behind)
    spoken = refused and cues("double_negation.speech").search(refused.group())
    return bool(refused) and bool(spoken or cues("double_negation.reported").search(clause.text))


def is_undone(text: str, match: re.Match[str]) -> bool:
    """What is named as lacking or broken is itself denied: 没有一张许可证过期."""
    return bool(cues("double_negation.undone_before").search(text[: match.start()]))

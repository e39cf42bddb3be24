"""What is only supposed, planned or quoted from a notice is taken out before reading: it tells nothing of anyone."""

from dataclasses import replace

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import cues

_BLANK = "□"


def without_unreal(narrative: Narrative) -> Narrative:
    """The narrative with every such clause blanked, letter for letter, so that all places stay where they are."""
    blanked = [clause for clause in narrative.clauses if _is_unreal(clause)]
    if not blanked:
        return narrative
    text = narrative.text
    for clause in blanked:
        text = text[: clause.start] + _BLANK * len(clause.text) + text[clause.end :]
    clauses = tuple(replace(one, text=text[one.start : one.end]) for one in narrative.clauses)
    return replace(narrative, text=text, clauses=clauses)


def _is_unreal(clause: Clause) -> bool:
    """A supposition, a condition of the notice, or an aim; one to apply for the award is told of the applicant."""
    if cues("scope.required").search(clause.text) or cues("scope.supposed").search(clause.text):
        return True
    return bool(cues("scope.aimed").search(clause.text)) and not cues("scope.applies").search(clause.text)

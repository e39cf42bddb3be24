"""What is only supposed, planned, asked to be written or quoted is taken out before reading: it tells nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.planned import planned_dates

_BLANK = "□"
_QUOTED = re.compile(r"[“「『\"](?P<words>[^”」』\"]{4,200})[”」』\"]")
# How far a quotation's source is looked for before it and behind it.
_BEFORE, _BEHIND = 30, 24

Span = tuple[int, int]


def without_unreal(narrative: Narrative) -> Narrative:
    """The narrative with all of that blanked, letter for letter, so that all places stay where they are."""
    narrative = _blanked(narrative, [*_clauses(narrative), *_quotations(narrative.text)])
    return _blanked(narrative, list(planned_dates(narrative)))


def _blanked(narrative: Narrative, spans: list[Span]) -> Narrative:
    if not spans:
        return narrative
    letters = list(narrative.text)
    for start, end in spans:
        letters[start:end] = _BLANK * (end - start)
    text = "".join(letters)
    clauses = tuple(replace(one, text=text[one.start : one.end]) for one in narrative.clauses)
    return replace(narrative, text=text, clauses=clauses)


def _clauses(narrative: Narrative) -> Iterator[Span]:
    """The clauses that tell nothing, and those of the same sentence that go on with what one of them opened."""
    for at, sentence in enumerate(narrative.sentences):
        yield from _disowned(narrative, at)
        back = None
        for clause in sentence:
            if back is not None and cues(back).search(clause.text):
                back = None
            opens = _opened_by(clause)
            back = opens or back
            if _is_unreal(clause) or opens or (back and _goes_on(clause)):
                yield clause.start, clause.end


def _disowned(narrative: Narrative, at: int) -> Iterator[Span]:
    """The claims of the sentence, and of the one before where it opens so, that turn out to be another's words."""
    sentence = narrative.sentences[at]
    disowns = next((clause for clause in sentence if cues("scope.disowned").search(clause.text)), None)
    if disowns is None:
        return
    before = [clause for clause in sentence if clause.index < disowns.index]
    for clause in before or (narrative.sentences[at - 1] if at else []):
        if _is_favourable(clause.text):
            yield clause.start, clause.end


def _is_unreal(clause: Clause) -> bool:
    """A supposition, a condition of the notice, or an aim; one to apply for the award is told of the applicant."""
    if cues("scope.required").search(clause.text) or cues("scope.supposed").search(clause.text):
        return True
    return bool(cues("scope.aimed").search(clause.text)) and not cues("scope.applies").search(clause.text)


def _opened_by(clause: Clause) -> str | None:
    """The cues that end what this clause opens: a supposition, the words of a notice, or what somebody shall write."""
    if cues("scope.required").search(clause.text):
        return "scope.resumes"
    if cues("scope.supposed").search(clause.text):
        return None if cues("scope.supposed_memory").search(clause.text) else "scope.resumes"
    told = cues("scope.told_to_write").search(clause.text)
    if told is None:
        return None
    words = clause.text[told.start() :]
    return "scope.turns" if told.end() == len(clause.text) or _is_favourable(words) else None


def _goes_on(clause: Clause) -> bool:
    """It claims something good, or names a consequence; an event owned up to is never taken out."""
    return _is_favourable(clause.text) or bool(cues("scope.consequence").search(clause.text))


def _is_favourable(text: str) -> bool:
    return bool(cues("scope.favourable").search(text)) and not cues("scope.owned_up").search(text)


def _quotations(text: str) -> Iterator[Span]:
    """Claims in quotation marks, taken from a notice or a form, or meant to be put into one: 这句加到申报书里."""
    for match in _QUOTED.finditer(text):
        before, behind = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() :][:_BEHIND]
        source = cues("scope.quoted_before").search(before) or cues("scope.quoted_behind").search(behind)
        if source and _is_favourable(match["words"]) and not cues("scope.quoted_own").search(behind):
            yield match.span("words")

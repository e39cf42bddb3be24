"""Asking for somebody else: 朋友在一家厂上班，他让我帮着问 tells of the friend as a speaker tells of himself."""

import re
from dataclasses import replace

from assistant.eligibility.narrative.clauses import Narrative
from assistant.eligibility.narrative.lexicon import cues


def as_own_story(narrative: Narrative) -> Narrative:
    """The narrative with the person asked for put in the speaker's place; as it was where there is no such person.

    Words are replaced by others of the same length, so every place in the original stays known.
    """
    opening = narrative.sentences[0]
    if name := _named_first(narrative):
        return _renamed(narrative, name)
    if not any(cues("applicant.asked_for").search(clause.text) for clause in opening):
        return narrative
    found = cues("applicant.asked_for_name").search(narrative.text)
    if found is None:
        return narrative
    return _renamed(narrative, found.group())


def _named_first(narrative: Narrative) -> str | None:
    """The person the opening two sentences are about, where they name one."""
    first = narrative.sentences[0]
    told_by_self = any(cues("applicant.speaks_of_self").search(clause.text) for clause in first)
    opening = first if told_by_self else [clause for sentence in narrative.sentences[:2] for clause in sentence]
    found = (cues("applicant.opens_named").search(clause.text) for clause in opening)
    named = next((name for match in found if match for name in match.groupdict().values() if name), None)
    return named or _called_by_family_name(narrative)


def _called_by_family_name(narrative: Narrative) -> str | None:
    """连香梅同志 of the opening is called 连师傅 later."""
    full = cues("applicant.full_name").search(narrative.text[: narrative.sentences[0][-1].end])
    called = (match.group() for match in cues("words.named").finditer(narrative.text))
    return next((name for name in called if full and full["family"] in name), None)


def _renamed(narrative: Narrative, name: str) -> Narrative:
    stand_in = "本人".ljust(len(name), "□")

    def told(text: str) -> str:
        return re.sub(re.escape(name), stand_in, text)

    clauses = tuple(replace(clause, text=told(clause.text)) for clause in narrative.clauses)
    return replace(narrative, text=told(narrative.text), clauses=clauses)

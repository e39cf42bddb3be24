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
    if not any(cues("applicant.asked_for").search(clause.text) for clause in opening):
        return narrative
    found = cues("applicant.asked_for_name").search(narrative.text)
    if found is None:
        return narrative
    name = found.group()

    def told(text: str) -> str:
        return re.sub(re.escape(name), "本人", text)

    clauses = tuple(replace(clause, text=told(clause.text)) for clause in narrative.clauses)
    return replace(narrative, text=told(narrative.text), clauses=clauses)

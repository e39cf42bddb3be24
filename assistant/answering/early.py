"""What is seen to before any look-up: nothing or too much asked, nothing readable, what is refused."""

import re

from assistant.answering.answer import Answer, Status
from assistant.answering.known import Known
from assistant.answering.latin import Reading
from assistant.answering.naming import AwardNames
from assistant.answering.screen import by_wording, refused_by_wording, turn_away

QUESTION_LIMIT = 1000
# Behind a pasted text the question is its last sentence, no longer than this.
_LAST_ASK = 120
_SENTENCE = re.compile(r"(?<=[。！!；;\n？?])")


def asked_at_the_end(known: Known, text: str) -> tuple[str, list[str]]:
    """A question behind a long pasted text, alone, with a line that says so; any other text as it is. What is
    refused by its wording stays whole, and so is refused."""
    last = next((one.strip() for one in reversed(_SENTENCE.split(text)) if one.strip()), "")
    asks = known.cues.has("asking", last) or last.endswith(("？", "?"))
    if len(text) <= QUESTION_LIMIT or len(last) > _LAST_ASK or not asks:
        return text, []
    if refused_by_wording(text, known.refusals):
        return text, []
    said = {"length": len(text), "limit": QUESTION_LIMIT, "question": last}
    return last, [known.messages["asked_at_the_end"].format(**said)]


def answered_early(known: Known, names: AwardNames, text: str, reading: Reading) -> Answer | None:
    """Answers that need no look-up: an empty, over-long or unreadable question, a wording that is refused."""
    messages = known.messages
    if not text:
        return Answer(Status.NEEDS_FACTS, messages["empty"])
    if len(text) > QUESTION_LIMIT:
        return Answer(Status.ERROR, messages["too_long"].format(length=len(text), limit=QUESTION_LIMIT))
    refusals = known.refusals
    label = refused_by_wording(text, refusals) or refused_by_wording(reading.text, refusals)
    if label:
        return turn_away(label, messages, known.held)
    guided = by_wording(reading.text, known.guided)
    if guided and not guided.ask:
        return turn_away(guided.label, messages, known.held)
    if reading.understood:
        return None
    about_awards = known.cues.has("award_words", reading.text) or names.find(reading.text).awards
    return Answer(Status.NEEDS_FACTS if about_awards else Status.OUT_OF_SCOPE, messages["unread"])

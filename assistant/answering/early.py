"""What is seen to before any look-up: nothing or too much asked, nothing readable, what is refused."""

import re
from collections.abc import Sequence

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.known import Known
from assistant.answering.latin import Reading
from assistant.answering.matters import named_matters
from assistant.answering.naming import AwardNames
from assistant.answering.screen import by_wording, refused_by_wording, turn_away

QUESTION_LIMIT = 1000
# Behind a pasted text the questions are its last sentences, together no longer than this.
_LAST_ASK = 120
# Thanks are short; what is longer says something besides.
_THANKS = 10
_WORDED = re.compile(r"[？?]$|[吗呢]$")
_SENTENCE = re.compile(r"(?<=[。！!；;\n？?])")


def asked_at_the_end(known: Known, text: str) -> tuple[str, list[str]]:
    """The questions behind a long pasted text, alone, with a line that says so; any other text as it is. What is
    refused by its wording stays whole, and so is refused."""
    if len(text) <= QUESTION_LIMIT:
        return text, []
    asked = "".join(_last_asks(known, text))
    if not asked or refused_by_wording(text, known.refusals):
        return text, []
    said = {"length": len(text), "limit": QUESTION_LIMIT, "question": asked}
    return asked, [known.messages["asked_at_the_end"].format(**said)]


def _last_asks(known: Known, text: str) -> list[str]:
    """The sentences at the end that ask, in their order: thanks behind them are left out, and before the last only
    those count that are worded as questions."""
    sentences = [one.strip() for one in _SENTENCE.split(text) if one.strip()]
    while sentences and is_thanks(known, sentences[-1]):
        sentences.pop()
    asks: list[str] = []
    for sentence in reversed(sentences):
        worded = bool(_WORDED.search(sentence)) or (not asks and known.cues.has("asking", sentence))
        if not worded or sum(map(len, asks)) + len(sentence) > _LAST_ASK:
            break
        asks.insert(0, sentence)
    return asks


def is_thanks(known: Known, text: str) -> bool:
    """Whether a turn only thanks or takes leave."""
    return len(text) <= _THANKS and known.cues.has("thanks", text) and not known.cues.has("asking", text)


def answerable(known: Known, names: AwardNames, history: Sequence[Turn]) -> list[Turn]:
    """The history without the speaker's turns that asked nothing of the notices: greetings, and what was turned away.
    No follow-up leans on these."""
    kept: list[Turn] = []
    for turn in history:
        away = turn.role == "assistant" and known.cues.has("turned_away", turn.content)
        if away and kept and kept[-1].role == "user":
            kept.pop()
        if turn.role == "assistant" or _asks(known, names, turn.content):
            kept.append(turn)
    return kept


def _asks(known: Known, names: AwardNames, text: str) -> bool:
    """Whether a turn can be what a later one leans on: it is none with an answer of its own, and no mere 你好."""
    guided = by_wording(text, known.guided)
    if (guided and not guided.ask) or refused_by_wording(text, known.refusals):
        return False
    worded = any(known.cues.has(name, text) for name in ("asking", "award_words", "follow_up"))
    return len(text) > _THANKS or worded or bool(names.find(text).awards or named_matters(text, known.cues.matters))


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

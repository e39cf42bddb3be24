"""A question as the pipeline carries it: standalone wording, parts, and the awards it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.answer import Turn
from assistant.answering.cues import Cues
from assistant.answering.naming import AwardNames
from assistant.answering.parts import Part, split_asks

_REMEMBERED_TURNS = 6
# A question this short usually leaves out what it is about.
_FRAGMENT = 12


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `parts` are the sub-questions; `context` is the earlier user turn it leans on, else ""."""

    text: str
    parts: tuple[Part, ...]
    awards: tuple[str, ...]
    named: bool
    unknown: str | None = None
    context: str = ""
    # The follow-up as a language model rewrote it, to be looked up as well; never shown, never judged by.
    rewritten: str = ""
    # Kinds of applicants the facts exclude: what the notices say to them alone is not told.
    excluded: frozenset[str] = frozenset()

    @property
    def standalone(self) -> str:
        """The wording retrieval should see where the question leans on an earlier turn."""
        return f"{self.text} {self.context}".strip()


def resolve(
    text: str, chosen: str | None, history: Sequence[Turn], names: AwardNames, cues: Cues, replying: bool = False
) -> Question:
    """Name the awards: those in the question, else the chosen filter, else those of the latest turn that names any.

    A turn `replying` to a question of ours may tell of awards outside the library without asking about them.
    """
    naming = names.find(text)
    context = _context(text, history, cues)
    if naming.awards or (naming.unknown and not replying):
        return Question(text, split_asks(text, cues), naming.awards, bool(naming.awards), naming.unknown, context)
    if chosen:
        return Question(text, split_asks(text, cues), (chosen,), True, None, context)
    if cues.has("every_award", text):
        return Question(text, split_asks(text, cues), (), False, None, context)
    # Only the user's own turns: an answer of ours lists awards nobody asked about.
    told = [turn for turn in history[-_REMEMBERED_TURNS:] if turn.role == "user"]
    for turn in reversed(told):
        earlier = names.find(turn.content)
        if earlier.awards:
            return Question(text, split_asks(text, cues), earlier.awards, True, None, context)
        if earlier.unknown and context and not replying:
            return Question(text, split_asks(text, cues), (), False, earlier.unknown, context)
    return Question(text, split_asks(text, cues), (), False, None, context)


def _context(text: str, history: Sequence[Turn], cues: Cues) -> str:
    """The last user turn, when this one points back to it or is a fragment; "" otherwise.

    A turn that was turned away is no parent, and a question about all awards stands alone.
    """
    earlier = [turn.content for turn in history if turn.role == "user"]
    if not earlier or cues.has("every_award", text) or cues.has("turned_away", history[-1].content):
        return ""
    points_back = cues.has("follow_up", text) or len(text) <= _FRAGMENT
    return earlier[-1] if points_back else ""

"""A question as the pipeline carries it: standalone wording, parts, and the awards it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.answer import Turn
from assistant.answering.cues import Cues
from assistant.answering.matters import named_matters
from assistant.answering.naming import AwardNames, Naming
from assistant.answering.parts import Part, split_asks

# A question this short usually leaves out what it is about.
_FRAGMENT = 12
# A turn that only sets one more award against those before is no longer than this.
_SET_AGAINST = 20


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
    # Reasons are asked for the answer to this very question.
    why: bool = False

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
    context = _context(text, history, cues, complete=bool(naming.awards or naming.unknown))
    # Only the user's own turns: an answer of ours lists awards nobody asked about.
    told = [names.find(turn.content) for turn in reversed(history) if turn.role == "user"]

    def question(awards: tuple[str, ...], unknown: str | None = None) -> Question:
        parts = split_asks(text, cues, several=len(awards) > 1)
        return Question(text, parts, awards, bool(awards), unknown, context)

    if naming.awards or (naming.unknown and not replying):
        against = _against(text, naming, told, cues) if chosen is None else ()
        return question((*against, *naming.awards), naming.unknown)
    if chosen:
        return question((chosen,))
    if cues.has("every_award", text):
        return question(())
    for earlier in told:
        if earlier.awards:
            return question(earlier.awards)
        if earlier.unknown and context and not replying:
            return question((), earlier.unknown)
    return question(())


def _against(text: str, naming: Naming, told: Sequence[Naming], cues: Cues) -> tuple[str, ...]:
    """The awards spoken of before that the one a turn names is to be compared with (跟兰州的比呢)."""
    if len(naming.awards) != 1 or len(text) > _SET_AGAINST or not cues.has("against", text):
        return ()
    before = next((earlier.awards for earlier in told if earlier.awards and earlier.awards != naming.awards), ())
    return tuple(award for award in before if award not in naming.awards)


def _context(text: str, history: Sequence[Turn], cues: Cues, *, complete: bool) -> str:
    """The last user turn, when this one points back to it or is a fragment; "" otherwise.

    A turn that was turned away is no parent, and a question about all awards stands alone; so does one that is
    `complete` in naming an award and says what it asks of it.
    """
    earlier = [turn.content for turn in history if turn.role == "user"]
    if not earlier or cues.has("every_award", text) or cues.has("turned_away", history[-1].content):
        return ""
    if complete and named_matters(text, cues.matters):
        return ""
    return earlier[-1] if cues.has("follow_up", text) or len(text) <= _FRAGMENT else ""

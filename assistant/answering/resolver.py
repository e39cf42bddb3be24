"""The step that resolves a turn: what is asked, over the turns before it, and the awards it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.answer import Turn
from assistant.answering.early import answerable
from assistant.answering.editions import Editions
from assistant.answering.known import Known
from assistant.answering.naming import AwardNames
from assistant.answering.question import Question, resolve
from assistant.answering.spread import Spread
from assistant.answering.varying import varied


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves turns against the awards known, their names and editions."""

    known: Known
    names: AwardNames
    editions: Editions
    spread: Spread

    def resolved(self, text: str, award: str | None, history: Sequence[Turn], *, own: bool, replying: bool) -> Question:
        """The question with its parts and the awards it is about."""
        history = history if own or replying else answerable(self.known, self.names, history)
        other = None if own or replying else varied(text, history)
        asked = resolve(other.text if other else text, award, history, self.names, self.known.cues, replying)
        if other:
            asked = replace(asked, context="", why=other.why)
        if other and other.place and award is None:
            found = self.names.find(other.place).awards
            if not found:
                return replace(asked, awards=(), named=False, unknown=f"{other.place}质量奖")
            asked = resolve(text, award, [Turn("user", other.text)], self.names, self.known.cues, replying)
        if own and not asked.awards:
            asked = replace(asked, awards=self._of_the_case(text, history))
        if award is None:
            asked = replace(asked, awards=self.editions.meant(asked.awards, text))
            asked = asked if replying else self.spread.turned_to(asked)
        return asked

    def _of_the_case(self, text: str, history: Sequence[Turn]) -> tuple[str, ...]:
        """The awards a case was begun about, however long ago; none where the turn asks which there are."""
        if self.known.cues.has("which_award", text) or self.known.cues.has("every_award", text):
            return ()
        named = (self.names.find(turn.content).awards for turn in reversed(history) if turn.role == "user")
        return next((awards for awards in named if awards), ())

"""The step that resolves a turn: what is asked, over the turns before it, and the awards it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.answer import Turn
from assistant.answering.early import answerable
from assistant.answering.editions import Editions
from assistant.answering.known import Known
from assistant.answering.matters import named_matters
from assistant.answering.naming import AwardNames
from assistant.answering.parts import split_asks
from assistant.answering.question import Question, resolve
from assistant.answering.spread import Spread
from assistant.answering.varying import in_full, varied
from assistant.eligibility.narrative.lexicon import cues
from assistant.language.places import find_places

# 我想问下 says nothing of the speaker.
_COURTESY = re.compile(
    r"^(?:(?:你好|您好|请问|(?:我|俺|本人)?(?:就|还)?(?:想|要)?(?:问|咨询|打听|请教)(?:一?下|个事儿?)|麻烦(?:问一?下|您|你))[啊呀，,。！!、：:\s]*)+"
)
_WHERE_TO = "材料报送到哪里"
# A turn that leans on the one before it is no longer than this.
_LEANING = 10


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves turns against the awards known, their names and editions."""

    known: Known
    names: AwardNames
    editions: Editions
    spread: Spread

    def resolved(
        self, text: str, award: str | None, history: Sequence[Turn], *, own: bool, replying: bool, said: str = ""
    ) -> Question:
        """The question with its parts and the awards it is about. `said` is the turn before a clerk's words of himself
        were left out: his city or county names the award where nothing else does."""
        if said != text and not (own or replying or award or self.known.cues.has("every_award", text)):
            placed = self.names.find(said).awards
            told = self.names.find(text)
            seated = any(one.place.city for one in find_places(said))
            award = placed[0] if seated and len(placed) == 1 and not (told.awards or told.unknown) else None
        text = text if own or replying else _COURTESY.sub("", text) or text
        if not (own or replying):
            history = in_full(answerable(self.known, self.names, history), self._leans, self._placed)
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
        return asked if own or replying else self._where_to(self._beside_a_case(asked, history))

    def _beside_a_case(self, asked: Question, history: Sequence[Turn]) -> Question:
        """A question behind a verdict leans on the case told for it (我们厂2019年注册……) only where it asks nothing of
        its own: what was told of the firm is none of what is asked now."""
        judged = self.known.messages["understood"].split("{", 1)[0]
        told = next((turn.content for turn in reversed(history) if turn.role == "assistant"), "")
        if not asked.context or judged not in told or self._leans(asked.text):
            return asked
        return replace(asked, context="")

    def _where_to(self, asked: Question) -> Question:
        """Whether papers go to an address asks where they go: the address alone is near to whatever names it."""
        text = cues("turns.handed_to").sub(_WHERE_TO, asked.text)
        if text == asked.text or not asked.awards:
            return asked
        parts = split_asks(text, self.known.cues, several=len(asked.awards) > 1)
        return replace(asked, text=text, parts=parts, context="")

    def _leans(self, text: str) -> bool:
        """Whether a turn has no award, no matter and no ask of its own: 专家呢, 具体哪天."""
        if len(text) > _LEANING or self.names.find(text).awards or named_matters(text, self.known.cues.matters):
            return False
        words = self.known.cues
        only_asks = not words.has("contact", text) and len(words.without(text, "filling", "asking", "measure")) <= 1
        return only_asks or (text.rstrip("？?").endswith("呢") and not words.has("asking", text))

    def _placed(self, text: str, place: str) -> str:
        """A question put to the award of another place."""
        return f"{place}{self.names.without_names(text)}"

    def _of_the_case(self, text: str, history: Sequence[Turn]) -> tuple[str, ...]:
        """The awards a case was begun about, however long ago; none where the turn asks which there are."""
        if self.known.cues.has("which_award", text) or self.known.cues.has("every_award", text):
            return ()
        named = (self.names.find(turn.content).awards for turn in reversed(history) if turn.role == "user")
        return next((awards for awards in named if awards), ())

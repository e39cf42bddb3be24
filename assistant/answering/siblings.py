"""Several notices of one award: what one does not say, or says otherwise, another may (甘肃, 重庆: 中国质量奖)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answering.composer import References, sentence_of
from assistant.answering.ground import Grounding, ground
from assistant.answering.inquiry import Inquiry
from assistant.answering.question import Question
from assistant.knowledge.awards import Award

# What is of the award itself; where to hand in, by when and to whom is each notice's own.
_OF_THE_AWARD = frozenset({"quota", "validity", "scope", "subsidy", "incentive", "misc"})
# The question has to come this near to what another notice says, and this near where both were asked.
_NEAR, _NEAR_ASKED = 0.6, 0.7


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences of other notices; `said` holds where one of them says what was asked."""

    lines: tuple[str, ...]
    said: bool


class Siblings:
    """Looks into the other notices of an award."""

    def __init__(self, awards: Mapping[str, Award], inquiry: Inquiry) -> None:
        self._awards = awards
        self._inquiry = inquiry

    def settled(self, groundings: Sequence[Grounding], asked: Question) -> list[Grounding]:
        """The groundings, an ask that one notice leaves open answered by another that was asked about as well: nobody
        who asks of the award wants to know which of its notices does not say."""
        kept = list(groundings)
        for place, grounding in enumerate(groundings if self._of_one_award(asked) else ()):
            for other in self._others(grounding, asked):
                told = self._found(other, place, asked)
                if other in asked.awards and told.outcome == "said" and _adds(told, grounding, asked=True):
                    kept[place] = replace(told, part=grounding.part)
        return kept

    def _of_one_award(self, asked: Question) -> bool:
        return len({_base(self._awards[award]) for award in asked.awards}) == 1

    def _found(self, other: str, place: int, asked: Question) -> Grounding:
        """What another notice says to the ask at `place`."""
        found = self._inquiry.evidences(replace(asked, awards=(other,)), (other,))
        return ground(found[min(place, len(found) - 1)], 1)

    def told(self, groundings: Sequence[Grounding], asked: Question, references: References) -> Told:
        """Sentences of the other notices of the award asked about, for the asks the answer leaves open for them."""
        if not self._of_one_award(asked):
            return Told((), said=False)
        lines, said = [], False
        for place, grounding in enumerate(groundings):
            for other in self._others(grounding, asked):
                told = self._found(other, place, asked)
                if _adds(told, grounding, other in asked.awards) and told.lead:
                    sentence = sentence_of(told.lead, references)
                    said = said or told.outcome == "said"
                    lines.append(sentence if other in asked.awards else f"另一份已收录的通知写到：{sentence}")
        return Told(tuple(lines), said)

    def _others(self, grounding: Grounding, asked: Question) -> list[str]:
        """The awards of the same name beside the one that answers an ask."""
        entry = grounding.lead.entry if grounding.lead else None
        if entry is None:
            return []
        name = _base(self._awards[entry.award])
        return [award.id for award in self._awards.values() if _base(award) == name and award.id != entry.award]


def _base(award: Award) -> str:
    return award.name.split("（")[0]


def _adds(told: Grounding, before: Grounding, asked: bool) -> bool:
    """Whether what another notice says belongs beside an answer: it says what the first does not, or, where it was
    asked about as well, is silent like the first."""
    entry = before.lead.entry if before.lead else None
    if told.lead is None or entry is None or before.outcome != "not_said":
        return False
    if told.outcome == "said":
        return told.lead.match >= _NEAR and entry.topic in _OF_THE_AWARD
    return asked and told.lead.match >= _NEAR_ASKED

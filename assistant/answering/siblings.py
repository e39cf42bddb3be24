"""Several notices of one award: where the notice asked does not say it, another may (甘肃 and 重庆 on 中国质量奖)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.composer import References, sentence_of
from assistant.answering.ground import Grounding, ground
from assistant.answering.inquiry import Inquiry
from assistant.answering.question import Question
from assistant.knowledge.awards import Award

# What is of the award itself; where to hand in, by when and to whom is each notice's own.
_OF_THE_AWARD = frozenset({"quota", "validity", "scope", "condition", "exclusion", "subsidy", "incentive", "misc"})
_NEAR = 0.6


class Siblings:
    """Looks into the other notices of an award."""

    def __init__(self, awards: Mapping[str, Award], inquiry: Inquiry) -> None:
        self._awards = awards
        self._inquiry = inquiry

    def told(self, groundings: Sequence[Grounding], asked: Question, references: References) -> list[str]:
        """A sentence of another notice of the same award for each ask its own does not answer."""
        others = self._others(asked.awards)
        silent = [place for place, one in enumerate(groundings) if _of_the_award(one)]
        lines = []
        for other in others if silent else ():
            found = self._inquiry.evidences(replace(asked, awards=(other,)), (other,))
            for place in silent:
                grounding = ground(found[min(place, len(found) - 1)], 1)
                if grounding.outcome == "said" and grounding.lead and grounding.lead.match >= _NEAR:
                    lines.append(f"另一份已收录的通知写到：{sentence_of(grounding.lead, references)}")
        return lines

    def _others(self, awards: Sequence[str]) -> list[str]:
        names = {_base(self._awards[award]) for award in awards}
        if len(names) != 1:
            return []
        return [award.id for award in self._awards.values() if _base(award) in names and award.id not in awards]


def _base(award: Award) -> str:
    return award.name.split("（")[0]


def _of_the_award(grounding: Grounding) -> bool:
    entry = grounding.lead.entry if grounding.lead else None
    return grounding.outcome == "not_said" and entry is not None and entry.topic in _OF_THE_AWARD

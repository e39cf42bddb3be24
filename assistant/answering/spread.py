"""Which awards a question is spread over: all held where it asks one thing of several, those it names, or the one."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import rjieba

from assistant.answering.claims import claim_of
from assistant.answering.cues import Cues
from assistant.answering.evidence import Gatherer
from assistant.answering.matters import named_matters
from assistant.answering.naming import AwardNames
from assistant.answering.parts import Part
from assistant.answering.question import Question
from assistant.knowledge.awards import Award
from assistant.library.store import Library

# An award may be meant by a question that names none when its own questions come this near, and this near to the best.
_MEANT, _MEANT_SHARE = 0.58, 0.87
# A word this long that is used of one notice alone (汇总表) makes the question one about that notice.
_TELLING = 3
# What is near below this is not about what was asked: the row says that the notice does not write it.
NEAR = 0.5


class Spread:
    """Spreads questions over awards."""

    def __init__(
        self,
        awards: Mapping[str, Award],
        library: Library,
        gatherer: Gatherer,
        names: AwardNames,
        cues: Cues,
        forms: Collection[str] = (),
    ) -> None:
        """`forms` are the awards whose notice has a form to be filled in."""
        self.forms = frozenset(forms)
        self._awards = awards
        self._gatherer = gatherer
        self._names = names
        self._cues = cues
        # What a notice says and what people are known to ask of it.
        self._notices = {one.id: one.text for one in library.documents()}
        self._texts = dict(self._notices)
        for award in awards.values():
            asked = (text for entry in award.entries for text in (entry.answer, *entry.questions))
            self._texts[award.document] = "\n".join((self._texts.get(award.document, ""), *asked))

    def documents(self, awards: Sequence[str]) -> tuple[str, ...]:
        """The notices of these awards."""
        return tuple(dict.fromkeys(self._awards[award].document for award in awards))

    def compares(self, asked: Question) -> bool:
        """Whether the awards asked about are to be set side by side."""
        if self._cues.has("every_award", asked.text) and not asked.awards:
            return True
        documents = len(self.documents(asked.awards))
        listed = documents > 2 or "、" in asked.text
        return documents > 1 and (listed or self._cues.has("compare", asked.text))

    def names(self, asked: Question) -> bool:
        """Whether the turn itself names an award."""
        return bool(self._names.find(asked.text).awards)

    def meant(self, asked: Question) -> tuple[str, ...]:
        """The awards a question that names none is about: all, where the notices of more than one come near it."""
        within = self._with_form(asked.text) or [
            award for award in self._awards.values() if award.document in self._owners(asked.text, self._texts)
        ]
        nearness = {award.id: self.nearness(asked.standalone, award) for award in within}
        best = max(nearness.values(), default=0.0)
        near = tuple(award for award, score in nearness.items() if score >= max(_MEANT, best * _MEANT_SHARE))
        several = len(self.documents(near)) > 1
        # What is asked for by name every notice tells of or does not.
        several = several or (not near and bool(named_matters(asked.text, self._cues.matters)))
        return tuple(nearness) if several and len(within) == len(self._awards) else near

    def nearness(self, text: str, award: Award) -> float:
        """How near the text comes to an authored question of the award's."""
        evidence = self._gatherer.gather(text, (award.id,), (award.document,))
        return max(evidence.asked_said, evidence.asked_silent)

    def sections(self, asked: Question) -> list[Question]:
        """A question that asks one thing of all awards and another of one it names, or of some and of others, as two;
        any other as it is."""
        if groups := self._groups(asked):
            return [replace(_of_parts(asked, parts), awards=awards) for awards, parts in groups]
        named = [bool(self._names.find(part.text).awards) for part in asked.parts]
        if len(named) < 2 or named[0] or not any(named) or not self._cues.has("every_award", asked.parts[0].text):
            return [asked]
        first = named.index(True)
        everywhere, of_one = asked.parts[:first], asked.parts[first:]
        return [
            replace(_of_parts(asked, everywhere), awards=(), named=False),
            _of_parts(asked, of_one),
        ]

    def _groups(self, asked: Question) -> list[tuple[tuple[str, ...], tuple[Part, ...]]]:
        """The parts by the awards they name (兰州公示几天？宝鸡和阳泉哪个更严), those behind that name none with them;
        none where the first names none, or none sets awards of its own side by side; claims stay with their award."""
        groups: list[tuple[tuple[str, ...], tuple[Part, ...]]] = []
        for part in asked.parts:
            own = tuple(award for award in self._names.find(part.text).awards if award in asked.awards)
            if own and (not groups or groups[-1][0] != own):
                groups.append((own, (part,)))
            elif groups:
                groups[-1] = (groups[-1][0], (*groups[-1][1], part))
            else:
                return []
        apart = any(len(self.documents(own)) > 1 for own, _ in groups) or all(claim_of(one.text) for one in asked.parts)
        return groups if len(groups) > 1 and apart else []

    def turned_to(self, asked: Question) -> Question:
        """A turn that names no award itself but has a word one other notice alone uses (汇总表) has left the awards
        spoken of before."""
        if not asked.awards or self.names(asked):
            return asked
        # What others asked of that notice (母公司) is no word of its own.
        owners = self._owners(asked.text, self._notices)
        if len(owners) != 1 or owners[0] in self.documents(asked.awards):
            return asked
        return replace(asked, awards=(), named=False, context="")

    def of_one_form(self, asked: Question) -> bool:
        """Whether a question is about filling in the one form of all awards asked about: what a column takes is then
        one answer, whichever of them is applied for."""
        forms = {award.id for award in self._with_form(asked.text)}
        own = self._names.find(asked.text).awards
        return bool(asked.awards) and not own and forms >= set(asked.awards) and len(self.documents(asked.awards)) == 1

    def _with_form(self, text: str) -> list[Award]:
        """The awards with a form, where the question is about filling one in."""
        filling = self._cues.has("fill_in", text) and not self._cues.has("other_papers", text)
        return [award for award in self._awards.values() if award.id in self.forms] if filling else []

    def _owners(self, text: str, texts: Mapping[str, str]) -> tuple[str, ...]:
        """The document of which alone a word of the question is used; all where there is none."""
        for word in (one for one in rjieba.cut(text) if len(one) >= _TELLING):
            users = [document for document, held in texts.items() if word in held]
            if len(users) == 1:
                return tuple(users)
        return tuple(texts)


def _of_parts(asked: Question, parts: tuple[Part, ...]) -> Question:
    return replace(asked, text="，".join(part.text for part in parts), parts=parts)

"""What a language model may add to the understanding of a question: wordings to look up with, never a decision.

The rules' reading always stands. A rewriting is looked up as well, where the screen would let it pass; a guess is
turned into questions the notices are known to answer, which the user may ask next.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Event

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.naming import AwardNames
from assistant.answering.question import Question
from assistant.answering.screen import Refusal, refused_by_wording
from assistant.answering.wording import Reader
from assistant.knowledge.awards import Award
from assistant.retrieval.questions import QuestionIndex

_LONGEST = 200
# Of the question's own characters, those that carry meaning must come back in this share.
_KEPT = 0.6
_EMPTY = re.compile(r"[那呢吗么吧啊的了是它这个有几多少什怎样请问再还另外上面刚才前后，。？?！!、\s]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NEAR, _OFFERED = 0.55, 3
# The pages that serve what a question may really want, as messages of corpus/answering/statuses.yaml.
_ELSEWHERE = {"eligibility": "no_facts", "draft": "drafting", "map": "mapping"}


@dataclass(frozen=True, slots=True)
class Understanding:
    """Rests on the pipeline's own names, refusals and questions. Without a reader it adds nothing."""

    awards: Mapping[str, Award]
    names: AwardNames
    refusals: tuple[Refusal, ...]
    messages: Mapping[str, str]
    questions: QuestionIndex
    reader: Reader | None = None

    def rewritten(self, asked: Question, history: Sequence[Turn], cancel: Event | None) -> str:
        """A follow-up as a question of its own, "" where there is none that may be looked up."""
        if self.reader is None or not asked.context or len(asked.parts) > 1:
            return ""
        earlier = [turn.content for turn in history if turn.role == "user"]
        text = self.reader.standalone(asked.text, earlier, cancel)
        return text if text and self._same_matter(text, asked, earlier) else ""

    def suggesting(self, answer: Answer, asked: Question, cancel: Event | None) -> Answer:
        """An answer that found nothing, with questions that may be meant; any other answer as it is."""
        if self.reader is None or answer.status is not Status.NOT_IN_DOCUMENTS:
            return answer
        awards = {award.id: award.name for award in self._awards_of(asked)}
        route = self.reader.route(asked.text, awards, cancel)
        if route.kind in _ELSEWHERE:
            return replace(answer, notices=(*answer.notices, self.messages[_ELSEWHERE[route.kind]]))
        offered = self._offered(route.wording, asked) if route.kind == "policy" else ()
        return replace(answer, suggestions=tuple(one for one in offered if one != asked.text))

    def _same_matter(self, text: str, asked: Question, earlier: Sequence[str]) -> bool:
        """Whether a rewriting asks what was asked: the question's own words, and no award or figure nobody named."""
        if len(text) > _LONGEST or refused_by_wording(text, self.refusals):
            return False
        told = "\n".join([*earlier, asked.text])
        naming = self.names.find(text)
        named = {*asked.awards, *(award for turn in earlier for award in self.names.find(turn).awards)}
        if naming.unknown or not set(naming.awards) <= named or not set(_NUMBER.findall(text)) <= _numbers(told):
            return False
        own = set(_EMPTY.sub("", self.names.without_names(asked.text)))
        return len(own & set(text)) >= _KEPT * len(own)

    def _offered(self, wording: str, asked: Question) -> tuple[str, ...]:
        """Authored questions near a wording: their words are ours, whatever the wording says."""
        if not wording or len(wording) > _LONGEST or refused_by_wording(wording, self.refusals):
            return ()
        awards = self._awards_of(asked)
        of = {entry.id: award for award in awards for entry in award.entries if entry.kind == "said"}
        documents = sorted({award.document for award in awards})
        matches = self.questions.match(wording, limit=8, kinds=("entry",), documents=documents)
        near = [match for match in matches if match.target in of and match.score >= _NEAR]
        told = (self._in_full(of[match.target], match.question) for match in near)
        return tuple(dict.fromkeys(told))[:_OFFERED]

    def _in_full(self, award: Award, question: str) -> str:
        """An authored question with the award's name, so that it means the same when it is asked."""
        return question if award.id in self.names.find(question).awards else f"{award.name}：{question}"

    def _awards_of(self, asked: Question) -> list[Award]:
        return [self.awards[one] for one in asked.awards] or list(self.awards.values())


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))

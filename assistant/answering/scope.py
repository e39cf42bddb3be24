"""Whether a question that names a place but no award matter is about the award at all (阳泉的房价 is not)."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import rjieba

from assistant.answering.cues import Cues
from assistant.answering.matters import named_matters
from assistant.answering.screen import REFUSALS
from assistant.knowledge.awards import Award
from assistant.retrieval.questions import QuestionIndex

# How much nearer to the notices' questions than to other matters a question has to come: at all, and where it has
# words that neither the notices nor anybody's questions about them use.
_NEARER, _NEARER_STRANGE = -0.03, 0.18
# A question that comes near to both has to come a little nearer to the notices.
_NEAR_BOTH, _NEARER_OF_BOTH = 0.6, 0.02
# So near to one of their questions, no word of a question makes it a stranger.
_SURE = 0.8
# Below this it comes near to neither.
_NEAR = 0.3
_EXEMPLARS = 12
_ELSEWHERE = "out_of_scope"
_LATIN = re.compile(r"[A-Za-z]{4,}")
# 帮我列一下 asks for nothing by itself.
_REQUEST = re.compile(
    r"[，,。 ]*(?:请|麻烦)?(?:帮忙|帮我|给我|跟我|帮我们|给我们|为我)(?:们)?(?:都|再|先|大致|简单|详细)*"
    r"(?:列|查|说|讲|看|问|理|梳理|介绍|总结|整理|解释|归纳)(?:一?[下列讲说查看个遍]|清楚|明白|出来|列表)*(?:[吧呗啊]|$|(?=[，,。？?]))"
)
_BODY = re.compile(r"[局委厅院行厂]$|公司|集团|学校|中心")
_NUMERAL = re.compile(r"[一二两三四五六七八九十百\d]")
# So many selected in a place that is held (兰州一年评10家吗) are winners, though no word says of what.
_SELECTED = re.compile(
    r"评(?:选|出|上|得)?了?[\d一二两三四五六七八九十几多]+[家个名位](?=[，,。？?！!对是吗吧呢啊嘛不么呀\s]|$)"
)
_POLICY = ("entry", "clause")


class Scope:
    """Judges questions without an award word by their other words, the names of places left out."""

    def __init__(
        self,
        awards: Mapping[str, Award],
        clauses: Iterable[str],
        questions: QuestionIndex,
        cues: Cues,
        without_names: Callable[[str], str],
    ) -> None:
        """`clauses` are the texts of the library."""
        self._awards = awards
        self._texts = tuple(clauses)
        self._questions = questions
        self.cues = cues
        self._without_names = without_names

    def label(self, text: str) -> str:
        """What the question is where it is not about awards: `out_of_scope` or the label of a refusal, else ""."""
        if self.cues.has("award_words", text) or self.cues.has("meeting", text):
            return ""
        unnamed = self._without_names(text)
        plain = _REQUEST.sub("", unnamed) or text
        if unnamed != text and _SELECTED.search(text):
            return ""
        policy = max((m.score for m in self._questions.match(plain, limit=1, kinds=_POLICY)), default=0.0)
        others = self._questions.match(plain, limit=_EXEMPLARS, kinds=("exemplar",))
        label, other = max(
            ((match.target, match.score) for match in others if match.target in (_ELSEWHERE, *REFUSALS)),
            key=lambda found: found[1],
            default=(_ELSEWHERE, 0.0),
        )
        strangers, known = self._words(plain)
        if any(_BODY.search(word) for word in strangers) and self.cues.has("contact", plain):
            # The telephone of a body that no notice and nobody's question about one names.
            return _ELSEWHERE
        least = _NEARER_OF_BOTH if other >= _NEAR_BOTH else _NEARER
        if policy - other <= least:
            return label
        elsewhere = max((match.score for match in others if match.target == _ELSEWHERE), default=0.0)
        if strangers and policy < _SURE and policy - elsewhere <= _NEARER_STRANGE:
            return _ELSEWHERE
        return _ELSEWHERE if policy < _NEAR or (strangers and not known) else ""

    def _words(self, text: str) -> tuple[list[str], list[str]]:
        """The telling words of the text: those that nobody uses of awards, and those that somebody does."""
        words = [word for word in rjieba.cut(text) if len(word) > 1 and not _NUMERAL.search(word)]
        telling = [word for word in words if not self.cues.has("asking", word) and not self.cues.has("price", word)]
        strangers = [w for w in telling if w not in self._known and not named_matters(w, self.cues.matters)]
        strangers = [word for word in strangers if rjieba.has_word(word) or _LATIN.match(word)]
        return strangers, [word for word in telling if word in self._known]

    @cached_property
    def _known(self) -> frozenset[str]:
        """Every word of the notices, of the fact sheets and of the questions they answer."""
        entries = [entry for award in self._awards.values() for entry in award.entries]
        texts = (*self._texts, *(text for entry in entries for text in (entry.answer, *entry.questions)))
        return frozenset(word for text in texts for word in rjieba.cut(text))

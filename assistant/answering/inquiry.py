"""Looking up a question ask by ask: alone where an ask stands by itself, else with what it leans on."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answering.cues import Cues
from assistant.answering.evidence import Evidence, Gatherer
from assistant.answering.naming import AwardNames
from assistant.answering.parts import Part, core_asks
from assistant.answering.question import Question

# An ask that comes this near to an authored question needs nothing beside it.
_STANDS = 0.5
# What was told the turn before gives way to a support at least this near.
_NEXT_SHARE = 0.75
# 那提名奖呢, 个人也一样吗: only the matter changes, the question is the one before.
_ELLIPSIS = re.compile(r"^(?!要是|如果|假如|万一|若)(?:那么?|换成|换到|再看|至于)?.{1,8}(?:呢|的话|[也是都]?一样[吗么不]?|也是[吗么]?)[？?]?$")


class Inquiry:
    """Gathers the evidence of every ask of a question."""

    def __init__(
        self, gatherer: Gatherer, names: AwardNames, cues: Cues, documents: Callable[[Sequence[str]], tuple[str, ...]]
    ) -> None:
        """`documents` gives the notices of awards."""
        self._gatherer = gatherer
        self._names = names
        self._cues = cues
        self._documents = documents

    def gather(self, text: str, awards: Sequence[str]) -> Evidence:
        """Evidence for a text within awards (empty = all)."""
        return self._gatherer.gather(text, awards, self._documents(awards))

    def evidences(self, asked: Question, awards: Sequence[str]) -> list[Evidence]:
        """Evidence ask by ask, each within the awards it names itself where it names any of `awards`."""
        if len(asked.parts) > 1:
            return [self._ask(part, awards) for part in asked.parts]
        found = self._of_story(asked.text, awards)
        return [self._follow_up(asked, awards, found) if asked.context else found]

    def _ask(self, part: Part, awards: Sequence[str]) -> Evidence:
        own = [award for award in self._names.find(part.text).awards if award in awards]
        alone = self.gather(part.text, own or awards)
        if not part.lean or _asked(alone) >= _STANDS:
            return alone
        lean = self._names.without_names(part.lean) if own else part.lean
        whole = replace(self.gather(f"{lean}，{part.text}", own or awards), part=part.text)
        return whole if _asked(whole) > _asked(alone) else alone

    def _of_story(self, text: str, awards: Sequence[str]) -> Evidence:
        """Of a long story the piece that comes nearest to a question, where one does."""
        whole = self.gather(text, awards)
        pieces = [self.gather(piece, awards) for piece in core_asks(text, self._cues)]
        return max((whole, *pieces), key=_asked)

    def _follow_up(self, asked: Question, awards: Sequence[str], alone: Evidence) -> Evidence:
        """A question that leans on an earlier turn: with it where it cannot stand alone, and without repeating it."""
        whole = self.gather(asked.standalone, awards)
        stands = _asked(alone) >= _STANDS and not _ELLIPSIS.match(asked.text)
        chosen = alone if stands or alone.best > whole.best else whole
        if self._names.find(asked.text).awards:
            return chosen
        return _without(chosen, self.gather(asked.context, awards))


def _asked(evidence: Evidence) -> float:
    return max(evidence.asked_said, evidence.asked_silent)


def _without(evidence: Evidence, told: Evidence) -> Evidence:
    """The evidence with what the turn before was answered by put last, where something else comes near."""
    entries = [support for support in evidence.supports if support.entry]
    said = [support for support in told.supports if support.entry]
    if len(entries) < 2 or not said:
        return evidence
    before = max(said, key=lambda support: support.match).entry
    first, *others = sorted(entries, key=lambda support: -support.match)
    if first.entry != before or others[0].match < first.match * _NEXT_SHARE:
        return evidence
    return replace(evidence, supports=tuple(support for support in evidence.supports if support is not first))

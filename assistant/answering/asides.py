"""Parts of a question that are not about awards (今天天气怎么样): set aside, so that the rest is answered."""

from dataclasses import dataclass, replace

from assistant.answering.evidence import Gatherer
from assistant.answering.matters import named_matters
from assistant.answering.naming import AwardNames
from assistant.answering.parts import Part
from assistant.answering.question import Question
from assistant.answering.scope import Scope

_OUT, _GREETING, _DRAFTING = "out_of_scope", "greeting", "drafting"
_OF_AWARDS = ("award_words", "contact", "eligibility", "form")
# So near to other matters, and this much nearer than to the notices' questions, a part is an aside; so is one that is
# only faintly like them, where it is less like anything the notices are asked.
_CLEAR, _MARGIN = 0.55, 0.04
_FAINT, _OURS = 0.35, 0.5
# Less will do where its words are strange to the notices.
_FAINTEST = 0.3


@dataclass(frozen=True)
class Asides:
    """Tells part by part, by the words of the part alone."""

    gatherer: Gatherer
    scope: Scope
    names: AwardNames

    def parted(self, asked: Question) -> tuple[Question, tuple[str, ...]]:
        """The question without its asides, and those that want to be told of (a greeting does not). A question that
        is one aside, or all asides, is left whole."""
        labels = [self._label(part) for part in asked.parts]
        kept = [part for part, label in zip(asked.parts, labels, strict=True) if not label]
        if len(asked.parts) < 2 or not kept or len(kept) == len(asked.parts):
            return asked, ()
        text = "，".join(part.text for part in kept)
        told = tuple(part.text for part, label in zip(asked.parts, labels, strict=True) if label == _OUT)
        parts = tuple(replace(part, before="") for part in kept)
        return replace(asked, text=text, parts=parts if len(kept) > 1 else (Part(text),)), told

    def _label(self, part: Part) -> str:
        text, cues = part.text, self.scope.cues
        ours = any(cues.has(name, text) for name in _OF_AWARDS)
        if ours or part.label or self.names.find(text).awards or named_matters(text, cues.matters):
            return ""
        evidence = self.gatherer.gather(text, (), ())
        label, score = max(evidence.exemplars.items(), key=lambda pair: pair[1], default=("", 0.0))
        nearest = max(evidence.asked_said, evidence.asked_silent)
        clearly = score >= _CLEAR and score > nearest + _MARGIN
        # Near to neither it is none of ours, but only where it is like anything else: 审啥 is like nothing.
        alike = score >= _FAINT or (score >= _FAINTEST and self.scope.label(text) == _OUT)
        faintly = alike and nearest < _OURS and score > nearest - 2 * _MARGIN
        if label == _DRAFTING and not cues.has("draftable", text):
            label = _OUT
        if label not in (_OUT, _GREETING) or not (clearly or faintly):
            return ""
        return label if clearly else _OUT

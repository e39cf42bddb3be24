"""Practices to the dimensions of a framework: several labels, the main one first, none for what is no practice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.documents.model import Citation
from assistant.errors import NotFoundError
from assistant.knowledge.dimensions import Dimension, Example, Framework
from assistant.mapping.basis import PRACTICE, basis_of, does_not_count
from assistant.mapping.classifier import Matrix, RidgeClassifier, Vectoriser
from assistant.mapping.features import Concepts, features, why
from assistant.mapping.plain import is_entry, is_head_count, is_incident, is_signature

# A further label counts from this score on, and from this share of the main one (an outcome, which practices are
# often told with, from less); chosen on held-out sources (docs/adr/0004-mapping.md).
_FURTHER, _SHARE = 0.4, 0.85
_OUTCOME_FURTHER, _OUTCOME_SHARE = 0.3, 0.45
_SECOND_LABEL_TARGET = 0.6
# Fewer characters than this before an outcome tell no practice.
_LEAD = 6
_PART = re.compile(r"[；;。]")
_CLAUSE = re.compile(r"[，；;。]")
# A clause that tells how far something moved: what stands before it may be the practice that moved it.
_MOVED = re.compile(
    r"(由|从).{1,20}(到|至|为|成|降|升)|(提高|提升|上升|增长|增加|下降|降低|减少|缩短|节约|少|多|省|翻|降|升).{0,6}"
    r"[\d一二两三四五六七八九十百千万半成倍番]|一半|三分之|归零|清零|为零|[\d.]+[%％]"
)


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension a practice speaks to. `score` is 0..1; `why` holds the wordings that told it."""

    name: str
    score: float
    citation: Citation
    why: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The contract's JSON object."""
        return {"name": self.name, "score": self.score, "citation": self.citation.as_json(), "why": list(self.why)}


class DimensionMapper:
    """Maps texts to one framework's dimensions. Fitted once from the authored examples (about a second)."""

    def __init__(
        self, framework: Framework, frameworks: Sequence[Framework], examples: Sequence[Example], concepts: Concepts
    ) -> None:
        judged = [example for example in examples if framework.id in example.labels]
        if not judged:
            raise NotFoundError(f"没有为“{framework.name}”准备对照样例。请在 corpus/mapping/examples.tsv 中补充。")
        self.framework = framework
        self._frameworks = tuple(frameworks)
        self._concepts = concepts
        rows = [features(example.text, self._frameworks, concepts) for example in judged]
        self._vectoriser = Vectoriser.fit(rows)
        targets = label_targets(judged, framework)
        self._classifier = RidgeClassifier.fit(self._vectoriser.rows(rows), targets)

    def classify(self, text: str) -> tuple[DimensionScore, ...]:
        """The dimensions a text speaks to, main first; empty for what is no quality practice, nor for an accident,
        an entry of a form, a signature, a head count, a plan, a boast or an award still awaited."""
        if is_signature(text) or is_incident(text) or is_entry(text) or is_head_count(text) or does_not_count(text):
            return ()
        (row,) = self._scores([text])
        if not text.strip() or int(np.argmax(row)) == len(row) - 1:
            return ()
        dimensions = self.framework.dimensions
        order = [int(number) for number in np.argsort(-row[:-1])]
        main = self._practice_before_outcome(text, order[0])
        chosen = [main, *(number for number in order if number != main and self._further(row, number))]
        return tuple(self._scored(text, dimensions[number], float(row[number])) for number in chosen)

    def nearest(self, text: str) -> tuple[DimensionScore, ...]:
        """The one dimension nearest to a text that is known to tell a practice, whatever `classify` says of it: no
        outcome where it tells a way of working; empty for a plan, a boast or an award still awaited."""
        if not text.strip() or does_not_count(text):
            return ()
        (row,) = self._scores([text])
        works = basis_of(text) == PRACTICE or not _MOVED.search(text)
        offered = [number for number, one in enumerate(self.framework.dimensions) if not (works and one.outcome)]
        main = max(offered, key=lambda number: float(row[number]))
        return (self._scored(text, self.framework.dimensions[main], float(row[main])),)

    def _further(self, row: Matrix, number: int) -> bool:
        outcome = self.framework.dimensions[number].outcome
        floor, share = (_OUTCOME_FURTHER, _OUTCOME_SHARE) if outcome else (_FURTHER, _SHARE)
        return bool(row[number] >= max(floor, share * float(row[:-1].max())))

    def _scores(self, texts: Sequence[str]) -> Matrix:
        rows = [features(text, self._frameworks, self._concepts) for text in texts]
        return self._classifier.scores(self._vectoriser.rows(rows))

    def _practice_before_outcome(self, text: str, main: int) -> int:
        """The main label, or the practice told before the outcome where the main label is only its outcome."""
        lead = _before_outcome(text)
        if not self.framework.dimensions[main].outcome or len(lead) < _LEAD:
            return main
        (row,) = self._scores([lead])
        first = int(np.argmax(row))
        return first if first < len(row) - 1 and not self.framework.dimensions[first].outcome else main

    def _scored(self, text: str, dimension: Dimension, score: float) -> DimensionScore:
        return DimensionScore(
            dimension.name, round(min(max(score, 0.0), 1.0), 3), dimension.citations[0], why(text, dimension.cues)
        )


def _before_outcome(text: str) -> str:
    """The clauses before the first that tells a measured change; empty where there is none before it."""
    lead: list[str] = []
    for clause in _CLAUSE.split(text):
        if _MOVED.search(clause):
            return "，".join(lead)
        lead.append(clause)
    return _PART.split(text)[0] if len([part for part in _PART.split(text) if part.strip()]) > 1 else ""


def label_targets(examples: Sequence[Example], framework: Framework) -> Matrix:
    """One row per example: 1 for its main label, less for further ones; the last column is "no practice"."""
    names = [dimension.name for dimension in framework.dimensions]
    targets = np.zeros((len(examples), len(names) + 1))
    for row, example in zip(targets, examples, strict=True):
        labels = example.labels[framework.id]
        row[-1] = not labels
        for place, label in enumerate(labels):
            row[names.index(label)] = 1.0 if place == 0 else _SECOND_LABEL_TARGET
    return targets

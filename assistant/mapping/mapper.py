"""Practices to the dimensions of a framework: several labels, the main one first, none for what is no practice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.documents.model import Citation
from assistant.errors import NotFoundError
from assistant.knowledge.dimensions import Dimension, Example, Framework
from assistant.mapping.classifier import Matrix, RidgeClassifier, Vectoriser
from assistant.mapping.features import features, why

# A further label counts from this score on, and from this share of the main one; chosen by leave-one-out.
_FURTHER, _SHARE = 0.3, 0.5
_SECOND_LABEL_TARGET = 0.6
_PART = re.compile(r"[；;。]")


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
    """Maps texts to one framework's dimensions. Fitted once from the authored examples (well under a second)."""

    def __init__(self, framework: Framework, frameworks: Sequence[Framework], examples: Sequence[Example]) -> None:
        judged = [example for example in examples if framework.id in example.labels]
        if not judged:
            raise NotFoundError(f"没有为“{framework.name}”准备对照样例。请在 corpus/mapping/examples.tsv 中补充。")
        self.framework = framework
        self._frameworks = tuple(frameworks)
        rows = [features(example.text, self._frameworks) for example in judged]
        self._vectoriser = Vectoriser.fit(rows)
        targets = label_targets(judged, framework)
        self._classifier = RidgeClassifier.fit(self._vectoriser.rows(rows), targets)

    def classify(self, text: str) -> tuple[DimensionScore, ...]:
        """The dimensions a text speaks to, main first; empty where it tells no quality practice."""
        (row,) = self._scores([text])
        if not text.strip() or int(np.argmax(row)) == len(row) - 1:
            return ()
        dimensions = self.framework.dimensions
        order = [int(number) for number in np.argsort(-row[:-1])]
        main = self._practice_before_outcome(text, order[0])
        floor = max(_FURTHER, _SHARE * float(row[order[0]]))
        chosen = [main, *(number for number in order if number != main and row[number] >= floor)]
        return tuple(self._scored(text, dimensions[number], float(row[number])) for number in chosen)

    def _scores(self, texts: Sequence[str]) -> Matrix:
        return self._classifier.scores(self._vectoriser.rows([features(text, self._frameworks) for text in texts]))

    def _practice_before_outcome(self, text: str, main: int) -> int:
        """The main label, or the practice told in the text's first part where the main label is its outcome."""
        parts = [part for part in _PART.split(text) if part.strip()]
        if not self.framework.dimensions[main].outcome or len(parts) < 2:
            return main
        (row,) = self._scores([parts[0]])
        first = int(np.argmax(row))
        return first if first < len(row) - 1 and not self.framework.dimensions[first].outcome else main

    def _scored(self, text: str, dimension: Dimension, score: float) -> DimensionScore:
        return DimensionScore(
            dimension.name, round(min(max(score, 0.0), 1.0), 3), dimension.citations[0], why(text, dimension.cues)
        )


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

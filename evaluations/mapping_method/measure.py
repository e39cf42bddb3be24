"""How well each mapping method labels sources it was not fitted on: five folds, the examples of one source together.

Run: python -m evaluations.mapping_method.measure [--errors]
"""

import hashlib
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.knowledge.dimensions import Example, Framework, load_concepts, load_examples
from assistant.mapping import features as told
from assistant.mapping.classifier import Vectoriser
from assistant.mapping.features import Concepts
from assistant.mapping.mapper import DimensionMapper
from assistant.mapping.opening import frameworks
from assistant.settings import settings

_FOLDS = 5
_OFF = 1e-9
# Method → the families of features that speak in it.
_FAMILIES = {
    "词与字（线性）": {"word", "char"},
    "线索与概念（线性）": {"concept", "cue", "shape"},
}
Classify = Callable[[str], list[str]]
Fit = Callable[[Sequence[Example]], Classify]


@dataclass(frozen=True, slots=True)
class Judged:
    """One held-out example with what a method said of it."""

    example: Example
    gold: tuple[str, ...]
    said: list[str]


def by_lexicon(framework: Framework) -> Classify:
    """The dimension with most cues; none without a cue."""

    def classify(text: str) -> list[str]:
        hits = {dimension.name: sum(cue in text for cue in dimension.cues) for dimension in framework.dimensions}
        best = max(hits, key=lambda name: hits[name])
        return [best] if hits[best] else []

    return classify


def by_centroid(framework: Framework, examples: Sequence[Example], concepts: Concepts) -> Classify:
    """The label whose examples' mean vector is nearest."""
    judged = [example for example in examples if framework.id in example.labels]
    rows = [told.features(example.text, [framework], concepts) for example in judged]
    vectoriser = Vectoriser.fit(rows)
    matrix = vectoriser.rows(rows)
    mains = np.array([next(iter(example.labels[framework.id]), "") for example in judged])
    names = sorted(set(mains))
    centres = np.array([np.asarray(matrix[mains == name].mean(axis=0)).ravel() for name in names])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)

    def classify(text: str) -> list[str]:
        row = vectoriser.rows([told.features(text, [framework], concepts)])
        best = names[int(np.argmax(row @ centres.T))]
        return [best] if best else []

    return classify


def by_mapper(
    framework: Framework, known: Sequence[Framework], examples: Sequence[Example], concepts: Concepts
) -> Classify:
    """The mapper as it stands."""
    mapper = DimensionMapper(framework, known, examples, concepts)
    return lambda text: [score.name for score in mapper.classify(text)]


def held_out(framework: Framework, examples: Sequence[Example], fit: Fit) -> list[Judged]:
    """Every judged example, labelled by a method fitted on the other folds."""
    judged: list[Judged] = []
    for fold in range(_FOLDS):
        classify = fit([example for example in examples if _fold(example) != fold])
        for example in examples:
            if _fold(example) == fold and framework.id in example.labels:
                judged.append(Judged(example, example.labels[framework.id], classify(example.text)))
    return judged


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Shares: main label right, main label among the authored ones, no-practice precision and recall, further labels
    that are authored."""
    practices = [one for one in judged if one.gold]
    silent = [one for one in judged if not one.said]
    nothing = [one for one in judged if not one.gold]
    further = [name in one.gold for one in practices for name in one.said[1:]]
    return {
        "main": _share([one.said[:1] == list(one.gold[:1]) for one in practices]),
        "any": _share([bool(one.said) and one.said[0] in one.gold for one in practices]),
        "none_precision": _share([not one.gold for one in silent]),
        "none_recall": _share([not one.said for one in nothing]),
        "further": _share(further),
        "further_count": len(further),
    }


def _share(values: Sequence[bool]) -> float:
    return round(sum(values) / len(values), 3) if values else 0.0


def _fold(example: Example) -> int:
    return int(hashlib.sha256((example.source or example.text).encode()).hexdigest(), 16) % _FOLDS


def _print(method: str, framework: Framework, fit: Fit, examples: Sequence[Example], errors: bool) -> None:
    judged = held_out(framework, examples, fit)
    values = " ".join(f"{name}={value}" for name, value in figures(judged).items())
    sys.stdout.write(f"{method}\t{framework.id}\t{values}\n")
    for one in judged if errors else ():
        if one.said[:1] != list(one.gold[:1]):
            sys.stdout.write(f"  {'、'.join(one.gold) or '无'} → {'、'.join(one.said) or '无'}\t{one.example.text}\n")
    sys.stdout.flush()


def _compare(framework: Framework, every: Sequence[Framework], examples: Sequence[Example], concepts: Concepts) -> None:
    def centroid(rows: Sequence[Example]) -> Classify:
        return by_centroid(framework, rows, concepts)

    def mapper(rows: Sequence[Example]) -> Classify:
        return by_mapper(framework, every, rows, concepts)

    errors, full = "--errors" in sys.argv, dict(told.FAMILY_WEIGHTS)
    if not errors:
        _print("词表", framework, lambda _: by_lexicon(framework), examples, errors)
        _print("质心", framework, centroid, examples, errors)
        for method, families in _FAMILIES.items():
            told.FAMILY_WEIGHTS.update({name: full[name] if name in families else _OFF for name in full})
            _print(method, framework, mapper, examples, errors)
        told.FAMILY_WEIGHTS.update(full)
    _print("合用（采用）", framework, mapper, examples, errors)


def main() -> None:
    """Print each method's figures under each framework, then the times of the mapper."""
    corpus = settings().assistant_corpus
    known, examples, concepts = frameworks(corpus), load_examples(corpus), load_concepts(corpus)
    for framework in known.values():
        _compare(framework, tuple(known.values()), examples, concepts)
    _times(known["china"], tuple(known.values()), examples, concepts)


def _times(framework: Framework, every: Sequence[Framework], examples: Sequence[Example], concepts: Concepts) -> None:
    started = time.perf_counter()
    mapper = DimensionMapper(framework, every, examples, concepts)
    fitted = time.perf_counter()
    for example in examples:
        mapper.classify(example.text)
    spent = (time.perf_counter() - fitted) / len(examples)
    sys.stdout.write(f"fit {fitted - started:.2f} s, classify {spent * 1000:.2f} ms\n")


if __name__ == "__main__":
    main()

"""Fit the weights of assistant/verification/divergence.py: `python -m evaluations.lies.divergence [--folds] [--write]`.

Examples: every authored true wording, seen without itself among the wordings of its statement; every authored lie on a
statement (cases/statements); the stretches of the answers of cases/independent_*.jsonl and of the fact sheets that rest
on clauses alone. Of an answer that must fail nobody says which stretch is false: the likeliest one is taken, as the
weights stand, three times over. With `--folds` it prints how statements left out of the fitting are judged (five
folds); with `--write` it stores weights fitted on all examples in corpus/verification/divergence.json.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from assistant.verification import evidence
from assistant.verification.divergence import WEIGHTS, WORDED, Weights
from assistant.verification.model import Basis, EvidenceClause, as_clauses
from assistant.verification.statements import load_statements
from assistant.verification.verify import observed, verify_text
from evaluations.lies.independent import fact_sheet_rows, rows, whole_clause
from evaluations.lies.restated import without

_CASES = Path(__file__).with_name("cases")
# From where on a sentence is refused or cleared: chosen on answers of sets left out of the fitting.
REFUSED, CLEARED = 0.5, 0.3
_STRENGTH = 0.3
_WEIGHT_OF_ANSWERS = 3.0
_ROUNDS = 3
_LEAST_WEIGHT = 0.05
_FOLDS = 5

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one sentence, whether it is false, and the statement it was written on."""

    features: Features
    false: bool
    statement: str


def authored() -> Iterator[Example]:
    """The true wordings and the lies on each statement."""
    for document, statements in load_statements().items():
        for statement in statements:
            name = f"{document} {statement.position}"
            basis = Basis({"c1": EvidenceClause(document, whole_clause(document, statement.source))})
            for wording in statement.wordings[1:]:
                evidence._of_notices.cache_clear()
                with patch.object(evidence, "statements_of", partial(without, statement, wording)):
                    yield from _examples(wording, basis, False, name)
            evidence._of_notices.cache_clear()
        for row in rows(_CASES / "statements" / f"{document}.jsonl"):
            statement = statements[row["statement"]]
            basis = Basis({"c1": EvidenceClause(document, whole_clause(document, statement.source))})
            yield from _examples(row["text"], basis, True, f"{document} {statement.position}")


def _examples(sentence: str, basis: Basis, false: bool, statement: str) -> Iterator[Example]:
    for found in observed(f"{sentence.rstrip('。')}[c1]。", basis)[:1]:
        yield Example(found, false, statement)


def answers(given: Iterable[dict[str, Any]]) -> tuple[list[Features], list[list[Features]]]:
    """The stretches of true answers, and those of each false answer in which the rules find nothing firm."""
    true: list[Features] = []
    false: list[list[Features]] = []
    for row in given:
        if row.get("facts") or row.get("verdicts") or row.get("material"):
            continue
        clauses = as_clauses(row["clauses"])
        stretches = observed(row["text"], Basis(clauses))
        if row["expect"] == "pass":
            true += stretches
        elif stretches and not _firm(row["text"], clauses):
            false.append(stretches)
    return true, false


def _firm(text: str, clauses: dict[str, EvidenceClause]) -> bool:
    report = verify_text(text, clauses=clauses)
    return any(reason.code not in WORDED for sentence in report.sentences for reason in sentence.reasons)


def fit(examples: list[Example], true: list[Features], false: list[list[Features]]) -> Weights:
    """Weights fitted on the examples and the answers."""
    learned: Weights | None = None
    for _ in range(_ROUNDS):
        chosen = [max(stretches, key=learned.probability) for stretches in false] if learned else []
        found = [example.features for example in examples] + true + chosen
        labels = [example.false for example in examples] + [False] * len(true) + [True] * len(chosen)
        importance = [1.0] * len(examples) + [_WEIGHT_OF_ANSWERS] * (len(true) + len(chosen))
        learned = _fitted(found, labels, importance)
    assert learned is not None
    return learned


def _fitted(found: list[Features], labels: list[bool], importance: list[float]) -> Weights:
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(found)
    # liblinear takes 32-bit indices only.
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=_STRENGTH, max_iter=500, solver="liblinear").fit(matrix, labels, importance)
    named = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 3) for name, weight in named if abs(weight) >= _LEAST_WEIGHT}
    return Weights(dict(sorted(kept.items())), round(float(model.intercept_[0]), 3), REFUSED, CLEARED)


def judged(weights: Weights, found: Features) -> bool:
    """Whether a stretch with these features passes, findings of the rules and weights together."""
    codes = {name[1:] for name in found if name.startswith("!")}
    likely = weights.probability(found)
    if codes - WORDED:
        return False
    return likely < weights.cleared or (not codes and likely < weights.refused)


def folds(examples: list[Example], true: list[Features], false: list[list[Features]]) -> tuple[float, float]:
    """(share of true wordings that pass, share of lies caught) on statements left out of the fitting."""
    groups = [example.statement for example in examples]
    passed = {True: [0, 0], False: [0, 0]}
    for known, unseen in GroupKFold(_FOLDS).split(np.zeros(len(examples)), groups=groups):
        weights = fit([examples[at] for at in known], true, false)
        for example in (examples[at] for at in unseen):
            passed[example.false][0] += judged(weights, example.features)
            passed[example.false][1] += 1
    return passed[False][0] / passed[False][1], 1 - passed[True][0] / passed[True][1]


def main(arguments: list[str]) -> None:
    """Print the measure by folds; with --write store weights fitted on everything."""
    examples = list(authored())
    files = sorted(_CASES.glob("independent_*.jsonl"))
    true, false = answers([*fact_sheet_rows(), *(row for path in files for row in rows(path))])
    ruled = [any(name.startswith("!") for name in each.features) for each in examples]
    for label, name in ((False, "true wordings refused by the rules alone"), (True, "lies caught by the rules alone")):
        own = [bad for bad, each in zip(ruled, examples, strict=True) if each.false is label]
        print(f"{name}: {sum(own)}/{len(own)} = {sum(own) / len(own):.1%}")
    if "--folds" in arguments:
        passed, caught = folds(examples, true, false)
        print(f"with the weights, on statements left out: true wordings passed {passed:.1%}, lies caught {caught:.1%}")
    if "--write" in arguments:
        weights = fit(examples, true, false)
        stored = {"refused": REFUSED, "cleared": CLEARED, "intercept": weights.intercept, "weights": weights.weights}
        WEIGHTS.write_text(json.dumps(stored, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(f"{len(weights.weights)} weights written to {WEIGHTS.name}")


if __name__ == "__main__":
    main(sys.argv[1:])

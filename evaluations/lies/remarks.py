"""Fit the weights of assistant/verification/remarks.py: `python -m evaluations.lies.remarks [--write]`.

Examples: authored remarks and claims in the same tone (remarks.jsonl), the sentences without a token of the true
answers of cases/independent_*.jsonl as remarks and a share of those with one as claims. Verdicts are left out: the
checker's result carries them. Prints how sentences left out of the fitting are told apart (five folds).
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from assistant.verification.plain import flat
from assistant.verification.remarks import WEIGHTS, RemarkWeights, features_of
from assistant.verification.units import split_units
from assistant.verification.verdicts import states_verdict
from evaluations.lies.independent import rows

_CASES = Path(__file__).with_name("cases")
# Below these a sentence is a remark, one if put as one, surely one: chosen on sentences left out of the fitting.
REMARK, PUT_AS_ONE, SURELY = 0.35, 0.75, 0.2
_STRENGTH = 0.3
_LEAST_WEIGHT = 0.03
_FOLDS = 5
# Of the sentences that cite a clause one in so many: they are plainer claims than those that need telling apart.
_EVERY = 6

Example = tuple[str, bool]


def authored() -> list[Example]:
    """The authored remarks (False) and claims (True), flat."""
    return [(flat(row["text"]), bool(row["claims"])) for row in rows(_CASES.with_name("remarks.jsonl"))]


def answered() -> Iterator[Example]:
    """What true answers say without a clause, and a share of what they say with one, flat."""
    for path in sorted(_CASES.glob("independent_*.jsonl")):
        for number, row in enumerate(row for row in rows(path) if row["expect"] == "pass"):
            for unit in split_units(row["text"]):
                said = flat(unit.claim)
                if len(said) < 4 or states_verdict(said):
                    continue
                if not unit.tokens and not row.get("facts"):
                    yield said, False
                elif unit.tokens and "m" not in unit.tokens and number % _EVERY == 0:
                    yield said, True


def fit(examples: list[Example]) -> RemarkWeights:
    """Weights fitted on the examples."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(features_of(said), 1.0) for said, _ in examples])
    common = np.asarray((matrix > 0).sum(axis=0)).ravel() > 1
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    labels = [claims for _, claims in examples]
    model = LogisticRegression(C=_STRENGTH, max_iter=1000, solver="liblinear").fit(matrix[:, common], labels)
    named = zip(vectors.get_feature_names_out()[common], model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), 3) for name, weight in named if abs(weight) >= _LEAST_WEIGHT}
    return RemarkWeights(dict(sorted(kept.items())), round(float(model.intercept_[0]), 3), REMARK, PUT_AS_ONE, SURELY)


def folds(given: list[Example], more: list[Example]) -> None:
    """Print how authored sentences left out of the fitting are told apart."""
    labels = np.array([claims for _, claims in given])
    likely = np.zeros(len(given))
    for known, unseen in StratifiedKFold(_FOLDS, shuffle=True, random_state=1).split(labels, labels):
        weights = fit([given[at] for at in known] + more)
        likely[unseen] = [weights.probability(given[at][0]) for at in unseen]
    for least in (SURELY, REMARK, PUT_AS_ONE):
        remarks, claims = (likely < least) & ~labels, (likely >= least) & labels
        told, held = remarks.sum() / (~labels).sum(), claims.sum() / labels.sum()
        print(f"below {least}: remarks told {told:.1%}, claims held {held:.1%}")


def main(arguments: list[str]) -> None:
    """Print the measure by folds; with --write store weights fitted on everything."""
    given, more = authored(), list(answered())
    print(f"{len(given)} authored sentences, {len(more)} of answers")
    folds(given, more)
    if "--write" in arguments:
        weights = fit(given + more)
        stored = asdict(weights)
        WEIGHTS.write_text(json.dumps(stored, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(f"{len(weights.weights)} weights written to {WEIGHTS.name}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""A kernel ridge classifier over sparse features, fitted in closed form from the authored examples."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Matrix = NDArray[np.float64]

# Chosen on held-out sources (docs/adr/0004-mapping.md).
_RIDGE, _BALANCE = 0.35, 0.7


@dataclass(frozen=True, slots=True)
class Vectoriser:
    """Features → unit rows, weighted by how rare each feature is among the examples."""

    columns: dict[str, int]
    rarity: Matrix

    @classmethod
    def fit(cls, rows: Sequence[Mapping[str, float]]) -> "Vectoriser":
        """Learn columns and rarity; a feature seen once still counts, since examples are few."""
        seen = Counter(name for row in rows for name in row)
        columns = {name: number for number, name in enumerate(seen)}
        rarity = np.array([math.log((1 + len(rows)) / (1 + count)) + 1 for count in seen.values()])
        return cls(columns, rarity)

    def rows(self, rows: Sequence[Mapping[str, float]]) -> csr_matrix:
        """One unit row per text, shape (texts, features); unseen features are dropped."""
        columns: list[int] = []
        values: list[float] = []
        starts = [0]
        for row in rows:
            known = [name for name in row if name in self.columns]
            places = [self.columns[name] for name in known]
            weighted = np.array([row[name] for name in known]) * self.rarity[np.array(places, dtype=np.intp)]
            columns += places
            values += (weighted / (np.linalg.norm(weighted) or 1.0)).tolist()
            starts.append(len(columns))
        return csr_matrix((values, columns, starts), shape=(len(rows), len(self.columns)))


@dataclass(frozen=True, slots=True)
class RidgeClassifier:
    """Scores around 1 for a label that fits and around 0 for one that does not."""

    weights: Matrix

    @classmethod
    def fit(cls, rows: csr_matrix, targets: Matrix) -> "RidgeClassifier":
        """Fit in the dual: cost grows with the number of examples, not of features. A label with few examples
        counts as much as one with many."""
        kernel = (rows @ rows.T).toarray()
        mains = targets.argmax(axis=1)
        shares = np.bincount(mains, minlength=targets.shape[1])[mains] / len(mains)
        dual = np.linalg.solve(kernel + np.diag(_RIDGE * (shares / shares.mean()) ** _BALANCE), targets)
        return cls(rows.T @ dual)

    def scores(self, rows: csr_matrix) -> Matrix:
        """One row of label scores per text."""
        result: Matrix = rows @ self.weights
        return result

"""A kernel ridge classifier over sparse features, fitted in closed form from the authored examples."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

_RIDGE = 0.6


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

    def rows(self, rows: Sequence[Mapping[str, float]]) -> Matrix:
        """One unit row per text; unseen features are dropped."""
        matrix = np.zeros((len(rows), len(self.columns)))
        for number, row in enumerate(rows):
            for name, value in row.items():
                column = self.columns.get(name)
                if column is not None:
                    matrix[number, column] = value * self.rarity[column]
        norms = np.linalg.norm(matrix, axis=1, keepdims=True)
        scaled: Matrix = matrix / np.where(norms == 0, 1, norms)
        return scaled


@dataclass(frozen=True, slots=True)
class RidgeClassifier:
    """Scores around 1 for a label that fits and around 0 for one that does not."""

    weights: Matrix

    @classmethod
    def fit(cls, rows: Matrix, targets: Matrix) -> "RidgeClassifier":
        """Fit in the dual: cost grows with the number of examples, not of features."""
        kernel = rows @ rows.T
        dual = np.linalg.solve(kernel + _RIDGE * np.eye(len(rows)), targets)
        return cls(rows.T @ dual)

    def scores(self, rows: Matrix) -> Matrix:
        """One row of label scores per text."""
        result: Matrix = rows @ self.weights
        return result


def left_out_scores(rows: Matrix, targets: Matrix) -> Matrix:
    """What each example would score had it been left out of the fit (closed form), for choosing thresholds."""
    kernel = rows @ rows.T
    hat = kernel @ np.linalg.inv(kernel + _RIDGE * np.eye(len(rows)))
    fitted = hat @ targets
    own = np.diag(hat)[:, None]
    result: Matrix = (fitted - own * targets) / (1 - own)
    return result

"""Fusing the signals: a weighted sum turned into a chance between 0 and 1, fitted on held-out questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_GRID = (0.0, 0.125, 0.25, 0.5, 1.0, 2.0, 4.0)
_ROUNDS = 2
_CALIBRATED = 5  # candidates of each query the scale is fitted on: the first ones and their nearest rivals
_WORTHWHILE = 2e-3  # smaller gains are noise; without a gain the signals stay equal


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight a signal and a bias; `score` is the calibrated chance that a candidate is right."""

    weights: tuple[float, ...]
    bias: float

    def score(self, signals: Floats) -> Floats:
        """Scores of the rows of `signals` (candidates, signals), each 0..1."""
        total = signals @ np.asarray(self.weights) + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))))


@dataclass(frozen=True, slots=True)
class Judged:
    """Held-out queries: `signals` (queries, candidates, signals) and whether each candidate is `right`; a query none of
    whose candidates is right has no answer among them."""

    signals: Floats
    right: NDArray[np.bool_]

    def pick(self, rows: Any) -> "Judged":
        """Some of the queries."""
        return Judged(self.signals[rows], self.right[rows])

    def answered(self) -> "Judged":
        """The queries that have a right candidate."""
        return self.pick(np.flatnonzero(self.right.any(axis=1)))


def fit(judged: Judged, usable: Sequence[bool]) -> Weights:
    """Weights (none below zero) that rank the right candidates first, then scaled so that the score is the chance of
    a foremost candidate being right. Signals not `usable` weigh 0."""
    weights = _rank(judged.answered(), usable)
    totals = judged.signals @ weights
    foremost = np.argsort(-totals, axis=1)[:, :_CALIBRATED]
    found = np.take_along_axis(judged.right, foremost, axis=1)
    slope, bias = _platt(np.take_along_axis(totals, foremost, axis=1).ravel(), found.ravel().astype(np.float64))
    return Weights(tuple(float(value) for value in weights * slope), bias)


def ranks(judged: Judged, weights: Weights) -> NDArray[np.int64]:
    """For each query the place (from 1) of the first right candidate, ties counted against it; 0 where none is."""
    totals = judged.signals @ np.asarray(weights.weights)
    best = np.where(judged.right, totals, -np.inf).max(axis=1, keepdims=True)
    places = ((totals >= best) & ~judged.right).sum(axis=1) + 1
    return np.where(judged.right.any(axis=1), places, 0)


def reciprocal_rank(judged: Judged, weights: Weights) -> float:
    """Mean reciprocal rank of the first right candidate, 0 for a query without one."""
    found = ranks(judged, weights)
    return float(np.where(found > 0, 1 / np.maximum(found, 1), 0).mean()) if len(found) else 0.0


def _rank(judged: Judged, usable: Sequence[bool]) -> Floats:
    """The usable signals' weights with the best mean reciprocal rank, by going over a grid one weight at a time."""
    weights = np.asarray(usable, dtype=np.float64)
    best = _mean_reciprocal(judged, weights)
    for _ in range(_ROUNDS):
        for place in np.flatnonzero(usable):
            for value in _GRID:
                tried = weights.copy()
                tried[place] = value
                found = _mean_reciprocal(judged, tried)
                if found > best + _WORTHWHILE and tried.any():
                    best, weights = found, tried
    return weights


def _mean_reciprocal(judged: Judged, weights: Floats) -> float:
    return reciprocal_rank(judged, Weights(tuple(weights.tolist()), 0.0))


def _platt(scores: Floats, right: Floats, steps: int = 30) -> tuple[float, float]:
    """Slope and bias of the logistic curve through (score, right), by Newton's method with a little ridge."""
    if len(scores) == 0:
        return 1.0, 0.0
    middle, spread = float(scores.mean()), float(scores.std()) or 1.0
    rows = np.stack([(scores - middle) / spread, np.ones_like(scores)], axis=1)
    line = np.zeros(2)
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-rows @ line))
        downhill = rows.T @ (chance - right) + 0.5 * line
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + 0.5 * np.eye(2)
        line -= np.linalg.solve(bend, downhill)
    steepness = max(float(line[0]), 0.05) / spread
    return steepness, float(line[1]) - steepness * middle

"""Fusing the signals: a weighted sum turned into a chance between 0 and 1, fitted on held-out questions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


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

    def pick(self, rows: slice | NDArray[np.bool_]) -> "Judged":
        """Some of the queries."""
        return Judged(self.signals[rows], self.right[rows])

    def answered(self) -> "Judged":
        """The queries that have a right candidate."""
        return self.pick(self.right.any(axis=1))


def fit(judged: Judged, usable: Sequence[bool]) -> Weights:
    """Weights that rank the right candidates first (softmax over each query's candidates, no weight below zero), then
    scaled so that the score is the chance of the first candidate being right. Signals not `usable` weigh 0."""
    weights = _rank(judged.answered(), np.asarray(usable, dtype=np.float64))
    totals = judged.signals @ weights
    first = totals.argmax(axis=1)
    rows = np.arange(len(totals))
    slope, bias = _platt(totals[rows, first], judged.right[rows, first].astype(np.float64))
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


def _rank(judged: Judged, mask: Floats, steps: int = 200) -> Floats:
    weights = mask * 5.0
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        slope = 0.0005 * weights + _slope(judged, weights)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        move = 0.3 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights = mask * np.maximum(weights - move, 0)
    return weights


def _slope(judged: Judged, weights: Floats) -> Floats:
    """Gradient of the mean of -log(share of the right candidates)."""
    totals = judged.signals @ weights
    share = np.exp(totals - totals.max(axis=1, keepdims=True))
    right = share * judged.right
    pull = share / share.sum(axis=1, keepdims=True) - right / np.maximum(right.sum(axis=1, keepdims=True), 1e-12)
    return np.asarray(np.einsum("qc,qcs->s", pull, judged.signals) / max(len(pull), 1))


def _platt(scores: Floats, right: Floats, steps: int = 100) -> tuple[float, float]:
    """Slope and bias of the logistic curve through (score, right), by Newton's method with a little ridge."""
    if len(scores) == 0:
        return 1.0, 0.0
    middle, spread = float(scores.mean()), float(scores.std()) or 1.0
    rows = np.stack([(scores - middle) / spread, np.ones_like(scores)], axis=1)
    line = np.zeros(2)
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-rows @ line))
        slope = rows.T @ (chance - right) + 0.5 * line
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + 0.5 * np.eye(2)
        line -= np.linalg.solve(bend, slope)
    slope = max(float(line[0]), 0.05) / spread
    return slope, float(line[1]) - slope * middle

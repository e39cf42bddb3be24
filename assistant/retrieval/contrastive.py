"""Contrastive training of a table of token vectors with numpy and scipy: seconds on a CPU, no torch."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from threadpoolctl import threadpool_limits

from assistant.retrieval.encoder import TokenTable, Vectors, normalise
from assistant.retrieval.tokens import tokenize

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a training run; part of the encoder's identity. `members` tables of `dimensions` stand side by
    side in the encoder."""

    dimensions: int = 64
    members: int = 3
    epochs: int = 7
    touch_up: int = 3
    batch: int = 256
    rate: float = 0.03
    temperature: float = 0.15
    least_count: int = 2
    seed: int = 17


@dataclass(frozen=True, slots=True)
class Material:
    """What to learn from. `texts[t]` is the passage of target t; `questions[i]` asks for target `targets[i]`.
    `heads[t]` is a target whose passage contains t's (a clause, for an entry; itself otherwise): those two are never
    taught apart. `background` adds vocabulary."""

    texts: Sequence[str]
    questions: Sequence[str]
    targets: Sequence[int]
    heads: Sequence[int]
    background: Sequence[str] = ()


def train(material: Material, recipe: Recipe, name: str, start: TokenTable | None = None) -> TokenTable:
    """Train on question → passage and question → question of the same target, with in-batch and hard negatives.

    `start` is a table trained on part of the material: its vectors are taken over and `recipe.touch_up` epochs do.
    """
    everything = [*material.texts, *material.questions, *material.background]
    vocabulary, weights = _vocabulary(everything, recipe.least_count)
    # The products are small: on several threads they wait for one another, and a sum's order would differ by machine.
    with threadpool_limits(1, "blas"):
        members = [_member(material, recipe, vocabulary, weights, number, start) for number in range(recipe.members)]
    return TokenTable(name, vocabulary, np.hstack(members))


def _member(
    material: Material,
    recipe: Recipe,
    vocabulary: dict[str, int],
    weights: Vectors,
    number: int,
    start: TokenTable | None,
) -> Vectors:
    """One of the tables that stand side by side: each is trained from a start of its own, and what one learnt by
    chance the others outvote."""
    random = np.random.default_rng(recipe.seed + number)
    table = random.standard_normal((len(vocabulary), recipe.dimensions)).astype(np.float32)
    table *= (weights / np.sqrt(recipe.dimensions))[:, None]
    if start is not None:
        shared = [token for token in vocabulary if token in start.vocabulary]
        own = start.table[:, number * recipe.dimensions : (number + 1) * recipe.dimensions]
        table[[vocabulary[token] for token in shared]] = own[[start.vocabulary[token] for token in shared]]
    member = TokenTable("", vocabulary, table)
    if material.questions:
        _Run(member, material, recipe, random).fit(recipe.epochs if start is None else recipe.touch_up)
    return member.table


def _vocabulary(texts: Sequence[str], least: int) -> tuple[dict[str, int], Vectors]:
    counts = Counter(token for text in texts for token in set(tokenize(text)))
    tokens = sorted(token for token, count in counts.items() if count >= least)
    rarity = np.array([np.log(1 + len(texts) / counts[token]) for token in tokens], dtype=np.float32)
    single = np.array([0.4 if len(token) == 1 else 1.0 for token in tokens], dtype=np.float32)
    return {token: number for number, token in enumerate(tokens)}, rarity * single


class _Run:
    """One training run: the sparse bags of every text, Adam's moments, and the passes over the questions."""

    def __init__(self, encoder: TokenTable, material: Material, recipe: Recipe, random: np.random.Generator) -> None:
        self._table, self._recipe, self._random = encoder.table, recipe, random
        self._passages = _bags(encoder, material.texts)
        self._questions = _bags(encoder, material.questions)
        self._targets = np.asarray(material.targets, dtype=np.int64)
        self._heads = np.asarray(material.heads, dtype=np.int64)
        self._hard = self._hard_targets()
        self._partners = _partners(self._targets, random)
        self._first = np.zeros_like(encoder.table)
        self._second = np.zeros_like(encoder.table)
        self._steps = 0

    def fit(self, epochs: int) -> None:
        """All epochs; the rate falls linearly to a tenth, over the last of them where there are fewer than usual."""
        for epoch in range(self._recipe.epochs - epochs, self._recipe.epochs):
            rate = self._recipe.rate * (1 - 0.9 * epoch / self._recipe.epochs)
            order = self._random.permutation(len(self._targets))
            for start in range(0, len(order), self._recipe.batch):
                self._step(order[start : start + self._recipe.batch], rate, epoch)

    def _hard_targets(self) -> Numbers:
        """For every question the nearest wrong passage before training."""
        asked = normalise(self._questions @ self._table)
        likeness = asked @ normalise(self._passages @ self._table).T
        rows = np.arange(len(self._targets))
        likeness[rows, self._targets] = likeness[rows, self._heads[self._targets]] = -1
        return np.asarray(likeness.argmax(axis=1))

    def _step(self, picked: Numbers, rate: float, epoch: int) -> None:
        """One descent on two tasks at once: find the passage, and find another question of the same target."""
        own, hard = self._targets[picked], self._hard[picked]
        siblings = self._partners[epoch % len(self._partners)][picked]
        rows = vstack(
            [self._questions[picked], self._passages[np.concatenate([own, hard])], self._questions[siblings]],
            format="csr",
        )
        raw = rows @ self._table
        size = len(own)
        left, passages, others = raw[:size], raw[size : 3 * size], raw[3 * size :]
        pull, push = self._contrast(left, passages, own, np.concatenate([own, hard]))
        more, other = self._contrast(left, others, own, own)
        self._adam(rows.T @ np.concatenate([pull + more, push, other]), rate)

    def _contrast(self, left: Vectors, right: Vectors, own: Numbers, targets: Numbers) -> tuple[Vectors, Vectors]:
        """Gradients with respect to `left` and `right`; the first rows of `right` belong to the rows of `left`."""
        q, c = normalise(left), normalise(right)
        diagonal = np.arange(len(own))
        scores = q @ c.T / np.float32(self._recipe.temperature)
        same = (own[:, None] == targets) | (self._heads[own][:, None] == targets)
        same |= own[:, None] == self._heads[targets]
        same[diagonal, diagonal] = False
        scores[same] = -1e9  # another passage or question of the right target is no negative
        share = np.exp(scores - scores.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        share[diagonal, diagonal] -= 1
        share /= np.float32(len(own) * self._recipe.temperature)
        return _through_norm(share @ c, q, left), _through_norm(share.T @ q, c, right)

    def _adam(self, slope: Vectors, rate: float) -> None:
        """In place, because tables of this size cost more in memory traffic than in arithmetic."""
        self._steps += 1
        self._first *= 0.9
        self._first += np.float32(0.1) * slope
        slope *= slope
        self._second *= 0.99
        self._second += np.float32(0.01) * slope
        np.sqrt(self._second, out=slope)
        slope *= np.float32((1 - 0.99**self._steps) ** -0.5)
        slope += np.float32(1e-6)
        np.divide(self._first, slope, out=slope)
        slope *= np.float32(rate / (1 - 0.9**self._steps))
        self._table -= slope


def _through_norm(slope: Vectors, unit: Vectors, raw: Vectors) -> Vectors:
    lengths = np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-6)
    return np.asarray((slope - unit * (slope * unit).sum(axis=1, keepdims=True)) / lengths, dtype=np.float32)


def _bags(encoder: TokenTable, texts: Sequence[str]) -> csr_matrix:
    ids = [encoder.ids(text) for text in texts]
    starts = np.cumsum([0, *map(len, ids)])
    columns = np.array([number for row in ids for number in row], dtype=np.int64)
    ones = np.ones(len(columns), dtype=np.float32)
    return csr_matrix((ones, columns, starts), shape=(len(texts), len(encoder.vocabulary)))


def _partners(targets: Numbers, random: np.random.Generator, rounds: int = 4) -> list[Numbers]:
    """For every question another question of its target (itself where it is the only one), several ways."""
    groups: dict[int, list[int]] = {}
    for number, target in enumerate(targets.tolist()):
        groups.setdefault(target, []).append(number)
    found = []
    for _ in range(rounds):
        partner = np.arange(len(targets))
        for members in groups.values():
            shuffled = random.permutation(members)
            partner[shuffled] = np.roll(shuffled, 1)
        found.append(partner)
    return found

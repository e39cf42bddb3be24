"""One state of all the indexes, opened: everything a search reads. It never changes; a new build makes a new one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge.thesaurus import Thesaurus
from assistant.retrieval.authored import Authored
from assistant.retrieval.encoder import Encoder, Vectors
from assistant.retrieval.fusion import Floats, Weights
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.tokens import query_weights, widening_weights

CANDIDATES = 60
_REMEMBERED = 32
# Nearest clauses by vector: (query vector, how many, documents) -> [(clause key, cosine)].
Nearest = Callable[[Vectors, int, Collection[str] | None], list[tuple[str, float]]]


@dataclass(frozen=True, slots=True)
class Query:
    """A query made ready: its search weights, those of thesaurus words, its vector (None without an encoder) and how
    far that can be trusted; cosines count that much."""

    text: str
    weights: dict[str, float]
    widening: dict[str, float]
    vector: Vectors | None
    familiarity: float


@dataclass(frozen=True)
class Tuning:
    """How to fuse: `clauses` (lexical, dense, question lexical, question dense), `plain` for clauses no authored
    question leads to (lexical, dense), and `questions` (lexical, dense)."""

    clauses: Weights = field(default_factory=lambda: Weights((9.0, 0.0, 9.0, 0.0), -2.5))
    plain: Weights = field(default_factory=lambda: Weights((9.0, 0.0), -2.5))
    questions: Weights = field(default_factory=lambda: Weights((9.0, 0.0), -3.5))


@dataclass(frozen=True)
class Snapshot:
    """`keys[i]`, `documents[i]` and `vectors[i]` belong to clause i; `asked_vectors[j]` to `asked[j]`.

    Without an encoder (the fallback while an index is being rebuilt) the vector arrays have no columns.
    """

    keys: Sequence[str]
    documents: Sequence[str]
    vectors: Vectors
    asked: Sequence[Authored]
    asked_vectors: Vectors
    clause_index: LexicalIndex
    question_index: LexicalIndex
    encoder: Encoder | None
    thesaurus: Thesaurus
    tuning: Tuning

    def prepare(self, text: str) -> Query:
        """The query's weights, thesaurus words included, and its vector. The last few are remembered: one question is
        looked up for its entries and for its clauses."""
        return self._prepared(text)

    def question_signals(self, query: Query) -> Floats:
        """Lexical and dense signal of every authored question, shape (questions, 2), not to be written to; the last
        few are remembered."""
        return self._signalled(query.text)

    @cached_property
    def _prepared(self) -> Callable[[str], Query]:
        return lru_cache(_REMEMBERED)(self._prepare)

    @cached_property
    def _signalled(self) -> Callable[[str], Floats]:
        return lru_cache(_REMEMBERED)(lambda text: self._question_signals(self.prepare(text)))

    def _prepare(self, text: str) -> Query:
        weights = query_weights(text, self.thesaurus.ignored)
        widening = widening_weights(self.thesaurus.expand(text), weights)
        if self.encoder is None:
            return Query(text, weights, widening, None, 0.0)
        return Query(text, weights, widening, self.encoder.encode([text])[0], self.encoder.familiarity(text))

    def nearest(self, vector: Vectors, count: int, documents: Collection[str] | None) -> list[tuple[str, float]]:
        """The clauses nearest to `vector` by cosine, from the vectors in memory; exact."""
        likeness = _cosines(self.vectors, vector)
        if documents is not None:
            likeness = np.where(np.isin(self._document_array, list(documents)), likeness, -1.0)
        best = np.argsort(-likeness)[:count]
        return [(self.keys[i], float(likeness[i])) for i in best if likeness[i] > 0]

    def clause_signals(
        self, query: Query, documents: Collection[str] | None = None, nearest: Nearest | None = None
    ) -> Floats:
        """The four signals of every clause, shape (clauses, 4), zeros for clauses outside `documents`."""
        signals = np.zeros((len(self.keys), 4))
        for key, score in self.clause_index.search(query.weights, CANDIDATES, documents, query.widening):
            signals[self.places[key], 0] = score
        if query.vector is not None:
            for key, score in (nearest or self.nearest)(query.vector, CANDIDATES, documents):
                signals[self.places[key], 1] = max(score, 0.0) * query.familiarity
        self._spread_questions(query, documents, signals)
        return signals

    def _question_signals(self, query: Query) -> Floats:
        signals = np.zeros((len(self.asked), 2))
        for key, score in self.question_index.search(query.weights, CANDIDATES):
            signals[int(key), 0] = score
        if query.vector is not None and len(self.asked):
            signals[:, 1] = np.maximum(_cosines(self.asked_vectors, query.vector), 0) * query.familiarity
        return signals

    @cached_property
    def places(self) -> dict[str, int]:
        """Row of each clause key."""
        return {key: number for number, key in enumerate(self.keys)}

    @cached_property
    def led_to(self) -> NDArray[np.bool_]:
        """Whether an authored question leads to the clause."""
        flags = np.zeros(len(self.keys), dtype=bool)
        flags[self._links[1]] = True
        return flags

    @cached_property
    def _document_array(self) -> NDArray[np.str_]:
        return np.asarray(self.documents, dtype=np.str_)

    @cached_property
    def _links(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        pairs = [
            (number, self.places[key])
            for number, one in enumerate(self.asked)
            for key in one.clauses
            if key in self.places
        ]
        links = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
        return links[:, 0], links[:, 1]

    def _spread_questions(self, query: Query, documents: Collection[str] | None, signals: Floats) -> None:
        """Each clause takes the best score among the authored questions that lead to it."""
        by_question = self.question_signals(query)
        questions, clauses = self._links
        np.maximum.at(signals[:, 2], clauses, by_question[questions, 0])
        np.maximum.at(signals[:, 3], clauses, by_question[questions, 1])
        if documents is not None:
            signals[~np.isin(self._document_array, list(documents)), 2:] = 0


def _cosines(rows: Vectors, vector: Vectors) -> Vectors:
    """Not `@`: on busy machines BLAS threads wait for each other far longer than one thread needs for this."""
    return np.asarray(np.einsum("ij,j->i", rows, vector), dtype=np.float32)

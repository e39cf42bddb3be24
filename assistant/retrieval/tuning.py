"""Choosing the fusion weights on held-out authored questions, with a gate against harm by the vectors."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.documents.model import Clause
from assistant.knowledge.thesaurus import Thesaurus
from assistant.retrieval.assembly import assemble
from assistant.retrieval.authored import Authored, split
from assistant.retrieval.encoder import Encoder
from assistant.retrieval.fusion import Floats, Judged, Weights, fit, ranks, reciprocal_rank
from assistant.retrieval.snapshot import Query, Snapshot, Tuning

_MOST = 400  # queries used for fitting; more change nothing and cost time
_KEPT = 40  # candidates kept of each query
LEXICAL_OF_FOUR, ALL_FOUR = (True, False, True, False), (True, True, True, True)


@dataclass(frozen=True, slots=True)
class Figures:
    """Recall at 1 and 5 and mean reciprocal rank on `queries` held-out questions."""

    queries: int
    recall_1: float
    recall_5: float
    reciprocal_rank: float


@dataclass(frozen=True, slots=True)
class Trial:
    """What tuning found: the fusion, and the figures by signal (`lexical`, `dense`, `fused`, `questions`)."""

    tuning: Tuning
    figures: dict[str, Figures]

    def as_json(self) -> dict[str, dict[str, float]]:
        """The figures as JSON values."""
        return {name: asdict(found) for name, found in self.figures.items()}


def tune(
    clauses: Sequence[Clause],
    asked: Sequence[Authored],
    make_encoder: Callable[[], Encoder],
    thesaurus: Thesaurus,
    pretrained: bool,
) -> Trial:
    """Fit on held-out questions with indexes (and, unless `pretrained`, an encoder) that never saw them.

    With fewer than 40 held-out questions there is nothing to choose by: the lexical defaults stay.
    """
    learnt, held = split(asked)
    if len([one for one in held if one.clauses]) < 40:
        return Trial(Tuning(), {})
    snapshot = assemble(clauses, learnt, make_encoder(), thesaurus)
    held = sorted(held, key=lambda one: hashlib.sha256(one.text.encode()).digest()[::-1])[:_MOST]
    queries = [snapshot.prepare(one.text) for one in held]
    by_clause = _judge_clauses(snapshot, queries, held)
    by_question = _judge_questions(snapshot, queries, held)
    clause_weights = gate(by_clause, LEXICAL_OF_FOUR, ALL_FOUR)
    tuning = Tuning(
        clauses=clause_weights,
        plain=without_questions(clause_weights, pretrained),
        questions=gate(by_question, (True, False), (True, True)),
    )
    return Trial(tuning, _figures(by_clause, by_question, tuning))


def without_questions(clauses: Weights, pretrained: bool) -> Weights:
    """Weights (lexical, dense) for a clause no authored question leads to: its own wording stands in (at half) for the
    missing question, so that new notices compare with old ones. A table of token vectors says nothing of texts it was
    not trained on, so its share goes to the wording as well; a `pretrained` encoder keeps it."""
    lexical, dense, question_lexical, question_dense = clauses.weights
    if pretrained:
        return Weights((lexical + question_lexical / 2, dense + question_dense / 2), clauses.bias)
    return Weights((lexical + (dense + question_lexical + question_dense) / 2, 0.0), clauses.bias)


def gate(judged: Judged, lexical: Sequence[bool], hybrid: Sequence[bool]) -> Weights:
    """The hybrid's weights if it ranks better, fitted on one half and measured on the other; else the lexical ones."""
    plain, mixed = _crossed(judged, lexical), _crossed(judged, hybrid)
    return fit(judged, hybrid if mixed > plain else lexical)


def _crossed(judged: Judged, usable: Sequence[bool]) -> float:
    even, odd = judged.pick(slice(0, None, 2)), judged.pick(slice(1, None, 2))
    found = [reciprocal_rank(other.answered(), fit(one, usable)) for one, other in ((even, odd), (odd, even))]
    return float(np.mean(found))


def _judge_clauses(snapshot: Snapshot, queries: Sequence[Query], held: Sequence[Authored]) -> Judged:
    leading = [set(one.clauses) for one in held]
    return _stack(
        (snapshot.clause_signals(query, _documents(one)), np.array([key in right for key in snapshot.keys], dtype=bool))
        for query, one, right in zip(queries, held, leading, strict=True)
    )


def _judge_questions(snapshot: Snapshot, queries: Sequence[Query], held: Sequence[Authored]) -> Judged:
    rivals = _Rivals(snapshot.asked)
    return _stack(
        (snapshot.question_signals(query) * rivals.competing(one)[:, None], rivals.alike(one))
        for query, one in zip(queries, held, strict=True)
    )


class _Rivals:
    """The learnt questions by notice, target and clause."""

    def __init__(self, asked: Sequence[Authored]) -> None:
        self._documents = np.array([one.document for one in asked], dtype=np.str_)
        self._targets = np.array([one.target for one in asked], dtype=np.str_)
        self._kinds = np.array([one.kind for one in asked], dtype=np.str_)
        self._by_clause: dict[str, list[int]] = {}
        for row, one in enumerate(asked):
            for key in one.clauses:
                self._by_clause.setdefault(key, []).append(row)

    def competing(self, one: Authored) -> NDArray[np.bool_]:
        """The questions of the same notice and the exemplars; all of them for an exemplar."""
        if not one.document:
            return np.ones(len(self._documents), dtype=bool)
        return np.asarray((self._documents == one.document) | (self._documents == ""), dtype=bool)

    def alike(self, one: Authored) -> NDArray[np.bool_]:
        """Those that lead to the same place: the same target, or an entry and the clause it rests on."""
        sharing = np.zeros(len(self._targets), dtype=bool)
        sharing[[row for key in one.clauses for row in self._by_clause.get(key, [])]] = True
        return np.asarray((self._targets == one.target) | (sharing & (self._kinds != one.kind)), dtype=bool)


def _documents(one: Authored) -> list[str] | None:
    """As in use: a question is asked of the award's own notice, which the conversation has settled."""
    return [one.document] if one.document else None


def _stack(rows: Iterable[tuple[Floats, NDArray[np.bool_]]]) -> Judged:
    """Each query's candidates with the largest signals, as many for each query."""
    kept = [(signals[order], right[order]) for signals, right in rows for order in [_largest(signals)]]
    return Judged(np.stack([signals for signals, _ in kept]), np.stack([right for _, right in kept]))


def _largest(signals: Floats) -> NDArray[np.int64]:
    return np.argsort(-signals.sum(axis=1))[:_KEPT]


def _figures(by_clause: Judged, by_question: Judged, tuning: Tuning) -> dict[str, Figures]:
    answered = by_clause.answered()
    return {
        "lexical": measure(answered, fit(by_clause, LEXICAL_OF_FOUR)),
        "dense": measure(answered, fit(by_clause, (False, True, False, True))),
        "fused": measure(answered, tuning.clauses),
        "questions": measure(by_question.answered(), tuning.questions),
    }


def measure(judged: Judged, weights: Weights) -> Figures:
    """Recall and reciprocal rank of `weights` on the queries."""
    found = ranks(judged, weights)
    return Figures(
        queries=len(found),
        recall_1=round(float((found == 1).mean()), 4),
        recall_5=round(float(((found > 0) & (found <= 5)).mean()), 4),
        reciprocal_rank=round(reciprocal_rank(judged, weights), 4),
    )

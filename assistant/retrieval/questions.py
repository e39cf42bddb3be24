"""The authored questions nearest to a query: what routing and the choice of fact-sheet entries go by."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from assistant.retrieval.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class QuestionMatch:
    """An authored question near the query. `kind` is entry, clause or exemplar; `target` an entry id, a clause key or
    an exemplar's label; `document` is "" for an exemplar; `score` is the chance (0..1) that both ask the same."""

    target: str
    kind: str
    question: str
    score: float
    document: str = ""
    clauses: tuple[str, ...] = ()


class QuestionIndex:
    """Finds authored questions by their wording and their vectors, fused."""

    def __init__(self, snapshot: Callable[[], Snapshot]) -> None:
        """`snapshot` gives the indexes as they are now."""
        self._snapshot = snapshot

    def match(
        self,
        query: str,
        *,
        limit: int = 8,
        kinds: Collection[str] | None = None,
        documents: Collection[str] | None = None,
    ) -> list[QuestionMatch]:
        """The nearest questions, best first and one a target, optionally only of some kinds or of some documents
        (exemplars belong to none and always stay)."""
        snapshot = self._snapshot()
        if not snapshot.asked or not query.strip():
            return []
        scores = snapshot.tuning.questions.score(snapshot.question_signals(snapshot.prepare(query)))
        best: dict[tuple[str, str], QuestionMatch] = {}
        for number in np.argsort(-scores):
            one = snapshot.asked[number]
            if (kinds is not None and one.kind not in kinds) or not _of(one.document, documents):
                continue
            found = QuestionMatch(one.target, one.kind, one.text, float(scores[number]), one.document, one.clauses)
            best.setdefault((one.kind, one.target), found)
            if len(best) == limit:
                break
        return list(best.values())


def _of(document: str, documents: Collection[str] | None) -> bool:
    return documents is None or not document or document in documents

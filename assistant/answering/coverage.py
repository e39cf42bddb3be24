"""How much of what a question says a fact-sheet entry speaks of at all: its rarer words weigh more."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from assistant.knowledge.entries import Entry

_HAN_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


class Coverage:
    """Shares of a question's character pairs found in entries, by how few entries hold each pair."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._pairs = {identifier: frozenset(_pairs(_text(entry))) for identifier, entry in entries.items()}
        counts = Counter(pair for pairs in self._pairs.values() for pair in pairs)
        total = len(entries) + 1
        self._weights = {pair: math.log(total / (1 + count)) for pair, count in counts.items()}
        self._unheard = math.log(total)

    def share(self, question: str, entry_id: str) -> float:
        """0..1: the weighted share of the question's pairs that the entry's answer, quotes and questions hold."""
        held = self._pairs[entry_id]
        weights = [(self._weights.get(pair, self._unheard), pair in held) for pair in set(_pairs(question))]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, found in weights if found) / total if total else 0.0


def _text(entry: Entry) -> str:
    return "，".join((entry.answer, *entry.questions, *(citation.quote for citation in entry.citations)))


def _pairs(text: str) -> Iterable[str]:
    for run in _HAN_RUN.findall(text.casefold()):
        if run[0] < "\u3000":
            yield run
        else:
            yield from (run[place : place + 2] for place in range(len(run) - 1))

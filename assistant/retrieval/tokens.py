"""Tokens of Chinese text for indexing and search: words, character bigrams and single characters in one bag."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Container, Mapping
from functools import lru_cache

import rjieba

_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z0-9]+(?:[.\-@/][a-z0-9]+)*")
_CHARACTER_WEIGHT = 0.3
_EXPANSION_WEIGHT = 0.35


@lru_cache(maxsize=8192)
def tokenize(text: str) -> tuple[str, ...]:
    """Every token of `text`, repeated as often as it occurs. Words of two or more characters, bigrams and single
    characters of Han runs; Latin words and numbers whole. NFKC and lower case; punctuation is dropped."""
    folded = unicodedata.normalize("NFKC", text).lower()
    tokens: list[str] = []
    for run in _RUN.findall(folded):
        tokens.extend(_han(run) if run[0] > "\u2fff" else [run, *_parts(run)])
    return tuple(tokens)


def _han(run: str) -> list[str]:
    words = [word for word in rjieba.cut_for_search(run) if len(word) > 1]
    bigrams = [run[i : i + 2] for i in range(len(run) - 1)]
    return [*words, *bigrams, *run]


def _parts(run: str) -> list[str]:
    parts = re.split(r"[.\-@/]", run)
    return parts if len(parts) > 1 else []


def known_share(text: str, vocabulary: Container[str]) -> float:
    """The share (0..1) of the letters and characters of `text` that lie in bigrams or whole Latin words of
    `vocabulary`; 0 for a text without any."""
    known = total = 0
    for run in _RUN.findall(unicodedata.normalize("NFKC", text).lower()):
        total += len(run)
        known += _known_characters(run, vocabulary)
    return known / total if total else 0.0


def _known_characters(run: str, vocabulary: Container[str]) -> int:
    if run[0] <= "\u2fff" or len(run) == 1:
        return len(run) if run in vocabulary else 0
    pairs = [run[i : i + 2] in vocabulary for i in range(len(run) - 1)]
    return sum(before or after for before, after in zip([False, *pairs], [*pairs, False], strict=True))


def query_weights(text: str, ignored: Collection[str] = ()) -> dict[str, float]:
    """Search weights of a query's tokens: their count (words that are also bigrams weigh double), single characters
    less, words that carry no meaning removed."""
    for word in sorted(ignored, key=len, reverse=True):
        text = text.replace(word, "，")
    return {token: _weight(token, count) for token, count in Counter(tokenize(text)).items()}


def widening_weights(words: Collection[str], weights: Mapping[str, float]) -> dict[str, float]:
    """Lower weights of the thesaurus words' tokens, without those the query has itself."""
    widened: dict[str, float] = {}
    for word in words:
        for token, count in Counter(tokenize(word)).items():
            if token not in weights:
                widened[token] = max(widened.get(token, 0), _EXPANSION_WEIGHT * _weight(token, count))
    return widened


def _weight(token: str, count: int) -> float:
    return count * (_CHARACTER_WEIGHT if len(token) == 1 and token > "\u2fff" else 1.0)

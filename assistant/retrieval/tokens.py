"""Tokens of Chinese text for indexing and search: words, character bigrams and single characters in one bag."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import lru_cache

import rjieba

_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+|[a-z0-9]+(?:[.\-@/][a-z0-9]+)*")
_CHARACTER_WEIGHT = 0.3
_EXPANSION_WEIGHT = 0.45


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


def query_weights(text: str, expansion: Collection[str] = (), ignored: Collection[str] = ()) -> dict[str, float]:
    """Search weights of a query's tokens: their count (words that are also bigrams weigh double), single characters
    less, thesaurus words added at a lower weight, words that carry no meaning removed."""
    for word in sorted(ignored, key=len, reverse=True):
        text = text.replace(word, "，")
    weights = {token: _weight(token, count) for token, count in Counter(tokenize(text)).items()}
    for word in expansion:
        for token, count in Counter(tokenize(word)).items():
            weights.setdefault(token, _EXPANSION_WEIGHT * _weight(token, count))
    return weights


def _weight(token: str, count: int) -> float:
    return count * (_CHARACTER_WEIGHT if len(token) == 1 and token > "\u2fff" else 1.0)

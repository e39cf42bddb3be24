"""Words and their kinds as the segmenter cuts them, and which of them claim nothing."""

import re

import rjieba

from assistant.verification.lexicon import lexicon
from assistant.verification.passing import lasting

_HAN = re.compile(r"[一-鿿]")
_RUN = re.compile(r"[一-鿿A-Za-z0-9]+")


@lasting(maxsize=8192)
def tagged(segment: str) -> tuple[tuple[str, str], ...]:
    """The words of a flat stretch with their parts of speech."""
    return tuple(pair for run in _RUN.findall(segment) for pair in rjieba.tag(run))


@lasting(maxsize=8192)
def light(word: str) -> bool:
    """Whether a word claims nothing by itself: neutral, no Han, or made of neutral words only (再由, 没拿过)."""
    neutral = lexicon().neutral
    if word in neutral or not _HAN.search(word):
        return True
    return any(word[:at] in neutral and light(word[at:]) for at in range(1, len(word)))


@lasting(maxsize=8192)
def words_of(segment: str) -> tuple[str, ...]:
    """The words of a flat stretch as the segmenter cuts them."""
    return tuple(word for run in _RUN.findall(segment) for word in rjieba.cut(run))

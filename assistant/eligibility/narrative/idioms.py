"""Letters of denial that deny nothing told behind them: 没想到出了事故, 没按规程操作造成失误."""

from functools import lru_cache

from assistant.eligibility.narrative.lexicon import cues


@lru_cache(maxsize=1 << 13)
def without_idioms(text: str) -> str:
    """The text with 有没有, and 没想到 and 没按规程 that deny nothing behind them, blanked letter for letter."""
    for name in ("scope.a_not_a", "scope.denies_nothing"):
        text = cues(name).sub(lambda match: "□" * len(match.group()), text)
    return text

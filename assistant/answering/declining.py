"""Awards that a turn names only to leave them aside: 算了不报宝鸡了; 兰州就不考虑了."""

import re
from collections.abc import Iterable, Iterator

from assistant.eligibility.narrative.lexicon import cues

_BLANK = "\u3000"


def without_declined(text: str, names: Iterable[str]) -> str:
    """The text with the names of such awards blanked, letter for letter."""
    for start, end in _declined(text, names):
        text = text[:start] + _BLANK * (end - start) + text[end:]
    return text


def declines(text: str, names: Iterable[str]) -> bool:
    """Whether any award is named only to be left aside."""
    return next(_declined(text, names), None) is not None


def _declined(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    for name in sorted(names, key=len, reverse=True):
        for found in re.finditer(re.escape(name), text):
            before, after = text[: found.start()], text[found.end() :]
            if cues("turns.declined_before").search(before) or cues("turns.declined_behind").match(after):
                yield found.span()

"""Finding a verbatim quote in a stored text although line breaks, spaces and bold signs differ."""

import re
from collections.abc import Iterator

_IGNORED = re.compile(r"[\s*\u200b\ufeff]")


class TextIndex:
    """A text without white space and bold signs, with the way back to its offsets."""

    def __init__(self, text: str) -> None:
        self._offsets = [index for index, char in enumerate(text) if not _IGNORED.match(char)]
        self._squeezed = "".join(text[index] for index in self._offsets)

    def find(self, quote: str) -> Iterator[tuple[int, int]]:
        """Every place of the quote as `(start, end)` offsets of the text; nothing for a blank quote."""
        wanted = _IGNORED.sub("", quote)
        at = self._squeezed.find(wanted) if wanted else -1
        while at >= 0:
            yield self._offsets[at], self._offsets[at + len(wanted) - 1] + 1
            at = self._squeezed.find(wanted, at + 1)

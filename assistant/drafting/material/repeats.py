"""Stretches that say nothing: one thing over and over, digits without end, blanks that fill a line.

A form filled to its edge, a stuck key or a broken converter leaves thousands of them. No fact is worded so, and the
wordings that read the rest would try each place of such a stretch against each other; so only its beginning is read.
"""

import re
from collections.abc import Iterator

_MOST_BLANKS, _MOST_OF_A_SIGN, _MOST_DIGITS, _MOST_TIMES = 16, 48, 60, 4
# The longest unit looked for, and how often it must come for the rest to say nothing new.
_UNIT, _OFTEN = 32, 24

_BLANKS = re.compile(rf"[ \t\u3000\u00a0]{{{_MOST_BLANKS + 1},}}")
_SIGN = re.compile(rf"(.)\1{{{_MOST_OF_A_SIGN},}}", re.DOTALL)
_DIGITS = re.compile(rf"[0-9０-９][0-9０-９ .,，．\-—]{{{_MOST_DIGITS},}}")
_AGAIN = re.compile(rf"(?P<unit>.{{2,{_UNIT}}}?)(?P=unit){{{_OFTEN},}}", re.DOTALL)


def nothing_new(raw: str) -> Iterator[tuple[int, int]]:
    """The half-open ranges of `raw` that are left out of the reading, in no order; they may overlap."""
    for pattern, kept in ((_BLANKS, _MOST_BLANKS), (_SIGN, _MOST_OF_A_SIGN), (_DIGITS, _MOST_DIGITS)):
        for match in pattern.finditer(raw):
            yield match.start() + kept, match.end()
    for match in _AGAIN.finditer(raw):
        yield match.start() + _MOST_TIMES * len(match["unit"]), match.end()

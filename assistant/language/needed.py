"""Which characters a text must have for a pattern to match at all: a look at them spares most searches."""

import re
from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
# A set of more characters (any Han) spares nothing.
_MOST = 40


def needed_characters(pattern: str) -> frozenset[str]:
    """Characters of which a text that matches has at least one; empty where nothing can be said."""
    read = parser.parse(pattern)
    return frozenset() if read.state.flags & re.IGNORECASE else _needed(read)


def _needed(sequence: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The smallest set that one element of a sequence asks for."""
    asked = [found for code, value in sequence if (found := _of_element(code, value))]
    return min(asked, key=len, default=frozenset())


def _of_element(code: Any, value: Any) -> frozenset[str]:
    if code is codes.LITERAL:
        return frozenset(chr(value))
    if code is codes.IN:
        return _of_set(value)
    if code is codes.SUBPATTERN:
        return frozenset() if value[1] & re.IGNORECASE else _needed(value[-1])
    if code in _REPEATS:
        return _needed(value[2]) if value[0] else frozenset()
    if code is codes.ASSERT:
        return _needed(value[1])
    if code is codes.BRANCH:
        ways = [_needed(way) for way in value[1]]
        return frozenset().union(*ways) if all(ways) else frozenset()
    return frozenset()


def _of_set(members: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    found: set[str] = set()
    for code, value in members:
        if code is codes.LITERAL:
            found.add(chr(value))
        elif code is codes.RANGE and value[1] - value[0] < _MOST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:  # A negation, a class of characters or a wide range.
            return frozenset()
    return frozenset(found)

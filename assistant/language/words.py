"""Where words begin: a stretch taken out of a text may not begin inside one of its words."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

import rjieba

_RUN = re.compile(r"[\u4e00-\u9fff]+")
_STRETCH = re.compile(r"[\u4e00-\u9fff0-9A-Za-z%‰.·]+")
# So many characters tell the place a stretch was taken from.
_EDGE = 3


def broken_stretches(text: str, source: str, alone: Container[str]) -> list[str]:
    """The stretches of `text` between marks that begin with the last character of a word of `source`, wherever they
    stand in it (粉师傅姓名 of 磨粉师傅姓名).

    Characters of `alone` are words by themselves (设 of 开设) and begin anything. A stretch whose beginning does not
    stand in `source` is somebody's own wording and is not judged. `source` must hold no white space.
    """
    told = (match.group() for match in _STRETCH.finditer(text))
    return [one for one in told if one[0] not in alone and _cut(one[:_EDGE], source)]


def _cut(edge: str, source: str) -> bool:
    if len(edge) < _EDGE or _RUN.fullmatch(edge) is None:
        return False
    places = list(_places(edge, source))
    return bool(places) and all(_ends_a_word(source, place) for place in places)


def _places(edge: str, source: str) -> Iterator[int]:
    place = source.find(edge)
    while place >= 0:
        yield place
        place = source.find(edge, place + 1)


def _ends_a_word(source: str, place: int) -> bool:
    """Whether the character at `place` is the last of a longer word of the source."""
    start = end = place
    while start and _RUN.fullmatch(source[start - 1]):
        start -= 1
    while end < len(source) and _RUN.fullmatch(source[end]):
        end += 1
    return any(left < place - start == right - 1 for left, right in _words(source[start:end]))


@lru_cache(maxsize=4096)
def _words(run: str) -> tuple[tuple[int, int], ...]:
    """The words of a run of Han characters as half-open ranges."""
    at, found = 0, []
    for word in rjieba.cut(run):
        found.append((at, at + len(word)))
        at += len(word)
    return tuple(found)

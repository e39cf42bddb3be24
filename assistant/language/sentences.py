"""Cut Chinese text into sentences without tearing titles, quotations and parentheses apart."""

from dataclasses import dataclass

TERMINALS = "。！？；!?;"
_OPENERS = {"《": "》", "“": "”", "（": "）", "(": ")", "「": "」", "『": "』", "〔": "〕"}
_CLOSERS = "”》）)」』"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `source[start:end] == text`, without surrounding white space, with its terminal mark."""

    start: int
    end: int
    text: str


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of `text` in order; blank stretches give none.

    A sentence ends at 。！？； (full or half width) or at a line end, never inside 《》“”（）. A bracket left open
    at the end of its line shields nothing, so one missing mark cannot glue two sentences together.
    """
    sentences: list[Sentence] = []
    start = 0
    for line in text.splitlines(keepends=True):
        sentences.extend(_split_line(line, start))
        start += len(line)
    return sentences


def _split_line(line: str, offset: int) -> list[Sentence]:
    shielded = _shielded(line)
    found: list[Sentence] = []
    begin = position = 0
    while position < len(line):
        if line[position] in TERMINALS and not shielded[position]:
            position = _past_terminals(line, position)
            _append(found, line, begin, position, offset)
            begin = position
        else:
            position += 1
    _append(found, line, begin, len(line), offset)
    return found


def _past_terminals(line: str, position: int) -> int:
    """Just past a run such as “？！” and a closing mark directly behind it."""
    while position < len(line) and line[position] in TERMINALS:
        position += 1
    while position < len(line) and line[position] in _CLOSERS:
        position += 1
    return position


def _append(found: list[Sentence], line: str, begin: int, end: int, offset: int) -> None:
    piece = line[begin:end]
    stripped = piece.strip()
    if stripped:
        start = offset + begin + len(piece) - len(piece.lstrip())
        found.append(Sentence(start, start + len(stripped), stripped))


def _shielded(line: str) -> list[bool]:
    """For each character, whether it lies inside a closed pair of brackets or quotation marks."""
    inside = [False] * len(line)
    stack: list[tuple[str, int]] = []
    for position, character in enumerate(line):
        if character in _OPENERS:
            stack.append((_OPENERS[character], position))
            continue
        depth = next((level for level in range(len(stack) - 1, -1, -1) if stack[level][0] == character), None)
        if depth is not None:
            opened = stack[depth][1]
            del stack[depth:]
            inside[opened : position + 1] = [True] * (position + 1 - opened)
    return inside

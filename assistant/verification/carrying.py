"""Whether a text has a word: as it stands, by an equal one, in pieces or in short."""

import re

from assistant.verification.lexicon import lexicon
from assistant.verification.passing import passing
from assistant.verification.plain import content
from assistant.verification.tagging import light, tagged


@passing(maxsize=65536)
def carried(word: str, known: str) -> bool:
    if word in known or any(content(equal) in known for equal in lexicon().equal(word) if equal):
        return True
    if len(word) >= 3:
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        return all(pair in known for pair in pairs) or _splitcarried(word, known)
    return len(word) == 2 and (_close(word, known) or _bare(word) in known)


def _splitcarried(word: str, known: str) -> bool:
    # 困人画 is 困人 and a verb of one character that the segmenter took for part of it.
    if len(word) == 3 and (word[:2] in known or (word[1:] in known and light(word[0]))):
        return True
    return any(
        len(word[:i]) >= 2 and len(word[i:]) >= 2 and carried(word[:i], known) and carried(word[i:], known)
        for i in range(2, len(word) - 1)
    )


# Light characters in front of a verb or behind a noun that a segmenter takes into the word (已装, 库中).
_AHEAD, _BEHIND = "已均都再共仅可须需应并曾将起即先能要", "中里内上"


def _bare(word: str) -> str:
    """A word of two characters without its light one; the word itself where it has none."""
    if word[0] in _AHEAD:
        return word[1]
    return word[0] if word[1] in _BEHIND else word


# So many characters may stand between two that are near one another.
_NEAR = 3


def _close(word: str, known: str) -> bool:
    """Whether the two characters stand near one another in the evidence, in order (审核 for 审查核实)."""
    first, second = word[0], word[1]
    at = known.find(first)
    while at >= 0:
        if second in known[at + 1 : at + 2 + _NEAR].split("\n")[0]:
            return True
        at = known.find(first, at + 1)
    return False


@passing(maxsize=256)
def lines_of(own: str) -> tuple[str, ...]:
    """The sentences of the applicant's own text, bare."""
    return tuple(content(line) for line in re.split(r"[。;\n]", own) if line)


@passing(maxsize=16384)
def told_shorter(word: str, lines: tuple[str, ...]) -> bool:
    """Whether the applicant's own text has the word in pieces: its characters close together (扫码 of
    喷一个码,扫一下), or its verb by itself (蒸熟 of 蒸后)."""
    heavy = [character for character in word if not light(character)]
    if len(heavy) > 1 and len(word) <= _PIECED and any(_close_in(heavy, line) for line in lines):
        return True
    if len(word) == _LONGEST:
        return any(word[:2] in line and carried(word[2:], line) for line in lines)
    return (
        len(word) == 2
        and tagged(word)[0][1][0] in "vdn"
        and any(
            other[0] == word[0] and kind[0] in "vdp"
            for line in lines
            for other, kind in tagged(line)
            if len(other) <= _SHORT
        )
    )


_SHORT, _PIECED, _LONGEST, _REACH = 2, 3, 4, 8


def _close_in(characters: list[str], line: str) -> bool:
    """Whether one stretch of the line has all the characters, in whatever order."""
    starts = (at for at, character in enumerate(line) if character == characters[0])
    return any(all(other in line[max(0, at - _REACH) : at + _REACH] for other in characters) for at in starts)

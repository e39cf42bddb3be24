"""The asks of a question: 公示几天，最后谁拍板 are two, each with what it leans on."""

import re
from dataclasses import dataclass

from assistant.answering.cues import Cues

_STRONG = re.compile(r"[？?；;。！!\n]+")
_WEAK = re.compile(r"[，,：:、]+")
# 行不行 asks as 行吗 does; 给不 and 有没 at the end are the same in speech.
_EITHER = re.compile(r"([\u4e00-\u9fff])[不没]\1|[吗么嘛不没]$")
# An ask this short leaves out what it is about ("电话", "提名奖呢").
_SHORT = 7
# A question this long tells a story around what it asks.
_STORY = 45


@dataclass(frozen=True, slots=True)
class Part:
    """One ask. `lean` is what was said just before it, to be looked up together where it cannot stand alone."""

    text: str
    lean: str = ""

    @property
    def whole(self) -> str:
        """The ask together with what it leans on."""
        return f"{self.lean}，{self.text}" if self.lean else self.text


def split_asks(text: str, cues: Cues) -> tuple[Part, ...]:
    """The asks of a text, in order; one part with the whole text where it holds fewer than two."""
    parts: list[Part] = []
    told = ""
    for sentence in _pieces(_STRONG, text):
        pieces = _pieces(_WEAK, sentence)
        # A sentence without an asking word is an ask as a whole where it is set off like one ("文号？").
        if not any(_asks(piece, cues) for piece in pieces):
            if parts and (len(sentence) < _SHORT or _ellipsis(sentence)):
                parts[-1] = Part(f"{parts[-1].text}，{sentence}", parts[-1].lean)
            else:
                told = f"{told}，{sentence}".strip("，")
            continue
        for piece in pieces:
            if parts and not told and (_tag(piece, cues) or _ellipsis(piece)):
                parts[-1] = Part(f"{parts[-1].text}，{piece}", parts[-1].lean)
            elif _asks(piece, cues):
                lean = told or (parts[-1].text if parts else "")
                parts.append(Part(piece, lean))
                told = ""
            else:
                told = f"{told}，{piece}".strip("，")
    if told and parts:
        parts[-1] = Part(f"{parts[-1].text}，{told}", parts[-1].lean)
    return tuple(parts) if len(parts) > 1 else (Part(text.strip()),)


def core_asks(text: str, cues: Cues) -> tuple[str, ...]:
    """The pieces of a long story that ask or request something; nothing for a text of usual length."""
    if len(text) < _STORY:
        return ()
    pieces = _pieces(_WEAK, _STRONG.sub("，", text))
    return tuple(piece for piece in pieces if _asks(piece, cues) or cues.has("request", piece))


def _pieces(ends: re.Pattern[str], text: str) -> list[str]:
    return [piece for piece in (piece.strip(" ，,、") for piece in ends.split(text)) if piece]


def _asks(piece: str, cues: Cues) -> bool:
    return cues.has("asking", piece) or bool(_EITHER.search(piece))


def _tag(piece: str, cues: Cues) -> bool:
    """The piece only asks to confirm or allow what stands before it."""
    return len(piece) <= _SHORT and (cues.has("confirm", piece) or cues.has("tag", piece))


def _ellipsis(piece: str) -> bool:
    return len(piece) <= _SHORT and piece.endswith("呢")

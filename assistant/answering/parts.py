"""The asks of a question: 公示几天，最后谁拍板 are two, each with what it leans on."""

import re
from dataclasses import dataclass, replace

from assistant.answering.claims import MOST_CLAIMS, claims
from assistant.answering.cues import Cues
from assistant.answering.matters import Listed, listed_matters, named_matters

_STRONG = re.compile(r"[？?；;。！!\n]+")
_WEAK = re.compile(r"[，,：:]+")
# What joins two asks of one piece (公示几天还有奖金多少, 谁审核和谁批准).
_LIST = re.compile(r"、|/|还有|另外|以及|此外|再就是|顺便|和|与|及(?!时|格|其)|跟")
# 顺便帮我写首诗: asked for beside the question, without an asking word.
_BESIDE = re.compile(r"^(?:顺便|顺带|另外|再|对了|还有)[^？?]{0,4}(?:帮|给|替|为|请)(?:我|我们|俺|咱)?")
# 行不行 asks as 行吗 does; 给不 and 有没 at the end are the same in speech.
_EITHER = re.compile(r"([\u4e00-\u9fff])[不没]\1|[吗么嘛不没]$")
# 到期是自己续上还是要重新考: a choice asks without an asking word.
_CHOICE = re.compile(r"[是要能该用得走].{1,10}(?<![，,])还是.{2,}")
# An ask this short leaves out what it is about ("电话", "提名奖呢").
_SHORT = 7
# What follows the last ask and is no longer than this (都讲讲) adds nothing to it.
_AFTERTHOUGHT = 4
# A tag (有没有) with more than this around it (提名奖有没有钱) asks for itself.
_TAGGED = 2
# A question this long tells a story around what it asks.
_STORY = 45


@dataclass(frozen=True, slots=True)
class Part:
    """One ask. `scene` is what was told before it, `before` the ask before it: each may hold what it is about.

    `label` names an ask that stood in a list of several matters (奖金、名额), which stands by itself; "" otherwise.
    """

    text: str
    scene: str = ""
    before: str = ""
    label: str = ""


def split_asks(text: str, cues: Cues, *, several: bool = False) -> tuple[Part, ...]:
    """The asks of a text, in order; one part with the whole text where it holds fewer than two. `several`: the text
    names more than one award, which it may compare."""
    if put_up := _put_up(text, cues, several):
        return put_up
    listed = [one for piece in _pieces(_STRONG, text) for one in _matters(piece, cues, several)]
    if listed:
        return tuple(Part(one.text, label=one.label) for one in listed)
    parts: list[Part] = []
    scene: list[str] = []
    fresh = False
    for sentence in _pieces(_STRONG, text):
        pieces = [one for piece in _pieces(_WEAK, sentence) for one in _listed(piece, cues)]
        if parts and not any(_asks(piece, cues) for piece in pieces) and len(sentence) < _SHORT:
            pieces = [sentence]
        for place, piece in enumerate(pieces):
            opens = place == 0 and any(_asks(later, cues) for later in pieces[1:]) and _only_tells(piece, cues)
            if parts and len(piece) <= _SHORT and cues.has("coda", piece):
                continue
            if parts and not fresh and not opens and _hangs_on(piece, cues):
                parts[-1] = replace(parts[-1], text=f"{parts[-1].text}，{piece}")
            elif any(part.text == piece for part in parts):
                # Asked once more in the same words: one answer will do.
                continue
            elif _asks(piece, cues):
                parts.append(Part(piece, "，".join(scene), parts[-1].text if parts else ""))
                fresh = False
            else:
                scene.append(piece)
                fresh = True
    if parts and fresh and len(scene[-1]) > _AFTERTHOUGHT:
        parts[-1] = replace(parts[-1], text=f"{parts[-1].text}，{scene[-1]}")
    return tuple(parts) if len(parts) > 1 else (Part(text.strip()),)


def _put_up(text: str, cues: Cues, several: bool) -> tuple[Part, ...]:
    """The claims of a text and the asks of its other sentences; none where no sentence puts up several claims, or all
    together are too many to be judged one by one."""
    sentences = _pieces(_STRONG, text)
    told = [claims(one, cues) for one in sentences]
    if not any(told) or len({one for found in told for one in found}) > MOST_CLAIMS:
        return ()
    parts: list[Part] = []
    for sentence, found in zip(sentences, told, strict=True):
        asks = any(_asks(piece, cues) for piece in _pieces(_WEAK, sentence))
        parts += map(Part, found) if found else split_asks(sentence, cues, several=several) if asks else ()
    return tuple(dict.fromkeys(parts))


def core_asks(text: str, cues: Cues) -> tuple[str, ...]:
    """The pieces of a long story that ask or request something; nothing for a text of usual length."""
    if len(text) < _STORY:
        return ()
    pieces = _pieces(_WEAK, _STRONG.sub("，", text))
    return tuple(piece for piece in pieces if _asks(piece, cues) or cues.has("request", piece))


def _pieces(ends: re.Pattern[str], text: str) -> list[str]:
    return [piece for piece in (piece.strip(" ，,、") for piece in ends.split(text)) if piece]


def _listed(piece: str, cues: Cues) -> list[str]:
    """The asks of a list (什么时候交、交到哪、找谁); names in a list stay together."""
    beside = _BESIDE.match(piece)
    items = [] if beside else _pieces(_LIST, piece)
    return items if len(items) > 1 and all(_asks(item, cues) for item in items) else [piece]


def _matters(sentence: str, cues: Cues, several: bool) -> tuple[Listed, ...]:
    """The asks of a sentence that is one list of matters; none where another of its pieces asks something too."""
    pieces = _pieces(_WEAK, sentence)
    if any(len(_listed(piece, cues)) > 1 for piece in pieces):
        # Every item of the list asks by itself (谁受理、几天公示): none of them is lost in what stands around a matter.
        return ()
    whole = listed_matters(sentence, cues.matters, several=several)
    if not whole or len(pieces) < 2:
        return whole
    found = [(piece, listed_matters(piece, cues.matters, several=several)) for piece in pieces]
    with_list = [one for _, listed in found for one in listed]
    return tuple(with_list) if not any(_asks(piece, cues) for piece, listed in found if not listed) else ()


def _asks(piece: str, cues: Cues) -> bool:
    """Whether a piece asks; 单位出过事故呢 and 奖金是一百万对吧 do without an asking word."""
    supposed = len(piece) > _SHORT and (piece.endswith("呢") or cues.has("confirm", piece))
    return (
        supposed
        or cues.has("asking", piece)
        or bool(_EITHER.search(piece) or _BESIDE.match(piece) or _CHOICE.search(piece))
    )


def _only_tells(piece: str, cues: Cues) -> bool:
    """The piece neither asks nor asks to confirm: it opens a sentence (换成个人，…呢)."""
    tag = cues.has("confirm", piece) or cues.has("tag", piece)
    return not tag and not piece.endswith("呢") and not _asks(piece, cues)


def _hangs_on(piece: str, cues: Cues) -> bool:
    """The piece only makes sense with the ask before it: it asks to confirm it, or names another matter (提名奖呢)."""
    if len(piece) > _SHORT:
        return False
    tags = [word for word in cues.words["tag"] if word in piece and len(piece) - len(word) <= _TAGGED]
    # 有没有奖金 asks for a matter of its own.
    tag = cues.has("confirm", piece) or bool(tags and not named_matters(piece, cues.matters))
    return tag or piece.endswith("呢") or not _asks(piece, cues)

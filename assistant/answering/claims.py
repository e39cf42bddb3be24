"""A sentence that puts up several claims to be confirmed (一年评10家，每家奖100万，对吧): each is judged by itself."""

import re

from assistant.answering.cues import Cues
from assistant.eligibility.narrative import lexicon
from assistant.language.numerals import find_quantities

_WEAK = re.compile(r"[，,：:、]+|(?<=.)(?:而且|并且|还要|另外还)")
_HEARD = re.compile(
    r"^(?:我|俺)?(?:是不是|听说|听讲|听人说|据说|据传|传说|传言|好像|似乎|记得|我记得|以为|有人说|都说|网上说|朋友说|人家说|说是|群里说)+(?:的?是)?"
)
# What adds nothing to a claim it stands in.
_EMPTY = re.compile(r"[那这](?:边|里|儿)|是不是")
_PREDICATE = re.compile(r"能|可以|不|要|须|由|归|只|都|没有|算|免费|收费|找|依据|截止|有效|施行|启动")
# A number of anything, a day without its year among them; one of nothing (1，2，3) claims nothing.
_NUMBER, _BARE_NUMBER = re.compile(r"\d"), re.compile(r"[\d.．]+")
# 这个合规矩吧 asks of the claim before it, and claims nothing beside it.
_OF_IT = re.compile(r"^[这那](?:个|样|么|种|件?事)?(?![个种届次])")
_AN_ITEM = 3
# Of more than these no one keeps the yes and no apart, and each costs a look-up.
MOST_CLAIMS = 6
# What a claim is asked with when it is looked up and judged alone; marks it as one.
_ASKED = "，对吧？"


def claims(sentence: str, cues: Cues) -> tuple[str, ...]:
    """The claims of a sentence that asks nothing but whether they are right, each worded as a question of its own; ()
    where it makes fewer than two, or no number is among them."""
    told = sentence.rstrip("？?。！! ")
    plain = _HEARD.sub("", without_tag(sentence))
    if plain == told and not cues.has("confirm", told):
        return ()
    pieces = [one for one in (piece.strip() for piece in _WEAK.split(_EMPTY.sub("", plain))) if one]
    if any(cues.has("asking", _bare(piece)) or _BARE_NUMBER.fullmatch(piece) for piece in pieces):
        return ()
    # One's own year and turnover no notice confirms.
    if any(cues.has("self", piece) or (_OF_IT.match(piece) and not _counts(piece)) for piece in pieces):
        return ()
    found: list[str] = []
    opening = ""
    for piece in pieces:
        # Behind a claim the least word (免税, 可分期) is one more: nothing of it is in the yes or no to the one before.
        if found or _counts(piece) or (len(piece) > _AN_ITEM and _PREDICATE.search(piece)):
            found.append(f"{opening}{piece}")
            opening = ""
        else:
            opening = f"{opening}{piece}，"
    found = list(dict.fromkeys(found))
    numbers = [one for one in found if _counts(one)]
    return tuple(f"{one}{_ASKED}" for one in found) if len(found) > 1 and numbers else ()


def without_tag(question: str) -> str:
    """A question without what only asks for a yes or no at its end."""
    return lexicon.cues("turns.tag").sub("", question.rstrip("？?。！! "))


def claim_of(asked: str) -> str:
    """The claim a part was made of, "" where it is no claim."""
    return asked.removesuffix(_ASKED) if asked.endswith(_ASKED) else ""


def _bare(piece: str) -> str:
    """A piece without its numbers: 几 and 多少 ask, 三家 does not."""
    return re.sub(r"\d+", "", piece)


def _counts(piece: str) -> bool:
    return bool(_NUMBER.search(piece) or find_quantities(piece))

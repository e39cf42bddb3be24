"""Whether a claim without a number holds (只能找牵头部门，对吧; 个人也能报吧): by what its answer allows or forbids."""

import re
from collections.abc import Iterator

from assistant.answering.claims import without_tag
from assistant.answering.covering import telling_words
from assistant.language.numerals import find_quantities
from assistant.language.places import find_places

_PIECES = re.compile(r"[，,；;。！!？?]")
_ONLY = re.compile(r"只能|只可以|只有|只许|只准|仅能|仅限")
_MAY_NOT = re.compile(
    r"(?<!能)(?<!可以)(?<!只)不(?:能|可以|得(?!不)|许|准|让|允许|给)(?!不)|[报评拿]不了|禁止|不予|不行"
)
_MAY = re.compile(r"(?<!不)(?<!只)(?:能(?!力|源|耗|不)|可以(?!不)|允许|可(?=向|申报|参评|报))")
_BESIDES = re.compile(r"也可以|也可|还可以|或者|均可|都可以|任何")
_ONLY_SAID = re.compile(r"只(?:授予|面向|评|限|能)|仅限")
# 不收费：…… answers whether fees are taken before it says more.
_OPENING = re.compile(r"^不([^：，。]{1,6})：")
# A sum put up contradicts 不收费 itself.
_FEE = frozenset({"收费"})
# 是这规定吧: what is left of it without its tag.
_FRAME = re.compile(r"是?(?:这样|这么个|这个|这)?(?:规定|道理|意思|要求)?吗?$")


def stance(question: str, answer: str) -> str:
    """对， or 不对， to what a question believes one may, may not, or may only do; "" where the answer speaks of
    something else, or allows one thing and forbids another."""
    opening = _OPENING.match(answer)
    if opening and opening[1] in _FEE and any(one.unit == "元" for one in find_quantities(question)):
        return "不对，"
    if opening and opening[1] in question:
        denied = f"不{opening[1]}"
        return "对，" if any(denied in one and _spoken_of(one, answer) for one in _claims(question)) else ""
    found = set(_judged(question, answer))
    if False in found:
        return "不对，"
    return "对，" if found else ""


def _judged(question: str, answer: str) -> Iterator[bool]:
    """For every piece that claims something the answer speaks of, whether it holds."""
    allows, forbids = bool(_MAY.search(answer)), bool(_MAY_NOT.search(answer))
    for claim in _claims(question):
        if not _spoken_of(claim, answer):
            continue
        if _ONLY.search(claim):
            if _BESIDES.search(answer):
                yield False
            elif _ONLY_SAID.search(answer):
                yield True
        elif allows == forbids:
            continue
        elif _MAY_NOT.search(claim):
            yield forbids
        elif _MAY.search(claim):
            yield allows


def _claims(question: str) -> list[str]:
    return [_FRAME.sub("", without_tag(piece.strip())) for piece in _PIECES.split(question)]


def _spoken_of(claim: str, answer: str) -> bool:
    """Whether every word of the claim, besides those of allowing and the place it opens with, is the answer's."""
    words = telling_words(_MAY.sub(" ", _MAY_NOT.sub(" ", _ONLY.sub(" ", _without_place(claim)))))
    return bool(words) and all(word in answer for word in words)


def _without_place(claim: str) -> str:
    """A claim without the place it opens with (兰州奖牌不能出租): an answer of one notice need not name its own."""
    opening = next((one for one in find_places(claim) if one.start == 0), None)
    return claim[opening.end :] if opening else claim

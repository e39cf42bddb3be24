"""Whether every part of a claim stands in what answers it: 奖金50万免税 is not right because 50万 is."""

import re

import rjieba

from assistant.answering.claims import without_tag
from assistant.answering.evidence import Support
from assistant.language.numerals import find_quantities

_SHORTEST = 2
_NUMERAL = re.compile(r"[一二两三四五六七八九十百千万\d]")
# Words of putting a claim up, of the award itself, of the place it opens with and of the sum asked for claim nothing.
_PLAIN = re.compile(
    r"^[\u4e00-\u9fff]{2,3}[省市县区]|听说|据说|是不是|没错|记得|应该|不是|就是|一共|总共|每.|一年|质量奖|管理奖|[省市]长|政府|奖金"
)


def covers(support: Support, claim: str) -> bool:
    """Whether each word of a claim is one of the answer, of what it rests on, or of how people ask for it."""
    return not uncovered(support, claim)


def uncovered(support: Support, claim: str) -> list[str]:
    """The words of a claim that none of these has."""
    entry = support.entry
    texts = [one.quote for one in support.citations] + ([entry.answer, *entry.questions] if entry else [])
    held = "\n".join(texts)
    return [word for word in _words(without_tag(claim)) if word not in held]


def _words(claim: str) -> list[str]:
    for one in find_quantities(claim):
        claim = claim[: one.start] + " " * (one.end - one.start) + claim[one.end :]
    return telling_words(_PLAIN.sub(" ", claim))


def telling_words(text: str) -> list[str]:
    """The words of two characters and more that hold no numeral: what a claim can be found again by."""
    return [word for word in rjieba.cut(text) if len(word.strip()) >= _SHORTEST and not _NUMERAL.search(word)]

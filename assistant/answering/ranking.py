"""Which aspect of awards a question ranks them by, and from which end: only what is wholly worded so is a ranking."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.knowledge.aspects import Aspect, Scale

End = Literal["most", "least", "nearest"]

# 最长, 更长一点; 长一些; and the bare word behind what is ranked: 谁的公示长.
_LED, _TAILED, _BARE = "(?:最|更|比较)(?:为|加)?(?:{})(?:一?[点些])?", "(?:{})一?[点些]", r"(?:{})(?=(?:呢|啊|呀)?\W*$)"


@dataclass(frozen=True, slots=True)
class Ranking:
    """An aspect ranked from one end."""

    aspect: Aspect
    end: End


def rankings(text: str, aspects: Sequence[Aspect], plain: Sequence[str], before: Aspect | None) -> list[Ranking]:
    """The rankings a text without names asks for, in its order; [] where it says anything besides them and the
    `plain` words. A superlative alone (哪个最短) is of the aspect ranked just before it."""
    scales = [aspect for aspect in aspects if aspect.scale]
    found: list[Ranking] = []
    for piece in _pieces(text, scales):
        one = _ranking(piece, scales, plain, found[-1].aspect if found else before)
        if one is None:
            return []
        found.append(one)
    return found


def _pieces(text: str, aspects: Sequence[Aspect]) -> Iterator[str]:
    """The text cut behind each of its superlatives; what follows the last belongs to it."""
    words = "|".join(pattern for aspect in aspects if aspect.scale for _, pattern in _ends(aspect.scale))
    cuts = [match.end() for match in re.finditer(words, text)]
    for start, end in zip([0, *cuts[:-1]], [*cuts[:-1], len(text)], strict=True) if cuts else ():
        yield text[start:end]


def _ranking(text: str, aspects: Sequence[Aspect], plain: Sequence[str], before: Aspect | None) -> Ranking | None:
    for aspect in aspects:
        if aspect.scale is None:
            continue
        for end, pattern in _ends(aspect.scale):
            rest = re.sub(pattern, " ", text)
            if rest == text:
                continue
            asked = aspect.asked.search(text)
            if (asked and _nothing_else(rest, aspect.scale, plain)) or (
                aspect is before and _nothing_else(rest, None, plain)
            ):
                return Ranking(aspect, end)
    return None


def _ends(scale: Scale) -> Iterator[tuple[End, str]]:
    ends: tuple[tuple[End, str], ...] = (("nearest", scale.nearest), ("most", scale.greater), ("least", scale.lesser))
    for end, words in ends:
        if words:
            yield end, "|".join(form.format(words) for form in (_LED, _TAILED, _BARE))


def _longest_first(words: Sequence[str]) -> list[str]:
    return sorted(words, key=lambda one: (-len(one), one))


def _nothing_else(text: str, scale: Scale | None, plain: Sequence[str]) -> bool:
    """Whether all of the text is words of the scale and plain ones."""
    # 哪个奖 is plain, 哪个奖金 asks for money.
    words = "|".join(re.escape(one) + ("(?![金励])" if one.endswith("奖") else "") for one in _longest_first(plain))
    every = f"(?:{scale.ranked.pattern})|{words}" if scale else words
    return not re.sub(r"\W", "", re.sub(every, " ", text))

"""Choose whole sentences within a character budget: a knapsack whose value rewards covering every aspect."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafting.limits import count_characters

COVERAGE_BONUS = 4.0
# Sentences that follow each other in the material read on.
FOLLOWS_BONUS = 1.2
_MOST_ITEMS = 22


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence on offer. `aspects` is a bit mask of what it speaks of; `order` is its place in the material."""

    text: str
    value: float
    aspects: int
    order: int
    practice: int  # index of the practice it comes from; two items of one practice never stand together
    needs: int | None = None  # the practice it points at, without which it says nothing


def choose(items: Sequence[Item], budget: int) -> list[Item]:
    """The best set of whole sentences of at most `budget` characters together, in the order of the material.

    Exact over the most valuable items: for each length and covered aspects only the best choice so far is kept.
    """
    offered = sorted(items, key=lambda item: -item.value / (20 + count_characters(item.text)))[:_MOST_ITEMS]
    offered.sort(key=lambda item: item.order)
    best: dict[tuple[int, int], tuple[float, tuple[Item, ...]]] = {(0, 0): (0.0, ())}
    for item in offered:
        size = count_characters(item.text)
        for (length, covered), (value, chosen) in list(best.items()):
            key = (length + size, covered | item.aspects)
            if key[0] > budget or any(other.practice == item.practice for other in chosen):
                continue
            if item.needs is not None and all(other.practice != item.needs for other in chosen):
                continue
            follows = bool(chosen) and chosen[-1].order == item.order - 1
            gain = value + item.value + FOLLOWS_BONUS * follows
            if key not in best or best[key][0] < gain:
                best[key] = (gain, (*chosen, item))
    top = max(best.items(), key=lambda pair: (pair[1][0] + COVERAGE_BONUS * bin(pair[0][1]).count("1"), -pair[0][0]))
    return sorted(top[1][1], key=lambda item: item.order)

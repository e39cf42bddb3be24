"""Figures a sentence reckons from an applicant's text: sums of what is listed, rests, gaps and round figures."""

import re
from decimal import Decimal
from itertools import combinations, pairwise

from assistant.language.numerals import Quantity
from assistant.verification.alignment import grams_of
from assistant.verification.counts import COUNTS
from assistant.verification.evidence import Evidence
from assistant.verification.figures import Figure, figures_of

_SUM = re.compile(r"(?:加起来|合起来|合计|总计|总共|一共|共计|共|加在一起|相加|累计)[^,;。\d]{0,10}$")
_REST = re.compile(r"(?:另外|其余|剩下|余下|剩余|另有|还有)(?:的|那|这)?$")
_GAP = re.compile(r"(?:相差|差距(?:是|为|有)?|差了?|多出?了?|少了?)(?:约|近|了)?$")
_BELOW = re.compile(r"(?:近|将近|接近|不到|不足)$")
_ABOVE = re.compile(r"(?:超过?|逾|多于|突破)$")
_ABOUT = re.compile(r"(?:约|大约|差不多|左右)$")
# A round figure is no further than this share from the one it stands for.
_NEAR = Decimal("0.12")


def reckoned(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """Whether a figure the text has not is reckoned from figures that it has of the same unit."""
    held = [figure for figure in figures_of(evidence.text) if _alike(figure.quantity, quantity)]
    ahead = said[max(0, quantity.start - 16) : quantity.start]
    words = grams_of(said[max(0, quantity.start - 24) : quantity.end + 8])
    return (
        (bool(_SUM.search(ahead)) and _is_sum(quantity, held, words))
        or (bool(_REST.search(ahead)) and _is_rest(quantity, held))
        or (bool(_GAP.search(ahead)) and _is_gap(quantity, held))
        or _is_round(quantity, said, held)
        or _is_span(quantity, evidence)
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= COUNTS


def _by_sentence(held: list[Figure]) -> dict[int, list[Figure]]:
    groups: dict[int, list[Figure]] = {}
    for figure in held:
        groups.setdefault(figure.sentence, []).append(figure)
    return groups


def _is_sum(quantity: Quantity, held: list[Figure], words: frozenset[str]) -> bool:
    """Whether the figures that one sentence has of what is summed come to it."""
    for group in _by_sentence(held).values():
        parts = [figure.quantity.value for figure in group if grams_of(figure.noun) & words]
        if len(parts) > 1 and sum(parts) == quantity.value:
            return True
    return False


def _is_rest(quantity: Quantity, held: list[Figure]) -> bool:
    """Whether it is what a sentence leaves of a whole less the part told behind it."""
    pairs = ((a, b) for group in _by_sentence(held).values() for a, b in pairwise(group))
    return any(a.quantity.value - b.quantity.value == quantity.value for a, b in pairs)


def _is_gap(quantity: Quantity, held: list[Figure]) -> bool:
    """Whether it is what lies between two figures of one sentence."""
    pairs = (pair for group in _by_sentence(held).values() for pair in combinations(group, 2))
    return any(abs(a.quantity.value - b.quantity.value) == quantity.value for a, b in pairs)


def _is_span(quantity: Quantity, evidence: Evidence) -> bool:
    """Whether it is the years between two years that one sentence of the text names (由2018年的39起降到2023年的4起)."""
    if quantity.unit != "年":
        return False
    told = (re.findall(r"(?:19|20)\d\d(?=年)", line) for line in re.split(r"[。;\n]", evidence.own))
    return any(abs(int(a) - int(b)) == quantity.value for years in told for a, b in combinations(years, 2))


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _is_round(quantity: Quantity, said: str, held: list[Figure]) -> bool:
    """Whether it is told as a round figure (近280人, 18万余元) of one that the text has, on the right side of it."""
    ahead, behind = said[: quantity.start], said[quantity.end :]
    for figure in held:
        value = figure.quantity.value
        if not value or value == quantity.value or abs(value - quantity.value) > _NEAR * value:
            continue
        finer = _digits(value) > _digits(quantity.value)
        below, above = _BELOW.search(ahead), _ABOVE.search(ahead) or quantity.bound == "more_than"
        if not finer:
            continue
        if (below and value < quantity.value) or (above and value > quantity.value):
            return True
        if not below and not above and (_ABOUT.search(ahead) or re.match("左右|上下", behind)):
            return True
    return False

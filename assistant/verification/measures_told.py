"""Measures a sentence takes from an applicant's text in words: halves, doublings, most of a whole, the period a figure
is of and the thing it counts."""

import re
from collections.abc import Iterator

from assistant.verification.alignment import grams_of
from assistant.verification.counts import COUNTS
from assistant.verification.evidence import Evidence
from assistant.verification.figures import Figure, changes_of, figures_of
from assistant.verification.fractions import shares_of
from assistant.verification.model import Reason
from assistant.verification.plans import planned_pieces, told_as_plan
from assistant.verification.tagging import light, tagged

_SHARED = 2
# By what share something is said to have changed, with the least and the most of what is left of it, and the changes
# in percent that say the same.
_SHARES = (
    (
        re.compile(r"(?:下降|减少|降低?|少|缩短|压缩|减|省)了?(?:近|约|将近)?(?:一半|半数)(?!还?多|以上|有余|强)|减半"),
        (0.4, 0.6),
        (40, 60),
    ),
    (
        re.compile(r"(?:下降|减少|降低?|少|缩短|压缩|减)了?(?:一大半|大半|过半|(?:一半|半数)(?:以上|还?多|有余|强))"),
        (0.0, 0.5),
        (50, 100),
    ),
    (re.compile(r"翻(?:了)?(?:一番|番|倍)|(?:增长|增加|提高|多)了?一倍"), (1.8, 2.2), (80, 120)),
)
# How much of a whole a word says, in percent: more than the least, up to the most.
_PARTS = (
    (re.compile(r"绝?大多数|绝?大部分|(?<![大少])多数|(?:半数|一半)以上|过半数?|超过?半数|多半"), 50, 100),
    (re.compile(r"(?:近|将近|接近)(?:半数|一半)|近半(?![年月个天日])"), 44, 50),
    (re.compile(r"(?<![近过大])(?:半数|一半(?=(?:的[^,。;]{1,6})?(?:是|为|都|来自|从事|属)))(?!以上)"), 46, 54),
    (re.compile(r"少数|(?:小|少)部分"), 0, 50),
)
_PERIOD = re.compile(r"([日天周月季年])(?:产|均|销|处理|加工|供|耗|发)|每(?:个)?([日天周月季年])")
_DAY = {"天": "日"}
_FEW = 2
_REGIONS = set("省州市县区镇乡村")


def check_measures_told(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A measure told of another change, part, period or thing than the text has it of."""
    yield from _another_share(said, evidence)
    yield from _another_part(said, evidence)
    held = figures_of(evidence.text)
    for figure in figures_of(said):
        own = [f for f in held if f.value == figure.value or (f.quantity.value == figure.quantity.value and _counts(f))]
        if own and (_another_period(figure, own) or _another_thing(figure, own, evidence)):
            yield Reason("pairing", f"句中“{figure.quantity.text}”的口径或所计的事物与材料不同")
            return


def _counts(figure: Figure) -> bool:
    return figure.quantity.unit in COUNTS


def _another_share(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A share in words (一半, 翻番) that is not that of the change the text has of the thing, or only planned there."""
    for piece in re.split("[,;。]", said):
        for share, (least, most), rates in _SHARES:
            found = share.search(piece)
            if not found:
                continue
            ours = grams_of(piece[: found.start()])
            pairs = [(a, b) for a, b in changes_of(evidence.text) if a.quantity.value]
            near = [pair for pair in pairs if _share(ours, pair[0].noun)]
            fits = [least <= float(b.quantity.value / a.quantity.value) <= most for a, b in near or pairs]
            if any(fits) or (not near and _told(share, rates, said, evidence)):
                continue
            yield Reason("direction", f"材料里的变化不是句中所说的“{found.group()}”")
            return


def _told(share: re.Pattern[str], rates: tuple[int, int], said: str, evidence: Evidence) -> bool:
    """Whether the text tells the share itself, in words or in percent, as being where the sentence does."""
    planned, being = planned_pieces(evidence.text)
    pieces = (*being, *planned) if told_as_plan(said) else being
    percents = (q.value for q in evidence.quantities if q.unit == "%")
    return (
        bool(evidence.documents)
        or any(share.search(piece) for piece in pieces)
        or any(rates[0] <= each <= rates[1] for each in percents)
    )


def _share(ours: frozenset[str], noun: str) -> bool:
    """Whether a stretch tells a noun: so many bigrams in common, or all it has."""
    return len(ours & grams_of(noun)) >= min(_SHARED, len(ours)) > 0


def _another_part(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Most, half or few of a whole, where the figures of the text make it another part."""
    if evidence.documents:
        return
    for word, least, most in _PARTS:
        for found in word.finditer(said):
            shares = [] if found.group() in evidence.text else [*shares_of(said, *found.span(), evidence, plain=False)]
            if shares and not any(least < each <= most for each in shares):
                yield Reason("number", f"按材料的数算，不是句中所说的“{found.group()}”")
                return


def _another_period(figure: Figure, own: list[Figure]) -> bool:
    """Whether the figure is told of a day, month or year and the text has it of another (日产 for 年产)."""
    ours, theirs = _periods(figure), [_periods(other) for other in own]
    return bool(ours) and all(theirs) and not any(ours & each for each in theirs)


def _periods(figure: Figure) -> set[str]:
    found = (match[1] or match[2] for match in _PERIOD.finditer(figure.wide))
    return {_DAY.get(each, each) for each in found}


def _another_thing(figure: Figure, own: list[Figure], evidence: Evidence) -> bool:
    """Whether what stands behind the figure is nothing the text has, and the text has another thing there
    (31个国家 for 31家商超)."""
    ours, theirs = _behind(figure), [_behind(other) for other in own]
    named = ours in _REGIONS or (len(ours) >= _FEW and not light(ours) and tagged(ours)[0][1][0] == "n")
    if not _counts(figure) or not named:
        return False
    return all(theirs) and ours[:_FEW] not in evidence.text and not any(set(ours) & set(each) for each in theirs)


def _behind(figure: Figure) -> str:
    """The word right behind a figure."""
    match = re.match(r"[一-鿿]{1,6}", figure.wide.partition(figure.quantity.text)[2])
    words = tagged(match[0]) if match else ()
    return words[0][0] if words and (words[0][1][0] in "nv" or words[0][0] in _REGIONS) else ""

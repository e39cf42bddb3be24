"""Figures a sentence gives roughly (三百多名 of 318人, 近350人 of 346人): as the word means it, of one thing."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.language.numerals import Quantity
from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.figures import Figure, changes_of, figures_of
from assistant.verification.scales import PERSONS, in_unit_of
from assistant.verification.tagging import light, tagged

# How far from the figure named the one given may lie, by the word: 近 falls short by a tenth at the most, 约 differs
# by a twentieth, or by a tenth where it is the rounding.
_NEAR, _ABOUT, _ROUNDING, _SHORT = Decimal("0.9"), Decimal("0.05"), Decimal("0.1"), Decimal("0.7")
_HAS = r"(?:有|为|占|达到?|合|是|到|剩)?$"
_OVER = re.compile(rf"(?:超过?了?|逾|突破|多于|高于|大于){_HAS}")
_UNDER = re.compile(rf"(?:不到|不足|未满|不满|少于|低于){_HAS}")
_ALMOST = re.compile(rf"(?:将近|接近|逼近|近|差不多|快){_HAS}")
_ROUGH = re.compile(rf"(?:大约|约|大概|大致){_HAS}")
_MORE_BEHIND = re.compile(r"^(?:多|有余|余|开外|出头|还多|挂零|强)(?![了出])")
_ROUGH_BEHIND = re.compile(r"^(?:左右|上下)")
_ALMOST_BEHIND = re.compile(r"^弱(?=[,。;]|$)")
_MANY = re.compile(r"[多余几]")
_SOME = re.compile(r"来")
_STAFF = re.compile(r"员工|职工|职员|在[册岗职]|从业|人手|[一-鿿]人$")


def step_of(value: Decimal) -> Decimal:
    """The unit of the last figure of a value that is not nought (300: 100, 320: 10, 1.5: 0.1)."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent))


def word_of(quantity: Quantity, text: str) -> str:
    """How a figure is given: over, more, less, near, about or exact, by the words around it."""
    before, behind = text[max(0, quantity.start - 5) : quantity.start], text[quantity.end :]
    if _MORE_BEHIND.match(behind) or _MANY.search(quantity.text):
        return "more"
    if _OVER.search(before):
        return "over"
    if _UNDER.search(before):
        return "less"
    if _ALMOST.search(before) or _ALMOST_BEHIND.match(behind):
        return "near"
    if _ROUGH.search(before) or _ROUGH_BEHIND.match(behind) or _SOME.search(quantity.text):
        return "about"
    return "exact"


def within(word: str, said: Decimal, given: Decimal, step: Decimal | None = None) -> bool:
    """Whether a value given is what one said with a word means."""
    step = step_of(said) if step is None else step
    if not said or word == "exact":
        return said == given
    if word in {"more", "over"}:
        return said < given < said + step or (word == "over" and said < given <= said * (1 + _ABOUT))
    if word == "less":
        return max(said - step, said * _SHORT) <= given < said
    if word == "near":
        return said * _NEAR <= given < said
    apart = abs(said - given) / said
    return apart <= _ABOUT or (apart <= _ROUNDING and abs(said - given) * 2 <= step)


def stands_for(figure: Figure, other: Figure) -> bool:
    """Whether one figure of a text gives another roughly, or in another unit of its kind."""
    value, said = in_unit_of(figure.quantity, other.quantity), figure.quantity
    at = figure.wide.find(said.text)
    if value is None or at < 0:
        return False
    return within(word_of(replace(said, start=at, end=at + len(said.text)), figure.wide), said.value, value)


def rounded(quantity: Quantity, text: str, evidence: Evidence) -> bool:
    """Whether a quantity of a flat sentence is roughly, or in another unit, a figure of the applicant's own text, of
    the thing that is told beside it there."""
    ours = _window(quantity, text)
    held = [other for line in evidence.own.split("\n") for other in figures_of(line)]
    fitting = [other for other in held if _fits(quantity, text, other.quantity)]
    if _BY.search(text[max(0, quantity.start - 12) : quantity.start]):
        ends = {(f.quantity.start, f.value) for line in evidence.own.split("\n") for p in changes_of(line) for f in p}
        fitting = [other for other in fitting if (other.quantity.start, other.value) not in ends]
    if not fitting:
        return False
    kindred = [other for other in held if other not in fitting and in_unit_of(quantity, other.quantity) is not None]
    return any(of_it(ours, other, kindred) for other in fitting)


# By how much something changed, which is neither what it was nor what it became.
_BY = re.compile(
    r"(?:提高|提升|上升|增长|增加|下降|降低|减少|压缩|缩短|缩小|延长|多|少)[了出]?(?:约|近|将近|超过?|逾|不到)?$"
)


def of_it(ours: str, other: Figure, kindred: list[Figure]) -> bool:
    """Whether a figure is of what stands beside the other in the text, and of no other thing or kind counted there."""
    own, best = _shared(ours, other), max((_shared(ours, each) for each in kindred), default=0)
    apart = max((len(grams_of(ours) & grams_of(e.wide) - grams_of(other.wide)) for e in kindred), default=0)
    mine = min((len(grams_of(ours) & grams_of(other.wide) - grams_of(e.wide)) for e in kindred), default=1)
    alike = own > 0 and own >= best and (not apart or mine > apart)
    return alike and not other_kind(noun_of(ours), noun_of(other.noun))


def changes_spoken_of(
    near: frozenset[str], whole: frozenset[str], pairs: list[tuple[Figure, Figure]]
) -> list[tuple[Figure, Figure]]:
    """The changes of what a stretch speaks of, or, where it names none of them, of what its sentence does."""
    scores = [len(near & grams_of(before.noun)) for before, _ in pairs]
    if best := max(scores, default=0):
        return [pair for pair, score in zip(pairs, scores, strict=True) if score == best]
    named = [pair for pair in pairs if whole & grams_of(pair[0].noun)]
    return named or [pair for pair in pairs if whole & grams_of(pair[0].wide)]


def other_kind(ours: str, theirs: str) -> bool:
    """Whether two nouns are of two kinds of one thing (线下收入, 线上收入; 内销收入, 出口收入)."""
    same = 0
    while same < min(len(ours), len(theirs)) and ours[-1 - same] == theirs[-1 - same]:
        same += 1
    one, other = ours[: len(ours) - same], theirs[: len(theirs) - same]
    if same < _HEAD or not one or not other:
        return False
    if one[-1] in _PLACED and other[-1] in _PLACED:
        return one[-1] != other[-1]
    return not set(one) & set(other) and not all(light(word) for word, _ in tagged(one))


_HEAD = 2
_PLACED = "上下内外"


def noun_of(stretch: str) -> str:
    """What a share is of, by the words ahead of it."""
    return re.split(r"[占达约近超为是有的]|\u0003", stretch)[0]


def _fits(said: Quantity, text: str, given: Quantity) -> bool:
    value = in_unit_of(said, given)
    same = said.unit == given.unit and said.value == given.value
    return value is not None and not same and within(word_of(said, text), said.value, value)


def _window(quantity: Quantity, text: str) -> str:
    """The stretch a figure stands in, less the figure itself."""
    window = stretch_around(text, quantity.start, quantity.end, ",。;:、")
    # 线上收入占三分之一强,接近四成: of what, the stretch before tells.
    return window if grams_of(window) else text[max(0, quantity.start - 2 * _SIDE) : quantity.start] + "\u0003"


# No stretch that tells what a figure is of reaches farther to either side of it.
_SIDE = 60


def stretch_around(text: str, start: int, end: int, marks: str = ",。;:") -> str:
    """The stretch between marks that a place lies in, less the place."""
    least, most = max(0, start - _SIDE), min(len(text), end + _SIDE)
    left = max(least, *(text.rfind(mark, least, start) + 1 for mark in marks))
    right = min((at for at in (text.find(mark, end, most) for mark in marks) if at >= 0), default=most)
    return text[left:start] + "\u0003" + text[end:right]


def _shared(ours: str, other: Figure) -> int:
    """How much of what a figure counts is told beside the other: bigrams, or that both count the staff."""
    staff = bool(_STAFF.search(ours) and _STAFF.search(other.wide) and other.quantity.unit in PERSONS)
    return len(grams_of(ours) & grams_of(other.wide)) + staff

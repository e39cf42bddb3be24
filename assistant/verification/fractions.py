"""Shares told as fractions (近四分之一, 一半) and multiples (两倍): told by the sources or worked out from two of their
figures of one kind, in the direction told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from assistant.language.numerals import Quantity, find_quantities, parse_number
from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.figures import Figure, changes_of, figures_of
from assistant.verification.model import Reason
from assistant.verification.rounded import changes_spoken_of, of_it, stretch_around, within, word_of
from assistant.verification.scales import in_unit_of

_FRACTION = re.compile(
    r"(?P<whole>[二三四五六七八九]?十[一二三四五六七八九]?|[二两三四五六七八九]|\d+)分之(?P<part>[一二两三四五六七八九十]+|\d+)|(?P<half>一半|一成(?![不立功员果为]))"
)
# A half tells a share only where it is of something that is measured (占营收一半, 减少一半).
_HALVED = re.compile(r"(?:占|达|约|近|超过?|逾|不到|不足|减少?|降低?|下降|缩短?|压缩?|只剩|只有)[^,。;]{0,10}$")
_LEFT = re.compile(
    r"(?:剩|降|减|缩|压|落|跌)[^,。;]{0,4}[到至为成剩]?(?:下|了)?(?:原来|原先|原有|之前|以前|此前|当初|过去)?的?[^,。;\d]{0,4}$"
    r"|(?:只|仅)[剩有是为]?[^,。;]{0,3}(?:原来|原先|之前|以前|此前|当初|过去)的?$"
    r"|(?:是|为|到|至)[^,。;]{0,2}(?:原来|原先|之前|以前|此前|当初|过去)的?[^,。;\d]{0,3}$"
)
_ROUGHLY = r"(?:达到?|为|有)?(?:约|近|将近|接近|超过?|逾|不到)?$"
_BY_LESS = re.compile(rf"(?:(?:下降|降低|减少|压缩|缩短|缩小|降|减|少|省|短)了?|[降减跌缩]幅){_ROUGHLY}")
_BY_MORE = re.compile(rf"(?:(?:提高|提升|上升|增长|增加|扩大|延长|升|涨|增|多|高)[了出]?|[增涨升]幅){_ROUGHLY}")
_ASKED = re.compile(r"(?:门槛|要求|规定|标准|条件|底线|下限|最低年限|年限要求)[^,。;\d]{0,6}的[^,。;\d]{0,3}$")
_GROWN = re.compile(
    r"(?:原来|原先|之前|以前|此前|当初|过去|上年|前一年|起初)[^,。;\d]{0,6}的?[^,。;\d]{0,3}$|(?:提高|提升|增|涨|升|扩)[^,。;]{0,3}[到至]$"
)
# 制坯匠是烧成工的两倍多.
_OF_ANOTHER = re.compile(r"(?P<one>[^,。;\d]{2,12})(?:是|为|相当于|达到?)(?P<other>[^,。;\d]{2,12})的$")
# 约占营收的一半: what the share is of stands between it and its word.
_OF_WHAT = re.compile(r"(?<=占)[^,。;约近\d]{1,8}的$|(?<=[近约到足过])[^,。;约近\d]{1,6}的$")
# A plain fraction is the share itself, rounded.
_EXACTLY = Decimal("0.015")
# A share with so many figures behind the point is told to them; a third has more.
_FIGURES = 3
# Tenths are told to the next one: 六成多 is less than seven of them, 不到一成 more than none.
_TENTHS = {"more": (0, 10), "less": (-10, 0)}
# 一半多 is more than a half by less than this part of it.
_STEP = Decimal("0.3")


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction with its place in the text and its value in percent."""

    start: int
    end: int
    text: str
    value: Decimal


def fractions_of(said: str) -> list[Fraction]:
    """The fractions of a flat text in order; 千分之六 is a quantity of its own."""
    found = []
    for match in _FRACTION.finditer(said):
        if match["half"]:
            if _HALVED.search(said[max(0, match.start() - 16) : match.start()]):
                found.append(Fraction(*match.span(), match.group(), Decimal(50 if match["half"] == "一半" else 10)))
            continue
        whole, part = parse_number(match["whole"].replace("两", "二")), parse_number(match["part"])
        if whole and part and part <= whole:
            found.append(Fraction(*match.span(), match.group(), part / whole * 100))
    return found


def check_fractions(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Fractions that the sources neither tell nor give when worked out."""
    for fraction in fractions_of(said):
        told = fraction.text in evidence.text
        half = fraction.text in {"一半", "一成"}
        if (
            told
            or (half and not (evidence.personal and not evidence.documents))
            or _worked_out(fraction, said, evidence)
        ):
            continue
        yield Reason("number", f"句中“{fraction.text}”不在所引条款中")


def share(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """Whether a share in percent (约占两成, 占19.9%) is what a part told in the sources is of its whole there."""
    if quantity.unit != "%" or not evidence.own:
        return False
    return _worked_out(Fraction(quantity.start, quantity.end, quantity.text, quantity.value), said, evidence)


def without_fractions(said: str) -> str:
    """The flat text with its fractions blanked, so that no part of one is read as a figure."""
    for fraction in fractions_of(said):
        said = said[: fraction.start] + "\u0002" * (fraction.end - fraction.start) + said[fraction.end :]
    return said


def _worked_out(fraction: Fraction, said: str, evidence: Evidence) -> bool:
    as_quantity = Quantity(fraction.start, fraction.end, fraction.text, fraction.value, "%", "exact")
    before = said[max(0, fraction.start - 16) : fraction.start]
    at = _OF_WHAT.sub("", before)
    word = word_of(replace(as_quantity, start=len(at), end=len(at)), at + said[fraction.end :])
    words = _words_of(stretch_around(said, fraction.start, fraction.end), said)
    lines = evidence.own.split("\n")
    if _LEFT.search(before) or _BY_LESS.search(before) or _BY_MORE.search(before):
        shares = _of_changes(before, words, said, lines)
    else:
        shares = shares_of(said, fraction.start, fraction.end, evidence)
    if fraction.text.endswith("成") and word in _TENTHS:
        low, high = _TENTHS[word]
        return any(fraction.value + low < share < fraction.value + high for share in shares)
    return any(_is(word, fraction.value, share) for share in shares)


_BARE = re.compile(r"[占达约近将接超逾不到足多少余的了还有为仅只\u0003]+")
_OF_WHOLE = re.compile(r"占|比[例重]")


def shares_of(said: str, start: int, end: int, evidence: Evidence, *, plain: bool = True) -> Iterator[Decimal]:
    """The shares in percent that the applicant's text has of what is told around a place, told or made of its figures;
    without `plain` only those that say of what whole they are."""
    stretch, lines = stretch_around(said, start, end), evidence.own.split("\n")
    shares = [f for line in lines for f in figures_of(line) if f.quantity.unit == "%"]
    for figure in shares:
        rivals = [other for other in shares if other is not figure]
        if of_it(stretch, figure, rivals) and (plain or _OF_WHOLE.search(figure.wide)):
            yield figure.quantity.value
    yield from _of_parts(_words_of(stretch, said), stretch, said, lines)


def _words_of(stretch: str, said: str) -> frozenset[str]:
    """What a stretch speaks of; what all of the sentence does where it holds the share and no thing (占六成多)."""
    return grams_of(_BARE.sub("", stretch)) or grams_of(said)


def _is(word: str, said: Decimal, given: Decimal) -> bool:
    """Whether a share given is the fraction said; a plain fraction is a rounded share."""
    if not said:
        return said == given
    if word == "exact":
        places = max(0, -int(said.as_tuple().exponent))
        return abs(said - given) / said <= _EXACTLY and (not 0 < places <= _FIGURES or round(given, places) == said)
    return within(word, said, given, said * _STEP)


def _of_changes(before: str, words: frozenset[str], said: str, lines: list[str]) -> Iterator[Decimal]:
    """What is left of a figure that fell, or by what share it fell or rose, as the words ahead say."""
    pairs = [pair for line in (*lines, said) for pair in changes_of(line)]
    for first, last in changes_spoken_of(words, grams_of(said), pairs):
        one, other = first.quantity.value, in_unit_of(first.quantity, last.quantity)
        if not one or other is None:
            continue
        if _BY_LESS.search(before):
            if other < one:
                yield (one - other) / one * 100
        elif _BY_MORE.search(before):
            if other > one:
                yield (other - one) / one * 100
        elif other < one:
            yield other / one * 100


def _of_parts(words: frozenset[str], stretch: str, said: str, lines: list[str]) -> Iterator[Decimal]:
    """The shares that parts told in a sentence have of the whole told there (318人,其中研发76人), or parts told in the
    text itself of a whole it names (合计45人,占了职工的一半还多)."""
    held = [f for line in lines for f in figures_of(line) if f.quantity.unit != "%"]
    wholes = [f for f in held if words & grams_of(f.wide)]
    # A share is no part of anything, least of all the one that is judged.
    for part, whole in product((f for f in figures_of(said) if f.quantity.unit != "%"), wholes):
        value = in_unit_of(whole.quantity, part.quantity)
        if value is not None and 0 < value < whole.quantity.value:
            yield value / whole.quantity.value * 100
    for part, whole in product(held, held):
        value = in_unit_of(whole.quantity, part.quantity) if whole.sentence == part.sentence else None
        if value is None or not 0 < value < whole.quantity.value or not words & grams_of(part.noun or part.wide):
            continue
        rivals = [f for f in held if f not in (part, whole) and in_unit_of(part.quantity, f.quantity) is not None]
        if of_it(stretch, part, rivals):
            yield value / whole.quantity.value * 100


def multiple(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """Whether a multiple (两倍还多) is what one figure of the sources is of another of its kind."""
    if quantity.unit != "倍" or not evidence.personal:
        return False
    word = word_of(quantity, said)
    before = said[max(0, quantity.start - 16) : quantity.start]
    if _BY_MORE.search(before):
        return any(within(word, quantity.value, rate - 1) for rate in _rates(said, evidence))
    if _GROWN.search(before):
        return any(within(word, quantity.value, rate) for rate in _rates(said, evidence))
    if not _ASKED.search(before):
        beside = _OF_ANOTHER.search(before)
        return beside is not None and any(within(word, quantity.value, rate) for rate in _ratios(beside, evidence))
    documents = [q for q in evidence.quantities if q.bound == "at_least"]
    own = [q for line in evidence.own.split("\n") for q in find_quantities(line)]
    near = find_quantities(_around(said, quantity))
    mine = [q for q in own if any((q.value, q.unit) == (n.value, n.unit) for n in near)] or own
    rates = (o.value / d.value for o in mine for d in documents if o.unit == d.unit and d.value)
    return any(within(word, quantity.value, rate) for rate in rates)


def _ratios(beside: re.Match[str], evidence: Evidence) -> Iterator[Decimal]:
    """How many times one figure is another that the same sentence of the sources tells (制坯匠是烧成工的两倍)."""
    ours, theirs = grams_of(beside["one"]), grams_of(beside["other"])
    for line in evidence.own.split("\n"):
        found = figures_of(line)
        for one, other in product(found, found):
            value = in_unit_of(other.quantity, one.quantity) if one.sentence == other.sentence else None
            # What both nouns have (省内客户, 省外客户) tells neither.
            first, second = grams_of(one.noun), grams_of(other.noun)
            if value and other.quantity.value and ours & (first - second) and theirs & (second - first):
                yield value / other.quantity.value


def _around(said: str, quantity: Quantity) -> str:
    """The sentence up to a figure, as far as its stretches belong together."""
    return said[said.rfind(";", 0, quantity.start) + 1 : quantity.start]


def _rates(said: str, evidence: Evidence) -> Iterator[Decimal]:
    """How many times what it was a figure that rose became, of what the sentence speaks."""
    words = grams_of(said)
    for line in (*evidence.own.split("\n"), said):
        for first, last in changes_of(line):
            if first.quantity.unit == last.quantity.unit and first.quantity.value and _touches(words, first, last):
                yield last.quantity.value / first.quantity.value


def _touches(words: frozenset[str], *figures: Figure) -> bool:
    return any(words & grams_of(figure.wide) for figure in figures)

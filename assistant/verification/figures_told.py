"""The figures a sentence takes from an applicant's text: each told of what the text counts by it, or worked out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.counts import COUNTS
from assistant.verification.evidence import Evidence
from assistant.verification.figures import Figure, changes_of, figures_of
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason, Unit
from assistant.verification.plain import compiled, content, flat
from assistant.verification.rounded import changes_spoken_of, stands_for, stretch_around, within, word_of
from assistant.verification.scales import in_unit_of
from assistant.verification.tagging import light, tagged

_UP = re.compile(r"(?:提高|提升|上升|增长|增加|扩大|延长|拉长|增|升|涨|多)[了出]?(?:约|近)?$")
_DOWN = re.compile(r"(?:下降|降低|减少|压缩|缩短|缩小|降|减|压|缩|少|省|早|快)[了一-鿿]?(?:约|近)?$")
_SHARED = 2


def check_figures_told(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure told of another thing than the one the text counts by it."""
    held = figures_of(evidence.text)
    if UNSETTLED.search(said):
        return
    yield from _reversed(said, evidence)
    yield from _opposite(said, evidence)
    yield from _by_for_to(said, evidence)
    for figure in figures_of(said):
        own = [other for other in held if same_figure(figure, other) or stands_for(figure, other)]
        rivals = [o for o in held if o.value != figure.value and (_confusable(figure, o) or _share_beside(o, own))]
        if not own or (not rivals and len(held) < _SHARED) or _spans(figure, said) or _countssame_figure(figure, own):
            continue
        if (
            _taken(figure, own, rivals)
            or _strange(figure, own, held)
            or _another_kind(figure, own, evidence)
            or _another_year(figure, own, held)
        ) and not worked_out(figure.quantity, said, evidence):
            yield Reason("pairing", f"句中“{figure.noun[-14:]}”与“{figure.quantity.text}”在材料里说的不是一回事")
            return
    yield from _another_count(said, evidence)


def same_figure(figure: Figure, other: Figure) -> bool:
    one, two = figure.quantity, other.quantity
    return one.value == two.value and (one.unit == two.unit or {one.unit, two.unit} <= COUNTS)


def _confusable(figure: Figure, other: Figure) -> bool:
    units = {figure.quantity.unit, other.quantity.unit}
    return len(units) == 1 or units <= COUNTS


def _share_beside(other: Figure, own: list[Figure]) -> bool:
    """Whether a figure is the share of a part, told beside the whole (销售收入5400万元,线上占42%)."""
    beside = any(each.sentence == other.sentence and each.quantity.unit != "%" for each in own)
    return beside and other.quantity.unit == "%" and bool(re.search(r"占|其中", other.wide))


def _idle(word: str, kind: str) -> bool:
    """Whether a word tells no figure apart: light ones, but for where a thing is or goes (线上)."""
    return word in lexicon().neutral or (kind not in {"f", "s"} and light(word))


def telling(text: str) -> list[str]:
    """The telling words of a stretch, the last first."""
    words = [word for word, kind in tagged(text) if kind[0] in "nvjblsf" and len(word) > 1 and not _idle(word, kind)]
    return words[::-1]


_GOES_ON = re.compile(r"(?:目前|现已|现)(?:已)?(?:覆盖|达到?|用于|推广到?)")


def _taken(figure: Figure, own: list[Figure], rivals: list[Figure]) -> bool:
    """Whether the noun of the figure is another figure's: a word of it only the other's noun has."""
    changes = {other.change for other in own}
    wide = "\n".join(other.wide for other in own)
    near = "\n".join(other.noun for other in rivals if other.change not in changes)
    if all(_GOES_ON.match(other.wide.rpartition("\u0003")[2]) for other in own):
        return False  # 目前覆盖7.5万亩: of what, the text told before.
    words = [part for word in telling(figure.noun) for part in _parts(word) if not _deed(word, wide)]
    return any(word in near and word not in wide for word in words)


def _parts(word: str) -> tuple[str, ...]:
    """A word, or the two halves of one of four characters (发明, 专利)."""
    return (word[2:], word[:2]) if len(word) == _FOUR else (word,)


_FOUR = 4


def _deed(word: str, wide: str) -> bool:
    """Whether a word is a verb that the text has in its short form (堵塞 for 堵)."""
    return tagged(word)[0][1] == "v" and word[0] in wide


def _strange(figure: Figure, own: list[Figure], held: tuple[Figure, ...]) -> bool:
    """Whether the figure stands with the words of a figure of another unit and with none of its own."""
    ours = grams_of(figure.noun)
    if any(ours & grams_of(other.wide) for other in own):
        return False
    return any(len(ours & grams_of(other.noun)) >= _SHARED for other in held if other not in own)


# What asks which of two figures of the text is right tells neither.
UNSETTLED = re.compile(r"[两二]说|说法|不一致|待核|核实|为准|出入")


def _spans(figure: Figure, said: str) -> bool:
    """Whether a figure only says over what time another was reached (三年累计)."""
    behind = said.partition(figure.quantity.text)[2]
    return figure.quantity.unit in {"年", "个月"} and bool(re.match(r"累计|来|间|以来", behind))


def _countssame_figure(figure: Figure, own: list[Figure]) -> bool:
    """Whether the same noun follows the figure as in the text (3个分厂)."""
    behind = figure.wide.partition(figure.quantity.text)[2][:_BEHIND]
    if len(behind) == _BEHIND and any(o.wide.partition(o.quantity.text)[2].startswith(behind) for o in own):
        return True
    theirs = [re.match(r"[一-鿿]{2}", other.wide.partition(other.quantity.text)[2]) for other in own]
    ours = re.match(r"[一-鿿]{2}", figure.wide.partition(figure.quantity.text)[2])
    return bool(ours and not light(ours[0]) and any(other and other[0] == ours[0] for other in theirs))


# So many characters behind a figure tell what happens by it (十分钟内到场).
_BEHIND = 3


def _another_year(figure: Figure, own: list[Figure], held: tuple[Figure, ...]) -> bool:
    """Whether the figure is told of a year of which the text has another figure of the same thing."""
    if not figure.year or any(other.year in {0, figure.year} for other in own):
        return False
    changes = {other.change for other in own}
    return any(other.year == figure.year and other.change in changes for other in held)


def _reversed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The two figures of a change the other way round than the text has them."""
    given = [(one.value, other.value) for one, other in changes_of(evidence.text)]
    for one, other in changes_of(said):
        pair = (one.value, other.value)
        if one.value != other.value and pair[::-1] in given and pair not in given:
            yield Reason("direction", f"句中“{one.quantity.text}”与“{other.quantity.text}”的先后与材料相反")
            return


def _opposite(said: str, evidence: Evidence) -> Iterator[Reason]:
    """By how much something fell told as by how much it rose, or the reverse."""
    for quantity in find_quantities(said):
        up, down = (way.search(said[max(0, quantity.start - 8) : quantity.start]) for way in (_UP, _DOWN))
        if bool(up) == bool(down):
            continue
        text = evidence.text
        places = [q.start for q in find_quantities(text) if (q.value, q.unit) == (quantity.value, quantity.unit)]
        against = _DOWN if up else _UP
        if places and all(against.search(text[max(0, at - 8) : at]) for at in places):
            yield Reason("direction", f"材料里“{quantity.text}”的增减与句中相反")
            return


def _by_for_to(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What a change began or ended with, told as by how much it changed (由7次降为1次: 减少7次)."""
    ends = {figure.value for pair in changes_of(evidence.text) for figure in pair}
    for quantity in find_quantities(said):
        by = _BY.search(said[max(0, quantity.start - 6) : quantity.start])
        if not by or (quantity.value, quantity.unit) not in ends:
            continue
        given = compiled(rf"{_BY.pattern[:-1]}{re.escape(quantity.text)}").search(evidence.text)
        if not given and not worked_out(quantity, said, evidence):
            yield Reason("direction", f"材料里“{quantity.text}”是变动前后的数，句中写成了变动的幅度")
            return


_BY = re.compile(r"(?:提高|提升|上升|增长|增加|下降|降低|减少|缩短|压缩|缩小|延长)了?$")


def _another_kind(figure: Figure, own: list[Figure], evidence: Evidence) -> bool:
    """Whether the noun is qualified as the text qualifies another of its kind (销售收入 for 出口收入)."""
    kind, head = _qualified(figure.noun)
    return (
        bool(kind)
        and any(kind + head in content(piece) for piece in evidence.segments)
        and all(head in other.noun and kind not in other.wide and not other.noun.endswith(head + kind) for other in own)
    )


def _qualified(noun: str) -> tuple[str, str]:
    """The last word of a noun and what qualifies it (销售, 收入; 总, 销售额); a word of four characters is two."""
    words = [word for word, kind in tagged(noun) if kind[0] in "nvbja"]
    if not words or not noun.endswith(words[-1]):
        return "", ""
    if len(words[-1]) == 4:
        return words[-1][:2], words[-1][2:]
    return (words[-2], words[-1]) if len(words) > 1 and noun.endswith("".join(words[-2:])) else ("", "")


def check_row(unit: Unit, evidence: Evidence) -> Iterator[Reason]:
    """A figure of a table's row that the text tells of another thing than the row's first cell."""
    if unit.kind != "row" or evidence.documents or not evidence.personal:
        return
    head, _, rest = flat(unit.claim).partition(",")
    held = figures_of(evidence.text)
    ours = grams_of(head)
    for figure in figures_of(rest):
        own = [other for other in held if same_figure(figure, other)]
        known = any(ours & grams_of(other.wide) for other in held)
        if own and known and not any(ours & grams_of(other.wide) for other in own):
            yield Reason("pairing", f"表中“{figure.quantity.text}”在材料里说的不是“{head[:12]}”")
            return


def _another_count(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A small count in Han of a thing of which the text has another count (三条线路 for 两条线路)."""
    for quantity in find_quantities(said):
        thing = said[quantity.end : quantity.end + 2]
        if quantity.text[0].isdigit() or quantity.unit not in COUNTS or quantity.value < 2 or not grams_of(thing):
            continue
        given = [q for q in evidence.quantities if q.unit == quantity.unit]
        beside = [q for q in given if compiled(rf"{re.escape(q.text)}{thing}").search(evidence.text)]
        word = word_of(quantity, said)
        if (
            beside
            and not any(within(word, quantity.value, q.value) for q in beside)
            and quantity.text + thing not in evidence.text
        ):
            yield Reason("number", f"材料写的是“{beside[0].text}{thing}”，句中写成了“{quantity.text}{thing}”")
            return


def worked_out(quantity: Quantity, said: str, evidence: Evidence) -> bool:
    """By how much a change of the text changed (31小时缩短到9小时: 缩短22小时), or by what share."""
    ahead = said[max(0, quantity.start - 8) : quantity.start]
    up, down = bool(_UP.search(ahead)), bool(_DOWN.search(ahead))
    share, word = quantity.unit == "%", word_of(quantity, said)
    if not (up or down):
        return False
    near = grams_of(stretch_around(said, quantity.start, quantity.end))
    for before, after in changes_spoken_of(near, grams_of(said), changes_of(evidence.text)):
        points = quantity.unit == "个百分点" and before.quantity.unit == "%"
        first, second = before.quantity.value, in_unit_of(before.quantity, after.quantity)
        if second is None or (second > first) != up:
            continue
        apart = replace(
            before.quantity, value=abs(first - second), unit=quantity.unit if points else before.quantity.unit
        )
        # By 1.8% is no change by 1.8 points.
        value = None if share and before.quantity.unit == "%" else in_unit_of(quantity, apart)
        if value is not None and within(word, quantity.value, value):
            return True
        rate = abs(first - second) / first * 100 if first else first
        if share and (round(rate, _places(quantity.value)) == quantity.value or within(word, quantity.value, rate)):
            return True
    return False


def _places(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))

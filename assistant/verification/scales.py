"""Units of one kind in one another: 2.5小时 are 150分钟, persons are persons whatever the measure word."""

from decimal import Decimal

from assistant.language.numerals import Quantity
from assistant.verification.counts import COUNTS

PERSONS = {"人", "名", "位"}
# What one unit is in another of its kind.
_SCALES: dict[str, tuple[str, Decimal]] = {
    "克": ("质量", Decimal(1)),
    "千克": ("质量", Decimal(1000)),
    "斤": ("质量", Decimal(500)),
    "吨": ("质量", Decimal(1_000_000)),
    "秒": ("时间", Decimal(1)),
    "分钟": ("时间", Decimal(60)),
    "小时": ("时间", Decimal(3600)),
    "天": ("时间", Decimal(86_400)),
    "周": ("时间", Decimal(604_800)),
    "个月": ("月份", Decimal(1)),
    "年": ("月份", Decimal(12)),
    "微米": ("长度", Decimal(1)),
    "毫米": ("长度", Decimal(1000)),
    "厘米": ("长度", Decimal(10_000)),
    "米": ("长度", Decimal(1_000_000)),
    "公里": ("长度", Decimal(1_000_000_000)),
    "毫升": ("容积", Decimal(1)),
    "升": ("容积", Decimal(1000)),
}


def in_unit_of(said: Quantity, given: Quantity) -> Decimal | None:
    """The value of a figure in the unit of another of its kind, None where they are of two kinds."""
    if said.unit == given.unit or {said.unit, given.unit} <= PERSONS:
        return given.value
    if said.unit in _SCALES and given.unit in _SCALES:
        (kind, ours), (other, theirs) = _SCALES[said.unit], _SCALES[given.unit]
        return given.value * theirs / ours if kind == other else None
    if not said.unit and given.unit in PERSONS:
        return given.value
    alike = {said.unit, given.unit} <= COUNTS and not {said.unit, given.unit} & PERSONS
    return given.value if alike else None


def of_one_kind(one: str, other: str) -> bool:
    """Whether two units measure the same, in the same or another size."""
    return one == other or (one in _SCALES and other in _SCALES and _SCALES[one][0] == _SCALES[other][0])

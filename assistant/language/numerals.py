"""Find quantities in Chinese text: the number, its unit in one spelling, and how it is bounded."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from assistant.language.measure_words import COUNTERS, UNIT, UNITS

Bound = Literal["exact", "at_most", "at_least", "about", "more_than", "less_than"]

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_DIGITS = (
    {c: i for i, c in enumerate("零一二三四五六七八九")}
    | {"〇": 0, "两": 2, "○": 0}
    | {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
)
_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_HAN = "零〇一二三四五六七八九两十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MANY = r"[多余几来]"
_QUANTITY = re.compile(
    rf"(?P<fraction>[百千万]分之)(?P<share>(?:{_ARABIC})|[{_HAN}]+(?:点[{_HAN}]+)?)"
    rf"|(?P<number>(?:{_ARABIC})|[{_HAN}]+(?:点[{_HAN}]+)?|半(?=年|个月|天|数))\s*(?P<many>{_MANY})?"
    rf"(?P<scale>万亿|[百千]万|[万亿])?(?P<many2>{_MANY})?(?:(?P<half>个半月)|(?:\s*(?P<unit>{UNIT}))?)(?P<tail>半|多(?![了出]))?"
)
# Two neighbouring digits say a range: 五六年 is five or six, 三四十人 thirty or forty, 三五个 three to five.
_PAIRS = "一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九"
_RANGE = re.compile(rf"(?<![零〇一二两三四五六七八九])(?:{_PAIRS})(?![零〇一二两三四五六七八九点])")
_CODE = re.compile(r"\d{6}|\d+[A-Za-z]|\d{3,4}[-—－]\d{5}")
_CALENDAR = re.compile(r"^(?:19|20)\d\d$")
_NOT_A_NUMBER = re.compile(
    r"(?:第\s*|附[件表]|[A-Za-z/]\d*[-.—－]?|\d{3}[-—－]\s*|\d[:：.]|〔|〔\d{4}〕第?|\[\d{4}\]第?|[省市县区]第)$"
)
_AT_MOST = (
    "≤|不超过|不超|不多于|不高于|不大于|不得超过|不得多于|最多|至多|上限|最高|封顶|不晚于|控制在|限额|(?<![下年期时])限"
)
_AT_LEAST = "≥|不少于|不低于|不小于|不得少于|不得低于|不短于|至少|最少|起码|下限|最低|(?<!未)(?<!不)满|(?<!不)足"
_LESS = "(?<!不)(?<!得)少于|不足|不到|不满|未满|(?<!不)小于|(?<!不)(?<!得)低于|未达到?|快"
_MORE = "(?<!不)(?<!得)超过|(?<!不)(?<!得)多于|(?<!不)大于|(?<!不)高于|逾|超出|(?<!不)超"


# What may stand between a bound and its figure (不超过3个, 最多可推荐2名, 至少要5年).
_VERBS = (
    "要|需要|需|须|得|评选表彰|评选|评出|评|设|表彰|推荐|申报|奖励|颁发|报送|报|给予|补助|产生|授予|有|可以"
    "|可|能|公示|公布|持续|连续|从事|经营|运行|注册|提交|准备|配备"
)


def _behind(words: str) -> re.Pattern[str]:
    verb = rf"(?:{_VERBS}){{0,2}}"
    return re.compile(rf"(?:{words})(?:都|均|也)?[了约为是：:在]?\s*{verb}\s*[（(]?\s*$")


_BEFORE: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at_most", _behind(_AT_MOST)),
    ("at_least", _behind(_AT_LEAST)),
    ("less_than", _behind(_LESS)),
    ("more_than", _behind(_MORE)),
    ("about", _behind("大约|约|将近|接近|大概|差不多")),
)
_AFTER: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at_least", re.compile(r"^\s*(?:及|或|含|\(含\)|（含）)?(?:以上|之上|起(?![来步草])|打底)")),
    ("at_most", re.compile(r"^\s*(?:及|或)?(?:以内|之内|以下|封顶|内(?![容部外地])|为限|上限)")),
    ("about", re.compile(r"^\s*(?:左右|上下)")),
    ("more_than", re.compile(r"^\s*(?:开外|有余|多(?![了出]))")),
)
_RECENT = re.compile(r"(?:最近|近|过去|前)(?:的|这)?\s*$")
_SPANS = {"年", "个月", "天", "周", "届", "年度", "个年度", "个工作日", "小时"}
_COUNTED = {"个", "名", "家", "人", "项"}
_LIMITS = {"at_most", "at_least"}
_LONE_HAN = {"", "步", "道", "代", "部", "成", "度", "分", "级", "批", "本", "门", "期", "条", "所", "支", "座"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity; `source[start:end] == text` is number and unit, bound words lie outside it.

    `value` is in `unit` (50万元 is 500000 元, 千分之三 is 0.3 %); a missing unit is "". `bound` says how the text
    limits it; 近三年 and 三年内 are both `at_most` 3 年, 十几 is `more_than` 10, 二十多年 is `more_than` 20 年,
    五六年 is `about` 5 年 (the lower end).
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    bound: Bound


def parse_number(text: str) -> Decimal | None:
    """The value of one Han or Arabic number (`三百二十`, `1,200`, `3.5万`, `二〇二四`); None where it is not one.

    A range of two neighbouring digits (五六, 三四十) has the value of its lower end.
    """
    text = text.translate(_FULL_WIDTH).strip()
    match = re.fullmatch(rf"({_ARABIC})(万亿|[百千]万|[万亿])?", text)
    if match:
        return Decimal(match[1].replace(",", "")) * _scale(match[2])
    whole, point, fraction = _RANGE.sub(lambda match: match.group()[0], text).partition("点")
    if not whole or any(c not in _HAN for c in whole + fraction):
        return None
    value = _han_integer(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    return Decimal(f"{value}." + "".join(str(_DIGITS.get(c, 0)) for c in fraction))


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of `text` in order.

    Left out: years and days of dates (see dates.py), ordinals (第五届), document, standard and telephone numbers, and
    Han numerals that are part of a word (一线, 统一, 三是).
    """
    return list(_found(text))


def forget_quantities() -> None:
    """Drop what was read: the texts may have been somebody's own."""
    _found.cache_clear()


@lru_cache(maxsize=8192)
def _found(text: str) -> tuple[Quantity, ...]:
    plain = text.translate(_FULL_WIDTH)
    found = []
    for match in _QUANTITY.finditer(plain):
        quantity = _read(match, plain, text)
        if quantity is not None:
            found.append(quantity)
    for index in range(1, len(found)):
        found[index] = _inherit(found[index - 1], found[index], plain)
        found[index - 1] = _spread(found[index - 1], found[index], plain)
    return tuple(found)


def _inherit(previous: Quantity, quantity: Quantity, plain: str) -> Quantity:
    """不超过10个和90个 bounds both numbers."""
    joined = re.fullmatch(r"[^，。,.；;]{0,8}[和与及、或]\s*", plain[previous.end : quantity.start])
    alike = quantity.bound == "exact" and {quantity.unit, previous.unit} <= _COUNTED
    return replace(quantity, bound=previous.bound) if joined and alike and previous.bound in _LIMITS else quantity


def _spread(quantity: Quantity, following: Quantity, plain: str) -> Quantity:
    if quantity.unit == "" and re.fullmatch(r"\s*(?:[-—~～至到]|——)\s*", plain[quantity.end : following.start]):
        return replace(quantity, unit=following.unit)
    return quantity


def _read(match: re.Match[str], plain: str, text: str) -> Quantity | None:
    start, end = match.span()
    if match["fraction"]:
        share = parse_number(match["share"])
        if share is None:
            return None
        value = share / {"百": 1, "千": 10, "万": 100}[match["fraction"][0]]
        return Quantity(start, end, text[start:end], value, "%", _bound(plain, start, end, "%"))
    if _is_calendar(match, plain) or _NOT_A_NUMBER.search(plain[max(0, start - 12) : start]):
        return None
    plain_value = _value(match)
    if plain_value is None or not _is_quantity(match, plain):
        return None
    value, unit = _normalise(plain_value, "个月" if match["half"] else match["unit"] or "")
    end = _end(match)
    bound = _bound(plain, start, end, unit)
    if bound == "exact" and (match["many"] or match["many2"] or match["tail"] == "多"):
        bound = "more_than"
    if bound == "exact" and _RANGE.search(match["number"]):
        bound = "about"
    return Quantity(start, end, text[start:end], value, unit, bound)


def _end(match: re.Match[str]) -> int:
    if match["tail"] == "多" or (match["tail"] == "半" and match["unit"] not in {"年", "天"}):
        return match.start("tail")
    return match.start() + len(match.group().rstrip())


def _value(match: re.Match[str]) -> Decimal | None:
    if match["number"] == "半":
        return Decimal("0.5")
    value = parse_number(match["number"])
    if value is None:
        return None
    value *= _scale(match["scale"])
    if match["half"] or (match["tail"] == "半" and match["unit"] in {"年", "天"}):
        value += Decimal("0.5")
    return value


def _is_calendar(match: re.Match[str], plain: str) -> bool:
    """Whether the number is the year, month or day of a date or a clock time."""
    number, unit = match["number"], match["unit"] or ""
    if unit in {"年", "年度"} and (_CALENDAR.match(number) or re.fullmatch(r"[〇零一二三四五六七八九○]{4}", number)):
        return True
    if unit == "天" or match["scale"] or match["many"] or match["half"]:
        return False
    after = plain[match.end("number") : match.end("number") + 2]
    before = plain[max(0, match.start() - 2) : match.start()].rstrip()
    if after.startswith("月") and unit == "":
        return True
    if unit == "日" and (before.endswith(("月", "至", "-", "—", "~", "、"))):
        return True
    return unit == "" and (after.startswith(("时", "点", "：", ":", "号")) or before.endswith((":", "：", "月")))


def _is_quantity(match: re.Match[str], plain: str) -> bool:
    """Han numerals count only with a unit that is no part of a word; long digit strings are telephone numbers."""
    number, unit = match["number"], match["unit"] or ""
    if number[0].isdigit():
        return unit != "" or not _CODE.match(plain[match.start() :])
    if match["half"]:
        return True
    if plain.startswith("期", match.end("unit")) and unit == "日":
        return False
    if unit in COUNTERS.split():
        return len(number) > 1
    if unit == "" and not match["scale"]:
        return len(number) > 1 and any(c in number for c in "十百千万亿") and not set(number) <= set("千万百亿")
    if number in {"万", "百", "千", "亿", "十万", "千万", "零"}:
        return False
    return not (number == "一" and (unit in _LONE_HAN or plain.startswith("性", match.end("unit"))))


def _normalise(value: Decimal, unit: str) -> tuple[Decimal, str]:
    name = UNITS.get(unit, unit)
    if name == "万元":
        return value * 10_000, "元"
    if name in {"‰", "成"}:
        return (value / 10 if name == "‰" else value * 10), "%"
    return value, name


def _bound(plain: str, start: int, end: int, unit: str) -> Bound:
    before, after = plain[max(0, start - 8) : start], plain[end : end + 6]
    for bound, pattern in _BEFORE:
        if pattern.search(before):
            return bound
    for bound, pattern in _AFTER:
        if pattern.search(after):
            return bound
    if _RECENT.search(before):
        return "at_most" if unit in _SPANS else "about"
    return "exact"


def _scale(word: str | None) -> Decimal:
    value = Decimal(1)
    for character in word or "":
        value *= _MYRIADS.get(character) or _SCALES[character]
    return value


def _han_integer(text: str) -> int | None:
    """Positional (二〇二四) or multiplicative (三百二十, 两千零五) Han integers."""
    if not any(c in _SCALES or c in _MYRIADS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SCALES:
            section += (digit or 1) * _SCALES[character]
            digit = 0
        else:
            scale = _MYRIADS[character]
            total = (total + section + digit) * scale if scale > 10_000 else total + (section + digit or 1) * scale
            section = digit = 0
    return total + section + digit

"""Dates in Chinese text: absolute (2018年3月、二〇一八年、2018-03-10) and relative (去年6月、前年底、三年前)."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

_DIGITS = str.maketrans("０１２３４５６７８９零〇○Oo一二三四五六七八九", "012345678900000123456789")
_YEAR = r"(?P<y>(?:[12１２][0-9０-９Oo]{3}|[一二][零〇○Oo一二三四五六七八九]{3}))"
_SMALL = r"[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3}|元(?=月)"
_PART = r"(?:年?初|年?底|年末|年中|上半年|下半年|春天|夏天|秋天|冬天|春季|夏季|秋季|冬季|[一二三四1-4]季度)?"
# 2009年的8月.
_OF = rf"(?:的(?=\s*(?:{_SMALL})\s*月))"
_HOLIDAYS = {"元旦": (1, 1), "五一": (5, 0), "七一": (7, 0), "八一": (8, 0), "国庆": (10, 0)}
_MONTH_DAY = (
    rf"(?:\s*(?P<m>{_SMALL})\s*月份?(?:\s*(?P<d>{_SMALL})\s*[日号]|(?:初|底|末|中旬|上旬|下旬))?"
    rf"|(?P<h>{'|'.join(_HOLIDAYS)}))?"
)
_RELATIVE_YEARS = {"今年": 0, "本年": 0, "去年": 1, "上年": 1, "前年": 2, "大前年": 3}
_FOUNDING = (
    "成立|注册|建厂|建校|建院|创办|创立|设立|登记|投产|开业|开工|点火|开[窑炉张园诊]|挂牌"
    "|搬|迁|入职|进厂|参加工作|调|转|获|拿|得|被|办|开始|起"
)

# What is said between a year something began in and today.
UP_TO_NOW = r"[^,，。;；满近内]{0,8}[到至](?:今|现在|如今|目前|这会儿)"

_ABSOLUTE = re.compile(rf"(?<![0-9０-９]){_YEAR}\s*年(?!版|龄|代)(?:[)）](?=[0-9]{{1,2}}月)|{_OF})?{_MONTH_DAY}{_PART}")
_NUMERIC = re.compile(
    r"(?<![\d\-/.—])(?P<y>[12]\d{3})(?P<s>[-/.])(?P<m>\d{1,2})(?:(?P=s)(?P<d>\d{1,2}))?(?![\d\-/%万亿元])"
)
_SHORT = re.compile(
    rf"(?<![0-9０-９.])(?P<y>[0-9][0-9])年{_OF}?(?:\s*(?P<m>{_SMALL})\s*月份?(?:\s*(?P<d>{_SMALL})\s*[日号])?"
    rf"|(?=(?:在|于)[^,，。;；满近内]{{1,8}}(?:注册|登记|成立|办的?执?照|领的?执?照|建厂|创办|设立)"
    rf"|年?[底初末中]|开春|[春夏秋冬]|[上下]半年|国庆|元旦|{_FOUNDING})"
    # 从13年跑到现在 names the year it began, as no length of time stands between 从 and 到现在.
    rf"|(?<=[从自打][0-9][0-9]年)(?={UP_TO_NOW}))"
)
# 零八年, 一三年, 九六年 are years; 二三年 and 七八年 are two or three, seven or eight years unless a month follows.
_HAN_PAIR = r"[零〇○0０Oo][零〇○一二三四五六七八九]|[一二五六七八九][零〇○一二三四五六七八九]"
_HAN_SHORT = re.compile(
    rf"(?<![零〇○一二三四五六七八九十百千廿卅0-9近满第])(?P<y>{_HAN_PAIR})年(?!级|代|多|来|半){_OF}?(?:\s*(?P<m>{_SMALL})\s*月份?(?:\s*(?P<d>{_SMALL})\s*[日号])?)?{_PART}"
)
# 两千零九年八月, 一九九八年 told in full: 一千九百九十八年.
_TOLD = re.compile(
    r"(?<![零〇一二两三四五六七八九十百千万近满第])(?P<t>[二两]千|一千九百)(?P<n>零?[一二三四五六七八九]?十?[一二三四五六七八九]?)年"
    rf"(?!级|代|多|来|半|前|之前|以前|后|历史){_OF}?{_MONTH_DAY}{_PART}"
)
_FOUNDED = re.compile(
    r"(?:就|便|才)?开始(?:生产|经营|运营|营业|运行|办学)"
    r"|成立|注册|登记|设立|建厂|建校|建院|创办|创立|办的|投产|开业|参加工作|进厂"
)
_RELATIVE = re.compile(rf"(?P<r>今年|本年|去年|上年|大前年|前年)(?:的|这个)?{_MONTH_DAY}{_PART}")
_AGO = re.compile(r"(?<![近第满内])(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?P<u>年|个月)(?:以前|之前|前)(?!后)")
_RECENT = re.compile(
    r"(?P<w>上个?月|本月|这个月|昨天|昨日|前天|今天|今日|上周|上星期|上礼拜|本周|这周)(?:(?P<d>[0-9]{1,2})[日号])?"
)
_SAME = re.compile(rf"(?P<w>同年|当年|次年|第二年|转年){_MONTH_DAY}{_PART}")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day. A month of 0 or a day of 0 means not known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return "day" if self.day else "month" if self.month else "year"

    def first(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError on anything else or a day that does not exist."""
        if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
            raise ValueError(f"不是 YYYY、YYYY-MM 或 YYYY-MM-DD 形式的日期：{text}")
        made = make_date(*(int(part) for part in text.split("-")))
        if made is None:
            raise ValueError(f"没有这一天：{text}")
        return made


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in the text: `text == source[start:end]`."""

    start: int
    end: int
    text: str
    value: PartialDate
    relative: bool


def find_dates(text: str, as_of: date | None = None) -> list[DateMention]:
    """All dates of `text` in order, never overlapping.

    Relative words (去年、前年底、三年前、上个月、上周) are counted from `as_of` and skipped without it.
    同年 and 次年 count from the date before them. Seasons, 年底 and 上半年 keep the precision of the year.
    """
    found: list[DateMention] = []
    taken = bytearray(len(text))
    for pattern, reader, relative in _READERS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            value = reader(match, as_of)
            if value is not None:
                taken[match.start() : match.end()] = b"\1" * len(match.group())
                found.append(DateMention(match.start(), match.end(), match.group(), value, relative))
    found.sort(key=lambda mention: mention.start)
    return sorted([*found, *_same_year(text, found, taken)], key=lambda mention: mention.start)


def written_day(text: str) -> date | None:
    """The one day a text writes and nothing else (2024-02-22, 2024/2/22, 2024年2月22日); None for anything else."""
    found = find_dates(text.strip())
    if len(found) != 1 or found[0].start or found[0].end != len(text.strip()):
        return None
    value = found[0].value
    return value.first() if value.first() == value.last() else None


def read_numeral(text: str) -> int | None:
    """A small whole number in Arabic, full-width or Han digits (十二、二十、２１、两); None where it is none."""
    plain = text.strip().replace("两", "二").replace("俩", "二").replace("仨", "三")
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    if re.fullmatch(r"[一二三四五六七八九]?十[一二三四五六七八九]?", plain):
        tens, _, units = plain.partition("十")
        return 10 * _digit(tens, 1) + _digit(units, 0)
    if re.fullmatch(r"[一二三四五六七八]{2}", plain) and int(plain[1:].translate(_DIGITS)) - _digit(plain[0], 0) == 1:
        return None  # 五六年前 is five or six years ago, not fifty-six
    digits = plain.translate(_DIGITS)
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _digit(text: str, default: int) -> int:
    return int(text.translate(_DIGITS)) if text else default


def make_date(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """A PartialDate, or None where there is no such day."""
    if not 1800 <= year <= 2200 or not 0 <= month <= 12:
        return None
    if day and (not month or day > calendar.monthrange(year, month)[1]):
        return None
    return PartialDate(year, month, day)


def _month_day(match: re.Match[str]) -> tuple[int, int]:
    groups = match.groupdict()
    if groups.get("h"):
        return _HOLIDAYS[groups["h"]]
    month = 1 if groups.get("m") == "元" else read_numeral(groups.get("m") or "") or 0
    return month, read_numeral(groups.get("d") or "") or 0


def _absolute(match: re.Match[str], _: date | None) -> PartialDate | None:
    return make_date(int(match["y"].translate(_DIGITS)), *_month_day(match))


def _short(match: re.Match[str], as_of: date | None) -> PartialDate | None:
    year = int(match["y"])
    pivot = (as_of.year if as_of else 2035) % 100
    return make_date(year + (2000 if year <= pivot else 1900), *_month_day(match))


def _han_short(match: re.Match[str], as_of: date | None) -> PartialDate | None:
    digits = match["y"].translate(_DIGITS)
    ascending = int(digits[1]) - int(digits[0]) == 1 and digits[0] != "0"
    if ascending and not match["m"] and not _FOUNDED.match(match.string, match.end()):
        return None
    year = int(digits)
    pivot = (as_of.year if as_of else 2035) % 100
    return make_date(year + (2000 if year <= pivot else 1900), *_month_day(match))


def _told(match: re.Match[str], _: date | None) -> PartialDate | None:
    rest = match["n"].removeprefix("零")
    if match["t"] == "一千九百" and not rest:
        return None
    if not rest and not match["m"] and not _FOUNDED.match(match.string, match.end()):
        return None  # 两千年 alone is as often a span of time
    value = read_numeral(rest) if rest else 0
    return None if value is None else make_date((1900 if "百" in match["t"] else 2000) + value, *_month_day(match))


def _relative(match: re.Match[str], as_of: date | None) -> PartialDate | None:
    if as_of is None:
        return None
    return make_date(as_of.year - _RELATIVE_YEARS[match["r"]], *_month_day(match))


def _ago(match: re.Match[str], as_of: date | None) -> PartialDate | None:
    count = read_numeral(match["n"])
    if as_of is None or count is None:
        return None
    if match["u"] == "年":
        return make_date(as_of.year - count)
    months = as_of.year * 12 + as_of.month - 1 - count
    return make_date(months // 12, months % 12 + 1)


def _recent(match: re.Match[str], as_of: date | None) -> PartialDate | None:
    if as_of is None:
        return None
    word, day = match["w"], int(match["d"] or 0)
    if "月" in word:
        months = as_of.year * 12 + as_of.month - 1 - word.startswith("上")
        return make_date(months // 12, months % 12 + 1, day)
    back = {"今": 0, "昨": 1, "前": 2}.get(word[0])
    if back is not None and not day:
        past = date.fromordinal(as_of.toordinal() - back)
        return PartialDate(past.year, past.month, past.day)
    return _week(as_of, last=word.startswith("上"))


def _week(as_of: date, *, last: bool) -> PartialDate:
    """A week is kept to the month where it lies in one month, else to the year of its first day."""
    monday = date.fromordinal(as_of.toordinal() - as_of.weekday() - 7 * last)
    sunday = date.fromordinal(monday.toordinal() + 6)
    return PartialDate(monday.year, monday.month if monday.month == sunday.month else 0)


def _same_year(text: str, found: list[DateMention], taken: bytearray) -> Iterator[DateMention]:
    """同年/次年 with a month or a part of the year, counted from the date before."""
    for match in _SAME.finditer(text):
        before = [mention for mention in found if mention.end <= match.start()]
        if not before or any(taken[match.start() : match.end()]):
            continue
        year = before[-1].value.year + (match["w"] not in {"同年", "当年"})
        value = make_date(year, *_month_day(match))
        if value is not None and (match["m"] or match["w"] != "当年"):
            yield DateMention(match.start(), match.end(), match.group(), value, before[-1].relative)


_Reader = Callable[[re.Match[str], date | None], PartialDate | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader, bool], ...] = (
    (_ABSOLUTE, _absolute, False),
    (_NUMERIC, _absolute, False),
    (_TOLD, _told, False),
    (_RELATIVE, _relative, True),
    (_SHORT, _short, False),
    (_HAN_SHORT, _han_short, False),
    (_AGO, _ago, True),
    (_RECENT, _recent, True),
)

"""Dates and clock times as a notice writes them: 2024年12月底前, 2月22日18:00, 3月中旬, 2023年上半年."""

import re
from dataclasses import dataclass, replace

from assistant.language.numerals import parse_number
from assistant.verification.passing import lasting

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?P<year>(?:19|20)\d\d|[一二][〇零一二三四五六七八九○]{3})"
_PART = r"的?(?P<part>结束(?=之?前|以前)|过完(?=之?前)|上旬|中旬|下旬|月末|月初|底|末|初)"
_TIME = (
    r"(?P<half>上午|下午|晚上|晚|傍晚|中午|早上|凌晨)?(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?:[:](?P<minute>\d\d)|[时点](?:整|(?P<quarter>半)|(?P<minute2>\d{1,2})分)?)"
)
_DATE = re.compile(
    rf"(?:{_YEAR}(?:年度?(?P<season>上半年|下半年|年?底|年?末|年?初)?|(?=[-/]\d{{1,2}}[-/]\d{{1,2}})))?"
    rf"(?:[-/]?(?P<month>{_N})(?:月份?|(?(year)[-/.](?=\d)|(?!)))(?:(?P<day>{_N})(?:[日号]|(?!\d))|{_PART})?)?(?:{_TIME})?"
)
_DOTTED = re.compile(r"(?<![\d.])((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})(?![\d.])")
_TIMED = re.compile(r"[年月时点:/-]|[上下]午|晚|早上|凌晨|中午")
_AFTER = re.compile(r"^(?:之|以)?(?:后|起(?!草)|开始)")
_BEFORE = re.compile(r"^(?:\([^)]{0,8}\))?(?:之|以)?前|^(?:截止|为止|止)")
_LATEST = re.compile(
    r"(?:截止|截至|最晚|最迟|不晚于|不迟于|务必在|赶在|时间是|时间为|期限为|期限是|日期是|日期为)[^,。]{0,6}$"
)
_LAST_DAYS = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_PARTS = {"结束": "底", "过完": "底", "末": "底", "月末": "底", "月初": "初"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time as far as it is written; 0, -1 and "" mean not written. `side` is before, after or ""."""

    start: int
    end: int
    text: str
    year: int = 0
    month: int = 0
    day: int = 0
    part: str = ""
    minutes: int = -1
    side: str = ""


def find_moments(text: str) -> list[Moment]:
    """Every date or clock time of a flat text, in order."""
    return list(_found(text))


@lasting(maxsize=16384)
def _found(text: str) -> tuple[Moment, ...]:
    found = []
    text = _DOTTED.sub(r"\1-\2-\3", text)
    for match in _DATE.finditer(text) if _TIMED.search(text) else ():
        if match.start() == match.end():
            continue
        moment = _read(match, text)
        if moment is not None:
            found.append(moment)
    return tuple(_shared_years(found, text))


def agrees(said: Moment, given: Moment, years: frozenset[int] = frozenset()) -> bool:
    """Whether a sentence's date says nothing that the given one does not; `years` may complete a year left out."""
    said, given = _exact(said), _exact(given)
    if said.year and said.year != given.year and not (given.year == 0 and said.year in years):
        return False
    if (said.month, said.day) != (given.month, given.day) and (said.month or said.day):
        return False
    rough = given.part.endswith("旬") and not (said.part or said.day or said.side)
    if said.part != given.part and (said.part or said.month) and not rough:
        return False
    if said.minutes >= 0 and said.minutes != given.minutes:
        return False
    return not (said.side == "after" and given.side != "after") and not (
        said.side == "before" and given.side == "after"
    )


def _read(match: re.Match[str], text: str) -> Moment | None:
    if not (match["year"] or match["month"] or match["hour"]) or text[match.start() - 1 : match.start()] in {
        "〔",
        "第",
        "近",
    }:
        return None
    if match["hour"] and not (match["month"] or match["minute"] or match["half"] or match["day"]):
        return None
    if match["month"] and not match["year"] and not match["day"] and not re.match(r".+月", match.group()):
        return None
    if match["year"] and text[match.end("year") :][:1] == "年" and text[match.end("month") :][:1] in {".", "-", "/"}:
        end = match.end("year") + 1  # 2019年97.9%: a figure stands behind the year.
        return Moment(match.start(), end, text[match.start() : end], _year(match["year"]))
    return Moment(
        match.start(),
        match.end(),
        match.group(),
        _year(match["year"]),
        _small(match["month"]),
        _small(match["day"]),
        _PARTS.get(match["part"] or "", match["part"] or "") or _season(match["season"]),
        _minutes(match),
        _side(match, text),
    )


def _season(word: str | None) -> str:
    return (word or "").replace("年", "").replace("末", "底") if word not in {"上半年", "下半年"} else word or ""


def _side(match: re.Match[str], text: str) -> str:
    after = text[match.end() : match.end() + 12]
    if _AFTER.match(after):
        return "after"
    return "before" if _BEFORE.match(after) or _LATEST.search(text[max(0, match.start() - 12) : match.start()]) else ""


def _minutes(match: re.Match[str]) -> int:
    if not match["hour"]:
        return -1
    hour = _small(match["hour"])
    if (match["half"] or "") in {"下午", "晚上", "晚", "傍晚"} and hour < 12:
        hour += 12
    return hour * 60 + int(match["minute"] or match["minute2"] or (30 if match["quarter"] else 0))


def _year(text: str | None) -> int:
    if not text:
        return 0
    value = parse_number(text.replace("○", "〇"))
    return int(value) if value is not None else 0


def _small(text: str | None) -> int:
    value = parse_number(text) if text else None
    return int(value) if value is not None else 0


def _exact(moment: Moment) -> Moment:
    """12月底 is 12月31日: the last day of a month is written either way."""
    if moment.part == "底" and moment.month == 0:
        return replace(moment, part="", month=12, day=31)
    if moment.part == "底" and moment.month:
        return replace(moment, part="", day=_LAST_DAYS.get(moment.month, 28))
    return moment


def _shared_years(found: list[Moment], text: str) -> list[Moment]:
    """2025年2月底、3月底: the later month belongs to the year written just before."""
    for index in range(1, len(found)):
        gap = text[found[index - 1].end : found[index].start]
        if (
            re.fullmatch(r"前?[至到~、和-]", gap)
            and not found[index].year
            and found[index].month >= found[index - 1].month
        ):
            found[index] = replace(found[index], year=found[index - 1].year)
    return found

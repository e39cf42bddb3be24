"""How a turn speaks about what was told before: it corrects, supposes otherwise, or puts one value for another."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.language.dates import find_dates
from assistant.language.places import find_places

# A longer turn tells a story of its own; nothing in it is taken for a correction of an earlier one.
LONGEST = 120
_WRONG = (
    r"(?:[我俺咱]们?)?(?:刚才|刚刚|前面|上面|之前|先前|上一[句条])?(?:我|咱)?(?:[说讲写打填报记弄搞看算听](?:得|的)?(?:不对|错|反|岔)了?|"
    r"(?:有|写|说)误|口误|笔误|错了|不对|搞混了?|记混了?|手误)"
)
_CORRECTING = re.compile(
    rf"{_WRONG}|更正|纠正|订正|修正|改一下|改为|改成|更改|应该?[为是]|应当[为是]|其实|实际(?:上|是)|准确(?:地)?[说讲]|"
    r"重新说|收回|没有?(?:这|那)(?:回|码|个|种)?事|没有的事|不是我们?(?:公司|单位|厂)?的(?=[，,。；]|$|事)|不是[^，,。；]{1,16}[，,]?\s*(?:而)?是|[^，,。；]{1,16}[，,]\s*不是"
)
_NOT_MINE = re.compile(
    r"(?:你|您|文件|通知|条款|办法|回答|答案|系统|结论|结果)[^，,。]{0,6}(?:错|不对|有误)"
    r"|对不对|不对[吧吗]|是不是|文件|通知"
)
# What only introduces the right value; without it the statement stands alone.
_INTRODUCING = re.compile(
    rf"^(?:不好意思|抱歉|对不起|哦|噢|嗯|哎|等等|等一下|[，,。！!\s])*(?:{_WRONG}|更正(?:一下)?|纠正(?:一下)?|订正|修正|改一下|"
    r"其实|实际上?|准确(?:地)?[说讲]|重新说|应该?(?=[为是])|应当(?=[为是]))[：:，,。！!；;\s]*(?:一下|的是)?[：:，,\s]*(?:应该?|应当)?[是为]?"
)
_SUPPOSING = re.compile(
    r"^(?:那么?|好|行|另外|还有|我们(?:公司|厂|单位)?|公司|，|,|\s)*(?:要是|如果|假如|假设|假使|倘若|若是?|万一|换成|换作|换做|改成|改为)"
)
_ENDING = re.compile(
    r"(?:的话)?(?:[，,]?(?:还|又|那|就|是不是|是否|我们|我|也|可以|能不能|能否|能|行不行|够不够|可不可以)*"
    r"(?:报名?|申报|评|参评|参加|行|可以|够格?|符合|有资格|成|哪些|□(?:市|省|的|政府|人民|市长|质量|管理|奖)*)*[吗么呢]?"
    r"|[，,]?(?:怎么样|会怎样|结果呢|如何|呢))?[？?。！!\s]*$"
)
_FRAGMENT = re.compile(r"^(?:那么?|那)?(?P<rest>[^，,。；？?]{1,16}?)(?:的话)?呢[？?。！!\s]*$")
_WHETHER = re.compile(
    r"^(?:那么?)?(?P<rest>[^，,。；？?]{2,16}?)的?(?:还|又|也|就)?"
    r"(?:行不行|行不|行吗|可以吗|可以报吗|可以申报吗|能申报吗|能参评吗|可不可以|能不能报|能报吗|能报不|能行吗|够吗|够不够|够格吗|算吗|成吗|成不成)[？?。！!\s]*$"
)
_VALUE, _REST = r"[^，,。；;！!？?、是]{1,16}?", r"[^，,。；;！!？?]{1,20}"
_PAIRS = (
    re.compile(rf"(?<![是要])不是(?P<old>{_VALUE})[，,、\s]*(?:而)?是(?P<new>{_REST})"),
    re.compile(rf"(?:把|将)?(?P<old>{_VALUE})(?:应该?|应当|要|请)?(?:改为|改成|更正为|纠正为|换成)(?P<new>{_REST})"),
    re.compile(rf"(?:^|[，,是])(?P<new>{_VALUE})的?[，,]?(?:而)?(?:并?不是)(?P<old>{_REST})"),
    re.compile(rf"(?P<old>{_VALUE})(?:[写说打填记]?错了?|有误)[，,]?(?:应该?|应当)?[是为](?P<new>{_REST})"),
)
# 注册时间写错了，应该是2015年 says 注册时间是2015年.
_WRONG_WITHIN = re.compile(r"(?:[写说打填记弄]?错了?|有误|不对)[，,]\s*(?:应该?|应当)?[是为]")
_DURATION = re.compile(
    r"(?:[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3})(?:个多?)?(?:多|余)?(?:年半?|月|天|人|次|名|岁|万元|元)"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A value as it stands in a text, and its sort (date, span, place)."""

    start: int
    end: int
    text: str
    sort: str


def corrects(text: str) -> bool:
    """Whether a turn says that something the speaker told before was wrong; not that an answer or a notice is."""
    return len(text) <= LONGEST and bool(_CORRECTING.search(text)) and not _NOT_MINE.search(text)


def introduced_by_none(text: str) -> str:
    """The statement of a correction without the words that only say that it is one."""
    return _WRONG_WITHIN.sub("是", _INTRODUCING.sub("", text)).strip()


def supposed(text: str) -> str:
    """What a turn supposes instead of what was told (那要是2020年注册的呢 → 2020年注册的); "" where nothing."""
    if len(text) > LONGEST // 2:
        return ""
    opening = _SUPPOSING.match(text)
    if opening:
        return _ENDING.sub("", text[opening.end() :]).strip("，,。 的")
    fragment = _FRAGMENT.match(text.strip()) or _WHETHER.match(text.strip())
    return fragment["rest"].strip() if fragment else ""


def exchanges(text: str) -> Iterator[tuple[str, str]]:
    """Pairs (told before, right) that a turn names: 不是去年，是四年前; 把2012年改成2022年; 五年，不是三年."""
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            yield from _values(match["old"].strip(), match["new"].strip())


def _values(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The pair itself, and before it the values of one sort that stand in both (2012年注册的 → 2012年)."""
    for one in mentions(old):
        same = [other for other in mentions(new) if other.sort == one.sort]
        if same:
            yield one.text, same[0].text
            return
    if not mentions(old) and not mentions(new):
        yield old.rstrip("的"), new.rstrip("的")


def mentions(text: str) -> list[Mention]:
    """The dates, spans and places of a text, in that order, never overlapping."""
    found = [Mention(one.start, one.end, one.text, "date") for one in find_dates(text, date(2000, 1, 1))]
    places = [Mention(one.start, one.end, one.text, "place") for one in find_places(text) if not _left(text, one.start)]
    spans = [Mention(one.start(), one.end(), one.group(), "span") for one in _DURATION.finditer(text)]
    for one in (*spans, *places):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return found


def was_told(value: Mention, texts: Iterable[str]) -> bool:
    """Whether a value stands in what was told before; a year stands in every date of it."""
    told = [one for text in texts for one in mentions(text) if one.sort == value.sort]
    if value.sort != "date":
        return any(value.text in one.text or one.text in value.text for one in told)
    return bool(_dates(value.text) & {day for one in told for day in _dates(one.text)})


def _dates(text: str) -> set[tuple[int, ...]]:
    """The dates of a text to every precision they have: 2016年3月 is 2016 as well."""
    values = [one.value for one in find_dates(text, date(2000, 1, 1))]
    whole = {(value.year, value.month, value.day) for value in values}
    return {parts for y, m, d in whole for parts in ((y,), (y, m), (y, m, d)) if 0 not in parts}


def _left(text: str, start: int) -> bool:
    """A place somebody came from (从西安迁来) is not where they are."""
    return bool(re.search(r"(?:从|由|自|原[来先]?在|离开|搬出|迁出)$", text[:start]))


def dated(text: str, day: date) -> str:
    """The text with its relative dates (去年, 三年前) written out as of `day`: it reads alike on every later day."""
    for one in reversed([one for one in find_dates(text, day) if one.relative]):
        value = one.value
        parts = (
            f"{value.year}年" + (f"{value.month}月" if value.month else "") + (f"{value.day}日" if value.day else "")
        )
        text = text[: one.start] + parts + text[one.end :]
    return text

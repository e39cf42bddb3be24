"""Numbering: what starts a chapter, an article, a list item or a slide, and what only looks like it."""

import re
from dataclasses import dataclass

from assistant.documents.lines import fold

_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NUM = r"[一二三四五六七八九十百零〇两0-9]{1,6}"
_CN = r"[一二三四五六七八九十]{1,3}"
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_UNITS = "年月日时分秒个万亿元％%‰倍家名项位人次天周岁期届种类件份册页版级米吨克号楼层室折千百十以多余至到"

PART, VOLUME, CHAPTER, SECTION, HEADING, ARTICLE, ITEM, SUB, POINT, DOTTED, DETAIL, LETTER, CIRCLE, RUNIN, ASPECT = (
    1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 8.2, 9.0, 9.5, 10.0, 11.0, 12.0,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering at the start of a line: its rank (lower is higher in the tree), number, path label and length."""

    rank: float
    ordinal: int
    label: str
    length: int


def number_of(text: str) -> int:
    """The value of a numeral up to 999 written in Han or Arabic digits, a circled or Roman one, or a letter."""
    if text.isdecimal():
        return int(text)
    if text in _ROMAN:
        return _ROMAN[text]
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if len(text) == 1 and text.isascii() and text.isalpha():
        return ord(text.lower()) - ord("a") + 1
    total = current = 0
    for char in text:
        if char in "十百":
            total += max(current, 1) * (10 if char == "十" else 100)
            current = 0
        else:
            current = _HAN_DIGITS.get(char, 0) if char in _HAN_DIGITS else int(char) if char.isdecimal() else 0
    return total + current


# Each pattern's first group is the numeral. What follows is refused where it makes a reference of the numbering.
_REFERENCE = r"(?![、，和至或的规所款第项及与]|（[一二三四五六七八九十]）项)"
_ITEM_REFERENCE = r"(?!\s*(?:[、和至或及]?\s*（|项(?!目)|款(?!项)))"
_PATTERNS: tuple[tuple[float, re.Pattern[str], str], ...] = (
    (PART, re.compile(r"PART\s*\.?\s*([0-9]{1,2}|[IVX]{1,4})\b[.：]?\s*", re.I), "PART {0:02d}"),
    (PART, re.compile(rf"第\s*({_NUM})\s*部分[：、]?\s*"), "第{1}部分"),
    (VOLUME, re.compile(rf"第\s*({_NUM})\s*[编篇](?![、和至的])\s*"), "第{1}编"),
    (CHAPTER, re.compile(rf"第\s*({_NUM})\s*章{_REFERENCE}[：]?\s*"), "第{1}章"),
    (CHAPTER, re.compile(r"Chapter\s+([0-9]{1,2}|[IVX]{1,4})\b[.：]?\s*", re.I), "Chapter {1}"),
    (SECTION, re.compile(rf"第\s*({_NUM})\s*节{_REFERENCE}[：]?\s*"), "第{1}节"),
    (SECTION, re.compile(r"Section\s+([0-9]{1,2}|[IVX]{1,4})\b[.：]?\s*", re.I), "Section {1}"),
    (ARTICLE, re.compile(rf"第\s*({_NUM})\s*条(?:之[一二三四])?{_REFERENCE}[：]?\s*"), "第{1}条"),
    (ARTICLE, re.compile(r"Article\s+([0-9]{1,3})\b[.：]?\s*", re.I), "Article {1}"),
    (ITEM, re.compile(rf"({_CN})\s*[、.]\s*(?!{_CN}[、，])"), "{1}、"),
    (ITEM, re.compile(r"([IVX]{1,4})\s*[、.]\s*(?![A-Z0-9])"), "{1}."),
    (SUB, re.compile(rf"[（]\s*({_CN})\s*[）][、.]?{_ITEM_REFERENCE}\s*"), "（{1}）"),
    (SUB, re.compile(rf"({_CN})\s*[）]\s*"), "（{1}）"),
    (DOTTED, re.compile(rf"([0-9]{{1,2}}(?:\.[0-9]{{1,2}})+)[.、]?(?:\s+|(?=[\u4e00-\u9fff]))(?![{_UNITS}])"), "{1}"),
    (POINT, re.compile(r"([0-9]{1,2})\s*([.、])\s*(?![0-9])"), "{1}{2}"),
    (DETAIL, re.compile(rf"[（]\s*([0-9]{{1,2}})\s*[）][、.]?{_ITEM_REFERENCE}\s*"), "（{1}）"),
    (DETAIL, re.compile(r"([0-9]{1,2})\s*[）]\s*"), "（{1}）"),
    (LETTER, re.compile(r"[（]?([A-Za-z])[）.、]\s*(?![A-Za-z0-9.@])"), "{1}."),
    (CIRCLE, re.compile(r"([①-⑳])\s*"), "{1}"),
)
_GLUED = re.compile(rf"([0-9]{{1,2}})(?:\s+|(?=[\u4e00-\u9fff]))(?=[\u4e00-\u9fff])(?![{_UNITS}])")


def read_marker(core: str) -> Marker | None:
    """The numbering `core` (folded text without leading decoration) starts with, or None.

    Decimals, dates, ranges and references to an article (`第十条规定的`) are no numbering.
    """
    core = fold(core)
    for rank, pattern, label in _PATTERNS:
        match = pattern.match(core)
        if match is None:
            continue
        numeral = match.group(1)
        if rank == DOTTED:
            depth = numeral.count(".")
            return Marker(DOTTED + depth / 10, int(numeral.rsplit(".", 1)[1]), numeral, match.end())
        value = number_of(numeral.upper() if rank in (PART, CHAPTER, SECTION) else numeral)
        text = label.format(value, *match.groups())
        return Marker(rank, value, text, match.end())
    return None


def read_glued(core: str) -> Marker | None:
    """A number without its point (`1符合…`, `2 评审`): only a candidate, to be confirmed by the run it stands in."""
    match = _GLUED.match(fold(core))
    if match is None:
        return None
    return Marker(POINT, int(match.group(1)), f"{match.group(1)}.", match.end())


def confirm_glued(cores: list[str]) -> dict[int, Marker]:
    """The lines (by index) whose bare numbers form a run 1, 2, 3, … of at least two."""
    confirmed: dict[int, Marker] = {}
    run: list[tuple[int, Marker]] = []
    for index, core in enumerate(cores):
        marker = read_glued(core) if read_marker(core) is None else None
        if marker is None:
            continue
        if marker.ordinal == 1:
            confirmed.update(run if len(run) > 1 else [])
            run = [(index, marker)]
        elif run and marker.ordinal == run[-1][1].ordinal + 1:
            run.append((index, marker))
    confirmed.update(run if len(run) > 1 else [])
    return confirmed

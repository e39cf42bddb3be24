"""The stretches of a sentence that may stand in the one-line beside a method's name, also shortened."""

import re
from functools import lru_cache
from itertools import pairwise

from assistant.drafting.limits import CHARACTERISATION_LIMIT
from assistant.drafting.material.model import Practice
from assistant.drafting.wording import wording_lists

_CLAUSE = re.compile(r"(?:“[^”]*”|（[^）]*）|[^，；：。！？“（])+")
_NOTE = re.compile(r"（[^（）]*）")
_NUMBERING = re.compile(r"^(?:[0-9]{1,2}[.、．)）]|[（(]?[一二三四五六七八九十]{1,2}[、)）.]|[①-⑳•·●■□◆*#\-—]+)\s*")
_BROUGHT_IN = re.compile(
    r"(?:[\u4e00-\u9fff]{2,8}?)?(?:(?:推行|推出|实行|实施|发明|创立|创建|首创|独创|创|建立|总结|提出|搞|弄|试行|做|开展|叫|形成|探索)(?:了|出|起|的)*)+"
    r"(?:个|一个|一套|一种|一张|一本)?"
)
_RISES = re.compile(r"(?:提高|提升|上升|增加|增长|升高)[到至]")
_FALLS = re.compile(r"(?:下降|降低|减少|压降|压减)[到至]")
# The figure a rise or fall began with, which a line without room for it leaves out (由91.1%升至98.1% → 升至98.1%).
_BEFORE = re.compile(r"(?:由|从)[^，。；升降]{0,10}[0-9][^，。；升降]{0,8}(?=[升降][至到为])")
_YEAR = re.compile(r"(?<=[升降][至到为])[0-9]{4}年(?:底|末|初)?(?:的)?(?=[0-9])")
_GAP = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")
_REPEATED = re.compile(
    r"(?<![\u4e00-\u9fff、])([\u4e00-\u9fff])([\u4e00-\u9fff]{2,6})((?:、\1[\u4e00-\u9fff]{2,6})+)(?![\u4e00-\u9fff])"
)
_ITEM = re.compile(
    r"(?:(?<=[；。：，])|^)(?=[一二三四五六七八九十]是|其[一二三四五六]，|第[一二三四五六][，：是]|（[1-9一二三四五六]）|[①-⑨])"
)
_MIN_CLAUSE = 5
# A clause longer than this has no wording within the limit.
_MAX_CLAUSE = 4 * CHARACTERISATION_LIMIT


def stretches_beside(practice: Practice, name: str) -> list[str]:
    """Clauses and pairs of neighbouring clauses of a sentence that do not name the method, also in their short form."""
    told = [part for part in _stretches(practice, _item_with(practice.text, name)) if not (name and name in part)]
    short = [_compacted(part) for part in told]
    return list(dict.fromkeys([*told, *short, *(_BEFORE.sub("", part) for part in short)]))


@lru_cache(maxsize=512)
def _stretches(practice: Practice, item: str) -> tuple[str, ...]:
    """Clauses and pairs of an item of a sentence, without lead-ins, notes and concessions; kept, because every method
    the sentence may tell of asks for them."""
    lists = wording_lists()
    text = lists.patterns["concessive"].sub("", _NOTE.sub("", item))
    parts = [match.group().strip() for match in _CLAUSE.finditer(text)]
    parts = [_from_name(_bare(part), practice.names) for part in parts if not lists.has("element", part)]
    parts = [part for part in parts if not lists.has("standing", part) and not lists.has("person", part)]
    parts = [part for part in parts if not _half_told(part, practice)]
    pairs = [a + b for a, b in pairwise(parts) if _joins(b)]
    commas = [f"{a}，{b}" for a, b in pairwise(parts)]
    return tuple(part for part in [*parts, *pairs, *commas] if _MIN_CLAUSE <= len(part) <= _MAX_CLAUSE)


def _half_told(part: str, practice: Practice) -> bool:
    """Whether a clause holds one of the two figures of a change whose other stands in another clause (2021年126袋)."""
    return any(one.before and (one.before in part) != (one.after in part) for one in practice.results)


def _item_with(text: str, name: str) -> str:
    """Of a list (一是“…”…；二是…) the item that names the method: what the others tell is no part of it."""
    if not name:
        return text
    items = _ITEM.split(text)
    if name not in text:
        # A further item of a list whose method stands in an item before it.
        return "" if len(items) > 1 and not items[0].strip() else text
    return next((item for item in items if name in item), text)


def _compacted(part: str) -> str:
    """The clause with a rise or fall in its shortest verb, a verb its list repeats said once."""
    return _REPEATED.sub(_said_once, _YEAR.sub("", _RISES.sub("升至", _FALLS.sub("降至", part))))


def _said_once(match: re.Match[str]) -> str:
    """查图纸、查工装 as 查图纸、工装: only a verb that takes each item as its object, never a word's first character
    (磨粉班次、磨粉师傅)."""
    if not wording_lists().patterns["repeated_verb"].fullmatch(match[1]) or all(
        item[1:2] == match[2][:1] for item in match[3].split("、")[1:]
    ):
        return match.group()
    return match[1] + match[2] + re.sub(rf"、{match[1]}", "、", match[3])


def _bare(part: str) -> str:
    part = _NUMBERING.sub("", part.replace("“", "").replace("”", "").strip("，。；： "))
    part = _GAP.sub("", part)
    for _ in range(2):
        part = wording_lists().patterns["lead_in"].sub("", part)
    return part.removeprefix("的")


def _from_name(part: str, names: tuple[str, ...]) -> str:
    """The clause from the method's name on, where only who brought it in stands before (郭明远推行退菜回锅会)."""
    for name in names:
        lead = part.partition(name)[0]
        if lead != part and _BROUGHT_IN.fullmatch(lead):
            return part[len(lead) :]
    return part


def _joins(part: str) -> bool:
    return bool(re.match(r"(?:全部|一律|自动|都|均|必须|不许|不准|不得|即|立即|整批|当场)", part))

"""The stretches of a sentence that may stand in the one-line beside a method's name, also shortened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.drafting.lexicon import load_lexicon
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
_BRINGS = re.compile(
    r"(?:叫做?|称为?|推行?|实行|推出|试行|创|总结|提出|归纳|探索|做法|特色|方法|搞|弄|做起?|有一手|个字|改成|设|立|建|兴|另有|还有|即|就是)"
    r"[^“‘，。；]{0,6}[“‘]$|(?:^|[。；：])[“‘]$"
)
# A quoted word that ends its clause, and so opens what is told of it (由药师“倒盘查”，把整副药…).
_TOLD_OF = re.compile(r"(?<![写填盖标喊说念贴批不打画选按点是])“([\u4e00-\u9fff、]{3,8})”[，：]")
_NAMES_ANOTHER = re.compile(
    r"(?:叫做?|称为?|推行?|实行|推出|试行|创|总结|提出|归纳|搞|弄|做起?|改成|设|立|建|兴|有)[了出起过]?(?:个|一个|成)?“[^”]{3,8}”$"
)
_CONDITION = re.compile(r"(?:凡是?|只要|一旦|如果|若|要是|遇到?|逢)(?=[\u4e00-\u9fff])")
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A clause, or two that follow each other, and how they stand in their sentence.

    `closes`: a sentence or half sentence ends with it; `behind` is the clause that goes on where it does not, `ahead`
    the one it goes on from. `owner` is the method brought in last before it, which it tells of; `glued`: two clauses
    without their comma; `asks`: its last clause is a condition (凡…) that asks for what follows; `beside`: it tells
    how others do it, or how it was done before, or only brings in another method.
    """

    text: str
    closes: bool = True
    behind: str = ""
    ahead: str = ""
    owner: str = ""
    glued: bool = False
    asks: bool = False
    beside: bool = False


def stretches_beside(practice: Practice, name: str) -> list[Stretch]:
    """Clauses and pairs of neighbouring clauses of a sentence that do not name the method, also in their short form."""
    told = [one for one in _stretches(practice, _item_with(practice.text, name)) if not (name and name in one.text)]
    short = [replace(one, text=_compacted(one.text)) for one in told]
    all_forms = [*told, *short, *(replace(one, text=_BEFORE.sub("", one.text)) for one in short)]
    return list({one.text: one for one in reversed(all_forms)}.values())[::-1]


@lru_cache(maxsize=512)
def _stretches(practice: Practice, item: str) -> tuple[Stretch, ...]:
    """Clauses and pairs of an item of a sentence, without lead-ins, notes and concessions; kept, because every method
    the sentence may tell of asks for them."""
    parts = [part for part in _clauses(practice, item) if len(part.text) > 1]
    commas = [_both(a, b) for a, b in pairwise(parts)]
    pairs = [replace(_both(a, b), text=a.text + b.text, glued=True) for a, b in pairwise(parts) if _joins(b.text)]
    return tuple(one for one in [*parts, *pairs, *commas] if _MIN_CLAUSE <= len(one.text) <= _MAX_CLAUSE)


def _both(a: Stretch, b: Stretch) -> Stretch:
    """Two clauses that follow each other."""
    return replace(b, text=f"{a.text}，{b.text}", owner=a.owner, ahead=a.ahead, beside=a.beside or b.beside)


def _clauses(practice: Practice, item: str) -> Iterator[Stretch]:
    """The clauses of an item that may stand in a line, each with its place in the sentence."""
    lists = wording_lists()
    text = lists.patterns["concessive"].sub("", _NOTE.sub("", item))
    found = list(_CLAUSE.finditer(text))
    told_of_others = load_lexicon("clauses").has("others", text)
    for before, match, behind in zip([None, *found], found, [*found[1:], None], strict=False):
        part = match.group().strip()
        if lists.has("element", part):
            continue
        asks = _CONDITION.match(part) is not None
        part = _from_name(_bare(part), practice.names)
        if lists.has("standing", part) or lists.has("person", part) or _half_told(part, practice):
            continue
        closes = behind is None or text[match.end() : match.end() + 1] in "；。！？"
        follows = "" if closes or behind is None else _bare(behind.group())
        ahead = before.group() if before is not None and text[match.start() - 1] == "，" else ""
        owner = _owner(text[: match.start()], practice.names)
        beside = told_of_others or part in practice.names or _NAMES_ANOTHER.search(match.group()) is not None
        yield Stretch(part, closes, follows, ahead, owner, asks=asks, beside=beside)


def _owner(before: str, names: tuple[str, ...]) -> str:
    """Of the methods of a sentence the one brought in last before a clause, or what is quoted as a method is."""
    places = {name: _brought_in_at(before, name) for name in names}
    places |= {match[1]: match.start(1) for match in _TOLD_OF.finditer(before)}
    told = [name for name, place in places.items() if place >= 0]
    return max(told, key=lambda name: places[name]) if told else ""


def brought_in(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The methods that a sentence brings in by their names."""
    return tuple(name for name in names if _brought_in_at(text, name) >= 0)


def _brought_in_at(text: str, name: str) -> int:
    at = text.find(name)
    while at >= 0:
        if _BRINGS.search(text[max(0, at - 14) : at]):
            return at
        at = text.find(name, at + 1)
    return -1


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

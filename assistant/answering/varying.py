"""Short follow-ups that put something else into the question before them (换成2025年呢, 那个人呢), or ask why."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answering.answer import Turn
from assistant.eligibility.narrative.lexicon import cues
from assistant.language.places import city_names, find_places

_FRAME = re.compile(
    r"^(?:那么?|那要是|换成|换作|换到|改成|改为|如果是|要是|至于|还有|再看|那换成|，|,|\s)*(?P<what>[^，,。？?]{1,10}?)"
    r"(?:的话|的|年度的)?(?:呢|吗|怎么样|又如何|如何|怎么办|行吗|吧)?[？?。！!\s]*$"
)
_YEAR = re.compile(r"(?:20\d\d|2\d)年(?:度)?|第[一二三四五六七八九十\d]{1,3}届|[上下]一?届|[去前今明后]年")
_YEAR_IN = re.compile(r"20\d\d年(?:度)?的?|第[一二三四五六七八九十\d]{1,3}届|[上下本这]一?届|[去前今明后]年的?")
# A span of time (注册满5年, 要几年), which a number of years put behind it varies: no edition.
_SPAN_IN = re.compile(r"(?<![\d年])(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|几|多少)年(?![度代]|的)")
_SPAN = re.compile(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})年")
# 20年吧 puts the number up; 20年行吗 may mean that so many are enough, and only what is required is told again.
_CLAIMS = re.compile(r"(?<!行)(?<!可以)(?:吧|吗)[？?。！!\s]*$")
_ORGANISATION = re.compile(r"组织|企业|单位|公司")
_INDIVIDUAL = re.compile(r"个人|自然人")
_KIND = re.compile(r"(?:个人|自然人|组织|企业|单位|公司)(?:类|奖)?")
# 要是评的是人不是单位呢，看哪几条: the kind may be put with the ask said again in a few words.
_KIND_PUT = re.compile(
    r"^(?:那么?|要是|如果|假如|若|换成|，|,)*[^，,。？?]{0,3}[评报推选荐](?:的是|的|成|是)?(?:一?个)?(?P<kind>人|个人|组织|企业|单位|公司)"
    r"(?:[，,]?(?:而?不是|不报|不评)(?:人|个人|组织|企业|单位|公司))?(?:呢|的话)(?:[，,][^，,。？?]{1,8})?[？?。！!\s]*$"
)
_PLACE_TAIL = re.compile(r"(?:那边|那里|那儿|这边|当地|市|省|的?(?:政府)?质量奖|的奖)*")
_SHORT = 20
_WHY = re.compile(
    r"^(?:那|这|可|到底|究竟)*(?:是)?(?:为什么|为何|为啥|凭什么|凭啥|什么原因|啥原因|什么道理|什么理由|原因|理由|怎么会)"
    r"(?:会|要|是|呢|这么|这样|如此|规定|定|设|写|做|不行|不能|不给|不让|有|没有|没|啊|呀)*[？?。！!\s]*$"
)


@dataclass(frozen=True, slots=True)
class Varied:
    """What a follow-up asks in full; `place` is set where it only names a place, `why` where it asks for reasons."""

    text: str
    place: str = ""
    why: bool = False


def in_full(history: Sequence[Turn], leans: Callable[[str], bool], placed: Callable[[str, str], str]) -> list[Turn]:
    """The turns with every follow-up of the speaker's as the question it stands for; what `leans` (提名奖呢, 要几年)
    stands behind the question before it. One that only names a place is left: its award is that of the place,
    and what leans behind it stands behind the question `placed` there."""
    told: list[Turn] = []
    before = ""
    for turn in history:
        if turn.role == "user":
            said = turn.content.strip()
            found = _varied(said, before) if before else None
            if found is None or not found.place:
                before = found.text if found else f"{before}，{said}" if before and leans(said) else said
                turn = replace(turn, content=before)
            else:
                before = placed(before, found.place)
        told.append(turn)
    return told


def varied(text: str, history: Sequence[Turn]) -> Varied | None:
    """The question a follow-up stands for, by the speaker's turns before it, told `in_full`; None where it is no such
    follow-up."""
    before = next((turn.content for turn in reversed(history) if turn.role == "user" and not _only_place(turn)), "")
    return _varied(text.strip(), before) if before else None


def _only_place(turn: Turn) -> bool:
    """Whether a turn only puts a place into the question before it."""
    frame = _FRAME.match(turn.content.strip())
    return bool(frame and _place(frame["what"].removesuffix("的")))


def _varied(text: str, before: str) -> Varied | None:
    found = _put_in(text, before)
    kind = _kind_kept(text, before) if found is None else ""
    return Varied(f"{kind}{text}") if kind else found


def _put_in(text: str, before: str) -> Varied | None:
    """What a follow-up puts into the question before it, or the reasons it asks for."""
    if _WHY.match(text):
        return Varied(before, why=True)
    if put := _KIND_PUT.match(text):
        return Varied(_of_kind("个人" if put["kind"] == "人" else put["kind"], before))
    frame = _FRAME.match(text)
    if frame is None:
        return None
    what = frame["what"].removesuffix("的")
    if _SPAN.fullmatch(what) and _SPAN_IN.search(before):
        return Varied(_of_span(what, before) if _CLAIMS.search(text) else before)
    if _YEAR.fullmatch(what):
        return Varied(_of_year(what, before))
    if _KIND.fullmatch(what):
        return Varied(_of_kind(what, before))
    place = _place(what)
    return Varied(before, place=place) if place else None


def _kind_kept(text: str, before: str) -> str:
    """The kind of person the question before was of, where a short one on conditions names no other; else ""."""
    kinds = list(dict.fromkeys(one.group() for one in cues("turns.person_kind").finditer(before)))
    if len(kinds) != 1 or len(text) > _SHORT or cues("turns.no_other_kind").search(text) or find_places(text):
        return ""
    return kinds[0] if cues("turns.of_conditions").search(text) else ""


def _place(what: str) -> str:
    """The place that is all the words name, "" where they name something else; 大同 alone is a city here."""
    places = find_places(what)
    if places and places[0].start == 0 and _PLACE_TAIL.fullmatch(what[places[-1].end :]):
        return places[0].text
    return next((name for name in city_names() if what == name or what == f"{name}市"), "")


def _of_year(year: str, before: str) -> str:
    """The question of another year or session: that of its own is taken out."""
    year = f"20{year}" if re.match(r"2\d年", year) else year
    return year + _YEAR_IN.sub("", before)


def _of_span(span: str, before: str) -> str:
    """Whether it is so many years: the number asked for before, or claimed, is replaced."""
    return _SPAN_IN.sub(span, before, count=1).rstrip("？?。吗呢 ") + "吗？"


def _of_kind(kind: str, before: str) -> str:
    """The question of the other kind of applicant."""
    other = _ORGANISATION if _INDIVIDUAL.search(kind) else _INDIVIDUAL
    return other.sub(kind, before) if other.search(before) else f"{kind}：{before}"

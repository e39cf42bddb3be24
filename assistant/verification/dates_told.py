"""Dates a sentence takes from an applicant's text: of the same event, on the same side, against the same base."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.plain import compiled
from assistant.verification.tagging import light, tagged

_BEFORE = re.compile(r"((?:19|20)\d\d)年(?:\d{1,2}月)?(?:以前|之前|前)")
_SINCE = r"年(?:\d{{1,2}}月)?(?:以来|以后|之后|起|开始|后)"
_FOUNDED = re.compile(r"((?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(成立|注册|创立|创办|设立|登记|建厂|建校)")
_FOUNDED_IN = re.compile(r"(成立|注册|创立|创办|设立|始建|建立)(?:时间|日期)?(?:于|在|是|为)((?:19|20)\d\d)年")
_YEAR = re.compile(r"((?:19|20)\d\d)年")
# 2018年起,公司推行…: the year belongs to what follows.
_LED = re.compile(r"((?:19|20)\d\d年(?:\d{1,2}月)?(?:底|初|末)?(?:起|以来|开始|后|以后))[,、]")
_BEGUN = re.compile(
    r"推[行出]|实[行施]|[焊造编做写]了|发明|研制|定下|琢磨|开展|创[立设建]|设立?|建立|提出|起(?=公司|厂|学校|医院|合作社|推|实|开|创|设|建)"
)
_NAMED = re.compile(r"“([^“”]{3,14})”")
# What a figure is compared with tells not when it was.
_BASE = re.compile(r"[比较](?:于)?(?:19|20)\d\d年(?:同期)?")
# So much of what is told of a year must stand in a stretch for that to tell the same.
_SAME, _LEAST = 0.75, 2


def check_dates_told(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A year with another event than the text gives it, before for since, or another base of comparison."""
    yield from _turned_time(said, evidence)
    yield from _founded(said, evidence)
    yield from _another_base(said, evidence)
    yield from _another_event(said, evidence)
    yield from _another_post(said, evidence)


_POST = re.compile(
    r"((?:19|20)\d\d)年(?:\d{1,2}月)?(?:起|开始|以来)?[^,。;\d]{0,6}?(?:任|担任|出任|当上?|接任|做)[^,。;\d]{0,10}?([一-鿿]{1,3}[长任理监工])(?=[,。;]|$)"
)


def _another_post(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Since when somebody has a post, where the text has him in it since another year."""
    whole = re.sub(r"\([^()]*\)", lambda aside: re.sub("[,;。]", "、", aside.group()), evidence.text)
    for match in _POST.finditer(said):
        post = match[2][-2:]
        homes = [piece for piece in re.split(r"[,。;\n]", whole) if re.search(rf"任[^,]{{0,10}}{post}", piece)]
        dated = [piece for piece in homes if _YEAR.search(piece)]
        if dated and not any(match[1] in piece for piece in homes):
            yield Reason("date", f"材料里任“{match[2]}”的时间不是{match[1]}年")
            return


def _another_event(said: str, evidence: Evidence) -> Iterator[Reason]:
    """What the text dates otherwise (2001年起负责质量管理 for 2001年从事物业工作,2014年起负责质量管理)."""
    whole = re.sub(r"\([^()]*\)", lambda aside: re.sub("[,;。]", "、", aside.group()), evidence.text)
    pieces = re.split(r"[,。;\n]", _LED.sub(r"\1", whole))
    for piece in re.split(r"[,。;()]", _LED.sub(r"\1", said)):
        year = _YEAR.search(piece)
        words = {w for w, kind in tagged(_YEAR.sub("", piece)) if kind[0] in "nvjl" and len(w) > 1 and not light(w)}
        named = set(_NAMED.findall(piece))
        words = named if named and year else words
        if not year or (len(words) < _LEAST and not named):
            continue
        homes = [home for home in pieces if sum(word in home for word in words) >= _SAME * len(words)]
        homes = [_BASE.sub("", home) for home in homes]
        if named:  # What is told of a named practice later on dates not its beginning.
            homes = [home for home in homes if _YEAR.search(home)] if _BEGUN.search(piece) else []
        if homes and all(_YEAR.search(home) and year[1] + "年" not in home for home in homes):
            yield Reason("date", f"材料里“{homes[0][:20]}”，句中写成了{year[1]}年")
            return


def _turned_time(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Before a year where the material has it from that year on."""
    for match in _BEFORE.finditer(said):
        held = evidence.text
        if re.search(match[1] + _SINCE.format(), held) and not re.search(
            rf"{match[1]}年(?:\d{{1,2}}月)?(?:以前|之前|前)", held
        ):
            yield Reason("date", f"材料写的是{match[1]}年起，句中写成了{match[1]}年以前")
            return


def _founded(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Founded in a year in which the text has something else (2008年成立 for 2008年进厂)."""
    told = [(m[1], m[2]) for m in _FOUNDED.finditer(said)] + [(m[2], m[1]) for m in _FOUNDED_IN.finditer(said)]
    for year, verb in told:
        pieces = [piece for piece in evidence.segments if compiled(rf"{year}年").search(piece)]
        if pieces and not any(re.search(r"成立|注册|登记|[创设建开办组投改立]", piece) for piece in pieces):
            yield Reason("date", f"材料没有说{year}年{verb}")
            return


def _another_base(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Compared with a year the text does not compare with."""
    for match in re.finditer(r"[比较](?:于)?((?:19|20)\d\d)年", said):
        year = int(match[1])
        bases = {int(y) for y in re.findall(r"[比较](?:于)?((?:19|20)\d\d)年", evidence.text)}
        compared = [s for s in re.split(r"[。;\n]", evidence.text) if re.search(r"同比|[比较]上一?年", s)]
        bases |= {int(y) - 1 for s in compared for y in re.findall(r"((?:19|20)\d\d)年", s)}
        if bases and year not in bases and not compiled(rf"{year}年[^。;,]{{0,12}}\d").search(evidence.text):
            yield Reason("date", f"材料不是与{year}年相比")
            return

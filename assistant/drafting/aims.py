"""Which awards an applicant's material aims at: named, in its title, or the award of its own city."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.drafting.material.model import Fact, Honour, Kind, Span
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.targets import Target, load_targets

_AIM = re.compile(
    r"申报|自荐|申请|参评|推荐|报名|争创|冲|[拟想要来去]报|报(?=(?:[0-9]{4}年|[\u4e00-\u9fff]){0,6}(?:市|省|县|中国|宝鸡|兰州|阳泉|重庆))|(?:愿意?|同意)报"
)
_TITLE_LINES = 3
_CELL_BEFORE = 24
_PAPER = re.compile(r"材料|申请|自评|推荐|（[^（）]{1,8}[组类]）|[组类]$|登记|表$|书$|汇报|情况")
# The cell of a form that asks which award is applied for stands before it in its row.
_ASKED_FOR = re.compile(
    r"(?:拟|申报|推荐|参评|目标|报名)[^\t|｜\n]{0,6}(?:奖项?|目标|名称|类别|项目)(?:名称)?[ ]*[\t|｜][ \t|｜]*$"
)
_WON = re.compile(r"获|荣获|授予|评为|得过|提名奖|(?<![报评加])[0-9]{4}年[0-9]{0,2}月?$")
# What was applied for once is no aim of now (公司2021年参评过…).
_ONCE = re.compile(r"(?:参评|申报|申请|参加|参选|报名?|冲)过(?:一[次回])?[^，。；]{0,6}$")
# A call that was seen or heard of, and who is urged to hand in something behind it (看到…征集通知，队里鼓励我写一份).
_CALL_BEHIND = re.compile(
    r"(?:的)?(?:[0-9]{4}年度?)?(?:[^，。；\n]{0,4}(?:征集|申报|评选|推荐|报名))?(?:的|了)?(?:通知|公告|启事|消息|文件)"
)
_URGED = re.compile(
    r"(?:鼓励|动员|叫|让|要|喊|劝|催|推荐|建议|支持|同意|怂恿)(?:了)?(?:我|他|她|本人)(?:自己|来|去|也|本人)*"
    r"[^，。；\n]{0,4}(?:写|报|试|填|自荐|争|递|交)(?!告|表了)"
    r"|(?:我|本人)(?:就|便|也|想|打算|决定|于是|斗胆|厚着脸皮|自己)+[^，。；\n]{0,6}(?:写了?一?份|报|试|填|自荐|递|交)(?!告)"
)
_CITY_AWARD = re.compile(
    r"(?:市里|市上|我们?市|本市|咱市|全市)(?:要|在|正在|今年)?(?:评|搞|办|报|设|的|选)*(?:政府)?质量奖|(?<![\u4e00-\u9fff])市(?:政府)?质量奖"
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the concerns are judged by."""

    scans: tuple[Scan, ...]
    kind: Kind
    as_of: date
    facts: dict[str, Fact]
    honours: tuple[Honour, ...]


def aims(applicant: Applicant) -> list[tuple[Target, Span]]:
    """The awards the material says it applies for, with the clause that says so."""
    found = []
    for scan in applicant.scans:
        for target in load_targets():
            for match in target.asked.finditer(scan.text) if target.cities else ():
                start, end = clause_bounds(scan.text, match.start(), match.end(), "，。；！？\n")
                before = scan.text[start : match.start()]
                asked = _ASKED_FOR.search(scan.text, max(0, start - _CELL_BEFORE), start)
                asks = asked or _AIM.search(scan.text[start:end]) or _titled(scan.text, match.end())
                asks = asks or _answers_a_call(scan.text, match.end())
                if asks and not _WON.search(before) and not _ONCE.search(before) and not scan.sealed(start, end):
                    found.append((target, scan.source.span(start, end)))
                    break
    return found


def _titled(text: str, position: int) -> bool:
    """Whether the award named before `position` stands in the title of the paper (报送材料｜宝鸡市质量奖（工业组）)."""
    start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    line = text[start : end if end >= 0 else len(text)]
    return text.count("\n", 0, position) < _TITLE_LINES and _PAPER.search(line) is not None


def _answers_a_call(text: str, position: int) -> bool:
    """Whether the call for the award named before `position` is what makes the writer hand this in."""
    call = _CALL_BEHIND.match(text, position)
    if call is None:
        return False
    return _URGED.search(text, call.end(), clause_bounds(text, call.end(), call.end(), "。；！？\n")[1]) is not None


def aims_nearby(applicant: Applicant) -> list[tuple[Target, Span]]:
    """The award of the applicant's own city, asked for without its name (听说市里评质量奖，我自荐)."""
    county = applicant.facts.get("county")
    place = str(county.value) if county is not None else ""
    found = []
    for target in load_targets():
        for scan in applicant.scans if place.startswith(target.cities) else ():
            for match in _CITY_AWARD.finditer(scan.text):
                bounds = clause_bounds(scan.text, match.start(), match.end(), "。；！？\n")
                if _AIM.search(scan.text[slice(*bounds)]) and not scan.sealed(*bounds):
                    found.append((target, scan.source.span(*bounds)))
    return found


def targets_of(applicant: Applicant) -> list[Target]:
    """The awards aimed at; where the material names none, the award of its own city as long as its call runs."""
    named = [target for target, _ in aims(applicant)]
    county = applicant.facts.get("county")
    city = str(county.value) if county is not None else ""
    open_calls = [one for one in load_targets() if one.closes is None or applicant.as_of <= one.closes]
    return named or [target for target in open_calls if any(city.startswith(name) for name in target.cities)]

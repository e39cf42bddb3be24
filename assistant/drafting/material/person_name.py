"""The name of the person a material speaks of, where no label gives it."""

import re
from collections import Counter
from functools import lru_cache

from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.surnames import is_name, may_be_name, name_pattern

_WORDINGS = (
    # by oneself
    r"(?:我叫|本人姓名|我是|(?<![跟和与同向由经对给])本人[是叫]?|自荐人|申报人)(?P<n>[\u4e00-\u9fff·]{2,4})(?=[，。、（])",
    # with age or gender
    r"(?:^|[\n。；：]|(?:申报|被推荐|推荐)(?:人|对象"
    r"|人选)：?)[ ]*(?P<n>[\u4e00-\u9fff·]{2,3})，(?:(?:今年|现年)?[0-9]{2}岁|[男女][，。])",
    # with an age in words (今年六十七，…; 六十三了)
    r"(?:^|[\n。；：])[ ]*(?P<n>[\u4e00-\u9fff·]{2,3})，(?:(?:今年|现年|年届|年近)(?:虚岁|周岁)?"
    r"[0-9一二三四五六七八九十]{2,3}(?=[岁，。了])|[0-9一二三四五六七八九十]{2,3}(?:岁|了)(?=[，。]))",
    # behind a post
    r"(?:^|[\n。；：，是])[^，。；\n]{0,24}?(?:工人|技工|[\u4e00-\u9fff]工|员|师傅?|护士|医生|班长|组长|主任|经理|科长|部长|司机|厂长|院长|长|手)"
    r"(?P<n>[\u4e00-\u9fff·]{2,3})(?=，(?:今年|现年)?[0-9]{2}岁|，[男女][，。]|同志)",
    r"(?:^|[\n。；，：（】\s])(?P<n>[\u4e00-\u9fff·]{2,4}?)(?:同"
    r"志)?(?:（[^）\n]{0,10}）)?[，、 ]{1,2}(?:男|女)(?=[，、。 ；（\n])",
    r"(?:——|—|：|[ 　])(?P<n>[\u4e00-\u9fff·]{2,4})(?=（[男女]）|同志|[ \t]*\n)",
    r"(?P<n>[\u4e00-\u9fff·]{2,4})(?=（(?:[男女][，、）]|[0-9]{4}年))",
    r"^[\s#*《【]*(?:关于(?:推荐)?)?(?P<n>[\u4e00-\u9fff·]{2,4}?)(?:同志|先生|女士|老师|个人|先进|主要|事迹|——|（|申报|推荐|自述|简介|材料|情况)",
    r"(?P<n>[\u4e00-\u9fff·]{2,4}?)同志",
    r"(?:讲讲|讲述|说说|讲一讲|说一说|介绍|记)[^，。！\n]{0,20}?(?:工|员|长|师傅?|主任|师|手|人)(?P<n>[\u4e00-\u9fff·]{2,3})的?(?:故事|事迹|事儿?(?=[，。！\n]))",
    r"(?:^|[\n。；：])(?P<n>[\u4e00-\u9fff·]{2,4}?)(?:同志)?[，、]?[，是系为任现，]{1,2}[\u4e00-\u9fff（）]{4,40}?(?:工|师|员|长|主任|经理|教授|人)",
)
NOT_A_PERSON = re.compile(
    r"(?:公司|材料|单位|人物|质检员|申报人|[\u4e00-\u9fff]员[\u4e00-\u9fff]|姓名|身份|"
    r"性别|待定|未定|空缺|暂缺|办公室|部门|同上|另附|见附|每[只个台]|个人|企业|质量|申报|推荐|阳泉|宝鸡|兰州|重庆|甘肃|事迹|联系|基本"
    r"|先进|优秀|情况|全市|集团|部门|我们|本人|自荐|该同|同志|现任|担任|今年|自我|徒弟|师傅|[他她]|"
    # the end of a post that a clause begins or a post before it leaves over (高级工|程师)
    r"^[木铁石漆篾瓦铜银锡皮泥窑竹雕扎]匠|^绣娘|^厨子|^裁缝|^(?:程师|医师|药师|护师|技师|教师|讲师|科员|干事|助理)$)"
)
# By what somebody is called (师傅叫盖志强，今年55).
_CALLED = r"(?<![不就])叫(?P<n>{name})(?=[，。、（])"
# Behind a post, where only the list of surnames tells the name (——记…检验员宓思源; 老师傅宓思源今年58岁).
_POST = r"(?:工人|技工|工|员|长|师傅?|主任|经理|医生|护士|手|总监|教授|教师|老师)"
_BEHIND_A_POST = (
    r"(?:记|访)[^，。！\n]{{2,30}}?{post}(?P<n>{name})(?=[\n（”]|$|同志|的)",
    r"(?:推荐|举荐|推选|提名|介绍)(?!单位|企业|公司)[^，。！\n]{{0,20}}?{post}(?P<n>{name})(?=[，。（\n])",
    r"(?:我是|本人是|我叫|本人系)[^，。！\n]{{2,30}}?{post}(?P<n>{name})(?=[，。（])",
    r"(?:^|[\n。；：，])[^，。；\n]{{0,24}}?{post}(?P<n>{name})(?=，?(?:今年|现年|年届)[^，。]{{0,3}}[0-9]{{2}})",
)
# What follows a name in running prose.
_GOES_ON = (
    r"(?=[，、（的在是说把]|被|获|偏|一|也|还|已|带|同志|老师|教授|师傅|先生|女士|[0-9]{4}年"
    r"|今年|现年|出生|从事|参加|毕业|现任|任|负责|创|带|扎根|用|常|总|就|自|从|入职|进厂"
    r"|所在|其人|这个?人|当|做|干|接手|刚|才|没|不|对|跟|给|最|又|再|会|要|能|想|觉得|认为|发现|摸索|琢磨|总结)"
)
# Who wrote the paper down (通讯员 夔门) is not the one it tells of.
_BYLINE = re.compile(
    r"(?:通讯员|记者|作者|撰稿|供稿|执笔|代笔|编辑|摄影|摄|采访|采写|整理|记录|文)[ \u3000]*[：:/／]?[ \u3000]*$"
)
_BYLINE_LENGTH = 8
_FEW = 2
_HEAD = 60


def person_name(scans: tuple[Scan, ...]) -> Fact | None:
    """The applicant's name in running text or a title; None where no wording presents a person.

    A wording that gives a name of the surname list goes first, then the name spoken of most, then any wording.
    """
    presented = _addressed(scans) + _presented(scans)
    surnamed = next((fact for fact in presented if is_name(str(fact.value))), None)
    return (
        surnamed
        or _most_named(scans)
        or next((fact for fact in presented if may_be_name(str(fact.value), placed=True)), None)
    )


def _addressed(scans: tuple[Scan, ...]) -> list[Fact]:
    """A name of the list with a form of address or a recommendation beside it (推荐濮阳川同志参评)."""
    pattern = re.compile(rf"(?P<n>{name_pattern()})(?=同志)|(?:推荐|推选)(?P<m>{name_pattern()})(?=参评|申报|为|参加)")
    found = []
    for scan in scans:
        for match in pattern.finditer(scan.text):
            group = "n" if match["n"] else "m"
            if not NOT_A_PERSON.search(match[group]) and not scan.sealed(*match.span()):
                found.append(Fact("name", match[group], scan.source.span(*match.span(group))))
    return found


def _presented(scans: tuple[Scan, ...]) -> list[Fact]:
    found = []
    for pattern in _patterns():
        for scan in scans:
            for match in pattern.finditer(scan.text):
                if not _barred(scan, match):
                    found.append(Fact("name", match["n"], scan.source.span(match.start("n"), match.end("n"))))
    return found


def _barred(scan: Scan, match: re.Match[str]) -> bool:
    """Whether what was matched as `n` is no name, sealed, or the name of whoever wrote the paper."""
    at = match.start("n")
    written = _BYLINE.search(scan.text, max(0, at - _BYLINE_LENGTH), at)
    return bool(NOT_A_PERSON.search(match["n"]) or written) or scan.sealed(match.start(), match.end())


def _most_named(scans: tuple[Scan, ...]) -> Fact | None:
    """The name that begins most clauses; one that stands in the title or the opening counts double."""
    pattern = re.compile(rf"(?<![\u4e00-\u9fff])(?:该同志|质量工匠|工匠)?(?P<n>{name_pattern()}){_GOES_ON}")
    counts: Counter[str] = Counter()
    first: dict[str, Fact] = {}
    for scan in scans:
        for match in pattern.finditer(scan.text):
            name = match["n"]
            if _barred(scan, match):
                continue
            counts[name] += 2 if match.start() < _HEAD else 1
            first.setdefault(name, Fact("name", name, scan.source.span(match.start("n"), match.end("n"))))
    best = max(counts, key=lambda name: counts[name], default="")
    return first[best] if best and counts[best] >= _FEW else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    named = [wording.format(name=name_pattern(), post=_POST) for wording in (_CALLED, *_BEHIND_A_POST)]
    return tuple(re.compile(wording) for wording in (*named, *_WORDINGS))

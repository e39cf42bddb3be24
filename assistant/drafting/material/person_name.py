"""The name of the person a material speaks of, where no label gives it."""

import re

from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan

_PERSON_INTRO = re.compile(
    r"(?:^|[\n。；，：（\s])([\u4e00-\u9fff·]{2,4}?)(?:同志)?(?:（[^）\n]{0,10}）)?"
    r"[，、 ]{1,2}(?:男|女)(?=[，、。 ；（\n])"
)
_PERSON_SELF = re.compile(r"(?:我叫|本人姓名|我是)([\u4e00-\u9fff·]{2,4})(?=[，。、（])")
_PERSON_TITLE = re.compile(
    r"^[\s#*《【]*(?:关于(?:推荐)?)?([\u4e00-\u9fff·]{2,4}?)(?:同志|先生|女士|老师|个"
    r"人|先进|主要|事迹|——|（|申报|推荐|自述|简介|材料|情况)"
)
_PERSON_ROLE = re.compile(
    r"(?:^|[\n。；：])([\u4e00-\u9fff·]{2,4}?)(?:同志)?[，、]?[，是系为任现，]{1,2}[\u"
    r"4e00-\u9fff（）]{4,40}?(?:工|师|员|长|主任|经理|教授|人)"
)
_PERSON_AGED = re.compile(
    r"(?:^|[\n。；：]|(?:申报|被推荐|推荐)(?:人|对象|人选)：?)[ ]*([\u4e00-\u9fff·]"
    r"{2,3})，(?:(?:今年|现年)?[0-9]{2}岁|[男女][，。])"
)
_PERSON_AFTER = re.compile(
    r"(?:——|—|：|[ 　])([\u4e00-\u9fff·]{2,4})(?=（[男女]）|同志|[ \t]*\n)|([\u4e00-\u9fff·]{2,4})(?=（[男女][，、）])"
)
_PERSON_POST = re.compile(
    r"(?:^|[\n。；：，是])[^，。；\n]{0,24}?(?:工人|技工|[\u4e00-\u9fff]工|员|师傅?|班"
    r"长|组长|主任|经理|科长|部长|司机|厂长|院长|长|手)([\u4e00-\u9fff·]{2,3})(?=，(?:"
    r"今年|现年)?[0-9]{2}岁|，[男女][，。]|同志)"
)
_PERSON_COMRADE = re.compile(r"([\u4e00-\u9fff·]{2,4}?)同志")
_NOT_A_PERSON = re.compile(
    r"(?:公司|材料|单位|人物|质检员|申报人|[\u4e00-\u9fff]员[\u4e00-\u9fff]|姓名|身份|"
    r"性别|每[只个台]|个人|企业|质量|申报|推荐|阳泉|宝鸡|兰州|重庆|甘肃|事迹|联系|基本"
    r"|先进|优秀|情况|全市|集团|部门|我们|本人)"
)


def person_name(scans: tuple[Scan, ...]) -> Fact | None:
    """The applicant's name in running text or a title; None where no wording presents a person."""
    for pattern in (
        _PERSON_SELF,
        _PERSON_AGED,
        _PERSON_POST,
        _PERSON_INTRO,
        _PERSON_AFTER,
        _PERSON_TITLE,
        _PERSON_COMRADE,
        _PERSON_ROLE,
    ):
        for scan in scans:
            for match in pattern.finditer(scan.text):
                group = match.lastindex or 1
                if not _NOT_A_PERSON.search(match[group]) and not scan.sealed(match.start(), match.end()):
                    return Fact("name", match[group], scan.source.span(match.start(group), match.end(group)))
    return None

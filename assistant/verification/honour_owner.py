"""Whose honour it is, in the material and as told: the applicant organisation's, a person's in it, another body's."""

import re
from collections.abc import Iterator
from typing import Literal

from assistant.drafting.material.surnames import name_pattern
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.passing import passing
from assistant.verification.plain import compiled, content, in_order

Owner = Literal["person", "firm", "other"]

_HONOUR_ENDS = (
    r"(?:奖(?!牌|项|励|金|章|状|杯)|称号|先进(?:个人|单位|集体|班组)|示范(?:企业|单位|基地)|信得过班组"
    r"|优秀[一-鿿]{0,6}(?:者|经理|企业|单位|班组|质量官)|工匠|劳模|劳动模范|标杆|标兵|奖章|奖状|奖杯|文明号|红旗手)"
)
_HONOUR_END = re.compile(_HONOUR_ENDS)
_HONOUR_NAME = re.compile(rf"([一-鿿“”A-Z]{{2,24}}{_HONOUR_ENDS})")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|度|[-.])")
_TITLE = (
    "经理|董事长|总监|主任|班长|组长|厂长|院长|校长|工程师|师傅|理事长|社长|技术员|总工|负责人|书记|站长|科长|部长|质检员|检验员|"
    "所长|队长|工段长|质量官|副总|总裁|工人|医生|护士长|护士|教师|老师"
)
_APPLIES = re.compile(r"申报人|推荐人选|被推荐人|姓名|[,，](?:女|男)[,，]|本人|我(?:叫|是|今年|做)|\d岁|年生")
_PERSON = re.compile(r"本人|个人(?!信息|所)|[他她](?!们)|我(?!们|公司|厂|院|校|社|单位|司)")
_NAMED_PERSON = re.compile(rf"(?:{_TITLE})[一-鿿]{{2,3}}(?=的|个人|本人)")
_FIRM = re.compile(
    r"公司|厂子|厂里|全厂|工厂|[我本该]厂|[一-鿿]{2}厂(?![级长内])|单位(?!先进)|企业(?!标准)|集体|所在[^,。]{0,4}[厂司校院]|班组|学校|合作社|医院|中心"
)
_OTHER = re.compile(
    r"(?:上级|上属|所属|母|隶属的?)集团(?:公司|总部)?|母公司|子公司|总公司|集团(?!股份|有限)|兄弟单位|客户(?!满意)|供应商|合作方"
)


def check_owner(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An honour of the firm told as a person's, the reverse, or one of another body as the applicant's."""
    people = _people(evidence.text)
    applicant: Owner = "person" if _applies_himself(evidence.text) else "firm"
    for sentence in re.split(r"[。;\n]", said):
        for match in honours_named(sentence):
            name = _bare(match[1])
            given = {_owner(home, home.index(name), people, applicant) for home in _homes(name, evidence.text)}
            told = _owner(sentence, match.end() - len(name), people, applicant)
            if given and (told not in given or _another_person(sentence, match.end(), name, people, evidence.text)):
                yield Reason("honour", f"“{name}”是谁的荣誉，句中与材料不一致")
                return


def honours_named(text: str) -> list[re.Match[str]]:
    """Each name of an honour in a flat text, as the first group of its match."""
    return list(_HONOUR_NAME.finditer(text)) if _HONOUR_END.search(text) else []  # Most texts have none: seen at once.


_TAKEN = re.compile(r"^.*?(?:获[得评]?|评[为上]|授予(?!的)|入选|荣[获膺]|拿[过到]|(?<!信)得过|被评为|当选)")
_ISSUED = re.compile(
    r"^([^,。;]{2,24}?)(?:颁发|授予|评定|认定|命名|评选|颁授|表彰|评出|发)的|^([^,。;的]{2,16}[局厅部委府会院司])的"
)


# 总经理某某的奖章: whose it is stands before the name.
_OWNED = re.compile(r"^[^的]{2,10}的(?=[^的]{4})")


def honour_itself(name: str) -> str:
    """The honour's name without the verb, date, issuer or joining word that a pattern took in with it."""
    return _OWNED.sub("", content(without_issuer(_TAKEN.sub("", name)))).lstrip("的年月日评了过为是这那该个此项")


def without_issuer(name: str) -> str:
    """The honour's name less who gave it (省总工会颁发的五一劳动奖章)."""
    return _ISSUED.sub("", name)


def issuer_of(name: str) -> str:
    """Who is told to have given the honour, "" where nobody is."""
    found = _ISSUED.search(_TAKEN.sub("", name))
    return (found[1] or found[2]).lstrip("的年月日由经") if found else ""


def plain_honour(name: str) -> str:
    """An honour's name in one spelling: 市级 and 省人民政府 are 市 and 省政府."""
    return content(name).replace("级", "").replace("人民政府", "政府")


def stands(honour: str, text: str) -> bool:
    """Whether the text has the honour: under its name, or one of its sentences under a fuller one."""
    name = plain_honour(honour)
    lines = [plain_honour(line) for line in re.split(r"[。;\n]", text)]
    return any(name in line or (name[-4:] in line and in_order(name, line)) for line in lines)


# 被省政府评为…, 获省市场监管局授予…: who gave it stands before the verb.
_GIVER = re.compile(r"(?:被|由|经|获)([^,。;被由经获\d]{3,20}[局厅委会府部院])(?:联合|共同)?$")


def strange_issuer(name: str, text: str, ahead: str = "") -> str:
    """Who a name as told, or what stands before its verb, says gave the honour, where the text has it from another
    body; else ""."""
    giver = _GIVER.search(ahead)
    issuer = plain_honour(giver[1] if giver else issuer_of(name))
    honour = plain_honour(honour_itself(name))
    lines = [plain_honour(line) for line in re.split(r"[。;\n]", text)]
    beside = [line for line in lines if honour[-4:] in line]
    return issuer if beside and not any(in_order(issuer, line) for line in beside) else ""


def elsewhere(honour: str, text: str) -> bool:
    """Whether the honour is told of a place or level that the text's sentence with its name has not."""
    levels = re.findall(r"国家|全国|中国|[一-鿿]{2}[省市县区](?!级)", plain_honour(honour))
    told = [plain_honour(piece) for piece in re.split(r"[,。;\n](?![^()]*\))", text)]
    lines = [piece for piece in told if plain_honour(honour)[-4:] in piece]
    return any(lines) and any(all(level not in line for line in lines) for level in levels)


def year_of(text: str, start: int, end: int) -> str:
    """The year in brackets behind a name, else the last one before it."""
    behind = re.match(r"[^,。;()]{0,4}\((?:[^()]*,)?((?:19|20)\d\d)年", text[end:])
    ahead = _YEAR.findall(text[:start] + text[start : start + 5])
    return behind[1] if behind else ahead[-1] if ahead else ""


def _bare(name: str) -> str:
    """The last characters of the honour's name, by which it is found again."""
    return honour_itself(name)[-6:]


def _homes(name: str, text: str) -> list[str]:
    """The sentences of the material that have the name, without their marks."""
    flat = [re.sub(r"[“”《》]", "", sentence) for sentence in re.split(r"[。;\n]", text)]
    return [sentence for sentence in flat if len(name) >= 4 and name in sentence]


# 某奖是母公司2019年获得的, 某奖(2022年)属于班组: the winner told behind the name.
_BELONGS = re.compile(
    r"[一-鿿”]{0,8}?(?:\([^()]*\))?[:,]?(?:(?:得主|获奖者|获奖人|获奖(?:单位|主体|对象)|获得者)是|是|属于|归|属|由)([^,;。\d]{2,20}?)(?:\d{4}年)?(?:所?(?:获|得|拿|有|取得)|的荣誉|(?=[,;。]|$))"
)


def _owner(sentence: str, at: int, people: tuple[str, ...], applicant: Owner) -> Owner:
    """Who is named in the honour's own stretch, else whom the sentence opens with, else the applicant."""
    if re.match(r"[^,;。]{0,24}?[(,](?:是|属|为)?(?:厂里|单位|公司|集体)[^,;。)]{0,6}[)的]", sentence[at:]):
        return "firm"
    behind = _BELONGS.match(sentence[at:])
    owners = _mentions(behind[1], people) if behind else []
    if owners:
        return owners[-1][1]
    ahead = sentence[:at]
    own = _mentions(ahead[ahead.rfind(",") + 1 :], people)
    if own:
        return own[-1][1]
    before = _mentions(ahead, people)
    return before[0][1] if before else applicant


def _another_person(sentence: str, at: int, name: str, people: tuple[str, ...], text: str) -> bool:
    """Whether the winner named behind the honour is a person of the text's, but not one named with that honour."""
    behind = _BELONGS.match(sentence[at:])
    named = [person for person in people if behind and person in behind[1]]
    return bool(named) and not any(person in home for home in _homes(name, text) for person in named)


def _mentions(text: str, people: tuple[str, ...]) -> list[tuple[int, Owner]]:
    """Whom a text names, in order."""
    found: list[tuple[int, Owner]] = [(match.start(), "other") for match in _OTHER.finditer(text)]
    covered = {at for match in _OTHER.finditer(text) for at in range(*match.span())}  # 母公司 is no 公司 of its own
    found += [(match.start(), "firm") for match in _FIRM.finditer(text) if match.start() not in covered]
    found += [(match.start(), "person") for match in _PERSON.finditer(text)]
    found += [(match.start(), "person") for match in _NAMED_PERSON.finditer(text)]
    found += [(text.index(name), "person") for name in people if name in text]
    return sorted(found)


@passing(maxsize=64)
def _people(text: str) -> tuple[str, ...]:
    """The persons a material names by their post, or first of all."""
    name = name_pattern()
    posts = compiled(rf"(?:{_TITLE})({name})(?=[,。;:“\d在于带推提设主定做拿负获为的琢立搞有和、(])").findall(text)
    heads = compiled(rf"(?:^|\n|申报人|推荐人选|姓名)[:,]?({name})(?=,|同志)").findall(text)
    return tuple(dict.fromkeys([*posts, *heads]))


def _applies_himself(text: str) -> bool:
    head = text[:160]
    return bool(_APPLIES.search(head) or compiled(rf"{name_pattern()},").match(head))

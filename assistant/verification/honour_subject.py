"""Under whose name a text gives each honour: a team's, a person's or another body's is not the applicant's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import elsewhere, honour_itself, plain_honour, strange_issuer, year_of
from assistant.verification.model import Reason
from assistant.verification.moments import find_moments
from assistant.verification.passing import passing

_GOT = re.compile(
    r"(?:获得|荣获|获评|曾?获(?!奖)|被评为|评为|被授予|被认定为|认定为|当选为?|入选|摘得|夺得)了?([^,。;()]{4,30})"
)
_DATE = re.compile(
    r"[一二两三四五多\d]次|先后|连续|首次|再次|(?:19|20)\d\d年度?(?:\d{1,2}月)?|^\d{1,2}月|曾|先后|又|还|也|其(?!中)|的$|在$"
)
# What every applicant may be called, which tells nobody apart.
_ANYONE = re.compile(
    r"公司|本|我|该|所在|单位|企业|学校|医院|合作社|同志|他|她|集体荣誉|荣誉|个人|奖项|组织|现|并|、|:|主要|其|的"
)


@dataclass(frozen=True, slots=True)
class Won:
    """An honour by the end of its name, who the text says won it ("" for the applicant), and in what year."""

    name: str
    subject: str
    year: str


def check_honour_subject(said: str, evidence: Evidence) -> Iterator[Reason]:
    """An honour another won told as the applicant's, or the applicant's own as another's."""
    won = honours_of(evidence.text)
    yield from _won_by(said, won, evidence.text)
    others = [each for each in won if each.subject]
    for sentence in re.split(r"[。;\n]", said):
        for match in _GOT.finditer(sentence):
            name = plain_honour(honour_itself(match[1]))
            given = [each for each in won if each.name in name or name[-6:] == each.name]
            ahead = sentence[: match.start()]
            subject = _subject(re.split(r"[,(]", ahead)[-1])
            issuer = strange_issuer(match[1], evidence.text, ahead)
            if issuer:
                yield Reason("honour", f"材料没有说“{name[-12:]}”由“{issuer[-12:]}”颁发")
                return
            if elsewhere(name, evidence.text):
                yield Reason("honour", f"“{name[-12:]}”的级别或地方与材料不一致")
                return
            if given and _of_its_firm(subject, given, evidence.text):
                yield Reason("honour", f"“{name[-12:]}”是班组的荣誉，句中写成了所在单位的")
                return
            if given and not any(_fits(each, ahead, subject, others) for each in given):
                yield Reason("honour", f"“{name[-12:]}”是谁的荣誉，句中与材料不一致")
                return
            year = year_of(sentence, match.start(1), match.end())
            if given and year and not any(each.year in {year, ""} for each in given):
                yield Reason("honour", f"“{name[-12:]}”的年份与材料不一致")
                return


_BY = re.compile(
    r"(?P<name>[^,。;()]{4,30})由(?P<who>[^,。;\d]{2,14}?)(?:于?\d{4}年(?:\d{1,2}月)?)?(?:获得|取得|所获|拿到|赢得|获(?!奖))"
)
_TEAM = re.compile(r"小组|班组|本组|QC|[一二三四五六七八九十\d甲乙丙丁早中夜]班|工段|车间")
_WHOLE = re.compile(r"公司|集团|总厂|[本全我]?厂(?!级)|医院|学校")


# 质量信得过班组(焊接班): the winner in brackets; 是全厂的荣誉: told of all.
_OF_TEAM = re.compile(r"(?P<name>[一-鿿]{4,24})\((?P<who>[一-鿿]{1,8}(?:班|组|车间|科|队))\)")
_SAID_OF_ALL = re.compile(r"(?:是|属于?|归)(?:全厂|全公司|公司|本厂|厂里|单位|集体|全院|全校)的(?:荣誉|奖项?|称号)?")


def _won_by(said: str, won: tuple[Won, ...], text: str) -> Iterator[Reason]:
    """某奖由某某取得, and a team's told of its firm or the reverse: not the winner the text names."""
    for match in _BY.finditer(said):
        name = plain_honour(honour_itself(match["name"]))
        given = [each for each in won if each.name in name or name[-6:] == each.name]
        ours = grams_of(match["who"])
        if given and all(each.subject and not ours & grams_of(each.subject) for each in given):
            yield Reason("honour", f"“{name[-12:]}”是谁的荣誉，句中与材料不一致")
            return
    bracketed = {plain_honour(m["name"])[-6:]: m["who"] for m in _OF_TEAM.finditer(text)}
    for match in _SAID_OF_ALL.finditer(said):
        winner = next((who for name, who in bracketed.items() if name in plain_honour(said[: match.start()])), "")
        if winner and winner not in match.group():
            yield Reason("honour", f"材料里这项荣誉属于“{winner}”，句中与材料不一致")
            return
    for match in _GOT.finditer(said):
        name = plain_honour(honour_itself(match[1]))
        subject = _subject(re.split(r"[,(]", said[: match.start()])[-1])
        given = [each for each in won if each.name in name or name[-6:] == each.name]
        for one, other in ((_TEAM, _WHOLE), (_WHOLE, _TEAM)):
            mine = one.search(subject) and not other.search(subject)
            if mine and given and all(other.search(e.subject) and not one.search(e.subject) for e in given):
                yield Reason("honour", f"“{name[-12:]}”是谁的荣誉，句中与材料不一致")
                return


def _of_its_firm(subject: str, given: list[Won], text: str) -> bool:
    """Whether an honour of the team that applies is told of the firm it belongs to."""
    applicant = re.split(r"[,。:]", text)[0]
    team = _TEAM.search(applicant) and not any(each.subject for each in given)
    return bool(team and _WHOLE.search(subject) and not _TEAM.search(subject))


def _fits(won: Won, ahead: str, subject: str, others: list[Won]) -> bool:
    """Whether a sentence that says `ahead` before the honour, its verb's own subject `subject`, tells its winner."""
    if won.subject:
        distinct = grams_of(_ANYONE.sub("", won.subject))
        return not distinct or bool(distinct & grams_of(ahead)) or not _subject(ahead)
    distinct = grams_of(_ANYONE.sub("", subject))
    return not any(len(distinct & grams_of(_ANYONE.sub("", each.subject))) > 1 for each in others)


@passing(maxsize=256)
def honours_of(text: str) -> tuple[Won, ...]:
    """The honours of a flat text that it tells with a verb."""
    found = []
    applicant_name = re.split(r"[,。]", text)[0]
    head = grams_of(applicant_name)
    for sentence in re.split(r"[。;\n]", text):
        told = re.sub(r"[“”《》]", "", sentence)
        for match in _GOT.finditer(told):
            ahead = re.split(r"[,(]", told[: match.start()])[-1]
            subject = _subject(ahead)
            own = grams_of(_ANYONE.sub("", subject))
            above = re.search(r"集团公司|总公司|总部", subject) and re.search(r"分公司|子公司", applicant_name)
            applicant = own and own <= head and not above
            name = plain_honour(honour_itself(match[1]))[-6:]
            whole = not own and _WHOLE.search(subject) and _TEAM.search(applicant_name)
            found.append(
                Won(name, "" if applicant and not whole else subject, year_of(told, match.start(1), match.end()))
            )
    return tuple(found)


def _subject(ahead: str) -> str:
    """Who stands before the verb, dates and joining words aside."""
    for moment in reversed(find_moments(ahead)):
        ahead = ahead[: moment.start] + ahead[moment.end :]
    return _DATE.sub("", ahead).strip(",、:")

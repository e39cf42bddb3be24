"""Under whose name a text gives each honour: a team's, a person's or another body's is not the applicant's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.honour_owner import elsewhere, honour_itself, plain_honour, strange_issuer, year_of
from assistant.verification.model import Reason
from assistant.verification.moments import find_moments

_GOT = re.compile(
    r"(?:获得|荣获|获评|曾?获|被评为|评为|被授予|被认定为|认定为|当选为?|入选|摘得|夺得)了?([^,。;()]{4,30})"
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
    others = [each for each in won if each.subject]
    for sentence in re.split(r"[。;\n]", said):
        for match in _GOT.finditer(sentence):
            name = plain_honour(honour_itself(match[1]))
            given = [each for each in won if each.name in name or name[-6:] == each.name]
            ahead = sentence[: match.start()]
            subject = _subject(re.split(r"[,(]", ahead)[-1])
            issuer = strange_issuer(match[1], evidence.text)
            if issuer:
                yield Reason("honour", f"材料没有说“{name[-12:]}”由“{issuer[-12:]}”颁发")
                return
            if elsewhere(name, evidence.text):
                yield Reason("honour", f"“{name[-12:]}”的级别或地方与材料不一致")
                return
            if given and not any(_fits(each, ahead, subject, others) for each in given):
                yield Reason("honour", f"“{name[-12:]}”是谁的荣誉，句中与材料不一致")
                return
            year = year_of(sentence, match.start(1), match.end())
            if given and year and not any(each.year in {year, ""} for each in given):
                yield Reason("honour", f"“{name[-12:]}”的年份与材料不一致")
                return


def _fits(won: Won, ahead: str, subject: str, others: list[Won]) -> bool:
    """Whether a sentence that says `ahead` before the honour, its verb's own subject `subject`, tells its winner."""
    if won.subject:
        distinct = grams_of(_ANYONE.sub("", won.subject))
        return not distinct or bool(distinct & grams_of(ahead)) or not _subject(ahead)
    distinct = grams_of(_ANYONE.sub("", subject))
    return not any(len(distinct & grams_of(_ANYONE.sub("", each.subject))) > 1 for each in others)


@lru_cache(maxsize=256)
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
            found.append(Won(name, "" if applicant else subject, year_of(told, match.start(1), match.end())))
    return tuple(found)


def _subject(ahead: str) -> str:
    """Who stands before the verb, dates and joining words aside."""
    for moment in reversed(find_moments(ahead)):
        ahead = ahead[: moment.start] + ahead[moment.end :]
    return _DATE.sub("", ahead).strip(",、:")

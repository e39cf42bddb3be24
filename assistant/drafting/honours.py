"""Judge honours for the column 近五年国家级或省部级质量荣誉: window, level, subject, state, and quality.

Standard: `chongqing-2024` attachment 2; reason codes of the drafting standard. Levels and words are data
(corpus/drafting/honours.yaml).
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.drafting.honour_levels import level_of
from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_entries import Entry
from assistant.drafting.material.model import Honour, Kind, Standing
from assistant.drafting.material.own import own_end
from assistant.drafting.material.recipient import (
    became_the_applicant,
    by_pupils,
    for_persons,
    is_its_firm,
    is_own_team,
    is_short_for,
    recipient,
)
from assistant.language.dates import PartialDate

WINDOW_YEARS = 5
# Whom an honour was given to, said beside it, and an organisation that is said to have received it.
_RECIPIENT = re.compile(
    r"(?:获奖(?:单位|主体|者|人|企业|集体|对象)|受奖单位|授予对象|荣誉归属|归属|(?<=[，（；])授予)(?:为|是|系|均为|：|给)*([^，。；）\n]{2,30})"
)
_RECEIVES = re.compile(
    r"([\u4e00-\u9fff]{2,24}(?:公司|医院|学校|中学|小学|合作社|厂|集团|协会|农场|研究院|研究所|酒店|超市|银行))"
    r"(?:曾|还|又|于|在|也)?[0-9年月日]{0,11}(?:喜|荣)?(?:获|被评|被授|被认定|获评|凭|捧回|摘得)"
)
# A step that lies behind the award (公示后获…, 经现场评审被授予…).
_PASSED = re.compile(
    r"(?:不是|并非|不算)提名|(?:没有?|无|不用|不经)(?:公示|评审)[^，。；]{0,4}|经(?:过)?公示(?:无异议)?(?:后|，)?(?:已|正式|才)*(?=发文|授牌|公布|确认|认定|命名)|"
    r"经(?:过)?(?:(?:初审|复审|初评|复评|现场评审|答辩|公示|推荐|评审|申报)[、和及]?){2,}(?:后|，)?(?=获(?!奖)|被|授|荣)|"
    r"[^，。；]{0,16}，(?:后来|最后|最终|结果)(?:就|也|真|还是)*(?:得了|评上|拿到|获)|"
    r"(?:经|通过)?(?:公示|现场评审|评审|答辩|复评|初评|推荐)(?:无异议|结束|期满|完毕|通过)?(?:后|之后|，)?(?:已|正式|最终)*(?=获(?!奖)|被|授|荣)"
)
# A body that only hands the paper on or puts the name forward.
_HANDED_ON = re.compile(
    r"(?:由|经)[^，。；]{1,10}(?:转发|推荐|转来|代领|上报)[^，。；]{0,6}|集团(?:公司)?推荐|"
    r"(?:集团|总部|母公司|总公司|上级|客户)[^，。；]{0,6}(?:派人|派员|来贺|祝贺|道贺|致贺|来电|发来|列席|到场|观礼)"
)
# Who only went to fetch it for the house (副厂长去领的奖).
_FETCHED = re.compile(
    r"，[^，。；]{0,10}(?:去|上台|代表[^，。；]{0,6}|前往)[^，。；]{0,3}领(?:的|了|回)?[^，。；]{0,3}"
)
# That a paper bears no day says nothing of whether the honour was obtained (具体日期证书上没印).
_UNDATED = re.compile(
    r"(?:没|未)有?(?:印|写|标|注|落|填|刻)(?:上|着|明|全)?(?:年月|日期|年份|时间|日子|月份|编号)|"
    r"(?:日期|时间|年月|年份|月份|日子|几号|哪天)[^，。；）]{0,8}(?:没|未)有?(?:印|写|标|注|落|填|刻)[^，。；）]{0,3}"
)
# A year told roughly names no day (2021年前后).
_ROUGHLY = re.compile(r"(?:年|月)(?:份)?(?:前后|左右|上下)|(?:大约|大概|约|好像|可能)(?:是|在)?(?:19|20)[0-9]{2}年")
# The giver set before the name (国家卫生健康委改善医疗服务质量先进单位).
_GIVER_FIRST = re.compile(
    r"(?:国家|国务院)[\u4e00-\u9fff]{2,10}?(?:委员会|委|总局|局)(?=[\u4e00-\u9fff]{4})|[\u4e00-\u9fff]{2,10}?部(?:和|、)?(?=全国|国家)"
)
# Whose it is, behind a dash at the end of the entry (…（工业和信息化部）——江表厂).
_BEHIND_A_DASH = re.compile(r"[—–]{1,2}[ ]*([\u4e00-\u9fff]{2,24}(?:公司|厂|医院|学校|合作社|集团|酒店))[ ]*$")
_ONESELF = re.compile(r"(?:给|为|：)?(?:我|他|她|其)?(?:本人|个人|自己|我)(?:的|个人|名下)*")
_OURSELVES = re.compile(r"我|本|该|申报(?:单位|主体|人)|^(?:公司|医院|学校|合作社|协会|企业|单位|集团公司)$")


@dataclass(frozen=True, slots=True)
class _Judgement:
    standing: Standing
    code: str = ""
    reason: str = ""


def window_start(as_of: date) -> date:
    """The first day of the window: as_of five years earlier; 29 February falls back to 28 February."""
    try:
        return as_of.replace(year=as_of.year - WINDOW_YEARS)
    except ValueError:
        return as_of.replace(year=as_of.year - WINDOW_YEARS, day=28)


def judge(entry: Entry, kind: Kind, applicant: str, as_of: date) -> Honour:
    """The honour with its level and standing; the first reason that applies keeps it out of the column."""
    level = level_of(entry)
    judgement = _judgement(entry, kind, applicant, level, as_of)
    return Honour(
        name=entry.name,
        date=_dated(entry),
        level=level,
        issuer=entry.issuer,
        subject=applicant if judgement.code != "NOT_OWN" else "",
        standing=judgement.standing,
        reason_code=judgement.code,
        reason=judgement.reason,
        span=entry.scan.source.span(entry.start, entry.end),
    )


def codes_of(entry: Entry, kind: Kind, applicant: str, as_of: date) -> frozenset[str]:
    """Every reason that applies to the honour, not only the first that keeps it out of the column."""
    level = level_of(entry)
    found = (check(entry, kind, applicant, level, as_of) for check in _CHECKS)
    return frozenset(judgement.code for judgement in found if judgement is not None)


def entry_state(entry: Entry, as_of: date) -> str:
    """`date_state` of an honour, `ambiguous` where it may be of two dates that the window parts."""
    states = {date_state(value, as_of) for value in entry.open_dates}
    if len(states) > 1:
        return "ambiguous"
    return states.pop() if states else date_state(entry.date.value if entry.date else None, as_of)


def date_state(value: PartialDate | None, as_of: date) -> str:
    """`missing`, `inside`, `outside`, or `ambiguous` where the date's precision straddles the start of the window."""
    if value is None:
        return "missing"
    start = window_start(as_of)
    if value.last() < start or value.first() > as_of:
        return "outside"
    return "inside" if value.first() >= start else "ambiguous"


def _dated(entry: Entry) -> str:
    """The date as written; a relative one (去年) as the year and month it comes to."""
    if entry.date is None:
        return ""
    return str(entry.date.value) if entry.date.relative else re.sub(r"\s+", "", entry.date.text)


def _judgement(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement:
    for check in _CHECKS:
        judgement = check(entry, kind, applicant, level, as_of)
        if judgement is not None:
            return judgement
    return _Judgement("listed")


def _revoked(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    """What was taken away again is no honour any more; it is told as a risk to the application."""
    match = load_lexicon("honours").find("revoked", entry.text) or load_lexicon("honours").find("revoked", entry.after)
    if match is None:
        return None
    return _Judgement("excluded", "REVOKED", f"材料写“{match.group()}”，荣誉已不再有效")


def _state(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    told = _UNDATED.sub("", _PASSED.sub("", entry.text.replace("提名奖", "＿＿＿")))
    if _RECIPIENT.search(told):
        told = told.replace("参评", "＿＿")  # who took part is said of one that has won
    match = load_lexicon("honours").find("not_obtained", told)
    if match is None:
        return None
    return _Judgement("excluded", "NOT_OBTAINED", f"材料写“{match.group()}”，尚未正式获得")


def _window(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    if entry_state(entry, as_of) != "outside":
        return None
    return _Judgement("excluded", "OUT_OF_WINDOW", f"不在{window_start(as_of)}至{as_of}之内")


def _certificate(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    honours = load_lexicon("honours")
    if honours.has("certificate", _claim(entry)) and not honours.has("famous", entry.name):
        return _Judgement("excluded", "CERT_NOT_HONOUR", "认证、资质不是荣誉")
    return None


def _subject(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    """Whose honour it is: the applicant's own, or that of another firm, a team, a person, an employer."""
    honours = load_lexicon("honours")
    text = _FETCHED.sub("", entry.text.replace(applicant, "") if applicant else entry.text)
    if level == "单位级":
        return None
    if _of_pupils(entry):
        return _Judgement("excluded", "NOT_OWN", _WHOSE["person"])
    whose = recipient(entry.told, kind, applicant, own_end(applicant))
    if kind == "organisation" and became_the_applicant(entry.text, entry.scan.text):
        succession = _Judgement("borderline", "SUCCESSION", "授予改制、更名前的单位，是否承继需核实")
        return None if level in _BELOW else succession
    if whose:
        return _Judgement("excluded", "NOT_OWN", _WHOSE[whose])
    if honours.has("other_subject", _HANDED_ON.sub("", text)) or _of_another(entry.text, kind, applicant):
        return _Judgement("excluded", "NOT_OWN", "获奖主体不是申报主体")
    if kind == "organisation":
        own_team = is_own_team(text, applicant)
        if honours.has("person_subject", text) or (honours.has("team_subject", text) and not own_team):
            return _Judgement("excluded", "NOT_OWN", "获奖主体是个人或班组，不是本单位")
        titled = honours.has("person_title", entry.name) and not honours.has("organisation_title", entry.name)
        if titled or for_persons(entry.text, entry.name):
            return _Judgement("excluded", "NOT_OWN", "属个人荣誉，不是本单位荣誉")
    elif _of_organisation(entry, text):
        return _Judgement("excluded", "NOT_OWN", "属单位或班组荣誉，不是本人荣誉")
    return None


def _of_pupils(entry: Entry) -> bool:
    """Whether the sentence counts the honour among what pupils won, up to the entry's own name."""
    sentence = entry.scan.sentence_at(entry.start)
    if sentence is None:
        return False
    at = entry.scan.text.find(entry.name, entry.start, entry.end)
    told = entry.scan.text[sentence.start : at if at >= 0 else entry.end]
    return by_pupils(told)


def _of_another(text: str, kind: Kind, applicant: str) -> bool:
    """The material names a recipient that is not the applicant."""
    names = [match[1] for pattern in (_RECIPIENT, _RECEIVES, _BEHIND_A_DASH) for match in pattern.finditer(text)]
    for name in names:
        own = bool(applicant) and (applicant in name or name in applicant or name[-6:] in applicant)
        own = own and not (kind == "organisation" and is_its_firm(name, applicant))
        own = own or (kind == "organisation" and is_short_for(name, applicant))
        if kind == "individual" and (own or _ONESELF.fullmatch(name)):
            continue
        if not own and not (kind == "organisation" and _OURSELVES.search(name)):
            return True
    return False


def _of_organisation(entry: Entry, text: str) -> bool:
    honours = load_lexicon("honours")
    if honours.has("person_title", entry.name) or for_persons(entry.text, entry.name):
        return False
    whose = re.search(
        r"(?:公司|企业|单位|车间|班组|小组|集体|团队|医院|学校|合作社|厂|(?:^|[\s·•*\-、。；])[一-鿿]{2,6}[科室部处组队班站所](?=：))(?:获|荣获|被|于[0-9]|[0-9]{4}年|的|：)",
        text,
    )
    return whose is not None or honours.has("organisation_title", entry.name)


def _giver(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    if level == "非政府":
        return _Judgement("excluded", "NON_GOV", "客户、媒体等非政府颁发")
    return None


def _nature(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    honours = load_lexicon("honours")
    said = re.search(r"非质量(?:类|荣誉|奖)?|与质量无关", entry.text) or re.search(
        rf"{re.escape(entry.name)}(?:工会|党委|党支部|党组织|团委|妇联)", entry.text
    )
    if said or (honours.has("not_quality", entry.name) and not honours.has("quality", entry.name)):
        if honours.has("qualification", entry.name) and not said and level not in _BELOW:
            return None
        return _Judgement("excluded", "NOT_QUALITY", "与质量无关")
    return None


def _level(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    if level in _BELOW:
        return _Judgement("excluded", "BELOW_PROVINCE", f"属{level}，不是国家级或省部级")
    return None


def _doubts(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    """Honours a person has to check before they are listed."""
    honours = load_lexicon("honours")
    state = entry_state(entry, as_of)
    if state == "missing":
        return _Judgement("borderline", "DATE_MISSING", "材料未写明获奖时间，无法判断是否在近五年内")
    if state == "ambiguous" or _ROUGHLY.search(entry.text):
        return _Judgement("borderline", "DATE_AMBIGUOUS", "只写到年（月），跨窗口起点，需核实具体日期")
    if level == "协会":
        return _Judgement("borderline", "ASSOCIATION", "行业协会、群团组织评选，是否算省部级需核实")
    if honours.has("qualification", entry.name):
        return _Judgement("borderline", "QUALIFICATION", "属资质认定或称号，是否算质量荣誉需核实")
    if level == "省级部门" and not honours.has("famous", entry.name):
        return _Judgement("borderline", "DEPARTMENT", "省级部门颁发，是否算省部级需核实")
    if not honours.has("quality", entry.name):
        return _Judgement("borderline", "NATURE", "是否属质量荣誉需核实")
    if level == "不明":
        return _Judgement("borderline", "ISSUER_UNKNOWN", "材料未写明颁发单位，级别需核实")
    if not entry.issuer and not honours.has("famous", entry.name) and not _GIVER_FIRST.match(entry.name):
        return _Judgement("borderline", "ISSUER_UNKNOWN", "材料未写明颁发单位，级别由名称推知，需核实")
    return None


def _claim(entry: Entry) -> str:
    return re.sub(r"（[^（）]*）", "", entry.text)


_WHOSE = {
    "other": "获奖主体不是申报主体",
    "team": "获奖主体是班组、部门，不是申报主体",
    "person": "获奖主体是他人，不是申报主体",
    "organisation": "获奖主体是单位，不是本人",
}
_BELOW = frozenset({"市级", "县级", "单位级"})
_CHECKS = (_revoked, _certificate, _state, _window, _subject, _giver, _nature, _level, _doubts)

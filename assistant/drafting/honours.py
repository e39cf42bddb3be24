"""Judge honours for the column 近五年国家级或省部级质量荣誉: window, level, subject, state, and quality.

Standard: `chongqing-2024` attachment 2; reason codes of the drafting standard. Levels and words are data
(corpus/drafting/honours.yaml).
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.honour_entries import Entry
from assistant.drafting.material.model import Honour, Kind, Standing
from assistant.drafting.material.own import own_end
from assistant.drafting.material.recipient import recipient
from assistant.language.dates import PartialDate

WINDOW_YEARS = 5
_PROVINCE_NAME = re.compile(
    r"^(?:[“《]?)(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省|"
    r"^(?:[“《]?)(?:内蒙古|广西|西藏|宁夏|新疆)|^(?:[“《]?)(?:北京|上海|天津|重庆)市?(?![\u4e00-\u9fff]{1,3}[区县])|^(?:[“《]?)(?:全)?省"
)
_NATIONAL_NAME = re.compile(r"^(?:[“《]?)(?:全国|国家|中国(?!石油|移动|联通|电信|建设|银行|铁路|石化|建筑))|国家级")
# A title that says of itself that it is the state's, whichever ministry gives it (国家级专精特新“小巨人”).
_SAID_NATIONAL = re.compile(r"[“《]?国家级")
_CITY_NAME = re.compile(r"^(?:[“《]?)(?!省)[\u4e00-\u9fff]{2,4}?(?:市|州|盟)(?!场)|^(?:全)?市")
_COUNTY_NAME = re.compile(
    r"^(?:[“《]?)(?:[\u4e00-\u9fff]{2,3}市)?[\u4e00-\u9fff]{1,5}?(?:区|县|旗)(?!域)|^(?:全)?[区县]"
)
_MUNICIPALITY = re.compile(r"[“《]?(?:北京|上海|天津|重庆)市?")
_CITY_GOVERNMENT = re.compile(r"市(?:人民)?政府|市委(?![\u4e00-\u9fff])")
# Whom an honour was given to, said beside it, and an organisation that is said to have received it.
_RECIPIENT = re.compile(
    r"(?:获奖(?:单位|主体|者|人|企业|集体|对象)|受奖单位|授予对象|荣誉归属|归属|(?<=[，（；])授予)(?:为|是|系|均为|：|给)*([^，。；）\n]{2,30})"
)
_RECEIVES = re.compile(
    r"([\u4e00-\u9fff]{2,24}(?:公司|医院|学校|中学|小学|合作社|厂|集团|协会|农场|研究院|研究所|酒店|超市|银行))"
    r"(?:曾|还|又|于|在|也)?[0-9年月日]{0,11}(?:喜|荣)?(?:获|被评|被授|被认定|获评|凭|捧回|摘得)"
)
_PLACE_BEFORE = re.compile(
    r"(?:[为获予，了过的]|年|月|日|^)([\u4e00-\u9fff]{1,6}(?:区|县|旗|镇|乡|街道|市|州))(?:级|的)?[“《]?$"
)
# A step that lies behind the award (公示后获…, 经现场评审被授予…).
_PASSED = re.compile(
    r"(?:经|通过)?(?:公示|现场评审|评审|答辩|复评|初评|推荐)(?:无异议|结束|期满|完毕|通过)?(?:后|之后|，)?(?:已|正式|最终)*(?=获(?!奖)|被|授|荣)"
)
# A body that only hands the paper on or puts the name forward.
_HANDED_ON = re.compile(
    r"(?:由|经)[^，。；]{1,10}(?:转发|推荐|转来|代领|上报)[^，。；]{0,6}|集团(?:公司)?推荐|"
    r"(?:集团|总部|母公司|总公司|上级|客户)[^，。；]{0,6}(?:派人|派员|来贺|祝贺|道贺|致贺|来电|发来|列席|到场|观礼)"
)
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


def level_of(entry: Entry) -> str:
    """One of the levels of `Honour`, by the issuer first and by the name where none is given."""
    honours = load_lexicon("honours")
    issuer, name = entry.issuer, entry.name
    by_state = honours.has("level_ministry", issuer) or honours.has("level_national", issuer)
    if (honours.has("association", issuer) and not by_state) or (not issuer and honours.has("association", name)):
        return _local(issuer or name) or "协会"
    if issuer.startswith("市") and _MUNICIPALITY.match(name):
        return "省部级" if _CITY_GOVERNMENT.match(issuer) else "省级部门"
    if honours.has("non_government", issuer or ("" if honours.has("famous", name) else entry.text)) or (
        not by_state and honours.has("non_government", name)
    ):
        return "非政府"
    for place in (issuer, name) if issuer else (name,):
        for level, words in _LEVELS:
            if honours.has(words, place):
                return "国家级" if level == "省部级" and _SAID_NATIONAL.match(name) else level
        if place == issuer:
            continue
        for level, pattern in _NAME_LEVELS:
            if pattern.search(place):
                return level
    return _said_before(entry)


def _said_before(entry: Entry) -> str:
    """The level of the place named before the honour (被评为城区“最美职工”), 不明 where none is."""
    before = entry.text[: entry.text.find(entry.name)] if entry.name in entry.text else ""
    place = _PLACE_BEFORE.search(before)
    if place is None:
        return "不明"
    return "市级" if place[1].endswith(("市", "州")) else "县级"


def _local(body: str) -> str:
    """市级 or 县级 where an association is that of a city or a county (矿区总工会, 阳泉市科协), else empty."""
    if _PROVINCE_NAME.match(body) or _NATIONAL_NAME.match(body):
        return ""
    return next((level for level, pattern in _NAME_LEVELS[2:] if pattern.match(body)), "")


def _dated(entry: Entry) -> str:
    """The date as written; a relative one (去年) as the year and month it comes to."""
    if entry.date is None:
        return ""
    return str(entry.date.value) if entry.date.relative else re.sub(r"\s+", "", entry.date.text)


def _judgement(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement:
    for check in (_state, _certificate, _window, _subject, _giver, _nature, _level, _doubts):
        judgement = check(entry, kind, applicant, level, as_of)
        if judgement is not None:
            return judgement
    return _Judgement("listed")


def _state(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    told = _PASSED.sub("", entry.text.replace("提名奖", "＿＿＿"))
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
    text = entry.text.replace(applicant, "") if applicant else entry.text
    if level == "单位级":
        return None
    whose = recipient(entry.told, kind, applicant, own_end(applicant))
    if whose:
        return _Judgement("excluded", "NOT_OWN", _WHOSE[whose])
    if honours.has("other_subject", _HANDED_ON.sub("", text)) or _of_another(entry.text, kind, applicant):
        return _Judgement("excluded", "NOT_OWN", "获奖主体不是申报主体")
    if kind == "organisation":
        if honours.has("person_subject", text) or honours.has("team_subject", text):
            return _Judgement("excluded", "NOT_OWN", "获奖主体是个人或班组，不是本单位")
        if honours.has("person_title", entry.name) and not honours.has("organisation_title", entry.name):
            return _Judgement("excluded", "NOT_OWN", "属个人荣誉，不是本单位荣誉")
    elif _of_organisation(entry, text):
        return _Judgement("excluded", "NOT_OWN", "属单位或班组荣誉，不是本人荣誉")
    return None


def _of_another(text: str, kind: Kind, applicant: str) -> bool:
    """The material names a recipient that is not the applicant."""
    names = [match[1] for pattern in (_RECIPIENT, _RECEIVES) for match in pattern.finditer(text)]
    for name in names:
        own = bool(applicant) and (applicant in name or name in applicant or name[-6:] in applicant)
        if kind == "individual" and own:
            continue
        if not own and not (kind == "organisation" and _OURSELVES.search(name)):
            return True
    return False


def _of_organisation(entry: Entry, text: str) -> bool:
    honours = load_lexicon("honours")
    if honours.has("person_title", entry.name):
        return False
    whose = re.search(
        r"(?:公司|企业|单位|车间|班组|小组|集体|团队|医院|学校|合作社|厂)(?:获|荣获|被|于[0-9]|[0-9]{4}年|的|：)", text
    )
    return whose is not None or honours.has("organisation_title", entry.name)


def _giver(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    if level == "非政府":
        return _Judgement("excluded", "NON_GOV", "客户、媒体等非政府颁发")
    return None


def _nature(entry: Entry, kind: Kind, applicant: str, level: str, as_of: date) -> _Judgement | None:
    honours = load_lexicon("honours")
    said = re.search(r"非质量(?:类|荣誉|奖)?|与质量无关", entry.text)
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
    if state == "ambiguous":
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
    if not entry.issuer and not honours.has("famous", entry.name):
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
_LEVELS = (
    ("单位级", "level_unit"),
    ("国家级", "level_national"),
    ("县级", "level_county"),
    ("省级部门", "level_department"),
    ("省部级", "level_ministry"),
    ("省部级", "level_province"),
    ("市级", "level_city"),
)
_NAME_LEVELS = (
    ("国家级", _NATIONAL_NAME),
    ("省部级", _PROVINCE_NAME),
    ("县级", _COUNTY_NAME),
    ("市级", _CITY_NAME),
)

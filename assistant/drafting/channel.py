"""Whether the call an application answers takes such an applicant (the drafting standard's CHANNEL_SCOPE)."""

import re

from assistant.drafting.aims import Applicant
from assistant.drafting.lexicon import Lexicon, load_lexicon
from assistant.drafting.material.model import Honour, Span

Concern = tuple[str, Span]

# A material that never speaks of an award, of a call or of handing itself in (a page of the web) answers none.
_ANSWERS = re.compile(r"质量奖|质量管理奖|质量(?:大会|工作|强)|自荐|参评|报送|上报|经信委|经济和?信息化|征集|优质组织")
# By whom the material is handed on: the call for manufacturers is that of the commission for industry.
_HANDED_ON = re.compile(
    r"(?:由|报|经|通过|向|渠道[：:]?|（)(?:[^，。；（）\n]{0,8}?(?:市|区|县|省))?(?P<office>(?:教育|教)(?:委|局|厅)|国资委|国资监管[^，。；\n]{0,3}|卫(?:生)?健(?:康)?委|民政局"
    r"|文旅(?:委|局)|文化(?:和)?旅游(?:委|局)|住建(?:委|局)|交通(?:委|局)|农业农村(?:委|局)|商务(?:委|局)|质量协会|经信(?:委|局)|经济和?信息化(?:委员会|委|局))"
    r"[^，。；\n]{0,6}(?:渠道|报|推荐|转报|上报|报送|上|征集|科|处|$)"
)
_HEAD = 160
_INDUSTRY_OFFICE = re.compile(r"经信|经济和?信息化")
_CHONGQING = re.compile(r"重庆|[区县]$")
_MANUFACTURING = re.compile(
    r"采矿|采选|开采|洗选|纺织|印染|制鞋|服装|印刷|媒介复制|冶炼|酿造|废弃资源|设备修理|制造|制品|加工|工业|生产"
)
_MAKES = re.compile(r"制造|生产|加工|制品|冶炼|铸造|铸件|锻造|锻件|机械|设备|材料|食品")
_MAKING = re.compile(r"制造|生产|加工")
_SERVES = re.compile(
    r"医院|学校|中学|小学|幼儿园|学院|施工|建设工程|建筑|养老|养护|物流|运输|仓储|酒店|宾馆|餐饮|物业|软件|检测|检验|协会|商会|供水|"
    r"公交|银行|种植|养殖|合作社|旅游|诊疗|康复|教育|培训|设计|咨询|保洁|家政|超市|零售"
)


# Whom the call of Chongqing takes beside manufacturers, and what is no title held (`chongqing-2024`:
# “全国质量标杆企业、国家级专精特新“小巨人”企业、国家级单项冠军企业”).
_TAKEN = re.compile(r"全国质量标杆|小巨人|单项冠军")
_OF_THE_STATE = re.compile(r"全国|国家|工业和信息化部|工信部")
_NOT_HELD = frozenset({"NOT_OWN", "NOT_OBTAINED", "REVOKED"})


def channel(applicant: Applicant) -> Concern | None:
    """The call the material itself tells of, else the one of its place."""
    if not any(_ANSWERS.search(scan.text) for scan in applicant.scans):
        return None
    return _told_call(applicant) or _chongqing_call(applicant)


def _told_call(applicant: Applicant) -> Concern | None:
    """The material says whom a call takes and is of another kind, or doubts that the call takes the applicant."""
    words = load_lexicon("subjects")
    makes = makes_things(applicant)
    for scan in applicant.scans:
        for sentence in scan.sentences:
            told = words.has("call_doubted", sentence.text) or (not makes and words.has("call_takes", sentence.text))
            told = (told or _outside(sentence.text, words)) and not words.has("call_open", sentence.text)
            if told and not scan.sealed(sentence.start, sentence.end):
                return "CHANNEL_SCOPE", scan.source.span(sentence.start, sentence.end)
    return None


def _outside(sentence: str, words: Lexicon) -> bool:
    """A call, whom it names or leaves out, and that the applicant is none of them, all told in one sentence."""
    if not words.has("call", sentence) or not words.has("call_outside", sentence):
        return False
    return words.has("call_names", sentence)


def makes_things(applicant: Applicant) -> bool:
    """Whether the applicant is known for a maker of things, by its industry, else by its scope and name."""
    industry = applicant.facts.get("industry")
    if industry is not None:
        return _MANUFACTURING.search(str(industry.value)) is not None
    facts = [applicant.facts.get(key) for key in ("business_scope", "name")]
    return any(fact is not None and _MAKES.search(str(fact.value)) for fact in facts)


def _handed_on(applicant: Applicant) -> str:
    """Whose channel the head of the material says it takes: `industry`, `other`, or "" where it names none."""
    for scan in applicant.scans:
        told = _HANDED_ON.search(scan.text, 0, _HEAD)
        if told is not None and not scan.sealed(*told.span()):
            return "industry" if _INDUSTRY_OFFICE.search(told["office"]) else "other"
    return ""


def _holds(honour: Honour) -> bool:
    """Whether an honour is one of the titles by which Chongqing's call takes a firm of any trade."""
    named = _TAKEN.search(honour.name) and _OF_THE_STATE.search(honour.span.quote)
    return bool(named) and honour.reason_code not in _NOT_HELD


def _chongqing_call(applicant: Applicant) -> Concern | None:
    """Chongqing's call goes to manufacturers (`chongqing-2024`: “面向全市主导及支柱产业的制造业领军企业”).

    Where no industry is named, the business scope and the name say whether it makes or serves.
    """
    county, industry = applicant.facts.get("county"), applicant.facts.get("industry")
    told = _handed_on(applicant)
    if any(_holds(honour) for honour in applicant.honours):
        return None
    if county is None or (told == "other" or (applicant.kind == "individual" and not told)):
        return None
    if not re.search("重庆", county.span.quote) and "市" in str(county.value):
        return None
    in_chongqing = any("重庆" in scan.text for scan in applicant.scans) and _CHONGQING.search(str(county.value))
    if not in_chongqing:
        return None
    if industry is not None:
        return None if _MANUFACTURING.search(str(industry.value)) else ("CHANNEL_SCOPE", industry.span)
    scope, name = applicant.facts.get("business_scope"), applicant.facts.get("name")
    if scope is not None and _SERVES.search(str(scope.value)):
        return None if _MAKING.search(str(scope.value)) else ("CHANNEL_SCOPE", scope.span)
    makes = any(fact is not None and _MAKES.search(str(fact.value)) for fact in (scope, name))
    serves = name is not None and not makes and _SERVES.search(str(name.value))
    return ("CHANNEL_SCOPE", name.span) if name is not None and serves else None

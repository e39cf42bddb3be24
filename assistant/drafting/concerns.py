"""What may stand in the way of an application: aim, channel, subject, years and earlier awards.

These are hints for a person; the verdict on eligibility belongs to assistant/eligibility.
"""

import re
from dataclasses import dataclass
from datetime import date

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Fact, Honour, Kind, Span
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.targets import Target, load_targets
from assistant.language.dates import DateMention
from assistant.language.numerals import find_quantities

Concern = tuple[str, Span]

_AIM = re.compile(
    r"申报|申请|参评|推荐|报名|争创|冲|[拟想要来去]报|报(?=(?:[0-9]{4}年|[\u4e00-\u9fff]){0,6}(?:市|省|县|中国|宝鸡|兰州|阳泉|重庆))|(?:愿意?|同意)报"
)
_TITLE_LINES = 3
_PAPER = re.compile(r"材料|申请|自评|推荐|（[^（）]{1,8}[组类]）|[组类]$|登记|表$|书$|汇报|情况")
_WON = re.compile(r"获|荣获|授予|评为|得过|提名奖|(?<![报评加])[0-9]{4}年[0-9]{0,2}月?$")
_CHONGQING = re.compile(r"重庆|[区县]$")
_MANUFACTURING = re.compile(r"制造|制品|加工业|工业|生产")
_MAKES = re.compile(r"制造|生产|加工|制品|冶炼|铸造|铸件|锻造|锻件|机械|设备|材料|食品")
_MAKING = re.compile(r"制造|生产|加工")
_SERVES = re.compile(
    r"医院|学校|中学|小学|幼儿园|学院|施工|建设工程|建筑|养老|养护|物流|运输|仓储|酒店|宾馆|餐饮|物业|软件|检测|检验|协会|商会|供水|"
    r"公交|银行|种植|养殖|合作社|旅游|诊疗|康复|教育|培训|设计|咨询|保洁|家政|超市|零售"
)
_CITY_AWARD = re.compile(
    r"(?:市里|市上|我们?市|本市|咱市|全市)(?:要|在|正在|今年)?(?:评|搞|办|报|设|的|选)*(?:政府)?质量奖|(?<![\u4e00-\u9fff])市(?:政府)?质量奖"
)
_TOP_AWARD = re.compile(
    r"(?:^|政府|公布|颁发?|授予|[的：])(?:第[一二三四五六七八九十0-9]{1,3}届)?(?:中国质量奖|[\u4e00-\u9fff]{0,4}省?(?:人民政府|省长|政府)?质量奖|"
    r"重庆市(?:市长)?质量(?:管理)?奖)(?:（?(?:正奖|金奖)）?)?$"
)
_SCHOOL = re.compile(r"学校|中学|大学|学院|幼儿园|高中")
_TEAM = re.compile(r"(?:班组|QC小组|小组|车间|工段|科室|护理组|项目部|[^大中小]班|[一二三四五六七八九十]组)$")
_FOR_PERSONS = re.compile(
    r"(?:评选|评审|申报|受理)?(?:范围|对象)(?:是|为|限|仅)[^，。；]{0,6}(?:单位|组织|企业)|只(?:评|收|受理)(?:单位|组织|企业)|不(?:评|收|设|受理)个人|"
    r"个人[^，。；]{0,4}(?:是否|能否|不)(?:受理|能报|可报|参评)|^[（(]?个人(?:组|类|奖)"
)
_PERSONAL = re.compile(r"质量奖[（(]?(?:的)?个人")
_AS_TEAM = re.compile(
    r"(?:用|以|按)(?:个人|班组|小组|团队|公司|部门)(?:名义)?(?:来)?(?:申?报)?(?:，)?还是(?:用|以|按)?(?:个人|班组|小组|团队|公司|部门)|"
    r"(?:个人|班组|小组|公司)(?:和|与|、)(?:个人|班组|小组|公司)[^，。；]{0,8}(?:没分清|混在一起|分不清|没理清)|(?:以|用)[^，。；\n]{0,16}(?:班组|小组|车间|科室|部门|[^大中小]班)(?:的)?名义|(?:报|申报)(?:班组|公司)还是(?:报)?(?:公司|班组)|(?:我们|本)(?:班组|车间|科室|班|组)|班组(?:申报|为申报主体)"
)
_WHOSE_NAME = re.compile(
    r"(?:用|以|按)(?:个人|班组|小组|团队|公司)(?:名义)?(?:来)?(?:申?报)?[，]?还是(?:用|以|按)?(?:个人|班组|小组|团队|公司)|"
    r"(?:报|申报)(?:个人|班组|小组|公司)还是(?:报)?(?:个人|班组|小组|公司)|(?:个人|班组|小组|公司)(?:和|与|、)(?:个人|班组|小组|公司)[^，。；]{0,8}(?:没分清|混在一起|分不清|没理清)"
)
_BODY = (
    r"(?:个人|班组|小组|团队|公司|单位|全厂|厂里|集团|总公司|分公司|总部|车间|科室|部门|"
    r"学校|医院|[^大中小]班|他(?:自己)?|本人)"
)
_EITHER = rf"{_BODY}(?:名义)?的?，?(?:还是|或者?)(?:填|写|报|用|以|是)?[^，。；]{{0,6}}{_BODY}"
# Whose the work or the figures are is said not to be told apart, whatever the words.
_MIXED = re.compile(
    rf"{_EITHER}[^。；]{{0,16}}(?:说不清|分不开|分不清|没分|拆不开|难分|不好说|没定|没统一)|(?:填|写|报|用|以)[^，。；]{{0,8}}{_EITHER}|"
    rf"(?:有的|有些|部分)是?[^，。；]{{0,6}}{_BODY}的?，[^。；]{{0,6}}(?:有的|有些|部分|其余)是?[^，。；]{{0,6}}{_BODY}|"
    rf"{_BODY}[^，。；]{{0,4}}[和与、]{_BODY}的?[^，。；]{{0,6}}(?:混着|混写|混在|一起写|放在一起|没拆|没有拆|合着写|搅在)|"
    r"(?:整个|全)?(?:集团|总公司)[^，。；]{0,6}(?:合在一起|加在一起|合并|打捆|汇总)[^。；]{0,16}(?:没有?拆|没分|拆不开|分不开|没有单独)|"
    r"(?:集团|总公司|母公司|总部)[^。；]{0,60}(?:可以|一并|一起|都)(?:写上|写进|算上|填上|报上|列上|算进)|"
    rf"(?:主体|名义|名头)[^，。；]{{0,10}}{_BODY}[^。；]{{0,10}}(?:没定|未定|没统一|没想好|两可)"
)
_STARTED = re.compile(
    r"参加工作|从事|入职|进厂|入厂|从业|上岗|任教|从医|到[^，。；]{0,10}工作|下井|进矿|进站|入行|学徒|拜师|调入|开始|起(?:管|做|干|任)|当[^，。；]{1,6}(?:工|员)"
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the concerns are judged by."""

    scans: tuple[Scan, ...]
    kind: Kind
    as_of: date
    facts: dict[str, Fact]
    honours: tuple[Honour, ...]


def find_concerns(applicant: Applicant) -> list[Concern]:
    """Flag codes with the span each rests on, at most one of a code."""
    found: list[Concern] = []
    for check in (_target_mismatch, _channel, _subject_scope, _duration, _duplicate):
        concern = check(applicant)
        if concern is not None:
            found.append(concern)
    return found


def aims(applicant: Applicant) -> list[tuple[Target, Span]]:
    """The awards the material says it applies for, with the clause that says so."""
    found = []
    for scan in applicant.scans:
        for target in load_targets():
            for match in target.asked.finditer(scan.text) if target.cities else ():
                start, end = clause_bounds(scan.text, match.start(), match.end(), "，。；！？\n")
                before = scan.text[start : match.start()]
                asks = _AIM.search(scan.text[start:end]) or _titled(scan.text, match.end())
                if asks and not _WON.search(before) and not scan.sealed(start, end):
                    found.append((target, scan.source.span(start, end)))
                    break
    return found


def _titled(text: str, position: int) -> bool:
    """Whether the award named before `position` stands in the title of the paper (报送材料｜宝鸡市质量奖（工业组）)."""
    start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    line = text[start : end if end >= 0 else len(text)]
    return text.count("\n", 0, position) < _TITLE_LINES and _PAPER.search(line) is not None


def _aims_nearby(applicant: Applicant) -> list[tuple[Target, Span]]:
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


def _target_mismatch(applicant: Applicant) -> Concern | None:
    barred = _barred_school(applicant)
    if barred is not None:
        return barred
    barred = _barred_person(applicant)
    if barred is not None:
        return barred
    for target, span in aims(applicant) or _aims_nearby(applicant):
        as_person = _PERSONAL.search(span.quote) is not None and "individual" not in target.kinds
        if applicant.kind not in target.kinds or as_person:
            return "TARGET_MISMATCH", span
    return None


def _barred_person(applicant: Applicant) -> Concern | None:
    """An award named beside a person that takes organisations only (…的评选范围是单位, …个人组，报她)."""
    for target in load_targets():
        if applicant.kind in target.kinds or not target.cities:
            continue
        for scan in applicant.scans:
            for match in target.asked.finditer(scan.text):
                start, end = clause_bounds(scan.text, match.start(), match.end(), "。；！？\n")
                if _FOR_PERSONS.search(scan.text[match.end() : end]) and not scan.sealed(start, end):
                    return "TARGET_MISMATCH", scan.source.span(start, end)
    return None


def _barred_school(applicant: Applicant) -> Concern | None:
    """Of schools an award may take only some kinds (`chongqing-2024`: “教育机构（仅限小学、初中和职业技术学校）”)."""
    name, intent = applicant.facts.get("name"), applicant.facts.get("intent_china_quality_award")
    if applicant.kind == "individual" or name is None or intent is None or intent.value != "是":
        return None
    told = str(name.value) + str(applicant.facts["business_scope"].value if "business_scope" in applicant.facts else "")
    for target in load_targets():
        if (
            target.schools
            and target.other_schools
            and _SCHOOL.search(str(name.value))
            and target.other_schools.search(told)
        ):
            return None if target.schools.search(told) else ("TARGET_MISMATCH", name.span)
    return None


def _channel(applicant: Applicant) -> Concern | None:
    """Chongqing's call goes to manufacturers (`chongqing-2024`: “面向全市主导及支柱产业的制造业领军企业”).

    Where no industry is named, the business scope and the name say whether it makes or serves.
    """
    county, industry = applicant.facts.get("county"), applicant.facts.get("industry")
    if county is None or applicant.kind == "individual":
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


def _subject_scope(applicant: Applicant) -> Concern | None:
    name = applicant.facts.get("name")
    if applicant.kind == "organisation" and name is not None and _TEAM.search(str(name.value)):
        return "SUBJECT_SCOPE", name.span
    for scan in applicant.scans:
        told = _AS_TEAM if applicant.kind == "organisation" else _WHOSE_NAME
        match = told.search(scan.text) or _MIXED.search(scan.text) or _mixed(scan)
        if match and not scan.sealed(*match.span()):
            return "SUBJECT_SCOPE", scan.source.span(*clause_bounds(scan.text, *match.span()))
    return None


def _mixed(scan: Scan) -> re.Match[str] | None:
    """Where the name to apply in is left open or the figures of several bodies stand together."""
    subjects = load_lexicon("subjects")
    rest = subjects.patterns["mixed_not"].sub(lambda match: "＿" * len(match.group()), scan.text)
    return subjects.find("mixed", rest)


def _targets_of(applicant: Applicant) -> list[Target]:
    """The awards aimed at; where the material names none, the award of its own city."""
    named = [target for target, _ in aims(applicant)]
    county = applicant.facts.get("county")
    city = str(county.value) if county is not None else ""
    return named or [target for target in load_targets() if any(city.startswith(name) for name in target.cities)]


def _duration(applicant: Applicant) -> Concern | None:
    for target in _targets_of(applicant):
        years = target.years if applicant.kind == "organisation" else target.individual_years
        if years:
            concern = _too_young(applicant, years) if applicant.kind == "organisation" else _too_new(applicant, years)
            if concern is not None:
                return concern
    return None


def _too_young(applicant: Applicant, years: int) -> Concern | None:
    founded = applicant.facts.get("founded")
    if founded is None:
        return None
    mention = next((m for m in _mentions(applicant) if str(founded.value) == re.sub(r"\s", "", m.text)), None)
    if mention is None or mention.value.last() <= _years_before(applicant.as_of, years):
        return None
    return "ELIGIBILITY_DURATION", founded.span


def _too_new(applicant: Applicant, years: int) -> Concern | None:
    """The latest start named is too recent and no longer span of work is claimed."""
    starts: list[tuple[DateMention, Span]] = []
    for scan in applicant.scans:
        for mention in scan.dates:
            start, end = clause_bounds(scan.text, mention.start, mention.end, "，。；！？\n")
            if _STARTED.search(scan.text[start:end]) and not scan.sealed(start, end):
                starts.append((mention, scan.source.span(start, end)))
        for quantity in find_quantities(scan.text):
            start, _ = clause_bounds(scan.text, quantity.start, quantity.end, "，。；！？\n“”")
            before = scan.text[max(start, quantity.start - 10) : quantity.start]
            claimed = quantity.unit == "年" and re.search(r"从事|工作|一线|在", before)
            if claimed and quantity.value >= years:
                return None
    if not starts or min(m.value.first() for m, _ in starts) <= _years_before(applicant.as_of, years):
        return None
    return "ELIGIBILITY_DURATION", starts[0][1]


def _duplicate(applicant: Applicant) -> Concern | None:
    again = _won_before(applicant)
    if again is not None or not any(target.winners_excluded for target in _targets_of(applicant)):
        return again
    for honour in applicant.honours:
        if _TOP_AWARD.match(honour.name) and honour.reason_code not in {"NOT_OBTAINED", "NOT_OWN"}:
            city = load_lexicon("honours").has("level_city", honour.issuer or honour.name)
            if honour.level in {"国家级", "省部级"} and not city:
                return "ELIGIBILITY_DUPLICATE", honour.span
    return None


def _won_before(applicant: Applicant) -> Concern | None:
    """The award aimed at has been won already (a nomination does not count)."""
    for target, _ in aims(applicant):
        for honour in applicant.honours:
            won = target.asked.search(honour.name) and "提名" not in honour.name
            if won and honour.reason_code not in {"NOT_OBTAINED", "NOT_OWN"}:
                return "ELIGIBILITY_DUPLICATE", honour.span
    return None


def _mentions(applicant: Applicant) -> list[DateMention]:
    return [mention for scan in applicant.scans for mention in scan.dates]


def _years_before(day: date, years: int) -> date:
    return day.replace(year=day.year - years, day=min(day.day, 28) if day.month == 2 else day.day)

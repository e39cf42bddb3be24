"""The head count of the whole organisation, told apart from the counts of its parts."""

import re
from dataclasses import dataclass

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.adjudicate import adjudicated
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.own import withdrawn, without_own
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.language.dates import PartialDate
from assistant.language.numerals import parse_number

_NUMBER = r"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?万?|[一二两三四五六七八九十百千零]{2,})"
_ABOUT_BEFORE = r"(?P<near>近|约|大约|将近|超过|超|逾|不到|不足|接近|差不多|大概)?\s*"
_AFTER = r"\s*(?P<many>余|多|来)?\s*(?:名|个人|号人|人|个|位)(?P<around>左右|上下|以上)?"
_EDGES = "，。；！？\n（）、"
_LABELLED_LEAD = (
    r"(?:截[至止][^，。；\n|]{4,12}?(?:底|末|日|月)[，]?|[0-9]{4}年(?:年?[底末]|[0-9]{1,2}月底?)?[：，]?\s*|在编[0-9]+人?[，、]聘用[0-9]+"
    r"人?[，、])?(?:(?:本|分|我|我们?)(?:公司|院|校|厂|单位|店|站|中心|社)[，：]?)?(?:合计|共计?|共有|总计|一共|现有|总数|在册|正式员工|在岗)?"
)
# A paper or an office that gives the count is no part of the staff (值班日志统计：…, 综合管理科统计表：…).
_SOURCE = re.compile(
    r"^.*(?:日志|台账|表|统计|记录|花名册|名册|档案|报告|系统|通报|回执|年报|月报)[^，。；：0-9]{0,6}："
)
_STAFF = re.compile("人数|[员职]工|人员|医护|用工|在岗|劳务|后勤")
_LEFT_OUT = re.compile(
    r"，?(?:均|都)?不(?:在(?:本|此|这)[^，。；]{0,10}(?:之内|范围|里)|计入本|算本|属于?本)|[^，。；（）\n]{0,6}(?:不在其内|不在内|不计入|未计入|不算(?!季|临)|除外|不包括在内)"
)
# A count of long ago is none of today.
_BACK_THEN = re.compile(
    r"(?:当时|当年|那时|[建成创开][\u4e00-\u9fff]{1,2}(?:时|之初|初期)|起步时|起初|最初)[^。；\n]*$"
)
_NOT_STAFF = re.compile("学员|学生|居民|社员|会员|成员|农户|培训[0-9]")
# Parts a count expressly includes do not make it a part (连保安在内, 老板都算上).
_COUNTED_IN = re.compile(r"(?:连同?|含|包括|加上|算上)[^，。；]{1,10}?(?:在内|都算上?)|[^，。；]{1,12}都算上")
_BY_THE_DAY = re.compile(r"[一每当][天日月年周]|全年|累计|先后|历年|培训|接待|服务")
_DOES_SOMETHING = re.compile(
    r"[次天月日]|[\u4e00-\u9fff]{0,4}(?:参加|参与|受训|报名|受益|获|评|持证|签|考|学|来|去|看|投|通过|取得|上岗证|受伤|中毒|住|就诊|入住|用餐|吃|乘|入园|进园|入场|观看|游览|购|受教育|听课|应聘|次|规模的)"
)
_TEAM = re.compile(r"(?:小组|班组|[^大中小]班|[一-鿿]组)$")
_MEMBERS_CLUB = re.compile(r"合作|协会|商会|学会|促进会|联合会|研究会")
# An approximate reading agrees with an exact one within this share of it.
_TOLERANCE = 0.12


@dataclass(frozen=True, slots=True)
class _Count:
    fact: Fact
    exact: bool
    dated: PartialDate | None
    labelled: bool = False


def read_employees(scans: tuple[Scan, ...], applicant: str) -> Fact | Conflict | None:
    """The total head count. A cooperative or an association employs those it 聘用; its members are no employees.
    A team counts its 组员, a branch its own people: the word its name ends with is no part of it.

    Totals of different dates: the latest holds. Totals that cannot both hold are returned as a Conflict unless the
    material says which one prevails. Counts of parts (研发, 一线, 临时工, 成员) never count.
    """
    if _TEAM.search(applicant):
        counts = [count for scan in scans for count in _members(scan)]
    else:
        counts = [count for scan in scans for count in _counts(scan, applicant)]
    if not counts and not _MEMBERS_CLUB.search(applicant):
        counts = [count for scan in scans for count in _bare(scan, applicant)]
    if not counts and _MEMBERS_CLUB.search(applicant):
        counts = [count for scan in scans for count in _hired(scan)]
    counts = _summed(scans) or _latest(_in_post(counts, scans))
    if not counts:
        return None
    groups = _apart(counts)
    if len(groups) == 1:
        return groups[0][0].fact
    readings = tuple(group[0].fact for group in groups)
    return adjudicated(scans, readings) or Conflict("employees", "CONFLICT_EMPLOYEES", readings)


def _counts(scan: Scan, applicant: str) -> list[_Count]:
    found = []
    for value in labelled(scan, "employees"):
        match = re.compile(_LABELLED_LEAD + _ABOUT_BEFORE + _NUMBER + rf"(?:{_AFTER})?").match(scan.text, value.start)
        match = match or _led_in(scan, value.start)
        if match is not None and not (
            match["many"] is None and match.group().strip().isdigit() and _unlike(value.text)
        ):
            found.append(_count(scan, match, True))
    noun = load_lexicon("facts").patterns["employee_noun"].pattern
    total = (
        r"(?:截[至止][^，。；\n|]{4,12}?(?:底|末|日|月)|队伍|总数|总人数|人数|总计|合计|共计|共"
        r"|总共|一共|规模|数|总量|已?达到?|有|为|是|写|填|报|按|算|已有|在册|在岗|合计|合|在|保持在|稳定在|实有|，|：|\s)*"
    )
    pattern = re.compile(rf"(?P<noun>{noun}){total}{_ABOUT_BEFORE}{_NUMBER}{_AFTER}")
    grown = re.compile(
        rf"(?P<noun>{noun})(?:总?人?数)?(?:由|从)[^。；\n]{{2,24}}?(?:增加|增长|发展|扩大|壮大|增|减少|精简)?(?:到|至)"
        rf"(?:了|现在的?|目前的?|如今的?|今年的?|[0-9]{{4}}年(?:的|底|末)*)?{_ABOUT_BEFORE}{_NUMBER}{_AFTER}"
    )
    reverse = re.compile(rf"{_ABOUT_BEFORE}{_NUMBER}{_AFTER}的?(?P<noun>{noun})")
    whole = re.compile(
        rf"(?P<noun>(?:全公司|全厂|全院|全校|全店|全社|全场|全站|全行|全馆|全队|公司上下|总人数|人员总数|全员|企业总"
        rf"|[店厂社]里一共|[店厂社]里总共|店里连我|连我|加上我|连老板|拢共|加上管理人员|加上后勤|连同管理人员|算上管理人员|实有|实际在岗|总计|上上下下|上下|[厂店社院校园所]里现?"
        rf"有|(?:我们|本公司|我公司|我厂|全所|全园|全中心)(?:目前|现在)?现?有|都算上|(?:本|我)(?:公司|院|校|厂|店|社|中心|站|单位|农场|分公司)(?=[0-9])|(?<=[。；\n，])公司(?=[0-9])|(?<=[，。；、：\n])(?:目前|现在|眼下|如今|截至目前)?(?:现)?(?:实际)?(?:在册|在岗|在职)(?:共|有)?(?=[0-9])|常年在岗的?|(?:长期|常年|长年|固定)(?:请|雇|用)?(?:的)?(?:人手|师傅|工人|员工|人|工)[^，。；0-9]{{0,6}}|(?:上班|拿工资|领工资|干活|常年用工|长年用工)的?(?:有|共)?)(?:一共|总共|"
        rf"共有?|现有?|总计|合计|在册|在岗|在编|有|是|为|：)*){_ABOUT_BEFORE}{_NUMBER}"
        rf"{_AFTER}"
    )
    # Spoken: a bare count of people with nothing but words for the whole before it (人146个, 拢共167号人).
    spoken = re.compile(
        rf"(?P<noun>(?:(?<=[，。；、：\n“])人[头手]?(?:呢|嘛|数)?(?:一共|总共|共|有|是|，|现在)*"
        rf"|(?:总共|一共|拢共|统共|拢总|总计|合计|满打满算|里里外外|上上下下|老老少少|连[\u4e00-\u9fff]{{1,4}}带[\u4e00-\u9fff]{{1,6}}?|[厂店社院校站所园场]里头?|全(?:公司|厂|院|校|店|社|场|园|站|所|体|村)[\u4e00-\u9fff]{{0,6}}?(?:加起来|合起来|算下来|加一块儿?))+(?:现在|目前)?(?:就|也就|总共|一共|是|有)*))"
        rf"{_ABOUT_BEFORE}{_NUMBER}\s*(?P<many>余|多|来)?(?:个|名|号|口)?人?(?P<around>左右|上下|以上)?"
    )
    reported = re.compile(
        rf"(?P<noun>(?:台账|工资表|工资册|社保|花名册|年报|官网|公众号|宣传册|画册|发言稿|讲话稿|[社医]保册|月报|名册|参保名单|"
        rf"统计表|报告|总结|报表|系统|简介|通讯录|统计员?|人事(?:部|科|处)?|财务(?:部|科|处)?|行政(?:部|科)?|工会|会计|出纳|劳资科?|人力(?:资源部?)?|办公室|档案)(?:上|里|中|处)?(?:[0-9]{{1,4}}[月年](?:底|末|份)?)?[^，。；\n0-9]{{0,8}}?(?:是|为|写|记|载"
        rf"|说|报|披露|公布|公示|刊登?|印|登|列|显示|有|人数|在册|在岗|缴纳|参保|登记|上|的|：)+){_ABOUT_BEFORE}{_NUMBER}"
        rf"{_AFTER}"
    )
    for form in (pattern, reverse, whole, grown, reported, spoken):
        for match in form.finditer(scan.text):
            if form is spoken and not _of_people(scan, match):
                continue
            if _is_total(scan, match, applicant) and not _known(found, scan, match):
                found.append(_count(scan, match, False))
    return found


def _of_people(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a spoken count is of people and of nothing they do or are taught (一共120人参加)."""
    start = clause_bounds(scan.text, match.start(), match.end(), "，。；\n")[0]
    said = "人" in match.group() and not _BY_THE_DAY.search(scan.text, start, match.start("number"))
    return (
        said
        and _DOES_SOMETHING.match(scan.text, match.end()) is None
        and not _NOT_STAFF.search(
            scan.text[clause_bounds(scan.text, match.start(), match.end(), "。；\n")[0] : match.start()]
        )
    )


def _in_post(counts: list[_Count], scans: tuple[Scan, ...]) -> list[_Count]:
    """The posts allowed (编制22人) are no head count where the people in post are counted (实有24人)."""
    texts = {scan.source.file: scan.source.raw for scan in scans}
    allowed = [
        c
        for c in counts
        if re.search(r"(?:编制|核编|定编|编制数)[：为]?\s*$", texts[c.fact.span.file][: c.fact.span.start])
    ]
    return [count for count in counts if count not in allowed] or counts


def _summed(scans: tuple[Scan, ...]) -> list[_Count]:
    """The sum a sentence draws from the parts it has counted (正式员工76人，劳务派遣31人，共107人)."""
    pattern = re.compile(
        rf"[0-9][^。；\n]{{0,30}}?[，、；（](?:合计|共计|总计|总共|一共|加起来|共)(?:用工|员工|职工|人员)?(?:有|为|是)?"
        rf"{_ABOUT_BEFORE}{_NUMBER}{_AFTER}"
    )
    found = []
    for scan in scans:
        for match in pattern.finditer(scan.text):
            sentence = scan.sentence_at(match.start())
            whole = sentence.text if sentence is not None else ""
            employs = _STAFF.search(whole) and not _NOT_STAFF.search(whole)
            if employs and not scan.sealed(*match.span()) and not withdrawn(scan, match.start("number"), match.end()):
                found.append(_count(scan, match, False))
    return found if len({count.fact.value for count in found}) == 1 else []


def _led_in(scan: Scan, start: int) -> re.Match[str] | None:
    """A labelled count behind a few words that name no part (全口径在岗746人)."""
    match = re.compile(rf"(?P<lead>[\u4e00-\u9fff：]{{1,10}}?){_ABOUT_BEFORE}{_NUMBER}{_AFTER}").match(scan.text, start)
    return None if match is None or load_lexicon("facts").has("employee_part", match["lead"]) else match


def _bare(scan: Scan, applicant: str) -> list[_Count]:
    """A head count that stands alone (…，66人。) in the line that presents the applicant, or sums up all parts."""
    alone = re.compile(
        rf"(?<=[，。；|｜\n])[ ]*(?:我们|现在|目前|全部|总共|一共|合计|共有?|现有|有)*"
        rf"{_ABOUT_BEFORE}{_NUMBER}{_AFTER}(?=[ ]*(?:[，。；|｜\n.（]|$))"
    )
    mixed = re.compile(
        rf"[与和、及](?:管理|行政|后勤|工作)人员(?:一共|总共|合计|共计|总计|共|加起来){_ABOUT_BEFORE}{_NUMBER}{_AFTER}"
    )
    found = []
    for form in (mixed, alone):
        for match in form.finditer(scan.text):
            _, end = clause_bounds(scan.text, match.start(), match.end(), "\n")
            line = scan.text[scan.text.rfind("\n", 0, match.start()) + 1 : end]
            presents = (applicant and applicant in line) or re.search(r"成立|注册|登记", line)
            if form is mixed or (presents and not withdrawn(scan, match.start("number"), match.end())):
                count = _count(scan, match, False)
                if count.exact and not scan.sealed(match.start(), match.end()):
                    found.append(count)
    return found[:1]


def _unlike(text: str) -> bool:
    """A bare number that begins something else (`人数：2023年…`)."""
    return re.match(r"[0-9]{4}年|[0-9.]+%", text) is not None


def _members(scan: Scan) -> list[_Count]:
    """How many a team (QC小组, 班组) has, as it says of its own members."""
    pattern = re.compile(
        rf"(?:组员|班员|成员|小组|班组|本组|全组|全班|队员)(?:现?有|共有?|人数|：|为|是|成"
        rf"员|组员|员工|职工)*{_ABOUT_BEFORE}{_NUMBER}{_AFTER}"
    )
    found = [match for match in pattern.finditer(scan.text) if not scan.sealed(*match.span())]
    return [_count(scan, match, False) for match in found]


def _known(found: list[_Count], scan: Scan, match: re.Match[str]) -> bool:
    span = scan.source.span(match.start("number"), match.end("number"))
    return any(count.fact.span.start <= span.start < count.fact.span.end for count in found)


def _is_total(scan: Scan, match: re.Match[str], applicant: str) -> bool:
    """The clause counts the whole: no word for a part stands in it before or around the number."""
    if scan.sealed(match.start(), match.end()):
        return False
    start, end = clause_bounds(scan.text, match.start(), match.end(), _EDGES)
    around = scan.text[start : match.end()] + scan.text[match.end() : min(end, match.end() + 8)]
    around = _SOURCE.sub("", around)
    around = _COUNTED_IN.sub("", without_own(around, applicant)).replace("教师员工", "教职工")
    if _BACK_THEN.search(scan.text, max(0, match.start() - 14), match.end()):
        return False
    if withdrawn(scan, match.start(), match.end()) or _LEFT_OUT.match(scan.text, match.end()):
        return False
    return not load_lexicon("facts").has("employee_part", around) and "PLAN_NOT_ACHIEVED" not in scan.codes(start, end)


def _count(scan: Scan, match: re.Match[str], from_label: bool) -> _Count:
    value = parse_number(match["number"].replace(",", ""))
    span = scan.source.span(match.start("near") if match["near"] else match.start("number"), match.end())
    groups = match.groupdict()
    exact = not (groups.get("near") or groups.get("many") or groups.get("around"))
    return _Count(Fact("employees", int(value or 0), span), exact, _date_of(scan, match.start()), from_label)


def _date_of(scan: Scan, position: int) -> PartialDate | None:
    """The date the count is of: the last one named before it in its sentence (截至2023年12月)."""
    sentence = scan.sentence_at(position)
    if sentence is None:
        return None
    dates = [m for m in scan.dates if sentence.start <= m.start < position and position - m.end <= 16]
    return dates[-1].value if dates else None


def _hired(scan: Scan) -> list[_Count]:
    noun = load_lexicon("facts").patterns["employee_part_cooperative"].pattern
    pattern = re.compile(rf"(?P<noun>{noun})(?:共|有|：)?{_ABOUT_BEFORE}{_NUMBER}{_AFTER}")
    return [_count(scan, match, False) for match in pattern.finditer(scan.text) if not scan.sealed(*match.span())]


def _latest(counts: list[_Count]) -> list[_Count]:
    """Of counts that carry different dates only the latest year is kept, beside those without a date."""
    years = {count.dated.year for count in counts if count.dated is not None}
    if len(years) < 2:
        return counts
    return [count for count in counts if count.dated is None or count.dated.year == max(years)]


def _apart(counts: list[_Count]) -> list[list[_Count]]:
    groups: list[list[_Count]] = []
    for count in sorted(counts, key=lambda count: not count.exact):
        for group in groups:
            if _agree(group[0], count):
                group.append(count)
                break
        else:
            groups.append([count])
    return groups


def _agree(one: _Count, other: _Count) -> bool:
    a, b = int(one.fact.value), int(other.fact.value)
    return a == b if one.exact and other.exact else abs(a - b) <= _TOLERANCE * max(a, b)

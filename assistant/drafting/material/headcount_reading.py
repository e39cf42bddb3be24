"""One head count as it stands in the text, and whether it counts the whole."""

import re
from dataclasses import dataclass
from datetime import date

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Fact
from assistant.drafting.material.own import is_group, withdrawn, without_own
from assistant.drafting.material.scan import Scan, clause_near
from assistant.language.dates import PartialDate
from assistant.language.numerals import parse_number

_EDGES = "，。；！？\n（）、"
# A paper or an office that gives the count is no part of the staff (值班日志统计：…, 综合管理科统计表：…).
_SOURCE = re.compile(
    r"^.*(?:日志|台账|表|统计|记录|网页|页面|页|摘要|专栏|栏目|花名册|名册|档案|报告|系统|通报|回执|年报|月报)[^，。；：0-9]{0,6}："
)
# What a paper or an office is quoted with names no part either (行政部年终总结里写的是“年末全公司…).
_QUOTED_SOURCE = re.compile(
    r"^.*(?:总结|报告|年报|月报|报表|[表册]|系统|台账|通报|通知|简报|官网|网站|公众号)(?:里|上|中)?"
    r"(?:写|填|报|印|登|载|记|说|显示|统计)(?:的是|的|是|为|着|了)?[“：]?"
)
# A list of an office counts all (运营部排班表上465人), one of a workshop its own.
_ON_A_LIST = re.compile(
    r"^(?![^，。；]*(?:供应|供货|供方|客户|母公司|总公司|集团|隔壁|对门|兄弟|物业|外包|外协|劳务|派遣|培训|大会|会议|签到|值班|食堂|报餐|用餐|园区|来访|访客|研发部|技术部|质检部|质量部|销售部|车间|班组|分厂|工段|项目部|门店|[一-鿿]班(?!表|系统|名册))).*(?:[表册]|名单|系统|台账)(?:里|上|中)(?=(?:一共|共|是|有)*[0-9])"
)
# A bracket behind a count divides it (74人（编制内21人、聘用53人）), unless it tells what another paper says.
_DIVIDES = re.compile(r"(?P<whole>[0-9][0-9,]*)[ ]?(?:余|多)?(?:名|个)?人?[ ]?（(?P<inside>[^（）\n]*)$")
_TELLS = re.compile(r"[表册网页]|写|说|统计|口径|年报|上报|显示|实际|应为|更正|另据")
_BRACKET_BACK = 80
_LEFT_OUT = re.compile(
    r"，?(?:均|都)?不(?:在(?:本|此|这)[^，。；]{0,10}(?:之内|范围|里)|计入本|算本|属于?本)|[^，。；（）\n]{0,6}(?:不在其内|不在内|不计入|未计入|不算(?!季|临)|除外|不包括在内)"
)
# A count of long ago is none of today.
_BACK_THEN = re.compile(
    r"(?:当时|当年|那时|[建成创开][\u4e00-\u9fff]{1,2}(?:时|之初|初期)|起步时|起初|最初)[^。；\n]*$|(?:[0-9]{4}年(?:的)?(?:时|时候|那会儿?|那时|前后)|最多(?:的)?(?:时候?)|高峰(?:期|时)?|鼎盛时?期?|红火(?:的)?时候?)[^，。；\n]*$"
)
NOT_STAFF = re.compile("学员|学生|居民|社员|会员|成员|农户|培训[0-9]")
# Parts a count expressly includes do not make it a part (连保安在内, 老板都算上).
_COUNTED_IN = re.compile(
    r"^团队(?=[共现有]{0,2}[0-9])|(?<![研术理售创])(?:现有|公司|整个|全部|全体)(?:现有|的)?团队|(?:连同?|含|包括|加上|算上)[^，。；]{1,10}?(?:在内|都算上?)|[^，。；]{1,12}都算上"
    r"|（(?:含|包括|连同?)[^（）\n0-9]{1,12}）|各(?:个)?[\u4e00-\u9fff]{1,4}?(?=的?(?:全部|全体|所有|现有|在岗|在册)?(?:员工|职工|人员|用工))"
)
# 人员 behind a word for what they do is a part, whatever the word (公卫人员15人).
_OF_A_KIND = re.compile(r"(?<!全)(?![公司厂院校店社园站所馆队行场局位体部有共各名等心里的])[\u4e00-\u9fff]$")
_TEACHERS = re.compile(r"教师(?:和|与|、|及)?(?:其他)?(?:员工|职员|职工|工作人员|行政人员|教辅人员|后勤人员)")
# A count of the group the applicant belongs to (集团公司合计员工4200人).
_OF_THE_GROUP = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}集团|母公司|总公司|总行|总院|系统内|全系统|全行业)(?:公司|总部|本部)?"
)
_BY_THE_DAY = re.compile(r"[一每当][天日月年周]|全年|累计|先后|历年|培训|接待|服务")
_DOES_SOMETHING = re.compile(
    r"[次天月日]|[\u4e00-\u9fff]{0,4}(?:参加|参与|受训|报名|受益|获|评|持证|签|考|学|来|去|看|投|通过|取得|上岗证|受伤|中毒|住|就诊|入住|用餐|吃|乘|入园|进园|入场|观看|游览|购|受教育|听课|应聘|次|规模的)"
)

_FULL_TIME = re.compile(r"(?:专职|全职)(?=的?(?:工作)?(?:人员|员工|职工))")
_BESIDE_FULL_TIME = re.compile(
    r"[，；（、](?:另外?|还|其余|外加|此外)?(?:还)?(?:有|请|聘|招募)?[^，。；\n0-9]{0,4}(?:志愿者|义工|兼职|票友)"
)
# How much behind a sum may add more of the staff.
_BESIDE = 40
# A list of the staff of so many years ago says nothing of today.
_YEARS_AGO = 3
_PART = re.compile(r"(?P<label>[\u4e00-\u9fff]{1,10})[ ：]*[0-9]{1,5}[ ]?(?:人|名|个|位)(?=[，、；（ ]|和|与)")


@dataclass(frozen=True, slots=True)
class Count:
    """A head count, whether it is exact, and the date it is of."""

    fact: Fact
    exact: bool
    dated: PartialDate | None


def read_count(scan: Scan, match: re.Match[str]) -> Count:
    """The count a form has matched, with the words that make it approximate."""
    value = parse_number(match["number"].replace(",", ""))
    span = scan.source.span(match.start("near") if match["near"] else match.start("number"), match.end())
    groups = match.groupdict()
    exact = not (groups.get("near") or groups.get("many") or groups.get("around"))
    return Count(Fact("employees", int(value or 0), span), exact, _date_of(scan, match.start()))


def _date_of(scan: Scan, position: int) -> PartialDate | None:
    """The date the count is of: the last one named before it in its sentence (截至2023年12月)."""
    sentence = scan.sentence_at(position)
    if sentence is None:
        return None
    dates = [m for m in scan.dates if sentence.start <= m.start < position and position - m.end <= 16]
    return dates[-1].value if dates else None


def known(found: list[Count], scan: Scan, match: re.Match[str]) -> bool:
    """Whether this very number has been read by another form."""
    start = scan.source.span(match.start("number"), match.end("number")).start
    return any(count.fact.span.start <= start < count.fact.span.end for count in found)


def in_bracket_of_count(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a count stands in the bracket behind a larger one, so that it is a part of that."""
    before = scan.text[max(0, match.start("number") - _BRACKET_BACK) : match.start("number")]
    outer = _DIVIDES.search(before)
    if outer is None or _TELLS.search(outer["inside"]):
        return False
    whole, value = (parse_number(text.replace(",", "")) for text in (outer["whole"], match["number"]))
    return whole is not None and value is not None and value < whole


def of_people(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a spoken count is of people and of nothing they do or are taught (一共120人参加)."""
    start = clause_near(scan.text, match.start(), match.end(), "，。；\n")[0]
    said = "人" in match.group() and not _BY_THE_DAY.search(scan.text, start, match.start("number"))
    return (
        said
        and _DOES_SOMETHING.match(scan.text, match.end()) is None
        and not NOT_STAFF.search(
            scan.text[clause_near(scan.text, match.start(), match.end(), "。；\n")[0] : match.start()]
        )
    )


def is_total(scan: Scan, match: re.Match[str], applicant: str) -> bool:
    """The clause counts the whole: no word for a part stands in it before or around the number."""
    if scan.sealed(match.start(), match.end()) or of_others(scan, match) or in_bracket_of_count(scan, match):
        return False
    if load_lexicon("facts").has("headcount_sum", match.group()) and not all_counted(scan, match):
        return False
    start, end = clause_near(scan.text, match.start(), match.end(), _EDGES)
    behind = scan.text[match.end() : min(end, match.end() + 8)].split("：")[0].split("人均")[0]
    around = _QUOTED_SOURCE.sub("", _SOURCE.sub("", scan.text[start : match.end()] + behind))
    around = _ON_A_LIST.sub("", around)
    around = _TEACHERS.sub("教职工", _COUNTED_IN.sub("", without_own(around, applicant)))
    if is_group(applicant):
        around = around.replace("集团", "公司")  # a group that applies is the whole
    elif "集团" not in applicant and _OF_THE_GROUP.match(around):
        return False
    if _FULL_TIME.search(around) and _BESIDE_FULL_TIME.match(scan.text, match.end()):
        around = _FULL_TIME.sub("", around)  # beside volunteers and part-time staff they are all there is
    elif match["noun"] == "人员" and _OF_A_KIND.search(scan.text[start : match.start("noun")]):
        return False
    if _BACK_THEN.search(scan.text, max(0, match.start() - 14), match.end()):
        return False
    if withdrawn(scan, match.start(), match.end()) or _LEFT_OUT.match(scan.text, match.end()):
        return False
    return not load_lexicon("facts").has("employee_part", around) and "PLAN_NOT_ACHIEVED" not in scan.codes(start, end)


def all_counted(scan: Scan, match: re.Match[str]) -> bool:
    """Whether the parts of a sum may be all of the staff: not only kinds of it (党员、团员), nothing more beside it."""
    facts, sentence = load_lexicon("facts"), scan.sentence_at(match.start("number"))
    if sentence is None:
        return True
    before = scan.text[sentence.start : match.start("number")]
    if facts.has("headcount_more", scan.text[match.end() : match.end() + _BESIDE]):
        return False
    labels = [part["label"] for part in _PART.finditer(before)]
    return (
        not labels
        or facts.has("headcount_everyone", before)
        or not all(facts.has("headcount_side", label) for label in labels)
    )


def of_others(scan: Scan, match: re.Match[str]) -> bool:
    """Whether the clause counts another firm's people (供应商那边花名册上是57个人)."""
    start = clause_near(scan.text, match.start(), match.end(), "，。；！？\n")[0]
    return load_lexicon("facts").has("headcount_others", scan.text[start : match.end()])


def of_old(count: Count, as_of: date) -> bool:
    """Whether a list is of years ago (2019年工资表上是57人): it says nothing of the staff of today."""
    return count.dated is not None and count.dated.last().year <= as_of.year - _YEARS_AGO

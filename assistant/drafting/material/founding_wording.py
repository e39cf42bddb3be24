"""How the words around a date tell of founding: of the licence, of founding, of the first beginnings, or not at all."""

import re
from dataclasses import dataclass

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.own import is_group, withdrawn, without_own
from assistant.drafting.material.scan import Scan, clause_near
from assistant.drafting.material.team_words import is_team
from assistant.language.dates import DateMention

EDGES = "，。；！？\n（）"
# A restructuring that founds the present firm is its founding.
_RESTRUCTURED = re.compile(
    r"(?:^[^，。；]{0,16}?(?:整体)?(?:改制|改组|转制)(?:为[^，。；]{2,16})?(?:，)?并(?:且)?(?:依法)?(?:[在向于到][^，。；]{2,12}?(?:局|厅|机关|部门))?(?=登记|注册|成立|设立))|(?:^由(?:原|前身)?(?:（[^（）]*）|[^，。；（）])*?)?(?:整体|依法|经过?|通过|完成)*(?:改制|改组|转制|转企|重组|变更)(?:后|而来|而)?(?:正式)?(?=(?:正式)?(?:成立|设立|注册|组建|登记))"
)
# A date in the bracket behind another firm's name is that firm's (由原皋岭化工厂（1966年建厂）改制).
_IN_BRACKET_OF = re.compile(r"(?:原|前身|旧|老|母公司|集团|旗下|下属)[^，。；（）\n]{0,24}（[^（）\n]*$")
# What was set up may be a part of the firm: 听诊房是2018年建起来的.
_ITSELF = re.compile(
    r"(?:公司|企业|单位|[厂店院校社场所站园馆]子?|中心|支行|我们|咱们?|农场|合作社|集团|机构|执照|法人证|证照|[它这我])(?:最早|当初|原本|其实|本身|就|也|都|正式|大概)*(?:是|于|在|打|自|从)?$"
)
# A team that applies calls itself so; in a firm's paper a team is a part of the firm.
_TEAM_ITSELF = re.compile(
    r"(?:班组|小组|工段|机组|车间|科室|[班组队科])(?:最早|当初|就|也|都|正式|大概)*(?:是|于|在|打|自|从)?$"
)
# When something has ended, what the next clause tells is of then (2010年7月老厂破产后，由股东重新出资注册).
_ONCE_ENDED = re.compile(
    r"[^，。；\n]{2,20}(?:后|之后|以后|之际|时|同时|批了文|发了文|批复|批准|点了?头)，(?:才|便|就|即|由|经|[^，。；\n]{0,12}?(?:重新|另行|出资|共同))*"
)
# What follows a date that stands in a clause of its own: who did what (2016年7月1日，公司在江津注册).
_RESTRUCTURED_ALONE = re.compile(r"[^，。；]{0,6}(?:改制|转制|改组|重组)(?:后|完成)?")
_NEW_FIRM = re.compile(
    r"[，；](?:并|同时|另行?|重新|随即|以此)*(?:注册|登记|成立|设立|组建)(?:了|为|成立)?(?:本|现|新|我|[\u4e00-\u9fff]{0,20}公司)"
)
# What a chronicle or a quotation sets before its date (【公司史】, 大事记：, 年鉴写“).
_OPENING = re.compile(
    r"^[ ]*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[（(][0-9一二三四五六七八九十]{1,2}[)）])[ 、.．]+|^.*(?:[】：]|写?“)"
)
_BRACKET = re.compile(r"（[^（）\n]*）")
_FROM_ANOTHER = re.compile(r"(?:由|从|在|以)(?:原|前身)?[^，。；]{2,}$")
# 1986年3月，县农中挂牌，即我校之始.
_BEGAN_SO = re.compile(
    r"，[^，。；\n]{2,24}，(?P<says>(?:即|就是|便是|是为|算是|视为|作为|这是)[^，。；\n]{0,4}(?:我|本|该|咱)[们]?[校院厂公店社所园馆站单][司位]?的?(?:之始|起点|开端|源头|开始))"
)
_NEAR = 14
# How and before whom it was founded, between the date and the word that says so.
_BETWEEN = re.compile(
    r"由[^，。；]{2,40}?(?:合并|整合|归并|联合|重组)(?:而来|后)?(?=组建|成立|设立|建成)|从[^，。；]{2,20}?(?:剥离|分离|独立|分立|拆分|分设|划转|脱离)(?:出来|出去)?(?:单独|独立)?(?=注册|成立|登记|设立)|(?:这家公司|单独)(?=从|注册|成立|登记)|以[^，。；]{2,24}?(?:的)?(?:形式|性质|身份|名义|方式)|(?:（[^（）]*）)"
    r"|(?:在|经|由|向|到|于|获)[^，。；]{2,16}?(?:局|厅|委员会|委|大厅|机关|部门|管理所|工商所)(?:核准|批准|审核|依法|正式|窗口)*"
)
# Only a licence is got to found a firm (执照2011年8月拿的).
_GOT = re.compile(r"[才就]?[拿领批发]的")
# What else may have been 办的 on a day.
_SOMETHING_ELSE = re.compile(r"证(?!照)|许可|资质|手续|社保|卡|贷款|活动|培训|展|会|班|赛|节|医保|食堂|网站|账户|备案")
_CLAUSE_BEHIND = re.compile(r"，((?:（[^（）\n]*）|[^，。；！？\n]){2,60})")
_OTHER_FIRM = re.compile(
    r"(?:供应商|经销商|客户|隔壁|兄弟厂|友商|合作方|母公司|总公司|集团(?!有限|股份|责任)(?:公司|总部)?|控股股东|总部(?!这|本身|自己|一块)|总院|前身)(?:（[^）]*）)?[^，。；]{0,8}$"
)
_SET_UP_BY = re.compile(r"[^，。；]{0,4}(?:出资|投资|发起|联合|共同|筹资)[^，。；]{0,2}(?:成立|设立|组建|创办)")
_NAMED_FIRM = re.compile(
    r"(?:成立|设立|注册|组建)了?([\u4e00-\u9fff]{4,20}?(?:有限公司|有限责任公司|集团|研究院|检测中心))"
)
_OF_ANOTHER = re.compile(
    r"的(?:[\u4e00-\u9fff“”]{2,14}|[\u4e00-\u9fff]{0,8}“[\u4e00-\u9fff]{2,24})(?:厂|社|公司|所|店|站|队|作坊|学堂|医院|诊所)"
)
# What was set up is a part of the firm, named behind the word (2020年 成立BIM中心).
_A_PART = re.compile(
    r"[ ，]*(?:公司|我们|厂里?|院里?|校里?)?(?:又|还|正式|率先|牵头)?(?:成立|设立|组建|建立)了?"
    r"[A-Za-z0-9\u4e00-\u9fff“”]{0,12}?"
    r"(?P<part>中心|研究所|研究院|实验室|办公室|委员会|工作室|工作站|小组|[一-鿿][部科室组]|车间|支部|党委|工会|子公司[\u4e00-\u9fff]{0,6}|[一-鿿]班|[一-鿿]队|分公司)(?=[，。；）\n]|$)"
)
# When a predecessor was founded, told on the way (由成立于1986年的事业单位“…所”改制登记设立).
_ON_THE_WAY = re.compile(
    r"由(?:成立|创办|始建|创建|组建|设立|建成|开办|建)于?[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?的"
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands before and behind a date in its clause, without what leads in or comes between."""

    before: str
    after: str
    start: int  # where `before` began in the text


def founding_rank(scan: Scan, mention: DateMention, applicant: str) -> int:
    """0 where the date is no founding date, 1 for the first beginnings, 2 for founding, 3 for licence or register."""
    clause = _clause(scan, mention)
    told = _wording(scan, mention, clause, applicant)
    if told is None:
        return 0
    wording, rest = told
    if _of_another_firm(scan, mention, clause.after, applicant) or withdrawn(scan, mention.start, mention.end):
        return 0
    if _of_another_event(clause.before, rest, wording, applicant):
        return 0
    facts = load_lexicon("facts")
    if facts.has("founding_licence", without_own(_RESTRUCTURED.sub("", clause.before), applicant) + wording):
        return 3
    if facts.has("founding_done", wording):
        if clause.before.strip() and not _of_itself(clause.before, applicant):
            return 0
        if _GOT.fullmatch(wording) and "照" not in clause.before:
            return 0
        if not is_team(applicant) and _SOMETHING_ELSE.search(clause.before + clause.after):
            return 0
    reported = load_lexicon("cues").has("dispute", scan.text[clause.start : mention.start])
    return 1 if facts.has("founding_origin", wording) and not reported else 2


def _clause(scan: Scan, mention: DateMention) -> _Clause:
    """The clause of the date; where the date has one to itself, the next one tells what happened on it."""
    start, end = clause_near(scan.text, mention.start, mention.end, EDGES)
    before = _OPENING.sub("", scan.text[start : mention.start])
    after = _past_brackets(scan, mention.end, end)
    if not before.strip():
        after, end = _behind(scan, mention, after, end)
    if _RESTRUCTURED_ALONE.fullmatch(after) and _NEW_FIRM.match(scan.text, end):
        after = "成立"
    return _Clause(before, _BETWEEN.sub("", _RESTRUCTURED.sub("", after)).rstrip("”」"), start)


def _behind(scan: Scan, mention: DateMention, after: str, end: int) -> tuple[str, int]:
    """What a date that opens its sentence leads to: its own clause, or the next where the first only says when."""
    if not after.strip():
        behind = _CLAUSE_BEHIND.match(scan.text, mention.end)
        on_the_way = _ON_THE_WAY.match(scan.text, behind.start(1)) if behind else None
        start = on_the_way.end() if on_the_way else mention.end
        if behind and not _other_date(scan, behind.end(), mention, start):
            after, end = _BETWEEN.sub("", behind[1]), behind.end()
    ended = _ONCE_ENDED.match(scan.text, mention.end)
    if ended and not _other_date(scan, ended.end(), mention, mention.end):
        after = scan.text[ended.end() : clause_near(scan.text, ended.end(), ended.end(), EDGES)[1]]
    begins = _BEGAN_SO.match(scan.text, mention.end)
    return (begins["says"] if begins else after), end


def _wording(scan: Scan, mention: DateMention, clause: _Clause, applicant: str) -> tuple[str, str] | None:
    """The word of founding said of the date, and the clause as far as that word; None where none is near enough."""
    facts = load_lexicon("facts")
    match = facts.find("founding", clause.after) if clause.after.strip() else None
    if match is not None and match.start() <= _NEAR + _own_length(clause.after, applicant):
        return match.group(), clause.before + clause.after[: match.end()]
    match = _last(facts.patterns["founding"], clause.before)
    if match is None or len(clause.before) - match.end() > 8 or _dated(scan, clause.start + match.start()):
        return None
    return None if _other_date(scan, clause.start + match.end(), mention) else (match.group(), clause.before)


def _of_another_firm(scan: Scan, mention: DateMention, after: str, applicant: str) -> bool:
    """Whether what was founded is a predecessor, a mother company or another firm of its own name."""
    if _IN_BRACKET_OF.search(scan.text, max(0, mention.start - 40), mention.start):
        return True
    start, _ = clause_near(scan.text, mention.start, mention.end, "，。；！？\n")
    before = without_own(scan.text[start : mention.start], applicant)
    if is_group(applicant):
        before = before.replace("集团", "＿＿")  # a group that applies is no other firm than itself
    if not _SET_UP_BY.match(after) and _OTHER_FIRM.search(before):
        return True
    part = _A_PART.match(after)
    if part is not None and not (applicant and applicant.endswith(part["part"][-2:])):
        return True
    named = _OF_ANOTHER.match(after)
    return _another(after, applicant) or (
        named is not None and not (applicant and applicant.startswith(named.group()[1:5]))
    )


def _of_another_event(before: str, rest: str, wording: str, applicant: str) -> bool:
    """Whether the clause tells of a renaming, a start of production, a part of the firm and not of its founding."""
    facts = load_lexicon("facts")
    rest, before = (without_own(_RESTRUCTURED.sub("", piece), applicant) for piece in (rest, before))
    return facts.has("founding_not", rest.replace(wording, "")) or facts.has("founding_not", before)


def _past_brackets(scan: Scan, start: int, end: int) -> str:
    """What follows a date to the end of its clause, what a bracket on another firm adds left out (由原…厂（…）改制)."""
    bracket = _BRACKET.match(scan.text, end)
    if bracket is None or not _FROM_ANOTHER.match(scan.text, start, end):
        return scan.text[start:end]
    return (
        scan.text[start:end] + scan.text[bracket.end() : clause_near(scan.text, bracket.end(), bracket.end(), EDGES)[1]]
    )


def _of_itself(before: str, applicant: str) -> bool:
    """Whether the clause so far speaks of the applicant, and not of a room, a line or a system it has set up."""
    subject = before.strip()
    if _TEAM_ITSELF.search(subject):
        return is_team(applicant)
    return _ITSELF.search(subject) is not None or subject[-4:].rstrip("是于在") in applicant or len(subject) < 2


def _another(after: str, applicant: str) -> bool:
    """The firm that is said to be founded has a name, and it is not the applicant's (注册成立重庆磐石检测有限公司)."""
    named = _NAMED_FIRM.search(after)
    return named is not None and bool(applicant) and named[1] not in applicant and applicant not in named[1]


def _own_length(text: str, applicant: str) -> int:
    """How much of the way to the word of founding the applicant's own name and place take up."""
    name = re.search(rf"{re.escape(applicant)}(?:在[\u4e00-\u9fff]{{2,8}})?", text) if applicant else None
    return len(name.group()) if name else 0


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    matches = list(pattern.finditer(text))
    return matches[-1] if matches else None


def _dated(scan: Scan, word: int) -> bool:
    """Whether the word of founding has its own date before it (2012年8月成立的企业在2018年…)."""
    return any(mention.end == word for mention in scan.dates)


def _other_date(scan: Scan, end: int, mention: DateMention, start: int | None = None) -> bool:
    """Another date between `end` and the mention, or in the stretch behind it that begins at `start`."""
    return bool(scan.dates_in(end, mention.start) if start is None else scan.dates_in(start, end))

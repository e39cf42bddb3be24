"""The founding date, told apart from predecessor, renaming, restructuring and parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.adjudicate import adjudicated
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.own import withdrawn, without_own
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.language.dates import DateMention, PartialDate

_EDGES = "，。；！？\n（）"
# A restructuring that founds the present firm is its founding.
_RESTRUCTURED = re.compile(
    r"(?:^[^，。；]{0,16}?(?:整体)?(?:改制|改组|转制)(?:为[^，。；]{2,16})?(?:，)?并(?:且)?(?:依法)?(?:[在向于到][^，。；]{2,12}?(?:局|厅|机关|部门))?(?=登记|注册|成立|设立))|(?:^由(?:原|前身)?(?:（[^（）]*）|[^，。；（）])*?)?(?:整体|依法|经过?|通过|完成)*(?:改制|改组|转制|转企|重组|变更)(?:后|而来|而)?(?:正式)?(?=(?:正式)?(?:成立|设立|注册|组建|登记))"
)
# A date in the bracket behind another firm's name is that firm's (由原皋岭化工厂（1966年建厂）改制).
_IN_BRACKET_OF = re.compile(r"(?:原|前身|旧|老|母公司|集团|旗下|下属)[^，。；（）\n]{0,24}（[^（）\n]*$")
# What was set up may be a part of the firm: 听诊房是2018年建起来的.
_ITSELF = re.compile(
    r"(?:公司|企业|单位|[厂店院校社场所站园馆]子?|中心|支行|我们|咱们?|农场|合作社|集团|机构|执照|法人证|证照|[它这我])(?:最早|当初|原本|其实|本身|就|也|都|正式|大概)*(?:是|于|在)?$"
)
# When something has ended, what the next clause tells is of then (2010年7月老厂破产后，由股东重新出资注册).
_ONCE_ENDED = re.compile(
    r"[^，。；\n]{2,20}(?:后|之后|以后|之际|时|同时)，(?:才|便|就|即|由|经|[^，。；\n]{0,12}?(?:重新|另行|出资|共同))*"
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
_OPEN = re.compile(
    r"(?:没有?人|谁也|谁都|我们也|也|都)?(?:没法|无法|不能|说不|讲不|搞不|弄不|分不|理不)(?:清楚?|准|定|好|确定|核定)|(?:没有?人|没谁)(?:能)?(?:说|讲|搞|弄|分)得清"
    r"|哪[个一]?(?:个)?(?:为准|是对的|才?对|准确?)(?!的就)|(?:只能|只好|暂时?|先)(?:先)?(?:都)?并列|有待(?:核实|核定|考证)|待(?:核|考|查证)(?:[，。；）\n]|$)|两种说法|三处记述|说法不一|不知(?:道)?以哪"
)
# 2010年3月16日（执照日期）: the bracket says what the date is of.
_NOTED = re.compile(
    r"[\u4e00-\u9fff]{0,4}（(?:按|据|以)?[^（）\n]{0,4}(?:执照|登记证|法人证书?|注册证)(?:上)?(?:的)?(?:成立|登记|注册)?(?:日期|时间|所载|载明|为准|日)）"
)
_BRACKET = re.compile(r"（[^（）\n]*）")
_FROM_ANOTHER = re.compile(r"(?:由|从|在|以)(?:原|前身)?[^，。；]{2,}$")
# 1986年3月，县农中挂牌，即我校之始.
_BEGAN_SO = re.compile(
    r"，[^，。；\n]{2,24}，(?P<says>(?:即|就是|便是|是为|算是|视为|作为|这是)[^，。；\n]{0,4}(?:我|本|该|咱)[们]?[校院厂公店社所园馆站单][司位]?的?(?:之始|起点|开端|源头|开始))"
)
_TWO_DATES = re.compile(
    r"(?:成立|设立|注册|登记|创办|开办|始建|创建|建[厂校院店园社]|开业)(?:的)?(?:时间|日期|年份|年月|日子)?[^，。；\n]{0,6}"
    r"(?:有|存在|出现)?(?:两|三|几)(?:个|种|处|样)(?:说法|日期|时间|日子|版本|记载|不同)"
)
_NEAR = 14
# How and before whom it was founded, between the date and the word that says so.
_BETWEEN = re.compile(
    r"从[^，。；]{2,20}?(?:剥离|分离|独立|分立|拆分|分设|划转|脱离)(?:出来|出去)?(?:单独|独立)?(?=注册|成立|登记|设立)|(?:这家公司|单独)(?=从|注册|成立|登记)|以[^，。；]{2,24}?(?:的)?(?:形式|性质|身份|名义|方式)|(?:（[^（）]*）)"
    r"|(?:在|经|由|向|到|于|获)[^，。；]{2,16}?(?:局|厅|委员会|委|大厅|机关|部门|管理所|工商所)(?:核准|批准|审核|依法|正式|窗口)*"
)
_OR = re.compile(r"[，、]?(?:还是|抑或|或者?是?|又像是|要么是?)")
# What else may have been 办的 on a day.
_SOMETHING_ELSE = re.compile(r"证(?!照)|许可|资质|手续|社保|卡|贷款|活动|培训|展|会|班|赛|节|医保|食堂|网站|账户|备案")
_CLAUSE_BEHIND = re.compile(r"，((?:（[^（）\n]*）|[^，。；！？\n]){2,60})")
_OTHER_FIRM = re.compile(
    r"(?:母公司|总公司|集团(?!有限|股份|责任)(?:公司|总部)?|控股股东|总部(?!这|本身|自己|一块)|总院|前身)(?:（[^）]*）)?[^，。；]{0,8}$"
)
_LICENCE_SAYS = re.compile(
    r"[^，。；0-9]{0,10}(?:执照|证书|登记证|证照)(?:上|里)?(?:的|载明的?|写的?|是|为)*(?:日期|时间)?(?:是|为)?"
)
_SET_UP_BY = re.compile(r"[^，。；]{0,4}(?:出资|投资|发起|联合|共同|筹资)[^，。；]{0,2}(?:成立|设立|组建|创办)")
_NAMED_FIRM = re.compile(
    r"(?:成立|设立|注册|组建)了?([\u4e00-\u9fff]{4,20}?(?:有限公司|有限责任公司|集团|研究院|检测中心))"
)
_OF_ANOTHER = re.compile(r"的[\u4e00-\u9fff“”]{2,14}(?:厂|社|公司|所|店|站|队|作坊|学堂|医院|诊所)")


@dataclass(frozen=True, slots=True)
class _Founding:
    mention: DateMention
    fact: Fact
    rank: int  # 3 said of the licence or the register, 2 said of founding, 1 said of the first beginnings


def read_founded(scans: tuple[Scan, ...], applicant: str = "") -> Fact | Conflict | None:
    """The founding date as written, licence and register before other wordings.

    Dates of a predecessor, a renaming, a restructuring, an initiation or a part of the organisation do not count.
    Readings that cannot both hold are returned as a Conflict unless the material says which one prevails.
    """
    found = [founding for scan in scans for founding in _foundings(scan, applicant)]
    if not found:
        return None
    if any(founding.rank > 1 for founding in found) and not any(_undecided(scan) for scan in scans):
        found = [founding for founding in found if founding.rank > 1]
    groups = _apart(found)
    if len(groups) == 1:
        return max(groups[0], key=lambda f: (f.rank, _detail(f.mention.value), _in_full(f.mention))).fact
    readings = tuple(max(group, key=lambda f: _detail(f.mention.value)).fact for group in groups)
    return adjudicated(scans, readings) or Conflict("founded", "CONFLICT_FOUNDED", readings)


def _undecided(scan: Scan) -> bool:
    """Whether the writer leaves open which founding date holds, so that no wording goes before another."""
    for match in _OPEN.finditer(scan.text):
        start, end = clause_bounds(scan.text, *match.span(), "\n")
        if re.search(r"[成设创建]立|注册|登记|创办|始建|建[厂校院]", scan.text[start:end]):
            return True
    return False


def _foundings(scan: Scan, applicant: str) -> list[_Founding]:
    found = []
    for value in labelled(scan, "founded"):
        for mention in scan.dates:
            if value.start <= mention.start < max(value.end, value.start + 1) and mention.start - value.start < 6:
                found.append(_Founding(mention, _founding_fact(scan, mention), 3 if "登记" in value.label else 2))
            elif value.start <= mention.start < value.end and (
                _reported(scan, mention) or _LICENCE_SAYS.fullmatch(scan.text, value.start, mention.start)
            ):
                found.append(_Founding(mention, _founding_fact(scan, mention), 2))
    found += [_Founding(m, _founding_fact(scan, m), 3) for m in scan.dates if _NOTED.match(scan.text, m.end)]
    found += [_Founding(m, _founding_fact(scan, m), 1) for m in scan.dates if _dated_cell(scan, m, applicant)]
    for mention in scan.dates:
        rank = _founding_rank(scan, mention, applicant)
        if rank and not scan.sealed(mention.start, mention.end) and all(f.mention != mention for f in found):
            found.append(_Founding(mention, _founding_fact(scan, mention), rank))
    found += [_Founding(m, _founding_fact(scan, m), 2) for m in _disputed(scan) if all(f.mention != m for f in found)]
    return found + _alternatives(scan, found)


def _disputed(scan: Scan) -> Iterator[DateMention]:
    """Every date of a sentence that says founding has two dates (成立时间有两个说法：…，…), whoever tells them."""
    for sentence in scan.sentences:
        if _TWO_DATES.search(sentence.text) and not scan.sealed(sentence.start, sentence.end):
            for mention in scan.dates_in(sentence.start, sentence.end):
                start, _ = clause_bounds(scan.text, mention.start, mention.end, _EDGES + "：")
                if not mention.relative and not load_lexicon("facts").has(
                    "founding_not", scan.text[start : mention.start]
                ):
                    yield mention


def _alternatives(scan: Scan, found: list[_Founding]) -> list[_Founding]:
    """The date that is set against one of founding (2012年还是2013年，两本证上不一样)."""
    more = []
    for one in found:
        word = _OR.match(scan.text, one.mention.end)
        other = next((m for m in scan.dates if word and m.start == word.end()), None)
        if other is not None:
            more.append(_Founding(other, _founding_fact(scan, other), one.rank))
    return more


def _founding_fact(scan: Scan, mention: DateMention) -> Fact:
    return Fact("founded", re.sub(r"\s+", "", mention.text), scan.source.span(mention.start, mention.end))


def _dated_cell(scan: Scan, mention: DateMention, applicant: str) -> bool:
    """A date alone in a cell of the row that begins with the applicant's name."""
    line = scan.text.rfind("\n", 0, mention.start) + 1
    start, end = clause_bounds(scan.text, mention.start, mention.end, "\n")
    alone = scan.text[start:end].strip() == mention.text.strip()
    return alone and bool(applicant) and scan.text[line:start].strip(" |｜\t").startswith(applicant)


def _reported(scan: Scan, mention: DateMention) -> bool:
    """A date of the same cell that somebody says or writes (“官网写2014年6月；人事说是2015年3月”)."""
    start, _ = clause_bounds(scan.text, mention.start, mention.end, _EDGES + "：")
    before = scan.text[start : mention.start]
    return (
        load_lexicon("cues").has("dispute", before)
        or re.search(r"(?:写|说|载|记|称|登记|注册)(?:的|着)?[是为]?$", before) is not None
    )


def _founding_rank(scan: Scan, mention: DateMention, applicant: str) -> int:
    """0 where the date is no founding date, else the weight of the wording."""
    facts = load_lexicon("facts")
    start, end = clause_bounds(scan.text, mention.start, mention.end, _EDGES)
    before, after = scan.text[start : mention.start], _past_brackets(scan, mention.end, end)
    reported = load_lexicon("cues").has("dispute", before)
    before = _OPENING.sub("", before)
    if not after.strip() and not before.strip():
        behind = _CLAUSE_BEHIND.match(scan.text, mention.end)
        if behind and not _other_date(scan, behind.end(), mention, behind.start()):
            after, end = _BETWEEN.sub("", behind[1]), behind.end()
    ended = _ONCE_ENDED.match(scan.text, mention.end)
    if ended and not before.strip() and not _other_date(scan, ended.end(), mention, mention.end):
        after = scan.text[ended.end() : clause_bounds(scan.text, ended.end(), ended.end(), _EDGES)[1]]
    begins = _BEGAN_SO.match(scan.text, mention.end)
    after = begins["says"] if begins and not before.strip() else after
    if _RESTRUCTURED_ALONE.fullmatch(after) and _NEW_FIRM.match(scan.text, end):
        after = "成立"
    after = _BETWEEN.sub("", _RESTRUCTURED.sub("", after)).rstrip("”」")
    match = facts.find("founding", after) if after.strip() else None
    if match is None or match.start() > _NEAR + _own_length(after, applicant):
        match = _last(facts.patterns["founding"], before)
        if match is None or len(before) - match.end() > 8 or _other_date(scan, start + match.end(), mention):
            return 0
        rest = before
    else:
        rest = before + after[: match.end()]
    wording = match.group()
    if facts.has("founding_done", wording) and before.strip() and not _of_itself(before, applicant):
        return 0
    if _IN_BRACKET_OF.search(scan.text, max(0, mention.start - 40), mention.start):
        return 0
    rest, before = (without_own(_RESTRUCTURED.sub("", piece), applicant) for piece in (rest, before))
    if not _SET_UP_BY.match(after) and _OTHER_FIRM.search(
        scan.text[clause_bounds(scan.text, mention.start, mention.end, "，。；！？\n")[0] : mention.start]
    ):
        return 0
    if withdrawn(scan, mention.start, mention.end):
        return 0
    if (
        _another(after, applicant)
        or facts.has("founding_not", rest.replace(wording, ""))
        or facts.has("founding_not", before)
    ):
        return 0
    another = _OF_ANOTHER.match(after)
    if another and not (applicant and applicant.startswith(another.group()[1:5])):
        return 0
    if facts.has("founding_licence", before + wording):
        return 3
    if facts.has("founding_done", wording) and _SOMETHING_ELSE.search(before + after):
        return 0
    reported = reported or load_lexicon("cues").has("dispute", before)
    return 1 if facts.has("founding_origin", wording) and not reported else 2


def _past_brackets(scan: Scan, start: int, end: int) -> str:
    """What follows a date to the end of its clause, what a bracket on another firm adds left out (由原…厂（…）改制)."""
    bracket = _BRACKET.match(scan.text, end)
    if bracket is None or not _FROM_ANOTHER.match(scan.text, start, end):
        return scan.text[start:end]
    return (
        scan.text[start:end]
        + scan.text[bracket.end() : clause_bounds(scan.text, bracket.end(), bracket.end(), _EDGES)[1]]
    )


def _of_itself(before: str, applicant: str) -> bool:
    """Whether the clause so far speaks of the applicant, and not of a room, a line or a system it has set up."""
    subject = before.strip()
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


def _other_date(scan: Scan, end: int, mention: DateMention, start: int | None = None) -> bool:
    """Another date between `end` and the mention, or in the stretch behind it that begins at `start`."""
    if start is not None:
        return any(start <= other.start < end for other in scan.dates)
    return any(end <= other.start < mention.start for other in scan.dates)


def _apart(found: list[_Founding]) -> list[list[_Founding]]:
    """Readings grouped by agreement: 2013年 and 2013年6月5日 agree, 2011年 and 2012年 do not."""
    groups: list[list[_Founding]] = []
    for founding in sorted(found, key=lambda f: -_detail(f.mention.value)):
        for group in groups:
            if _agree(group[0].mention.value, founding.mention.value):
                group.append(founding)
                break
        else:
            groups.append([founding])
    return groups


def _agree(one: PartialDate, other: PartialDate) -> bool:
    return one.first() <= other.last() and other.first() <= one.last()


def _in_full(mention: DateMention) -> bool:
    """2017年3月 rather than 17年3月."""
    return re.match(r"[12][0-9]{3}|[一二]", mention.text) is not None


def _detail(value: PartialDate) -> int:
    return bool(value.month) + bool(value.day)

"""The founding date, told apart from predecessor, renaming, restructuring and parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.adjudicate import adjudicated
from assistant.drafting.material.founding_wording import EDGES, founding_rank
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.language.dates import DateMention, PartialDate

_OPEN = re.compile(
    r"(?:没有?人|谁也|谁都|我们也|也|都)?(?:没法|无法|不能|说不|讲不|搞不|弄不|分不|理不)(?:清楚?|准|定|好|确定|核定)|(?:没有?人|没谁)(?:能)?(?:说|讲|搞|弄|分)得清"
    r"|哪[个一]?(?:个)?(?:为准|是对的|才?对|准确?)(?!的就)|(?:只能|只好|暂时?|先)(?:先)?(?:都)?并列|有待(?:核实|核定|考证)|待(?:核|考|查证)(?:[，。；）\n]|$)|两种说法|三处记述|说法不一|两处不(?:同|一)|不一致|原因(?:待|不)|(?:尚|还)(?:未|没)有?(?:核|查)(?:清|实|准|定|对)|不知(?:道)?以哪"
)
_OF_FOUNDING = re.compile(r"[成设创建]立|注册|登记|创办|始建|建[厂校院]")
_OF_STAFF = re.compile(r"多少(?:个|号|名)?人|人[数头手]|[员职]工|几个人|[0-9]+[个名号]?人")
# 2010年3月16日（执照日期）: the bracket says what the date is of.
_NOTED = re.compile(
    r"[\u4e00-\u9fff]{0,4}（(?:按|据|以|见)?[^（）\n]{0,4}(?:执照|登记证|法人证书?|注册证)(?:上)?(?:的)?(?:成立|登记|注册)?(?:日期|时间|所载|载明|为准|日)?）"
)
_TWO_DATES = re.compile(
    r"(?:成立|设立|注册|登记|创办|开办|始建|创建|建[厂校院店园社]|开业)(?:的)?(?:时间|日期|年份|年月|日子)?[^，。；\n]{0,6}"
    r"(?:有|存在|出现)?(?:两|三|几)(?:个|种|处|样)(?:说法|日期|时间|日子|版本|记载|不同)|"
    r"(?:有的|一处|一份)[^，。；0-9]{0,8}[12][0-9]{3}年[^。；]{0,6}(?:有的|另一?|一处|一份)[^，。；0-9]{0,8}[12][0-9]{3}年[^。；]{0,24}(?:成立|创办|设立|建厂)"
)
# A sentence that sets out with the founding as its matter (成立时间，宣传册上印的是…，报表上填的是…).
_ITS_MATTER = re.compile(
    r"[ ]*(?:至于|关于|说到)?(?:[\u4e00-\u9fff]{1,4}的?)??"
    r"(?:成立|设立|注册|登记|创办|开办|始建|创建|建[厂校院店园社]|开业)的?(?:时间|日期|年份|年月|日子|年头)[，：]"
)
# 公司到底哪年成立的？两份附件写的不一样。 and what is answered on the line below.
_ASKED_WHEN = re.compile(
    r"(?:成立|设立|注册|登记|创办|开办|始建|创建|建[厂校院店园社]|开业|(?:哪一?年|什么时候|何时|几几年)(?:办|建|开|起))"
    r"[^。；？?\n]{0,12}[？?][^\n？?]{0,40}\n[^。\n]{0,20}。?[ ]*$"
)
# What a date is put right to (成立时间写错了，以执照为准，是…), not what was written before.
_PUT_RIGHT = re.compile(
    r"(?:成立|设立|注册|登记|创办|开办|组建|始建|建[厂校院店园社])的?(?:时间|日期|年份|年月|日子)[^。；\n]{0,16}?"
    r"(?:错|有误|不对|不准)(?:了)?(?:(?!上次|上封|原来|原先|之前|此前|当时|旧|误|成|供应商|供货|隔壁|客户|母公司|总公司|集团|商标|投产|试产|股东|前身|分公司|子公司|对方|他们|那一?栏)[^。；\n]){0,24}?"
    r"(?:应该?(?:为|是)|实际?(?:为|是)|(?:改|更正|订正|修正|纠正)(?:为|成)|[，：]?(?:是|为))$"
)
_RIGHT_BACK = 64
_LETTER = re.compile(r"[A-Za-z]")
_WRITTEN = re.compile(r"[上里中](?:头|面)?(?:却|倒|又|都)?(?:写|印|填|登|载|记|标|盖|刻)(?:的|着|了)?(?:是|为)?$")
_QUESTION_BACK = 100
_REGISTER_HOLDS = re.compile(r"(?:以|按|照)(?:工商|营业)?(?:登记|注册|执照)[^，。；\n]{0,6}为准")
_SAID = 2
_OF_THE_SAME_YEAR = re.compile(r"同年|当年|次年|翌年")
_OR = re.compile(r"[，、]?(?:还是|抑或|或者?是?|又像是|要么是?)")
_LICENCE_SAYS = re.compile(
    r"[^，。；0-9]{0,10}(?:执照|证书|登记证|证照)(?:上|里)?(?:的|载明的?|写的?|是|为)*(?:日期|时间)?(?:是|为)?"
)


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
        best = max(groups[0], key=lambda f: (f.rank, _detail(f.mention.value), _in_full(f.mention)))
        return _legible(scans, best)
    registered = [group for group in groups if any(founding.rank > _SAID for founding in group)]
    if len(registered) == 1 and any(_REGISTER_HOLDS.search(scan.text) for scan in scans):
        return max(registered[0], key=lambda f: (f.rank, _detail(f.mention.value))).fact
    readings = tuple(max(group, key=lambda f: _detail(f.mention.value)).fact for group in groups)
    return adjudicated(scans, readings) or Conflict("founded", "CONFLICT_FOUNDED", readings)


def _undecided(scan: Scan) -> bool:
    """Whether the writer leaves open which founding date holds, so that no wording goes before another."""
    for match in _OPEN.finditer(scan.text):
        clause = scan.text[slice(*clause_bounds(scan.text, *match.span(), "，。！？；\n"))]
        if _OF_STAFF.search(clause) and not _OF_FOUNDING.search(clause):
            continue  # 说不清到底多少人 leaves no date open
        start, end = clause_bounds(scan.text, *match.span(), "\n")
        if _OF_FOUNDING.search(scan.text, start, end):
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
    found += [_Founding(m, _founding_fact(scan, m), 3) for m in scan.dates if _put_right(scan, m)]
    known = {one.mention.start for one in found}
    for mention in scan.dates:
        rank = 0 if mention.start in known else founding_rank(scan, mention, applicant)
        if rank and not scan.sealed(mention.start, mention.end):
            found.append(_Founding(mention, _founding_fact(scan, mention), rank))
    known = {one.mention.start for one in found}
    found += [_Founding(m, _founding_fact(scan, m), 2) for m in _disputed(scan) if m.start not in known]
    return found + _alternatives(scan, found)


def _disputed(scan: Scan) -> Iterator[DateMention]:
    """Every date of a sentence that says founding has two dates (成立时间有两个说法：…，…), whoever tells them."""
    for sentence in scan.sentences:
        if scan.sealed(sentence.start, sentence.end):
            continue
        if _ITS_MATTER.match(sentence.text):
            behind = scan.sentence_at(sentence.end) if sentence.text.endswith("；") else None
            end = behind.end if behind is not None else sentence.end
            told = [m for m in scan.dates_in(sentence.start, end) if not m.relative and _told(scan, m)]
            yield from told if len(told) > 1 else ()
        elif _asked_when(scan, sentence.start):
            told = [m for m in scan.dates_in(sentence.start, sentence.end) if not m.relative and _told(scan, m)]
            yield from told if len(told) > 1 else ()
        elif _TWO_DATES.search(sentence.text):
            for mention in scan.dates_in(sentence.start, sentence.end):
                start, _ = clause_bounds(scan.text, mention.start, mention.end, EDGES + "：")
                if not mention.relative and not load_lexicon("facts").has(
                    "founding_not", scan.text[start : mention.start]
                ):
                    yield mention


def _asked_when(scan: Scan, start: int) -> bool:
    """Whether the sentence answers a question on the founding, be it behind a first short one (我也发现了。)."""
    return _ASKED_WHEN.search(scan.text, max(0, start - _QUESTION_BACK), start) is not None


def _told(scan: Scan, mention: DateMention) -> bool:
    """Whether a paper, an office or a person gives the date, in its clause."""
    start, _ = clause_bounds(scan.text, mention.start, mention.end, EDGES)
    before = scan.text[start : mention.start]
    return _WRITTEN.search(before) is not None or load_lexicon("tellers").has("told_before", before)


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
    text = re.sub(r"\s+", "", mention.text)
    if _OF_THE_SAME_YEAR.match(text):
        value = mention.value
        text = f"{value.year}年" + (f"{value.month}月" if value.month else "") + (f"{value.day}日" if value.day else "")
    return Fact("founded", text, scan.source.span(mention.start, mention.end))


def _put_right(scan: Scan, mention: DateMention) -> bool:
    """Whether the writer says that the founding was wrongly given and that this is it."""
    before = scan.text[max(0, mention.start - _RIGHT_BACK) : mention.start]
    return _PUT_RIGHT.search(before) is not None and not scan.sealed(mention.start, mention.end)


def _legible(scans: tuple[Scan, ...], one: _Founding) -> Fact:
    """The fact by where its date stands in figures, if a letter was read for one and a note gives it right (2O11年)."""
    if _LETTER.search(one.fact.span.quote):
        for scan in scans:
            for mention in scan.dates:
                span = scan.source.span(mention.start, mention.end)
                if mention.value == one.mention.value and not _LETTER.search(span.quote):
                    return replace(one.fact, span=span)
    return one.fact


def _dated_cell(scan: Scan, mention: DateMention, applicant: str) -> bool:
    """A date alone in a cell of the row that begins with the applicant's name."""
    line = scan.text.rfind("\n", 0, mention.start) + 1
    start, end = clause_bounds(scan.text, mention.start, mention.end, "\n")
    alone = scan.text[start:end].strip() == mention.text.strip()
    return alone and bool(applicant) and scan.text[line:start].strip(" |｜\t").startswith(applicant)


def _reported(scan: Scan, mention: DateMention) -> bool:
    """A date of the same cell that somebody says or writes (“官网写2014年6月；人事说是2015年3月”)."""
    start, _ = clause_bounds(scan.text, mention.start, mention.end, EDGES + "：")
    before = scan.text[start : mention.start]
    return (
        load_lexicon("cues").has("dispute", before)
        or re.search(r"(?:写|说|载|记|称|登记|注册)(?:的|着)?[是为]?$", before) is not None
    )


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

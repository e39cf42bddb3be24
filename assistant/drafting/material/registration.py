"""What the register says of an organisation: founding date, economic type, business scope."""

import re
from dataclasses import dataclass

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.adjudicate import adjudicated
from assistant.drafting.material.labels import Labelled, labelled
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.own import withdrawn, without_own
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.language.dates import DateMention, PartialDate

_EDGES = "，。；！？\n（）"
_SEPARATED = r"[，、；及/。 ]\s*(?:属于?|为|是|系)?"
# A restructuring that founds the present firm is its founding.
_RESTRUCTURED = re.compile(r"改制(?:后|而来)?(?=(?:正式)?(?:成立|设立|注册|组建|登记))")
# What follows a date that stands in a clause of its own: who did what (2016年7月1日，公司在江津注册).
_CLAUSE_BEHIND = re.compile(r"，([^，。；！？\n]{2,40})")
_OTHER_FIRM = re.compile(r"(?:母公司|总公司|集团(?:公司|总部)?|控股股东|总部|总院|前身)[^，。；]{0,8}$")
_OF_ANOTHER = re.compile(r"的[\u4e00-\u9fff“”]{2,14}(?:厂|社|公司|所|店|站|队|作坊|学堂|医院|诊所)")
_NOTE = re.compile(r"（[^（）\n]{1,24}）")
_SCOPE = re.compile(r"[^，。；\n]{2,80}")
_INTEGRATED = re.compile(r"集([^，。；\n]{4,40}?)(?:于|为)一体")
_MAINLY = re.compile(r"以([\u4e00-\u9fff、]{3,30}?)为主(?:业|营|要)")
_MAKES = re.compile(
    r"(?:[，。\n]|我们|店里|厂里)做(?![了到好法出成起过完事主])([\u4e00-\u9fff、]"
    r"{3,20}?)(?:的(?:小?厂|店|买卖|生意))?(?=[，。])"
)
_SCOPE_TAIL = re.compile(
    r"(?:的[\u4e00-\u9fff]{0,8}(?:企业|公司|单位|厂|组织|合作社|机构)|等(?:业务|工作)|(?<=[\u4e00-\u9fff]{4})业务|"
    r"于一体.*|为主(?:业)?|的(?:业务|活|生意|工作)|(?<=[测验护育传])工作)$"
)
_CELL = re.compile(r"(?<=[|｜\t])[ ]*([\u4e00-\u9fff、与和及]{4,40}?)[ ]*(?=[|｜\t\n])")
_DOES = re.compile(r"(?:生产|制造|销售|加工|服务|种植|养殖|研发|维修|运输|经营|检测|配送|施工|安装)$")
_SELLS = re.compile(r"(?:主营|主打|主产|专做|专产)$")
_LEGAL_NOTE = re.compile(r"（依法须经[^）]*）|[，；]?依法须经批准的项目.*$")
_NOT_A_SCOPE = re.compile(
    r"[0-9一二三四五六七八九十]+余?多?年|造型工作|(?:工作|行业)[0-9]|以来|质量(?:管理)?工作$|公益|慈善|活动"
)
_TYPE_BEFORE = re.compile(
    r"(?:^|[\n，。；：、（\s“是系为属类型/|｜\t)）]|属于|归为|(?:登记|注册|设立|备案)"
    r"的|性质为?|类型为?|一家|一个|登记|注册|取得|领取|为一|我们是|公司是)$"
)
_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司)?分?公司|(?:股份有限公司|有限责任公司|有限公司)")
# Said of many kinds of applicants; a material that names its kind more closely means that.
_GENERIC = re.compile(r"社会组织|内资(?:企业)?|中央企业|央企|上市公司|国有单位|公办")
_LOOSE_LABELS = frozenset({"类型", "性质", "单位类型", "公司类型"})
_ENTERPRISE = re.compile(r"[\u4e00-\u9fff“”、]{0,10}?(?:企业|公司|单位|工厂|医院|学校|[厂店])")
_KIND_OF = re.compile(r"(?:是|系|为)[^，。；\n]{1,40}的$|(?:是|系|为)一?[家所个](?:[^，。；\n]{1,40}的?)?$")
_TYPE_NOT = re.compile(
    r"(?:客户|供应|服务|面向|对象|协会|联合会|商会|下游|包括|帮助|带动|周边|对标|合作)[^，。；\n]{0,14}$"
)
_TYPE_NOT_AFTER = re.compile(
    r"^(?:家协会|协会|联合会|商会|客户|[0-9]+(?:家|强)|家[^，。]*评|[0-9]*强|发展|座谈|服务中心)"
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
    if any(founding.rank > 1 for founding in found):
        found = [founding for founding in found if founding.rank > 1]
    groups = _apart(found)
    if len(groups) == 1:
        return max(groups[0], key=lambda founding: (founding.rank, _detail(founding.mention.value))).fact
    readings = tuple(max(group, key=lambda f: _detail(f.mention.value)).fact for group in groups)
    return adjudicated(scans, readings) or Conflict("founded", "CONFLICT_FOUNDED", readings)


def read_economic_type(scans: tuple[Scan, ...]) -> Fact | None:
    """The economic type as written; never inferred from the name (`…有限公司` says nothing of the type)."""
    for scan in scans:
        for value in labelled(scan, "economic_type"):
            if value.blank or not value.text:
                continue
            fact = _type_in(scan, value.start, value.end) or _type_as_written(scan, value)
            if fact is not None:
                return fact
    found = [
        (scan, match)
        for scan in scans
        for match in load_lexicon("facts").patterns["economic_type"].finditer(scan.text)
        if _is_a_type(scan, match)
    ]
    close = [hit for hit in found if not _GENERIC.fullmatch(hit[1].group())] or found
    return _type_from(*close[0]) if close else None


def read_scope(scans: tuple[Scan, ...]) -> Fact | None:
    """The business scope as written, to the end of its clause (of its line where it is labelled)."""
    for scan in scans:
        for value in labelled(scan, "business_scope"):
            if not value.blank and len(value.text) >= 2:
                text = re.split(r"(?:，|；)(?:属|前身|成立|现有|公司|位于|员工)", value.text)[0]
                text = _LEGAL_NOTE.sub("", text).rstrip("；，。 ")
                return Fact("business_scope", text, scan.source.span(value.start, value.start + len(text)))
    for scan in scans:
        for match in load_lexicon("facts").patterns["scope_before"].finditer(scan.text):
            fact = _scope_at(scan, match.end())
            if fact is not None:
                return fact
    return _integrated(scans) or _scope_cell(scans)


def _scope_cell(scans: tuple[Scan, ...]) -> Fact | None:
    """The cell of a row without heads that says what is made or done (… | 纸箱、纸板生产 | …)."""
    for scan in scans:
        for match in _CELL.finditer(scan.text):
            if _DOES.search(match[1]) and not scan.sealed(*match.span()):
                return Fact("business_scope", match[1], scan.source.span(match.start(1), match.end(1)))
    return None


def _foundings(scan: Scan, applicant: str) -> list[_Founding]:
    found = []
    for value in labelled(scan, "founded"):
        for mention in scan.dates:
            if value.start <= mention.start < max(value.end, value.start + 1) and mention.start - value.start < 6:
                found.append(_Founding(mention, _founding_fact(scan, mention), 3 if "登记" in value.label else 2))
            elif value.start <= mention.start < value.end and _reported(scan, mention):
                found.append(_Founding(mention, _founding_fact(scan, mention), 2))
    found += [_Founding(m, _founding_fact(scan, m), 1) for m in scan.dates if _dated_cell(scan, m, applicant)]
    for mention in scan.dates:
        rank = _founding_rank(scan, mention, applicant)
        if rank and not scan.sealed(mention.start, mention.end) and all(f.mention != mention for f in found):
            found.append(_Founding(mention, _founding_fact(scan, mention), rank))
    return found


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
    before, after = scan.text[start : mention.start], scan.text[mention.end : end]
    if not after.strip() and not before.strip():
        behind = _CLAUSE_BEHIND.match(scan.text, mention.end)
        after = behind[1] if behind and not _other_date(scan, behind.end(), mention, behind.start()) else after
    match = facts.find("founding", after) if after.strip() else None
    if match is None or match.start() > 14:
        match = _last(facts.patterns["founding"], before)
        if match is None or len(before) - match.end() > 8 or _other_date(scan, start + match.end(), mention):
            return 0
        rest = before
    else:
        rest = before + after[: match.end()]
    wording = match.group()
    rest, before = (without_own(_RESTRUCTURED.sub("", piece), applicant) for piece in (rest, before))
    if _OTHER_FIRM.search(before):
        return 0
    if withdrawn(scan, mention.start, mention.end):
        return 0
    if facts.has("founding_not", rest.replace(wording, "")) or facts.has("founding_not", before):
        return 0
    if _OF_ANOTHER.match(after):
        return 0
    if facts.has("founding_licence", before + wording):
        return 3
    disputed = load_lexicon("cues").has("dispute", before)
    return 1 if facts.has("founding_origin", wording) and not disputed else 2


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


def _detail(value: PartialDate) -> int:
    return bool(value.month) + bool(value.day)


def _is_a_type(scan: Scan, match: re.Match[str]) -> bool:
    before, after = scan.text[max(0, match.start() - 40) : match.start()], scan.text[match.end() : match.end() + 8]
    described = _KIND_OF.search(before)
    opened = described or (_TYPE_BEFORE.search(before) and not _TYPE_NOT.search(before))
    if scan.sealed(match.start(), match.end()) or not opened:
        return False
    short = len(match.group()) <= 2 and not (described and _ENTERPRISE.match(scan.text, match.end()))
    return not _TYPE_NOT_AFTER.match(after) and not short


def _type_in(scan: Scan, start: int, end: int) -> Fact | None:
    match = load_lexicon("facts").patterns["economic_type"].search(scan.text, start, end)
    if match is None or match.start() - start > 12:
        return None
    stop = re.compile(r"[。；\n]").search(scan.text, match.start(), end)
    text = scan.text[start : stop.start() if stop else end].rstrip("，、 ")
    further = _type_from(scan, match)
    if re.search(r"[，：]", text) or len(str(further.value)) > len(text):
        return further
    return Fact("economic_type", text, scan.source.span(start, start + len(text)))


def _type_as_written(scan: Scan, value: Labelled) -> Fact | None:
    """A short answer to the question of the type that no list knows (台港澳法人独资)."""
    if value.label in _LOOSE_LABELS or not re.fullmatch(r"[\u4e00-\u9fff（）、/]{2,20}", value.text):
        return None
    return Fact("economic_type", value.text, scan.source.span(value.start, value.end))


def _type_from(scan: Scan, match: re.Match[str]) -> Fact:
    """The type with its note in brackets and a second type directly behind it."""
    pattern = load_lexicon("facts").patterns["economic_type"].pattern
    whole = _FORM.match(scan.text, match.end())
    end = whole.end() if whole else match.end()
    note = _NOTE.match(scan.text, end)
    end = note.end() if note else end
    second = re.compile(rf"{_SEPARATED}(?:{pattern})(?:{_NOTE.pattern})?(?=[ ]*(?:[，。；、\n）|｜]|$))").match(
        scan.text, end
    )
    end = second.end() if second else end
    value = re.sub(r"[ 。]+(?=[\u4e00-\u9fff])", "，", scan.text[match.start() : end].strip())
    return Fact("economic_type", value, scan.source.span(match.start(), end))


def _integrated(scans: tuple[Scan, ...]) -> Fact | None:
    """集研发、制造、服务于一体 or ，做擀面皮和辣子油: the least a material says of its business."""
    for pattern in (_INTEGRATED, _MAINLY, _MAKES):
        for scan in scans:
            match = pattern.search(scan.text)
            if match is not None and not scan.sealed(*match.span()):
                return Fact("business_scope", match[1], scan.source.span(match.start(1), match.end(1)))
    return None


def _scope_at(scan: Scan, start: int) -> Fact | None:
    match = _SCOPE.match(scan.text, start)
    if match is None or scan.sealed(start, match.end()) or re.match(r"\s*[|｜\t]", match.group()):
        return None
    text = _SCOPE_TAIL.sub("", match.group().strip("：:的是 “”"))
    shortest = 2 if _SELLS.search(scan.text, max(0, start - 4), start) else 4
    if len(text) < shortest or text[0] in "和与及" or _NOT_A_SCOPE.search(text):
        return None
    begin = scan.text.index(text, start)
    return Fact("business_scope", text, scan.source.span(begin, begin + len(text)))

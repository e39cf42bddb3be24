"""The economic type as the material writes it; two types that cannot both hold are a conflict."""

import re
from dataclasses import dataclass

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.adjudicate import adjudicated
from assistant.drafting.material.labels import Labelled, labelled
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.own import withdrawn
from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.drafting.material.unusable import TURNED

_SEPARATED = r"[，、；及/。 的]\s*(?:属于?|为|是|系)?"
_NOTE = re.compile(r"（(?![^（）\n]*(?:执照|沿用|见附|待|为准|已[换变改]|本材料|下同|以下))[^（）\n]{1,24}）")
_TYPE_BEFORE = re.compile(
    r"(?:^|[\n，。；：、（\s“是系为属类型/|｜\t)）]|属于|归为|写着|写的是?|写作|印着|印的是?|载明|显示|换成了?|变为|变成了?|变更为|改成了?|改为|转为了?|登的是?|(?:登记|注册|改制|改组|设立|组建|升级|办)成了?|[填报写]成?的?是?|(?:登记|注册|设立|备案|成立|组建|开办|兴办|创办)"
    r"的|性质为?|类型为?|一家|一个|登记|注册|取得|领取|为一|我们是|公司是|[省市区县]属|公立|公益性|属地)$"
)
_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司)?分?公司|(?:股份有限公司|有限责任公司|有限公司)")
# Said of many kinds of applicants; a material that names its kind more closely means that.
_GENERIC = re.compile(
    r"社会组织|内资(?:企业)?|中央企业|央企|上市公司|国有单位|(?:[省市县区]属)?公办[\u4e00-\u9fff]{0,10}"
)
# 有限责任公司（自然人独资）: the note in the bracket is no type of its own.
# 类型由有限责任公司（国有控股）变更为…: what it was is no more.
_CHANGED_FROM = re.compile(r"(?:由|从|原为|原是)(?:原)?(?:[\u4e00-\u9fff]{2,10}（)?$")
# 股份合作制改过来的: what it came from.
_CAME_FROM = re.compile(r"(?:企业|性质)?(?:改制?|转制?|变|演变)(?:过来|而来|来|出来)的")
_INTO = re.compile(r"[^，。；\n]{0,14}?(?:变更|变|改|转|换)(?:登记)?(?:为|成)")
_IN_A_NOTE = re.compile(r"（[^（）\n]{0,12}$")
_BARE = 3
_COOPERATIVE = "农民专业合作社"
_LOOSE_LABELS = frozenset({"类型", "性质", "单位类型", "公司类型"})
_ENTERPRISE = re.compile(r"[\u4e00-\u9fff“”、]{0,10}?(?:企业|公司|单位|工厂|医院|学校|机构|[厂店])|的?[，。；、]")
# 以有限责任公司（国有控股）形式设立.
_AS_A_FORM = re.compile(r"(?:（[^（）\n]{1,24}）)?的?(?:形式|性质|类型|身份)")
_KIND_OF = re.compile(
    r"(?:是|系|为)[^，。；\n]{1,40}的$|(?:是|系|为)(?:[\u4e00-\u9fff]{2,12}[省市区县镇乡]的?)?一?[家所个](?:[^，。；\n]{1,40}的?)?$"
)
_TYPE_NOT = re.compile(
    r"(?:客户|供应(?![、\u4e00-\u9fff]{0,6}业)|服务(?!中心|站|社|队|部|所|公司|有限|集团|合作|[、\u4e00-\u9fff]{0,6}业)|面向|对象|(?:协会|联合会|商会)(?!(?:是|为|系|属于?|性质是?)$)|下游|包括|帮助|带动|周边|对标|合作)[^，。；\n]{0,14}$"
)
_TYPE_NOT_AFTER = re.compile(
    r"^(?:家协会|协会|联合会|商会|客户|[0-9]+(?:家|强)|家[^，。]*评|[0-9]*强|发展|座谈|服务中心|法人证书|登记证书)"
)
# A part of a labelled value that speaks of the type.
_OF_A_TYPE = re.compile(
    r"(?:企业|公司|机构|单位|法人|合作社|个体|合伙|独资|控股|民营|国有|集体|股份|外资|合资|公办|民办|家庭农场)"
)
_SAYS_MORE = re.compile(r"没有|无|不|具有|具备|非独立|现|注册|成立|共|有(?!限)|属于?[^，]*业")
# What somebody was before, told in speaking (那会儿是个体户, 起先是集体企业); 现在 turns it round.
_BACK_THEN = re.compile(
    r"(?:那(?:会儿?|时候?|阵子?)|当时|当年|早先|起先|起初|最初|最早|开头|开始|刚开始|早年间?|早些年|从前|以前|过去|先前|头几年|原来|本来)"
    r"(?![^，。；\n]*(?:现在|如今|至今|一直|后来|就是))[^，。；\n]{0,10}$"
)
# What is not to be put down, was put down wrongly, or is another's.
_NOT_SO = re.compile(
    r"(?:不要|别|不能|不可|不应|不该|勿|莫|不是|并非|误|错)(?:再|给|把[^，。；\n]{0,6})?(?:写|填|报|登|印|当|算|归)?(?:成|为|作|的是)?了?$"
    r"|(?:股东|母公司|供应商|客户|子公司|隔壁)[^，。；\n]{0,10}$"
)
_WRONGLY = re.compile(
    r"[，、]?(?:是|那是|都是|其实)?(?:填|写|报|登|印|弄|搞)(?:得)?(?:错|反|岔)|[，、]?(?:不对|有误|不准确)(?=[，。；的了])"
)
_FORMER = re.compile(r"(?:前身|原先?|改制前|由|转为|转成|母公司|集团|股东|曾)[^，。；\n]{0,10}$")
# What a type says of form and of ownership; two that differ in either cannot both hold.
_FORMS = (
    ("个体", re.compile(r"个体")),
    ("独资", re.compile(r"个人独资")),
    ("合伙", re.compile(r"合伙")),
    ("合作社", re.compile(r"合作社")),
    ("股份", re.compile(r"股份有限")),
    ("有限", re.compile(r"有限责任|一人有限")),
    ("事业", re.compile(r"事业")),
    ("社团", re.compile(r"社会团体|社团")),
    ("民非", re.compile(r"民办非企业|社会服务机构")),
)
_OWNERS = (
    ("国有", re.compile(r"国有|全民|央企")),
    ("民营", re.compile(r"民营|私营")),
    ("外资", re.compile(r"外商|外资|港澳台|合资")),
    ("集体", re.compile(r"集体")),
)


@dataclass(frozen=True, slots=True)
class _Reading:
    scan: Scan
    start: int
    fact: Fact
    from_label: bool


def read_economic_type(scans: tuple[Scan, ...]) -> Fact | Conflict | None:
    """The economic type as written; never inferred from the name (`…有限公司` says nothing of the type).

    Two readings that differ in form or in ownership are returned as a Conflict unless the material decides.
    """
    readings = [reading for scan in scans for reading in (*_of_labels(scan), *_of_prose(scan))]
    readings = [r for r in readings if not withdrawn(r.scan, r.start, r.start + 1) and not _left_open(r)]
    readings = [r for r in readings if r.from_label or not _of_back_then(r)]
    if not readings:
        return None
    best = next((r for r in readings if r.from_label), readings[0])
    best = next((r for r in readings if str(r.fact.value).startswith(f"{best.fact.value}（")), best)
    # An answer to the question of the type is not gainsaid by what some clause says of another body.
    readings = [r for r in readings if r.from_label] if best.from_label and _asked(best) else readings
    other = next((r for r in readings if _contradict(best, r)), None)
    if other is None:
        return best.fact
    pair = (best.fact, other.fact)
    return adjudicated(scans, pair) or Conflict("economic_type", "CONFLICT_ECONOMIC_TYPE", pair)


def _of_back_then(reading: "_Reading") -> bool:
    """Whether the clause says what somebody was before."""
    start, _ = clause_bounds(reading.scan.text, reading.start, reading.start, "，。；！？\n")
    return _BACK_THEN.search(reading.scan.text[start : reading.start]) is not None


def named_form(name: Fact | None) -> Fact | None:
    """农民专业合作社 at the end of the applicant's name: the law has this form told in the name."""
    if name is None or not str(name.value).endswith(_COOPERATIVE):
        return None
    return Fact("economic_type", _COOPERATIVE, name.span)


# A sentence that sets one type against another and settles neither (是合伙还是有限公司，谁也说不清).
_EITHER_OR = re.compile(r"(?:是|算|属于?|填|写)[^，。；]{2,16}(?:还是|抑或|或者?是)")
_UNSETTLED = re.compile(
    r"说不(?:清|准|好|上)|(?:没|不)(?:弄|搞|查|问)?(?:清楚|明白|清|准)|没(?:定|问到|查到|人(?:知道|说得清))|空着|空起|暂?不填|查不[到出清]|说法不一|各说各|待(?:查|定|核)|两说"
)


def _left_open(reading: "_Reading") -> bool:
    """Whether the sentence of the reading leaves the type open between two."""
    sentence = reading.scan.sentence_at(reading.start)
    if sentence is None or reading.from_label:
        return False
    return bool(_EITHER_OR.search(sentence.text) and _UNSETTLED.search(sentence.text))


# How an answer leads up to the type (我们是民办非企业单位).
_SAYS_WE_ARE = re.compile(
    r"^(?:(?:我们?|咱们?|本)(?:单位|公司|院|校|园|店|社|厂)?)?(?:就)?(?:是|属于?|系|为)(?=[一-鿿]{3,})"
)


def _asked(reading: _Reading) -> bool:
    """Whether the reading stands behind a question, on its line or the one above."""
    return (
        re.search(r"[？?][^\n]{0,4}\n?[^\n。]{0,16}$", reading.scan.text[max(0, reading.start - 40) : reading.start])
        is not None
    )


def _of_labels(scan: Scan) -> list[_Reading]:
    found = []
    for value in labelled(scan, "economic_type"):
        if value.blank or not value.text:
            continue
        fact = _type_in(scan, *_on_the_type(scan, value)) or _type_as_written(scan, value)
        if fact is not None:
            found.append(_Reading(scan, value.start, fact, True))
    return found


def _on_the_type(scan: Scan, value: Labelled) -> tuple[int, int]:
    """Of an answer to several questions (畜牧业；农民专业合作社；…) the part that names a type."""
    types = load_lexicon("facts").patterns["economic_type"]
    for part in re.finditer(r"[^；]+", value.text) if "；" in value.text else ():
        if types.match(part.group().strip()):
            return value.start + part.start(), value.start + part.end()
    return value.start, value.end


def _of_prose(scan: Scan) -> list[_Reading]:
    hits = [m for m in load_lexicon("facts").patterns["economic_type"].finditer(scan.text) if _is_a_type(scan, m)]
    # 事业单位法人证是2003年发的 only tells of a paper, where the type is said elsewhere.
    hits = [hit for hit in hits if not scan.text.startswith("证", hit.end())] or hits
    close = [hit for hit in hits if not _GENERIC.fullmatch(hit.group()) or _goes_with(scan, hit, hits)] or hits
    return [_Reading(scan, hit.start(), _type_from(scan, hit), False) for hit in close]


def _note_of_a_type(before: str) -> bool:
    """Whether the words before end inside the bracket of a type that is itself said to be one."""
    bracket = _IN_A_NOTE.search(before)
    if bracket is None:
        return False
    types = load_lexicon("facts").patterns["economic_type"].finditer(before, 0, bracket.start())
    outer = next((one for one in types if one.end() == bracket.start()), None)
    if outer is None:
        return False
    lead = before[: outer.start()]
    return _TYPE_BEFORE.search(lead) is not None or _KIND_OF.search(lead) is not None


def _goes_with(scan: Scan, hit: re.Match[str], hits: list[re.Match[str]]) -> bool:
    """Whether a general kind is half of what is said, the closer one directly beside it (公办小学，事业单位法人)."""
    pair = _type_from(scan, hit).span
    alone = scan.text[hit.start() - 1 : hit.start()] in set("，、；：。\n ※（")
    return (
        alone
        and len(hit.group()) > _BARE
        and any(other is not hit and pair.end >= scan.source.span(*other.span()).end > pair.start for other in hits)
    )


def _contradict(one: _Reading, other: _Reading) -> bool:
    """Both say a form (or an owner) and not the same; what a sentence says of others or of the past does not count."""
    left, right = str(one.fact.value), str(other.fact.value)
    if _FORMER.search(other.scan.text, max(0, other.start - 14), other.start) or left in right or right in left:
        return False
    return any(_apart(left, right, kinds) for kinds in (_FORMS, _OWNERS))


def _apart(left: str, right: str, kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> bool:
    of_left, of_right = ({name for name, pattern in kinds if pattern.search(text)} for text in (left, right))
    return bool(of_left and of_right and not of_left & of_right)


def _is_a_type(scan: Scan, match: re.Match[str]) -> bool:
    before, after = scan.text[max(0, match.start() - 40) : match.start()], scan.text[match.end() : match.end() + 8]
    described = _KIND_OF.search(before)
    opened = described or (_TYPE_BEFORE.search(before) and not _TYPE_NOT.search(before))
    opened = opened or (before.endswith("以") and _AS_A_FORM.match(scan.text, match.end()))
    if (
        TURNED.match(scan.text, match.end())
        or _CAME_FROM.match(scan.text, match.end())
        or (_CHANGED_FROM.search(before) and _INTO.match(scan.text, match.end()))
    ):
        return False
    if _NOT_SO.search(before) or _WRONGLY.match(scan.text, match.end()):
        return False
    if scan.sealed(match.start(), match.end()) or not opened or _note_of_a_type(before):
        return False
    start, _ = clause_bounds(scan.text, match.start(), match.end(), "，。；！？\n")
    listed = re.fullmatch(r"[^，。；]{0,3}", scan.text[start : match.start()])
    short = len(match.group()) <= 2 and not ((described or listed) and _ENTERPRISE.match(scan.text, match.end()))
    return not _TYPE_NOT_AFTER.match(after) and not short


def _type_in(scan: Scan, start: int, end: int) -> Fact | None:
    lead = _SAYS_WE_ARE.match(scan.text[start:end])
    start += lead.end() if lead else 0
    match = load_lexicon("facts").patterns["economic_type"].search(scan.text, start, end)
    if match is None or match.start() - start > 12:
        return None
    stop = re.compile(r"[。；\n]").search(scan.text, match.start(), end)
    whole = scan.text[start : stop.start() if stop else end].rstrip("，、 ")
    kept: list[str] = []
    for part in re.split(r"(?<=，)", whole):
        if "：" in part or (kept and (not _OF_A_TYPE.search(part) or _SAYS_MORE.match(part))):
            break
        kept.append(part)
    text = "".join(kept).rstrip("，、 ")
    further = _type_from(scan, match)
    if len(str(further.value)) > len(text):
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
    second = re.compile(
        rf"{_SEPARATED}(?:{pattern})(?:{_NOTE.pattern})?(?:的(?=[\n。]))?(?=[ ]*(?:[，。；、\n）|｜]|$))"
    ).match(scan.text, end)
    end = second.end() if second else end
    value = re.sub(r"[ 。]+(?=[\u4e00-\u9fff])", "，", scan.text[match.start() : end].strip()).removesuffix("的")
    return Fact("economic_type", value, scan.source.span(match.start(), end))

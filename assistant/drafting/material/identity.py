"""Who the applicant is: its full name."""

import re
from collections import Counter
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Fact, Kind
from assistant.drafting.material.person_name import person_name
from assistant.drafting.material.scan import Scan

_NAME_HEAD = re.compile(
    r"^(?:(?:我们|咱们)(?=[\u4e00-\u9fff]{4,24}(?:公司|厂|合作社|医院|学校)$)|(?:厂子|店|公司|单位)?的?名字(?:叫|是|为)|(?:公司|单位|企业|医院|学校|合作社)(?:叫做?|名叫|名为)|全称|全名|名称|名叫|公司名|单位名|[是为叫：]|关于|致|走[近进访]|探访|探秘|记(?=[\u4e00-\u9fff]{4,24}公司$)|附件?\d*[：:]?|[一二三"
    r"四五六七八九十\d]+[、.．]|[#*\-=【\[《“\s]+|申报(?:单位|主体)[：:]?"
    r"|(?:我们|我|本|咱们?)(?:[单公企厂院校合店社站所园][\u4e00-\u9fff]{0,3}?)?(?:的)?(?:全称|名称|名字|全名)?(?:叫做?|名叫|名为|是|为))+"
)
_NAME_BODY = r"[\u3007\u4e00-\u9fffA-Za-z0-9][\u3007\u4e00-\u9fff（）·A-Za-z0-9]{1,27}?"
# What says the full name in running prose.
_CALLED = re.compile(r"(?:全名|全称|名为|名叫|单位名称|公司名称)(?:是|为|叫|：)?[“]?$")
# A clause that only ends like a name (拟将产品不良率压至…).
_DOES = re.compile(
    r"(?:拟|将|把|使|让|对|经|由|向|被|请|还|也|并|再|已|曾|正在|咱们?公司$|我们公司$|他|她|从|就|都|不|没)"
)
_TEAM_TITLE = re.compile(
    r"[\s#*《【]*([\u4e00-\u9fff“”A-Za-z0-9·]{3,36}?(?:QC小组|质量管理小组|班组|小组))"
    r"(?=[（\n，]|申报|材料|事迹|简介|$)"
)


def read_name(scans: tuple[Scan, ...], kind: Kind) -> Fact | None:
    """The applicant's full name: labelled, else in the title, else the one the text calls by most often."""
    found = _labelled_name(scans, "person" if kind == "individual" else "name")
    if found is not None:
        return found
    if kind == "individual":
        return person_name(scans)
    return _organisation(scans)


_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_RUN = 60
_SHORT_FOR = re.compile(r"(?:简称|下称)[为：]?[“「]?")


def organisation_names(scan: Scan) -> Iterator[tuple[int, int, str]]:
    """Every organisation name that begins at a clause edge, as start, end and text; former and other firms left out."""
    facts = load_lexicon("facts")
    suffix = facts.patterns["organisation_suffix"].pattern
    pattern = re.compile(
        rf"(?:(?<=[是名称叫为])|(?<![\u4e00-\u9fffA-Za-z0-9]))({_NAME_BODY}(?:{suffix}))(?![\u4e0"
        rf"0-\u9fff]{{0,4}}(?:有限|公司|合作社)|(?:(?![和与及的在是于为由被])[\u4e00-\u9fff]){{0,6}}(?:幼儿园|小学|中学|学校|医院|分院|分校))"
    )
    shorts = [scan.text[m.end() : m.end() + _LONGEST_RUN] for m in _SHORT_FOR.finditer(scan.text)]
    for match in pattern.finditer(scan.text):
        run = _HAN_RUN.match(scan.text, match.start(1))
        if run and len(run[0]) > _LONGEST_RUN:
            continue  # a stretch this long without a break is no name: taking its head would cut it silently
        before = scan.text[max(0, match.start() - 8) : match.start()].rstrip("“（《 ")
        if any(short.startswith(match[1]) for short in shorts):
            continue
        if (facts.has("other_name_before", before) and not _CALLED.search(before)) or scan.sealed(
            match.start(), match.end()
        ):
            continue
        yield match.start(1), match.end(1), match[1]


def _labelled_name(scans: tuple[Scan, ...], key: str) -> Fact | None:
    for scan in scans:
        for value in labelled(scan, key):
            text = re.split(r"[，；（、]| {1,}(?=[\u4e00-\u9fff]{2,}[：:])", value.text)[0].strip("“”《》 ")
            if (
                value.blank
                or not 2 <= len(text) <= 60
                or (key == "person" and len(text) > 5)
                or not _may_be_a_name(text)
            ):
                continue
            return Fact(
                "name",
                _with_form(value.text, text),
                scan.source.span(value.start, value.start + len(text)),
            )
    return None


def _with_form(value: str, text: str) -> str:
    """The name with a bracket that is part of it (…（集团）有限公司, …厂（普通合伙）)."""
    form = re.match(r"[^，；、（]+（(?:普通合伙|有限合伙|特殊普通合伙|个人独资|集团)）[\u4e00-\u9fff]*", value)
    if form is not None:
        return form.group()
    return value if "（" in value and value.endswith(("公司", "社", "院")) else text


def _may_be_a_name(text: str) -> bool:
    """An identity or telephone number, a sentence about each piece (每只…) or a running clause is no name."""
    clause = re.match(r"[0-9Xx\-]+$|[每各凡]|[拟将把使让正]", text) is not None
    return not clause and re.search(r"[\u4e00-\u9fff]", text) is not None


def _organisation(scans: tuple[Scan, ...]) -> Fact | None:
    team = _team(scans)
    if team is not None:
        return team
    counts: Counter[str] = Counter()
    first: dict[str, Fact] = {}
    for scan in scans:
        for start, end, text in organisation_names(scan):
            head = _NAME_HEAD.match(text)
            start += head.end() if head else 0
            text = scan.text[start:end]
            if (
                len(text) < 4
                or re.search(r"的?一[家所个间]|的老|类型|性质|^[0-9]{4}年|十佳|百强|先进|示范|优秀", text)
                or _DOES.match(text)
                or text.startswith(
                    ("本", "我", "该", "每", "凡", "一家", "全", "各", "某", "有", "找", "在", "从", "请", "这", "那")
                )
            ):
                continue
            counts[text] += 3 if _in_title(scan, start) else 1
            first.setdefault(text, Fact("name", text, scan.source.span(start, end)))
    if not counts:
        return None
    for text in [text for text in counts if _is_short_for(text, counts)]:
        longer = next(other for other in counts if other != text and other.endswith(text))
        counts[longer] += counts.pop(text)
    best = max(counts, key=lambda text: (counts[text], -list(first).index(text)))
    return first[best]


def _is_short_for(text: str, counts: Counter[str]) -> bool:
    """Whether `text` is the end of a longer name (检修公司 of 张掖黑河水电检修有限公司 where it says 有限公司 too)."""
    return any(other != text and other.endswith(text) for other in counts)


def _team(scans: tuple[Scan, ...]) -> Fact | None:
    """A team that stands in the title as the one who applies (…“蓝焰”QC小组)."""
    for scan in scans[:1]:
        match = _TEAM_TITLE.match(scan.text)
        if match is not None and not scan.sealed(*match.span()):
            return Fact("name", match[1], scan.source.span(match.start(1), match.end(1)))
    return None


def _in_title(scan: Scan, position: int) -> bool:
    return scan.text[:position].strip().count("\n") == 0 and "。" not in scan.text[:position]

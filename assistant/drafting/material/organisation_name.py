"""The name of the organisation a material speaks of, where no label gives it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.team_name import team_name
from assistant.language.places import find_places

_NAME_BODY = r"[\u3007\u4e00-\u9fffA-Za-z0-9][\u3007\u4e00-\u9fff（）·A-Za-z0-9]{1,27}?"
# A post that only begins like the kind of a firm (来人自称店长, 不认识店主的检定员).
_NO_POST = r"(?![长主员](?![工要营]))"
# What says the full name in running prose.
_CALLED = re.compile(r"(?:全名|全称|名为|名叫|单位名称|公司名称)(?:是|为|叫|：)?[“]?$")
# A clause that only ends like a name (拟将产品不良率压至…).
_DOES = re.compile(
    r"(?:(?:要|得|想|该|应|须|需|能|会|可|来|去|再)+(?:把|将|让|使|对|给|向|从|由|替)|拟|将|把|使|让|对|经|由|向|被|请|还|也|并|再|已|曾|正在|咱们?公司$|我们公司$|他|她|从|就|都|不|没)"
)
# What a clause does to the firm, whatever leads up to it (会上要把公司底子摸清).
_DONE_TO_IT = re.compile(r"(?:把|将|替|让|给|向)(?:整个|全)?(?:公司|集团|企业|单位|厂)$")
# A part of a firm that is named without the firm (西北分公司).
_PART = re.compile(r"[\u4e00-\u9fff]{1,5}(?:分公司|子公司|支公司|分行|支行)")
_BRANCH = "分公司|支公司|分行|支行|营业部|分部|分院|分店|分厂"
_LEGAL = re.compile(rf"(?:有限责任公司|有限公司)(?:[\u4e00-\u9fff]{{2,12}}(?:{_BRANCH}))?$")
_SAID = re.compile(
    r"(?:(?:申报|参评|报名|填报|上报)(?:的|的?(?:主体|单位|企业|组织))(?=[是为：])|全称|全名|大名|学名|官名|名称|公司名|单位名|社名|院名|所名|站名|馆名|园名|行名|场名|店名|厂名|校名|院名|名字|名号"
    r"|(?:单位|公司|主体|企业|我们|咱们?|机构|[厂院店社方校所站园场]子?)(?:就|都|现在)?(?:叫做?个?|喊做?|名叫|名为)"
    r"|(?:推荐|举荐|提名|推选)(?:[\u4e00-\u9fff]{0,6}(?:单位|企业|公司|对象))?)"
    r"[是为叫喊写的：“《 ]*$"
)
_OF_OTHERS = re.compile(
    r"集团|母公司|总公司|总行|总部|总院|客户|供应商|前身|原|曾|过去|以前|早年|老|旧|甲方|乙方|股东|协会"
)
_SAYS_SO = 6
_TEAM_TITLE = re.compile(
    r"[\s#*《【]*([\u4e00-\u9fff“”A-Za-z0-9·]{3,36}?(?:QC小组|质量管理小组|班组|小组))"
    r"(?=[（\n，]|申报|材料|事迹|简介|$)"
)

# A team that says who it is at the head of its paper (我们是凤县铅锌选厂磨浮三班，一共21个人).
_WE_ARE = re.compile(
    r"(?:我们|这里)(?:就)?是(?P<n>[\u4e00-\u9fff“”A-Za-z0-9·]{2,24}?(?:公司|厂|院|校|站|局|矿|段|中心|车间|分厂)"
    r"(?!的)[\u4e00-\u9fff“”0-9A-Za-z]{1,12}?(?:班组|小组|车间|工段|[^大中小]班|[\u4e00-\u9fff]组|[\u4e00-\u9fff]队))(?=[，。（])"
)
_OPENING = 400


# One word over and over is what a broken cell holds, no name.
_REPEATED = re.compile(r"(.{1,8}?)\1+")


@lru_cache(maxsize=1)
def _name_head() -> re.Pattern[str]:
    """The words that lead up to a name and are no part of it, as often as they follow each other."""
    return re.compile(rf"^(?:{load_lexicon('facts').patterns['name_lead'].pattern})+")


# A bracket that is part of the registered name.
FORM_NOTE = re.compile(r"（(?:普通合伙|有限合伙|特殊普通合伙|个人独资|个体工商户)）")
# 属有限责任公司 says what a firm is, not what it is called.
_ONLY_A_FORM = re.compile(
    r"(?:属于?|系|是|为|归|登记|注册)*(?:一家|一个)?(?:自然人|法人|国有|民营|私营|集体|外商|中外|股份|一人|其他|港澳台)*"
    r"(?:独资|控股|合资|全资|投资|合作|参股)*的?(?:有限责任公司|股份有限公司|有限公司|集团公司|股份公司|分公司|子公司|公司)"
)
# The number of a question or an item before a word that ends like a name (1）公司名和成立时间).
# The number a list sets before a name (一）…, （1）…, 3、…).
_LIST_HEAD = re.compile(r"[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）.、](?=[\u4e00-\u9fff]{4})")
_NUMBERED = re.compile(r"[0-9]{1,2}[）.、]|[（）·]")
_KIND_OF_FIRM = re.compile(r"(?:公司|集团|厂|店)$")
# How much longer than its short form a full name is at least.
_LONGER = 3
# The name a firm has taken, unless it has taken another since.
_RENAMED = re.compile(r"(?:改名|更名|改称|易名|变更|更改|改)(?:登记)?(?:为|成|叫)[“《]?$")
_RENAMED_AGAIN = re.compile(r"[^。\n]{0,30}(?:再|又|后来?|[0-9]{4}年)[^。，\n]{0,8}(?:改|更)(?:名|称|为)")
# 景区由…有限公司运营: whoever runs it applies.
_RUNS = re.compile(r"(?:具体|全权|统一)?(?:负责)?(?:运营|经营管理|管理运营|经营(?=[，。；])|申报本)")
_ENDS_A_LEAD = re.compile(r"(?:[是为叫到进给予于由与和在的成把将让往对及称]|授予|推荐|代表|来自|走近|探访)$")
_PLACE_OF = re.compile(
    r"[\u4e00-\u9fff]{1,16}?[省市区县旗镇乡村道]的(?=[\u4e00-\u9fff]{2}[\u4e00-\u9fff（）]*(?:公司|厂|合作社|医院)$)"
)
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_RUN = 60
_SHORT_FOR = re.compile(r"(?:简称|下称)[为：]?[“「]?")


def organisation_names(scan: Scan) -> Iterator[tuple[int, int, str]]:
    """Every organisation name that begins at a clause edge, as start, end and text; former and other firms left out."""
    facts = load_lexicon("facts")
    suffix = facts.patterns["organisation_suffix"].pattern
    pattern = re.compile(
        rf"(?:(?<=[是名称叫为喊由])|(?<![\u4e00-\u9fffA-Za-z0-9]))({_NAME_BODY}(?:{suffix})){_NO_POST}(?![\u4e0"
        rf"0-\u9fff]{{0,4}}(?:有限|公司|合作社)|）[\u4e00-\u9fff]{{0,4}}(?:有限|公司|厂|合作社|医院|学校)|(?:(?![和与及的在是于为由被])[\u4e00-\u9fff]){{0,4}}(?:管理处|管理所|管理站|管理局|管委会|管理中心|服务中心|办事处|服务站|分公司)|(?:(?![和与及的在是于为由被])[\u4e00-\u9fff]){{0,6}}(?:幼儿园|小学|中学|学校|医院|分院|分校))"
    )
    shorts = [scan.text[m.end() : m.end() + _LONGEST_RUN] for m in _SHORT_FOR.finditer(scan.text)]
    for match in pattern.finditer(scan.text):
        run = _HAN_RUN.match(scan.text, match.start(1))
        if run and len(run[0]) > _LONGEST_RUN:
            continue  # a stretch this long without a break is no name: taking its head would cut it silently
        before = scan.text[max(0, match.start() - 8) : match.start()].rstrip("“（《 ")
        if any(short.startswith(match[1]) for short in shorts):
            continue
        runs = before.endswith("由") and _RUNS.match(scan.text, match.end(1))
        if (facts.has("other_name_before", before) and not _CALLED.search(before) and not runs) or scan.sealed(
            match.start(), match.end()
        ):
            continue
        yield match.start(1), match.end(1), match[1]


def organisation_name(scans: tuple[Scan, ...]) -> Fact | None:
    team = _team(scans) or team_name(scans)
    if team is not None:
        return team
    facts = load_lexicon("facts")
    counts: Counter[str] = Counter()
    first: dict[str, Fact] = {}
    for scan in scans:
        for start, end, text in organisation_names(scan):
            listed = _LIST_HEAD.match(text)
            start, text = (start + listed.end(), text[listed.end() :]) if listed else (start, text)
            head = _name_head().match(text)
            called = _says_its_name(scan, start, head.end() if head else 0)
            start += head.end() if head else 0
            called = called or _RUNS.match(scan.text, end) is not None or _renamed_to(scan, start, end)
            start += _behind_open_bracket(scan.text[start:end])
            start += _behind_verb(scan.text[start:end])
            start += _behind_place(scan.text[start:end])
            form = FORM_NOTE.match(scan.text, end)
            end = form.end() if form else end
            text = scan.text[start:end]
            if (
                len(text) < 4
                or _ONLY_A_FORM.fullmatch(text)
                or re.search(r"的?一[家所个间]|有[家所个间]|的老|类型|性质|^[0-9]{4}年|十佳|百强|先进|示范|优秀", text)
                or _DOES.match(text)
                or _DONE_TO_IT.search(text)
                or _PART.fullmatch(text)
                or _NUMBERED.match(text)
                or facts.patterns["organisation_generic"].fullmatch(text)
                or _REPEATED.fullmatch(text)
                or text.startswith(
                    ("本", "我", "该", "每", "凡", "一家", "全", "各", "某", "有", "找", "在", "从", "请", "这", "那")
                )
            ):
                continue
            counts[text] += _weight(scan, start, text, called=called)
            first.setdefault(text, Fact("name", text, scan.source.span(start, end)))
    if not counts:
        return None
    _merge_short(counts)
    best = max(counts, key=lambda text: (counts[text], -list(first).index(text)))
    return first[best]


def _merge_short(counts: Counter[str]) -> None:
    """Count the short forms of a name for the full one."""
    # What is the end of a longer name is short for it (检修公司 of 张掖黑河水电检修有限公司, where it says 有限公司).
    ends = {name[at:] for name in counts for at in range(1, len(name))}
    for text in [text for text in counts if text in ends]:
        longer = next(other for other in counts if other != text and other.endswith(text))
        counts[longer] += counts.pop(text)
    for text in [text for text in counts if not _LEGAL.search(text)]:
        core = _KIND_OF_FIRM.sub("", text)
        whole = [other for other in counts if len(core) > 1 and core in other and _LEGAL.search(other)]
        if len(whole) == 1:
            counts[whole[0]] += counts.pop(text)
    for text in sorted(counts, key=len):
        fuller = [other for other in counts if len(other) >= len(text) + _LONGER and is_shortened(text, other)]
        if len(fuller) == 1:
            counts[fuller[0]] += counts.pop(text)


def is_shortened(short: str, full: str) -> bool:
    """Whether `short` leaves out characters of `full` only, and both end alike (绣娘合作社, …濯缨绣娘专业合作社)."""
    rest = iter(full)
    return short[-2:] == full[-2:] and all(character in rest for character in short)


def _behind_verb(text: str) -> int:
    """How much leads up to the place a name begins with, where that ends as no name does (改为兰州…, 一块是涪陵…)."""
    place = next((mention for mention in find_places(text) if mention.start > 0), None)
    return place.start if place and _ENDS_A_LEAD.search(text, 0, place.start) else 0


def _behind_place(text: str) -> int:
    """How much only says where the named one is (宝鸡市岐山县凤鸣镇的麸源酿造有限公司)."""
    place = _PLACE_OF.match(text)
    return place.end() if place else 0


def _behind_open_bracket(text: str) -> int:
    """How much stands before a bracket that the name itself is set in (秦机数控（宝鸡秦机数控机床有限公司）)."""
    return text.rfind("（") + 1 if text.count("（") > text.count("）") else 0


def _weight(scan: Scan, start: int, text: str, *, called: bool) -> int:
    """How much one mention tells: a sentence that says what the applicant is called, or the title, more than others."""
    if called:
        return _SAYS_SO
    # A title that asks (…分部？不对，是独立公司) calls nobody.
    titled = _in_title(scan, start) and not scan.text.startswith(("？", "?"), start + len(text))
    return _SAYS_SO if titled and _LEGAL.search(text) else 3 if titled else 1


def _says_its_name(scan: Scan, start: int, head: int) -> bool:
    """Whether what leads up to the name is a statement of it (运营单位叫…, 执照全称…), and not of another's name."""
    before = re.split(r"[。；，\n]", scan.text[max(0, start - 16) : start + head])[-1]
    return _SAID.search(before) is not None and not _OF_OTHERS.search(before)


def _renamed_to(scan: Scan, start: int, end: int) -> bool:
    """Whether the applicant has taken this name and no other since (后改为…有限公司)."""
    before = re.split(r"[。；，\n]", scan.text[max(0, start - 16) : start])[-1]
    return bool(_RENAMED.search(before)) and not _RENAMED_AGAIN.match(scan.text, end)


def _team(scans: tuple[Scan, ...]) -> Fact | None:
    """A team that stands in the title as the one who applies (…“蓝焰”QC小组)."""
    for scan in scans:
        said = _WE_ARE.search(scan.text, 0, _OPENING)
        if said is not None and not scan.sealed(*said.span()):
            return Fact("name", said["n"], scan.source.span(*said.span("n")))
    for scan in scans[:1]:
        match = _TEAM_TITLE.match(scan.text)
        if match is not None and not scan.sealed(*match.span()):
            return Fact("name", match[1], scan.source.span(match.start(1), match.end(1)))
    return None


def _in_title(scan: Scan, position: int) -> bool:
    return scan.text[:position].strip().count("\n") == 0 and "。" not in scan.text[:position]

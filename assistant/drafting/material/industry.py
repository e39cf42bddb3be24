"""The industry as the material names it; never inferred."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.industry_names import everyday_industries, listed_industries, whole_name
from assistant.drafting.material.labels import Labelled, labelled
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan

_INDUSTRY = re.compile(
    r"\s*[“]?([\u4e00-\u9fff、（）/]{0,28}(?:(?<!企)业|制造|加工|服务|教育|卫生|社会工作|公共"
    r"管理|(?:设备|机械|车辆|汽车|产品)修理|体育|娱乐|研究|活动|管理))[”]?(?=[，。；）\n（“”\s]|企业|单位|公司|$|领域|范畴|门类|大类|行业|[里中]的?|这(?:一|个)?行|类(?=[，。；\n])|的[，。；\n]"
    r"|[来去]?(?:填报?|写|报|算|归)的?(?:[，。；\n ]|$)|[嘛呗吧呢哈咯啦呀])"
)
_INDUSTRY_CODE = re.compile(r"[A-T]?[0-9]{2,4}[ ]?(?=[\u4e00-\u9fff])|[A-T](?:门类)?[ ]?(?=[\u4e00-\u9fff])")
_BARE_INDUSTRY = re.compile(
    r"(?<=[（，、；：。|｜\t\n ])[ ]*(?:(?:所属|国民经济)?行业(?:类别|分类|门类|名称)?"
    r"|[\u4e00-\u9fff、]{2,10}业(?:里|中|下)(?:面)?的|算(?:是|作)?|归入?|应?属于?)?([\u4e00-\u9fff、]{1,24}(?<![企作就专事创营毕敬职停开失同行])业)"
    r"(?:[ ]*(?=[，）。；\n|｜\t ]|$)|(?<![务工]业)类?(?:企业|单位|机构)(?=[，）。；\n]))"
    r"|(?<=[（，、；：。|｜\t\n])[ ]*([\u4e00-\u9fff、]{2,24}?)行业(?=[，）。；\n|｜\t]|$)"
)
# Verbs that lead up to an industry and are no part of its name (归在…, 系…, 归口…); 系统, 在线, 口腔 are.
_OPENS_A_NAME = (
    r"系统|在线|在建|口腔|口岸|口罩|写作|写字|分析|分拣|分子|分布|算力|算法|列车|成人|成衣|成品|入境|进出|进口|报关|报刊|报纸|放射|"
    r"填充|属地|选矿|选煤|选种|从业|作物|作业|到家|归档|划船|挂车|为老"
)
_LEADS = re.compile(
    rf"(?:我们|公司|单位|企业)?(?:就|也|都|一直|现)?(?:(?!{_OPENS_A_NAME})(?:归口|归属|归类|归|划|列|放|分|算|填|写|报|选|挂|"
    r"属于|属|系|是|为|入|在|到|进|于|作|口|成|从事))+(?=[\u4e00-\u9fff、]{2,}业)"
)
# How a person says the trade they are in (算是特种设备维修这一行吧).
_THIS_TRADE = re.compile(r"([\u4e00-\u9fff、]{3,14}?)(?:这|那)(?:一|个)?行(?:当|业)?(?=[吧嘛的，。；\n ]|$)")
# A branch of the industry in brackets, and no note on where it is from.
_BRANCH = re.compile(
    r"（(?![^）]*(?:代码|分类|统计|执照|国标|为准|大类|门类|小类|主营|业务|见|级|资质|等))[\u4e00-\u9fff、]{2,8}）"
)
# What a label leaves behind (行业归类：…), and a question that asks for more than the industry.
_LABEL_REMAINS = re.compile(r"(?:归?类|类别|分类|门类|大类|名称|代码|属于?|这?一?栏)*[：:][ ]*")
_ASKS_MORE = re.compile(r"业务|做|干|经营|范围|产品|名称|地址|人数|员工|类型|性质")
_ENDS_AS_ONE = re.compile(r"(?:(?<![企作就专])业|制造|加工|服务|教育|卫生|社会工作|种植|养殖|研究)[”]?$")
# An answer that talks about the industry instead of naming it.
_PLAIN_TALK = re.compile(r"[他她它我你]|[了过吗呢吧]$|什么|啥")
# 卫生 may be both the industry and a word of the name (…社区卫生服务中心).
_SHORT = 2
# Words that end like an industry.
_WORDS = frozenset({"事业", "企业", "工业", "商业", "产业", "物业", "专业", "行业", "同行业", "本行业"})
# A body by what it lives on (全额拨款事业单位) is of no industry by that.
_NO_BRANCH = re.compile(
    r"(?:拨款|收支|公益[一二]?类?|预算|补贴|参公|公办|财政|自收自支)[\u4e00-\u9fff]{0,4}(?:事业|企业)$"
)
# What an enterprise ranks as, which is no industry (规模以上工业企业).
_STANDING = re.compile(r"规模|龙头|高新|重点|骨干|中小|支柱|优势|传统|新兴|示范|先进")
# A clause that only happens to end so (我们在全行业, 本行业, 带动了服务业).
_NO_INDUSTRY = re.compile(
    r"(?:我们|公司|企业|单位|本|全|同|该|各|跨|整个|其他|相关|传统|国内|国际|在|对|为|被|于|和|与|及|从|向)|"
    r"(?:物|产|行|工|工商|事|企|支柱产|主导产|特色产|新兴产)业$|.*(?:是|为|(?<!金)属|了|的(?!生产和供应业)|入|在|动|领|[全我本各][省市县区])"
)


def read_industry(scans: tuple[Scan, ...], applicant: str = "") -> Fact | None:
    """The industry as the material names it (`金属制品业`), its note in brackets included; never one the name holds."""
    fact = _labelled_industry(scans) or _introduced(scans) or _listed(scans) or _bracketed_industry(scans, applicant)
    return fact or _everyday(scans)


def _labelled_industry(scans: tuple[Scan, ...]) -> Fact | None:
    for scan in scans:
        for value in labelled(scan, "industry"):
            if not value.blank and value.text:
                code = _INDUSTRY_CODE.match(value.text)
                start = value.start + (code.end() if code else 0)
                start += _lead(scan.text[start : value.end])
                remains = _LABEL_REMAINS.match(scan.text, start, value.end)
                start = remains.end() if remains else start
                end = start + len(
                    re.split(r"[；，（—]|(?:行业)?[嘛吧呢啊哈]?$|类$|行业[。；，]|）$", scan.text[start : value.end])[0]
                )
                asked_more = _ASKS_MORE.search(_asked(scan, value)) is not None
                if asked_more and (
                    _tells_the_trade(scan.text[start:end]) or ("？" in value.label and _tells_the_type(value.text))
                ):
                    continue
                if end > start and not _PLAIN_TALK.search(scan.text, start, end):
                    return _fact(scan, start, end)
    return None


def _tells_the_trade(text: str) -> bool:
    """Whether an answer to more than one question says first what is done, and not of which industry it is."""
    trades = load_lexicon("facts").patterns["trade"].pattern
    done = "的" in text or re.search(rf"(?:{trades}|维保|改造|救援|种植|养殖|供应)(?:$|[、和与及])", text) is not None
    return done and _ENDS_AS_ONE.search(text) is None


def _tells_the_type(text: str) -> bool:
    """Whether an answer to more than one question says first what kind of body it is (有限责任公司。…制造业。)."""
    return load_lexicon("facts").patterns["economic_type"].match(text) is not None and not _ENDS_AS_ONE.search(text)


def _asked(scan: Scan, value: Labelled) -> str:
    """The label with what its line says before it (业务、行业？)."""
    at = scan.text.rfind(value.label, 0, value.start) if value.label else -1
    return scan.text[scan.text.rfind("\n", 0, at) + 1 : at] + value.label if at >= 0 else value.label


def _introduced(scans: tuple[Scan, ...]) -> Fact | None:
    for scan in scans:
        for match in load_lexicon("facts").patterns["industry_before"].finditer(scan.text):
            industry = _INDUSTRY.match(scan.text, match.end() + scan.text.startswith("算", match.end()))
            industry = industry or _this_trade(scan.text, match.end())
            if (
                industry is None
                or industry[1] in _WORDS
                or _NO_BRANCH.search(industry[1])
                or _STANDING.search(industry[1])
                or scan.sealed(match.start(), industry.end())
            ):
                continue
            if industry[1].count("（") == industry[1].count("）"):
                return _industry(scan, industry)
            if scan.text.startswith("）", industry.end(1)):
                # The branch told in the bracket ends like an industry too (教育行业（中等职业教育）).
                span = (industry.start(1), industry.end(1) + 1)
                return Fact("industry", scan.text[slice(*span)], scan.source.span(*span))
    return None


def _this_trade(text: str, start: int) -> re.Match[str] | None:
    """A line of business that ends in a trade, whatever the list of industries calls it."""
    match = _THIS_TRADE.match(text, start)
    if match is None or _PLAIN_TALK.search(match[1]) or "的" in match[1]:
        return None
    return match if _tells_the_trade(match[1]) or _ENDS_AS_ONE.search(match[1]) else None


def _listed(scans: tuple[Scan, ...]) -> Fact | None:
    return next((_fact(scan, *span) for scan in scans for span in listed_industries(scan)), None)


def _everyday(scans: tuple[Scan, ...]) -> Fact | None:
    return next((_fact(scan, *span) for scan in scans for span in everyday_industries(scan)), None)


def _fact(scan: Scan, start: int, end: int) -> Fact:
    """The industry in full, with what a bracket behind it says of its branch (房地产业（物业管理）)."""
    start, end = whole_name(scan.text, start, end)
    branch = (
        _BRANCH.match(scan.text, end)
        if scan.text[end - 1] == "业" or scan.text[start:end].endswith(("社会工作", "卫生", "教育"))
        else None
    )
    # A bracket that only repeats part of the name (卫生和社会工作（卫生）) names no branch of its own.
    end = branch.end() if branch and branch.group()[1:-1] not in scan.text[start:end] else end
    return Fact("industry", scan.text[start:end], scan.source.span(start, end))


def _industry(scan: Scan, match: re.Match[str]) -> Fact:
    start = match.start(1) + _lead(match[1])
    name = scan.text[start : match.end(1)]
    name = name if len(name) < 4 else name.removesuffix("行业")
    return _fact(scan, start, start + len(name))


def _lead(text: str) -> int:
    """How much of `text` leads up to the name of the industry."""
    match = _LEADS.match(text)
    return match.end() if match else 0


def _bracketed_industry(scans: tuple[Scan, ...], applicant: str) -> Fact | None:
    """An industry named between marks (（兰州市红古区，金属制品业）), where nothing introduces it."""
    for scan in scans:
        for match in _BARE_INDUSTRY.finditer(scan.text):
            start, end = match.span(1 if match[1] else 2)
            start += 2 * scan.text.startswith("行业", start)
            start += _lead(scan.text[start:end])
            name = scan.text[start:end]
            if (name in applicant and len(name) > _SHORT) or _NO_INDUSTRY.match(name):
                continue
            if not _STANDING.search(name) and not scan.sealed(*match.span()):
                return _fact(scan, start, start + len(name))
    return None

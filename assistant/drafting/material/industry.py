"""The industry as the material names it; never inferred."""

import re

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.labels import labelled
from assistant.drafting.material.model import Fact
from assistant.drafting.material.scan import Scan

_INDUSTRY = re.compile(
    r"\s*[“]?([\u4e00-\u9fff、（）/]{0,28}(?:业|制造|加工|服务|教育|卫生|社会工作|公共"
    r"管理|体育|娱乐|研究|活动|管理))[”]?(?=[，。；）\n（“”\s]|企业|单位|公司|$|领域|行业|类(?=[，。；\n])|的[，。；\n])"
)
_INDUSTRY_CODE = re.compile(r"[A-T]?[0-9]{2,4}[ ]?(?=[\u4e00-\u9fff])|[A-T](?:门类)?[ ]?(?=[\u4e00-\u9fff])")
_BARE_INDUSTRY = re.compile(
    r"(?<=[（，、；：。|｜\t\n])[ ]*(?:(?:所属|国民经济)?行业(?:类别|分类|门类|名称)?"
    r"|[\u4e00-\u9fff、]{2,10}业(?:里|中|下)(?:面)?的|算(?:是|作)?|归入?|应?属于?)?([\u4e00-\u9fff、]{1,24}(?<![企作就专事创营毕敬职停开失同行])业)"
    r"[ ]*(?=[，）。；\n|｜\t]|$)"
    r"|(?<=[（，、；：。|｜\t\n])[ ]*([\u4e00-\u9fff、]{2,24}?)行业(?=[，）。；\n|｜\t]|$)"
)
# Words that end like an industry.
_WORDS = frozenset({"事业", "企业", "工业", "商业", "产业", "物业", "专业", "行业", "同行业", "本行业"})
# A clause that only happens to end so (我们在全行业, 本行业, 带动了服务业).
_NO_INDUSTRY = re.compile(
    r"(?:我们|公司|企业|单位|本|全|同|该|各|跨|整个|其他|相关|传统|国内|国际|在|对|为|被|于|和|与|及|从|向)|"
    r"(?:物|产|行|工|工商|事|企|支柱产|主导产|特色产|新兴产)业$|.*(?:是|为|(?<!金)属|了|的|入|在|动|领|[全我本各][省市县区])"
)


def read_industry(scans: tuple[Scan, ...]) -> Fact | None:
    """The industry as the material names it (`金属制品业`)."""
    for scan in scans:
        for value in labelled(scan, "industry"):
            if not value.blank and value.text:
                code = _INDUSTRY_CODE.match(value.text)
                start = value.start + (code.end() if code else 0)
                end = start + len(
                    re.split(r"[；，（]|(?:行业)?[嘛吧呢啊哈]?$|类$|行业[。；，]", scan.text[start : value.end])[0]
                )
                if end > start:
                    return Fact("industry", scan.text[start:end], scan.source.span(start, end))
    for scan in scans:
        for match in load_lexicon("facts").patterns["industry_before"].finditer(scan.text):
            industry = _INDUSTRY.match(scan.text, match.end() + scan.text.startswith("算", match.end()))
            if (
                industry
                and industry[1] not in _WORDS
                and industry[1].count("（") == industry[1].count("）")
                and not scan.sealed(match.start(), industry.end())
            ):
                return _industry(scan, industry)
    return _bracketed_industry(scans)


def _industry(scan: Scan, match: re.Match[str]) -> Fact:
    name = match[1] if len(match[1]) < 4 else match[1].removesuffix("行业")
    return Fact("industry", name, scan.source.span(match.start(1), match.start(1) + len(name)))


def _bracketed_industry(scans: tuple[Scan, ...]) -> Fact | None:
    """An industry named between marks (（兰州市红古区，金属制品业）), where nothing introduces it."""
    for scan in scans:
        for match in _BARE_INDUSTRY.finditer(scan.text):
            start, end = match.span(1 if match[1] else 2)
            start += 2 * scan.text.startswith("行业", start)
            name = scan.text[start:end]
            if not _NO_INDUSTRY.match(name) and not scan.sealed(*match.span()):
                return Fact("industry", name, scan.source.span(start, start + len(name)))
    return None

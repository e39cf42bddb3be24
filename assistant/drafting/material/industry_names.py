"""The industries of the national classification, found word for word where a material names one without ado."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.drafting.material.scan import Scan, clause_bounds
from assistant.knowledge.source import load_yaml
from assistant.settings import settings

_MARK = r"[，。；：、（）()“”\n\t|｜/ 　①-⑳·•\-—▍◆●■]"
_BEHIND = (
    r"(?=[，。；：、（）()”\n\t|｜/ 　]|的|[那这]一?[类行个]|一类|类|企业|单位|公司|行业|[里中上]|这|"
    r"[嘛呗吧呢哈咯啦呀]|$)"
)
# What leads up to an industry in running prose (统计上列在…, 他们给我填的…, 归到…, 我们这行是…).
_LEAD = re.compile(
    r"(?:行业|门类|大类|代码|分类|统计|核定|国标|名录)[^，。；：\n]{0,12}$"
    r"|(?:属于?|归属?|归[到在入口为于]|列[在入为]|划[到归入在]|放[在到]|算[是作]?|填的?是?|选的?是?|写的?是?|填报|系|从事|(?:是|公司|我们|单位)[搞做干]|[做干搞吃]的(?:就)?是?)$"
)
_OF_OTHERS = re.compile(
    r"客户|用户|下游|上游|面向|服务于|供应商|配套|采购|涉及|覆盖|供[给应]|推广|广泛|协会|应用|应于|展会"
)
_EVERYDAY = r"(?<=[，。；（\n\t|｜])[ ]*(?P<name>{names})[ ]*(?=[，。；）\n\t|｜])"


def listed_industries(scan: Scan) -> Iterator[tuple[int, int]]:
    """Where an industry of the list stands as one: between marks or behind a word that leads up to it."""
    for match in _listed().finditer(scan.text):
        start, _ = clause_bounds(scan.text, *match.span(), "，。；！？\n（）")
        before = scan.text[start : match.start()]
        bounded = not before.strip() or re.search(rf"{_MARK}$", before)
        if (bounded or _LEAD.search(before)) and not _OF_OTHERS.search(before) and not scan.sealed(*match.span()):
            yield match.span()


def everyday_industries(scan: Scan) -> Iterator[tuple[int, int]]:
    """Where a word such as 教育 is all that stands between two marks."""
    for match in _everyday().finditer(scan.text):
        if not scan.sealed(*match.span("name")):
            yield match.span("name")


def whole_name(text: str, start: int, end: int) -> tuple[int, int]:
    """The listed name that `text[start:end]` is the end of (饮料和精制茶制造业), else the stretch as it is."""
    for match in _listed().finditer(text, max(0, start - 16), end):
        if match.start() < start < match.end() <= end:
            return match.start(), end
    return start, end


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    node = load_yaml(settings().assistant_corpus / "drafting" / "industries.yaml")
    lists = {key: [name for row in node.texts(key) for name in row.split("|")] for key in node.mapping()}
    return {key: "|".join(sorted(map(re.escape, names), key=len, reverse=True)) for key, names in lists.items()}


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    names = _names()
    return re.compile(
        rf"(?:{names['divisions']}|{names['groups']})(?:(?<!业)业)?(?![里中下]面?的[\u4e00-\u9fff]{{2,10}}业){_BEHIND}"
    )


@lru_cache(maxsize=1)
def _everyday() -> re.Pattern[str]:
    return re.compile(_EVERYDAY.format(names=_names()["everyday"]))

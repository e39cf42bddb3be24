"""Quantified results: a metric with its figures before and after, as the material writes them."""

import re

from assistant.drafting.material.model import Result
from assistant.drafting.material.scan import Scan

FIGURE = (
    r"(?:近|约|超过|超|不到|不足)?(?:[千百万]分之[0-9一二三四五六七八九十百点]+(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
    r"\s*(?:%|‰|个百分点|[万亿]?(?:元|吨|件|户|人|家|个|次|台|套|平方米|立方米|公里)?|"
    r"PPM|ppm|分钟|小时|秒|天|个月|个工作日|年|分|级|倍|毫米|微米|℃|度|公斤|千克|克|斤"
    r"|米|亩|起|例|单|炉|批|处|条|步|道|页|封|项|/[\u4e00-\u9fff]+)?"
)
_METRIC = r"(?P<metric>[\u4e00-\u9fffA-Za-z0-9“”\-—/（）]{2,24}?)"
_MOVE = (
    r"(?:逐[步年渐])?(?:已|就)?(?:提高|提升|上升|增加|增长|升高|升|涨|扩大|扩展|下降|降低|降|减少|缩短|压缩|压减|压|减|"
    r"控制|改善|改为|变为|变成|优化)?(?:到|至|为|了?到了?)"
)
_CHANGE = re.compile(
    rf"{_METRIC}[，]?(?:已|也|平均|则)?(?:由|从|自)(?:[^，。；0-9]{{0,14}}?(?:[0-9]{{4"
    rf"}}年(?:[0-9]{{1,2}}月)?)?(?:的|时的|以前的)?)?(?P<before>{FIGURE})"
    rf"[，]?(?:的)?(?:[0-9]{{4}}年)?{_MOVE}(?:[0-9]{{4}}年(?:底|末)?的)?(?:目前的|现在的)?(?P<after>{FIGURE})"
)
_STATE = re.compile(
    rf"(?P<metric>[\u4e00-\u9fffA-Za-z0-9“”\-]{{0,12}}?(?:率|度|指数|得分|时间|周期|时"
    rf"长|成本|产值|销售额|营业收入|销量|面积|产量|贮藏能力))"
    rf"(?:稳定|保持|连续[^，。；0-9]{{0,6}})?(?:在|为|达到?|是|有|超过)?(?:了)?(?P<after>{FIGURE})"
)
# 4.8 → 0.7: an arrow for the way from one to the other.
_ARROW = re.compile(rf"{_METRIC}[ ：]*(?P<before>{FIGURE})[ ]*(?:→|—>|->|=>|⇒)[ ]*(?P<after>{FIGURE})")
_COUNT = rf"{FIGURE}[\u4e00-\u9fff]{{0,2}}?"
# 2021年顾客退货126袋，2023年退货17袋: the same thing counted in two years.
_YEARS = re.compile(
    rf"(?P<first>[0-9]{{4}})年(?:度|全年)?(?P<metric>[\u4e00-\u9fffA-Za-z]{{2,14}}?)(?:只|仅|才|还|为|是|有|达到?)?(?P<before>{_COUNT})"
    rf"[，；、]?(?:到|至)?(?P<second>[0-9]{{4}})年(?:度|全年|底)?(?P<again>[\u4e00-\u9fffA-Za-z]{{0,14}}?)"
    rf"(?:只|仅|才|已|则|为|是|有|剩|达到?|{_MOVE})*(?P<after>{_COUNT})(?=[，。；、）]|$)"
)
# What a wording cannot do without: a stretch that lacks it is not searched for every place its figures could begin.
_SIGNS = {_CHANGE: re.compile("[由从自]"), _ARROW: re.compile("→|>|⇒"), _YEARS: re.compile("年.*年", re.S)}
_UNIT = re.compile(r"[^0-9.,]*$")
_FILLER = re.compile(
    r"^(?:结果|使得?|让|将|把|其中|车间据此把?|据此|目前|通过[^，]*|年来|以来|实现了?|"
    r"同时|并|且|和|与|公司|全年|年均|平均|使|的|月|年|日|[0-9]+年(?:以来|起)?)+"
)


def read_results(scan: Scan, start: int, end: int) -> tuple[Result, ...]:
    """The results in `text[start:end]`: changes first, then figures that stand alone (`before` empty)."""
    text = scan.text[start:end]
    found: list[Result] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_CHANGE, _ARROW, _YEARS, _STATE):
        if pattern in _SIGNS and not _SIGNS[pattern].search(text):
            continue
        for match in pattern.finditer(text):
            if any(left < match.end() and match.start() < right for left, right in taken):
                continue
            if pattern is _YEARS and not _same_thing(match):
                continue
            metric = _FILLER.sub("", match["metric"].split("，")[-1])
            if len(metric) < 2:
                continue
            taken.append(match.span())
            span = scan.source.span(start + match.start(), start + match.end())
            found.append(Result(metric, match.groupdict().get("before") or "", match["after"], span))
    return tuple(found)


def _same_thing(match: re.Match[str]) -> bool:
    """Whether two years' figures count the same, the earlier year first: one unit, and nothing else counted."""
    units = {_UNIT.search(match[one]).group().strip() for one in ("before", "after")}  # type: ignore[union-attr]
    again = match["again"]
    told = not again or again in match["metric"] or match["metric"] in again or again[-2:] == match["metric"][-2:]
    return match["first"] < match["second"] and len(units) == 1 and told

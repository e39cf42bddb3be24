"""A business scope that nothing introduces: a clause that is nothing but trades, where the applicant is presented."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan

_EDGE = r"[，。；：\n|｜（）！①-⑳•·●—▲◆■※★]"
# A clause that tells how something is done, or of whom, names no trade.
_TELLS = re.compile(
    r"[0-9我你他她它这那每各]|推行|实行|建立|开展|加强|提高|提升|降低|质量|制度|标准|体系|检验|创新|通过|获|奖|被|把|将|了|不|没|行业|[一第首]|岗位"
)
# What else the line or sentence says shows that it presents the applicant.
_PRESENTS = re.compile(
    r"成立|注册|登记|创办|始建|有限责任|股份有限|民营|国有|事业单位|个体|合作社|独资|合伙|[员职]工|[0-9]+人|[\u4e00-\u9fff]业[，。；—]|行[业当]：|位于|地处"
)
_BESIDE = re.compile(r"[\u4e00-\u9fff]{2}(?:制造|加工|制品|服务|建筑|运输|养殖|种植|[农林牧渔])业[，；—：]+$")
_INDUSTRY_NEXT = re.compile(r"[，；](?:属于?|归)?[\u4e00-\u9fff、]{2,20}业[，。；]")
_LONGEST, _NEAR = 60, 16


def bare_scopes(scan: Scan) -> Iterator[tuple[int, int]]:
    """Each clause that is a list of goods and trades (火锅底料的生产和销售), beside other facts on the firm."""
    for match in _clause().finditer(scan.text):
        line_start = scan.text.rfind("\n", 0, match.start()) + 1
        line_end = scan.text.find("\n", match.end())
        line = scan.text[line_start : match.start()] + scan.text[match.end() : line_end if line_end >= 0 else None]
        if (
            len(match["scope"]) <= _LONGEST
            and not _TELLS.search(match["scope"])
            and _presented(scan.text, match, line)
            and not scan.sealed(*match.span("scope"))
        ):
            yield match.span("scope")


def _presented(text: str, match: re.Match[str], line: str) -> bool:
    """Whether the line presents the applicant too, names the industry beside it, or is goods and trades only."""
    beside = _BESIDE.search(text, max(0, match.start("scope") - _NEAR), match.start("scope")) or _INDUSTRY_NEXT.match(
        text, match.end("scope")
    )
    alone = not line.strip(" ▲◆●■※★•·—") and "、" in match["scope"]
    return bool(match["told"] or beside or alone) or len(_PRESENTS.findall(line)) > 1


@lru_cache(maxsize=1)
def _clause() -> re.Pattern[str]:
    trades = load_lexicon("facts").patterns["trade"].pattern
    several = rf"(?:{trades})(?:(?:、|和|与|及|以及)(?:{trades}))+"
    goods = rf"[\u4e00-\u9fffA-Za-z、和与及]{{2,40}}?的(?:{trades})(?:(?:、|和|与|及|以及)(?:{trades}))*"
    kinds = rf"[\u4e00-\u9fff]{{2,12}}(?:、[\u4e00-\u9fff]{{2,14}}){{0,6}}、[\u4e00-\u9fff]{{0,10}}?(?:{trades})"
    counted = r"(?:这|等)?[几两三四五六七八九]+大?[样项块类种摊桩]"
    listed = rf"{goods}|[\u4e00-\u9fff]{{2,10}}?{several}|{kinds}(?={counted})|(?<=—){kinds}"
    return re.compile(
        rf"(?<={_EDGE})[ ]*(?P<scope>{listed})(?P<told>{counted}(?:业务|事|活)?)?[ ]*(?=[，。；\n|｜！]|$)"
    )

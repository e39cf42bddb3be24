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
_LONGEST = 60


def bare_scopes(scan: Scan) -> Iterator[tuple[int, int]]:
    """Each clause that is a list of goods and trades (火锅底料、辣椒制品的生产和销售), beside other facts on the firm."""
    for match in _clause().finditer(scan.text):
        line_start = scan.text.rfind("\n", 0, match.start()) + 1
        line_end = scan.text.find("\n", match.end())
        line = scan.text[line_start : match.start()] + scan.text[match.end() : line_end if line_end >= 0 else None]
        if (
            len(match["scope"]) <= _LONGEST
            and not _TELLS.search(match["scope"])
            and len(_PRESENTS.findall(line)) > (0 if match["told"] else 1)
            and not scan.sealed(*match.span("scope"))
        ):
            yield match.span("scope")


@lru_cache(maxsize=1)
def _clause() -> re.Pattern[str]:
    trades = load_lexicon("facts").patterns["trade"].pattern
    several = rf"(?:{trades})(?:(?:、|和|与|及|以及)(?:{trades}))+"
    listed = rf"[\u4e00-\u9fffA-Za-z、和与及]{{2,40}}?的(?:{trades})(?:(?:、|和|与|及|以及)(?:{trades}))*|[\u4e00-\u9fff]{{2,10}}?{several}"
    kinds = rf"[\u4e00-\u9fff]{{2,12}}(?:、[\u4e00-\u9fff]{{2,14}}){{0,6}}、[\u4e00-\u9fff]{{0,10}}?(?:{trades})"
    listed = rf"{listed}|{kinds}(?=(?:这|等)?[几两三四五六七八九]+(?:大)?(?:样|项|块|类|种|摊|桩))|(?<=—){kinds}"
    return re.compile(rf"(?<={_EDGE})[ ]*(?P<scope>{listed})(?P<told>(?:这|等)?[几两三四五六七八九]+(?:大)?[样项块类种摊桩](?:业务|事|活)?)?[ ]*(?=[，。；\n|｜！]|$)")

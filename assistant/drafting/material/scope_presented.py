"""A business scope told in passing: of a sentence that presents the applicant, the clause that says what it does.

Such a sentence gives founding, type, industry and place clause by clause (…，有限责任公司，餐饮业，卖小面和调料。);
what begins with an activity and belongs to none of them is the scope.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan

_CLAUSE = re.compile(r"[^，；]+")
# Each kind of thing a presentation says of the applicant; two of them make one.
_PRESENTS = (
    re.compile(r"成立|注册|登记|创办|始建|建校|建院|建厂|开办|执照"),
    re.compile(
        r"有限责任|股份有限|独资|合伙|国有|集体所有|民营|私营|民办非企业|事业单位|社会团体|个体工商户|公办|合作社"
    ),
    re.compile(r"[\u4e00-\u9fff]业(?:，|；|。|$)|行业"),
    re.compile(r"[市县区州旗镇乡]"),
)
# Of these one thing is said, and not what the trade is.
_TELLS = re.compile(r"[0-9我你他她它这那谁都]|[了过着]|制度|体系|工作法|标准|质量|奖|被|把|不|没|一[次本张道]")
_LED = re.compile(
    r"^(?:主要|专门?|专业|一直|平时|现在?|目前|也|就|是)*(?:承担|从事|负责|经营|开展|主营|卖|做|干)的?(?:是)?"
)
_SHORTEST, _LONGEST = 4, 44


def presented_scopes(scan: Scan) -> Iterator[tuple[int, int]]:
    """The stretch of each such clause, its leading 卖, 做, 承担 left out, with what a following 也… or 并… adds."""
    for sentence in scan.sentences:
        if sum(bool(kind.search(sentence.text)) for kind in _PRESENTS) < 2:
            continue
        clauses = list(_CLAUSE.finditer(sentence.text.rstrip("。！；")))
        for number, clause in enumerate(clauses[1:], start=1):
            if not _trade(clause.group()):
                continue
            last = clause
            for further in clauses[number + 1 :]:
                if not _further().match(further.group()) or _TELLS.search(further.group()):
                    break
                last = further
            led = _LED.match(clause.group())
            start = sentence.start + clause.start() + (led.end() if led else 0)
            end = sentence.start + last.end()
            if _SHORTEST <= end - start <= _LONGEST and not scan.sealed(start, end):
                yield start, end


def _trade(clause: str) -> bool:
    return (
        bool(_activity().match(clause)) and not _TELLS.search(clause) and not clause.endswith(("业", "部", "人", "的"))
    )


@lru_cache(maxsize=1)
def _activity() -> re.Pattern[str]:
    """A clause that begins with an activity, itself or for somebody (给独居老人做送餐)."""
    return re.compile(
        rf"(?:主要|专门?|专业|一直|平时|现在?|目前|也|就|是)*(?:(?:给|为|替|向)[\u4e00-\u9fff]{{2,10}}?)?(?:{_verbs()})"
        rf"(?!好|成|法|工|大|强|得|出|到|起|管)[\u4e00-\u9fffA-Za-z、]{{2,}}$"
    )


@lru_cache(maxsize=1)
def _further() -> re.Pattern[str]:
    return re.compile(
        rf"(?:也|还|并|兼|同时|另外?|顺带)+(?:{_verbs()}|(?:接|跑|拉)(?!到|手|班|来|动))[\u4e00-\u9fffA-Za-z、]{{2,}}$"
    )


def _verbs() -> str:
    patterns = load_lexicon("facts").patterns
    return f"{patterns['scope_verb'].pattern}|{patterns['trade'].pattern}"

"""Head counts told in the words of the trade: every count of people whose whole lead speaks of the whole.

A count is a candidate wherever it stands (发工资的名单上现在是57个人, 铺子里加上老板娘19口子). What leads up to it,
from a mark on, must be made of nothing but words for the time, the whole, who is on the books, a paper and a sum; one
word that names a part, a pupil or a guest and the count is none of the whole.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.headcount_reading import (
    Count,
    all_counted,
    in_bracket_of_count,
    of_old,
    of_others,
    read_count,
)
from assistant.drafting.material.headcount_words import ABOUT_BEFORE
from assistant.drafting.material.own import withdrawn
from assistant.drafting.material.scan import Scan
from assistant.language.numerals import parse_number

_NUMBER = r"(?P<number>(?<![0-9.])[0-9][0-9,]{0,6}(?![0-9.])|[一二两三四五六七八九十百千零]{2,8})"
_UNIT = r"\s*(?P<many>余|多|来)?\s*(?:个人|号人|张嘴|口人|口子|名|口|人|个|位)(?P<around>左右|上下)?"
_BEHIND = (
    r"(?:头上|(?:干活|上班|做事)的)?(?:教职工|[员职]工|工人|伙计|师傅|老师|同事|人手)?"
    r"(?:在[^，。；\n]{1,6}(?:上班|干活|做工)|吃饭)?(?=[ ]*(?:[，。；！\n）、（]|$))"
)
_FAR = 48
_PART = re.compile(r"(?P<count>[0-9]+|[一二两三四五六七八九十百千零]{2,8})(?=[ ]*(?:名|人|个|位|口|[，、；]|$))")
_FEWEST_PARTS = 2
# A part that a sum follows upon (加上技术9人，合计50人).
_SUMMED_BEHIND = re.compile(r"[，、；（]+(?:合计|共计|总计|总共|一共|共|加起来)[^，。；\n0-9]{0,4}[0-9]")


def stated(scans: tuple[Scan, ...], as_of: date) -> list[Count]:
    """The counts told so; of those that a sum is drawn from, the sum."""
    told = [one for scan in scans for one in _of(scan)]
    found = [(count, sums) for count, sums in told if not of_old(count, as_of)]
    drawn = [count for count, sums in found if sums]
    return drawn[:1] or [count for count, _ in found]


def _of(scan: Scan) -> Iterator[tuple[Count, bool]]:
    for match in _form().finditer(scan.text):
        sentence = scan.sentence_at(match.start("number"))
        if sentence is None or scan.sealed(*match.span()) or withdrawn(scan, match.start("number"), match.end()):
            continue
        begin = max(sentence.start, match.start() - _FAR, scan.text.rfind("\n", 0, match.start()) + 1)
        sums = _adds_up(scan.text[sentence.start : match.start()], match["number"])
        if of_others(scan, match) or in_bracket_of_count(scan, match):
            continue
        summed = _SUMMED_BEHIND.match(scan.text, match.end()) is not None
        if (sums and all_counted(scan, match)) or (
            not sums and not summed and _of_the_whole(scan.text[begin : match.start()])
        ):
            yield read_count(scan, match), sums


def _of_the_whole(before: str) -> bool:
    """Whether what stands before the count, from some mark on, consists of words for the whole."""
    facts = load_lexicon("facts")
    for edge in re.finditer(r"^|[，、；：。（“]", before):
        lead = before[edge.end() :]
        if lead and facts.patterns["headcount_whole"].fullmatch(lead) and facts.has("headcount_evidence", lead):
            return True
    return False


def _adds_up(before: str, total: str) -> bool:
    """Whether the parts counted in the sentence so far come to the total and a word says it is a sum."""
    facts = load_lexicon("facts")
    clause = re.split(r"[，；。]", before)[-1]
    if not facts.has("headcount_sum", clause) or facts.has("headcount_not", before):
        return False
    parts = [int(parse_number(part["count"]) or 0) for part in _PART.finditer(before)]
    wanted = int(parse_number(total.replace(",", "")) or 0)
    return any(sum(parts[first:]) == wanted for first in range(len(parts) - _FEWEST_PARTS + 1))


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    return re.compile(rf"{ABOUT_BEFORE}{_NUMBER}{_UNIT}{_BEHIND}")

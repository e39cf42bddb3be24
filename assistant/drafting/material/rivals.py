"""Another reading of the head count or the founding date, told elsewhere in the material as somebody's or a paper's."""

import re
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.adjudicate import adjudicated
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.own import withdrawn
from assistant.drafting.material.scan import Scan, clause_near
from assistant.language.dates import DateMention
from assistant.language.numerals import parse_number

_COUNT = re.compile(
    r"(?P<number>[0-9][0-9,]*|[一二三四五六七八九十百千]{2,})\s*(?:多|余)?"
    r"(?:名|人|个人|号人|口人|口子)(?!次)"
)
# What a list is said to hold, 人 left out (花名册上我看是468), and no number of the list itself.
_BARE_COUNT = re.compile(r"(?<=[是有为共数：])(?P<number>[0-9]{1,5})(?=[，。；！”）\n]|$)")
_OF_THE_LIST = re.compile(r"编号|页|序号|号码|份数|日期")
_LIKE = 2
# Totals that differ by less than this share are one total told roughly.
_TOLERANCE = 0.02
# A total told roughly (760余人) gainsays one that it cannot be rounded from.
_ROUGH_TOLERANCE = 0.06
_ABOUT = re.compile(r"近|约|大约|左右|多|余|超|来|上下|将近|不到|不足")
_EDGES = "。；！？\n"


def rival_count(scans: tuple[Scan, ...], fact: Fact) -> Conflict | None:
    """The total another office or paper gives; None where no such differs or the material says which prevails."""
    tellers = load_lexicon("tellers")
    for scan in scans:
        for match in (*_COUNT.finditer(scan.text), *_bare_counts(scan, fact)):
            start, end = clause_near(scan.text, *match.span(), _EDGES)
            before, around = scan.text[start : match.start()], scan.text[start:end]
            whole = tellers.has("staff_source", before) and tellers.has("staff_whole", scan.text[match.end() : end])
            if not (whole or tellers.has("staff_total", before)) or tellers.has("staff_part", around):
                continue
            value = parse_number(match["number"].replace(",", ""))
            rough = _ABOUT.search(scan.text, max(0, match.start() - 3), min(len(scan.text), match.end() + 2))
            if scan.sealed(start, end) or withdrawn(scan, match.start(), match.end()):
                continue
            apart = abs(int(value or 0) - int(fact.value)) / max(1, int(fact.value))
            if value and apart > (_ROUGH_TOLERANCE if rough else _TOLERANCE):
                other = Fact("employees", int(value), scan.source.span(*match.span()))
                return _unless_settled(scans, "employees", "CONFLICT_EMPLOYEES", fact, other)
    return None


def _bare_counts(scan: Scan, fact: Fact) -> Iterator[re.Match[str]]:
    """Figures without 人 that are near enough to the total to be one."""
    for match in _BARE_COUNT.finditer(scan.text):
        start, _ = clause_near(scan.text, *match.span(), _EDGES)
        near = int(fact.value) <= _LIKE * int(match["number"]) <= _LIKE**2 * int(fact.value)
        if near and not _OF_THE_LIST.search(scan.text, start, match.start()):
            yield match


def rival_founding(scans: tuple[Scan, ...], fact: Fact) -> Conflict | None:
    """The founding date somebody says or a paper, a stone, a picture bears; None where none differs."""
    own = next((m for scan in scans for m in scan.dates if _is(scan, m, fact)), None)
    if own is None:
        return None
    tellers = load_lexicon("tellers")
    for scan in scans:
        for mention in scan.dates:
            apart = mention.value.last() < own.value.first() or own.value.last() < mention.value.first()
            if not apart or mention.relative:
                continue
            start, end = clause_near(scan.text, mention.start, mention.end, _EDGES)
            around = scan.text[start:end]
            told = tellers.find("founding_told", around)
            if told is None or not told.start() <= mention.start - start < told.end():
                continue
            if tellers.has("founding_other", around) or scan.sealed(start, end):
                continue
            if withdrawn(scan, mention.start, mention.end):
                continue
            other = Fact("founded", mention.text, scan.source.span(mention.start, mention.end))
            return _unless_settled(scans, "founded", "CONFLICT_FOUNDED", fact, other)
    return None


def _is(scan: Scan, mention: DateMention, fact: Fact) -> bool:
    span = scan.source.span(mention.start, mention.end)
    return span.file == fact.span.file and span.start < fact.span.end and fact.span.start < span.end


def _unless_settled(scans: tuple[Scan, ...], key: str, code: str, fact: Fact, other: Fact) -> Conflict | None:
    readings = (fact, other)
    return None if adjudicated(scans, readings) else Conflict(key, code, readings)

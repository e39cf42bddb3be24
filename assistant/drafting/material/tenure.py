"""How long a person has been at the work, told twice and differently (从事一线工作30年, 干了28年)."""

import re
from collections.abc import Iterator

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.matter import CODE
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.scan import Scan, clause_bounds

_BEHIND_SOMEBODY = re.compile(
    r"徒弟|学员|同事|师傅|父亲|母亲|丈夫|妻子|职工们|员工|工人们|公司|设备|产品|人均|平均|他们|她们"
)

# A part of the time, somebody's else or a length only guessed at.
_NO_WHOLE = re.compile(r"其中|先后|曾|近$|约$|超过$|连续")
_MATTER = "从事{}的年数"


def tenures(scans: tuple[Scan, ...]) -> list[Conflict]:
    """The first two lengths of the whole of a working life that differ; one in a trade or a post is another matter."""
    found: list[Fact] = []
    for scan in scans:
        for match in load_lexicon("tellers").patterns["tenure"].finditer(scan.text):
            start, end = clause_bounds(scan.text, *match.span())
            if not scan.sealed(*match.span()) and not _BEHIND_SOMEBODY.search(scan.text[start : match.end()]):
                years = next(group for group in match.groups() if group)
                found.append(Fact(CODE, years, scan.source.span(start, end)))
    other = next((fact for fact in found if fact.value != found[0].value), None)
    return [Conflict("从事一线工作的年数", CODE, (found[0], other))] if other is not None else []


def trade_tenures(scans: tuple[Scan, ...]) -> Iterator[Conflict]:
    """Two lengths of the time somebody has been at one trade (从事检验岗位年限：15年 / 从事检验18年)."""
    found: dict[str, Fact] = {}
    for scan in scans:
        for match in load_lexicon("tellers").patterns["trade_tenure"].finditer(scan.text):
            start, end = clause_bounds(scan.text, *match.span(), "，。；！？\n（）()")
            before = scan.text[start : match.start("years")]
            if scan.sealed(*match.span()) or _BEHIND_SOMEBODY.search(before) or _NO_WHOLE.search(before):
                continue
            fact = Fact(CODE, match["years"], scan.source.span(start, end))
            known = found.setdefault(match["trade"], fact)
            if known.value != fact.value:
                yield Conflict(_MATTER.format(match["trade"]), CODE, (known, fact))
                return

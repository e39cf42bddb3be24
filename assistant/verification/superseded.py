"""What the applicant's text has taken back, and what two of its papers give in two ways, told as if it stood.

A correction (上一稿写512人，应为436人) leaves the first figure void; of two papers' figures neither is settled.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from assistant.language.numerals import find_quantities
from assistant.verification.alignment import grams_of
from assistant.verification.disputed import sourced
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.passing import passing

Figure = tuple[Decimal, str]
# Where a text tells what was written before it was corrected.
_BEFORE = re.compile(
    r"(?:上一?[稿版次]|前一?稿|原稿|初稿|旧稿|第一稿|原先|原来|早先|之前|先前|误)(?:中|里|把[^,;。]{1,8})?(?:误|曾|错)?(?:写|填|报|记|印|为)[^,;。]*"
)
_CORRECTS = re.compile(r"更正|勘误|以本稿为准|应为|改为|有误|误写|作废|笔误")
# What tells the old figure as the old one.
_AS_OLD = re.compile(
    r"上一?[稿版]|前一?稿|初稿|旧|原(?:稿|数|来|先|写|为|报)|更正前|改[为成动掉]|→|->|不再|误|作废|而不是|不是|而非|此前|去掉|删"
)
_OPENLY = re.compile(
    r"[两二]说|[两二]种|说法|不一|待核|核实|确认|核对|出入|口径|不同|矛盾|对不上|冲突|待补充|另一|相差|都(?:超|满|够|过|在)|无论|不论|至少|分别|先不写|暂不|还是|或"
)
_RULED = re.compile(r"以[^,。;]{2,14}为准|按[^,。;]{2,14}(?:写|填|算|计)")


def check_superseded(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure the text corrected, and one of two that its papers give, told as the figure."""
    void = _void(evidence.text)
    for sentence in re.split(r"[。\n]", said) if void else ():
        told = [q for q in find_quantities(sentence) if (q.value, q.unit) in void]
        if told and not _AS_OLD.search(sentence):
            yield Reason("conflict", f"材料已经更正，“{told[0].text}”不再是准数")
            return
    yield from _one_of_two(said, evidence.text)


@passing(maxsize=256)
def _void(text: str) -> frozenset[Figure]:
    """The figures that a text has only as what was written before its correction."""
    old: set[Figure] = set()
    rest = text
    for line in text.split("\n"):
        if not _CORRECTS.search(line):
            continue
        for match in _BEFORE.finditer(line):
            old |= {(q.value, q.unit) for q in find_quantities(match.group()) if q.value > 1}
            rest = rest.replace(match.group(), "")
    return frozenset(old - {(q.value, q.unit) for q in find_quantities(rest)})


@passing(maxsize=256)
def _doubtful(text: str) -> tuple[tuple[str, str, frozenset[Figure]], ...]:
    """Pairs of papers of one sentence that give two figures of one unit, with these."""
    found = []
    for sentence in re.split(r"[。;\n]", text):
        for (one, ours), (other, theirs) in combinations(sourced(sentence), 2):
            figures = {(v, u) for v, u in ours | theirs if isinstance(v, Decimal) and isinstance(u, str) and u}
            units = {unit for _, unit in figures}
            if not ours & theirs and len(figures) == len(units) + 1 == 2:
                found.append((one, other, frozenset(figures)))
    return tuple(found)


def _one_of_two(said: str, text: str) -> Iterator[Reason]:
    for one, other, figures in _doubtful(text):
        told = [q for q in find_quantities(said) if (q.value, q.unit) in figures]
        if not told or len({q.value for q in told}) > 1:
            continue
        ruled = _RULED.search(said)
        if ruled and ruled.group() not in text and not re.search("[请吗?]|建议|如果|若", said):
            yield Reason("conflict", f"材料没有说{ruled.group()}")
            return
        named = any(grams_of(name) & grams_of(said) for name in (one, other))
        if not named and not _OPENLY.search(said):
            yield Reason("conflict", f"“{told[0].text}”在材料里有两种说法")
            return

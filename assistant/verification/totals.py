"""One figure of several told as their total, and which units count alike."""

import re
from collections.abc import Sequence

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.counts import COUNTS
from assistant.verification.evidence import Evidence

_LIKE = {"份": "份", "套": "份", "字": "字", "个月": "个月", "月": "个月", "周年": "年", "个年度": "年", "年度": "年"}
_BOTH = re.compile(
    r"(?:连同|连带|加上|算上|带上?|连上?)[^,。;\d]{0,4}提名奖[^,。;\d]{0,8}$"
    r"|(?:和|与|及|连同|加上?)[^,。;]{0,10}提名奖[^,。;\d()]{0,6}(?:合计|加起来|合起来|总计|总共|一共|加在一起|总数)[^,。;\d]{0,10}$"
)
_SUMMED = re.compile(r"(?:合计|加起来|合起来|总计|总共|一共|加在一起)[^,。;\d]{0,10}$")


def part_as_total(quantity: Quantity, text: str, same: Sequence[Quantity], evidence: Evidence) -> str:
    """What is wrong with a figure told as a total that the clauses give for one part (`same`, their figures of its
    value); "" for nothing."""
    if _BOTH.search(text[: quantity.start]) and quantity.text in evidence.text and "提名奖" in evidence.text:
        return f"句中“{quantity.text}”是其中一项的数，不是两项合计数"
    before = text[max(0, quantity.start - 8) : quantity.start]
    if _SUMMED.search(before) and not any(_is_total(given, evidence) for given in same):
        return f"句中“{quantity.text}”是其中一项的数，不是合计数"
    return ""


def _is_total(given: Quantity, evidence: Evidence) -> bool:
    """Whether the clause names this figure as a total, or has no other figure of its unit that it could be part of."""
    counts = [q for q in evidence.quantities if same_unit(q, given)]
    around = [
        line[max(0, q.start - 16) : q.start]
        for line in evidence.text.split("\n")
        for q in find_quantities(line)
        if q.value == given.value
    ]
    again = any(sum(same_unit(q, given) for q in find_quantities(line)) > 1 for line in evidence.text.split("\n"))
    return (len({q.value for q in counts}) < 2 and not again) or any(
        re.search(r"总|合计|共|都", piece) for piece in around
    )


def same_unit(said: Quantity, given: Quantity) -> bool:
    """Whether two figures count the same: in one unit, or both in units that are used alike."""
    if (said.unit, given.unit) == ("", "元") and said.value >= 10000:
        return True
    ours, theirs = _LIKE.get(said.unit, said.unit), _LIKE.get(given.unit, given.unit)
    return ours == theirs or (ours in COUNTS and theirs in COUNTS)

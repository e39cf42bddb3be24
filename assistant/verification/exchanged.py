"""Figures exchanged between two conditions of the clauses, and deeds put to the one they are done to.

A consequence (5年内不予受理) may stand behind several conditions, with another figure behind each: what tells the
figures apart is the condition before them, not the words around them.
"""

import re
from collections.abc import Iterator

from assistant.language.numerals import Quantity
from assistant.verification.alignment import grams_of
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.numbers import quantities_of, without_seeming
from assistant.verification.plain import compiled, segments
from assistant.verification.statements import Statement

# What a figure behind a condition counts: a span, a sum, a share, or who and what is chosen.
_WEIGHTY = {"年", "个月", "天", "个工作日", "元", "%"}
# A stretch that only says of whom the next one tells (提供虚假材料申报的,…).
_OF_WHOM = re.compile(r"(?:[的者]|时|后|的话|后果|处理|[一-鿿]的(?:单位|企业|组织|个人|情形))$")
_LEAST = 2


def check_exchanged(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A figure behind the condition of one statement that only another statement has."""
    if len(evidence.statements) < _LEAST or evidence.personal:
        return
    held = [(each, _figures_of(each)) for each in evidence.statements]
    for condition, quantity in _told(without_seeming(said)):
        own = _of(held, quantity, same=True)
        rivals = _of(held, quantity, same=False)
        if own and rivals and _of_rival(grams_of(condition), own, rivals):
            yield Reason("pairing", f"句中“{condition[:20]}”之后的“{quantity.text}”是所引条款对另一情形说的")
            return


def _told(said: str) -> Iterator[tuple[str, Quantity]]:
    """Each figure of a span, sum or share with the condition told before it."""
    for sentence in re.split("[。;]", said):
        before = ""
        for piece in segments(sentence):
            found = [quantity for quantity in quantities_of(piece) if quantity.unit in _WEIGHTY]
            opening = piece[: found[0].start] if found else ""
            condition = opening if len(grams_of(opening)) >= _LEAST else before if not opening else ""
            if len(found) == 1 and condition and not piece[: found[0].start].endswith(("近", "最近", "过去")):
                yield condition, found[0]
            before = piece if _OF_WHOM.search(piece) and not found else ""


def _figures_of(statement: Statement) -> frozenset[tuple[object, str]]:
    found = (quantity for wording in statement.wordings for quantity in quantities_of(wording))
    return frozenset((quantity.value, quantity.unit) for quantity in found)


def _of(
    held: list[tuple[Statement, frozenset[tuple[object, str]]]], quantity: Quantity, *, same: bool
) -> list[Statement]:
    """The statements with that figure, or those with other figures of its unit only."""
    told = (quantity.value, quantity.unit)
    if same:
        return [each for each, figures in held if told in figures]
    return [each for each, figures in held if told not in figures and any(unit == told[1] for _, unit in figures)]


def _of_rival(ours: frozenset[str], own: list[Statement], rivals: list[Statement]) -> bool:
    """Whether a condition is told by words that the statements with its figure lack and those with another have."""
    mine = frozenset().union(*(each.grams for each in own))
    theirs = frozenset().union(*(each.grams for each in rivals))
    return bool(ours & (theirs - mine)) and not ours & (mine - theirs)


_MODAL = r"(?:不得|不能|不应|不许|应当|应该|必须|须|可以)"
_BEARER = re.compile(rf"^(?:对|凡)?([一-鿿]{{2,8}}?){_MODAL}(?:以任何方式|再|先|予以|主动)?([一-鿿]{{2,8}})")


def check_bearer(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A duty put to the one to whom, or against whom, the clause says it is done (不得向参评对象收费)."""
    for piece in segments(said):
        match = _BEARER.search(piece)
        if match is None or match[1] not in evidence.text:
            continue
        beside = compiled(rf"(?:向|对|给|与|跟|同){re.escape(match[1])}(?:和组织|和单位)?([^。;\n]{{2,24}})")
        found = [m[1] for m in beside.finditer(evidence.text)]
        alone = len(found) == evidence.text.count(match[1])
        if alone and any(grams_of(match[2]) & grams_of(rest) for rest in found):
            yield Reason("role", f"句中应“{match[2][:8]}”的是“{match[1]}”，所引条款说的是别人对它如此")
            return


_HANDED = re.compile(
    r"(?:由|经)?([一-鿿()]{2,16}?)(?:后|再|负责|[把将][^,。;]{1,12}?)?(?:提交|报请|提请|报送|呈报|报|送|交)(?:给|至|到)?"
    r"([一-鿿()]{2,12}?)(?:进行|予以|最终|最后)?(审定|批准|审批|审议|核准|定夺)"
)
_SETTLED = re.compile(r"[审批核定][定准批议夺]")


def check_handed(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Giver and receiver exchanged (由市政府提交牵头部门审定)."""
    for match in _HANDED.finditer(said) if _SETTLED.search(said) else ():  # Most sentences settle nothing.
        for giver, receiver, _ in _HANDED.findall(evidence.text):
            if _is(match[1], receiver) and _is(match[2], giver):
                yield Reason("role", f"句中“{match[1][-8:]}”与“{match[2]}”谁提交谁审定，与所引条款相反")
                return


def _is(name: str, other: str) -> bool:
    """Whether one name ends as the other does, as bodies are told in full or in short."""
    one, two = (re.sub(r"人民(?=政府)|市质量工作议事协调机构|^[本市县区省级各]+", "", each) for each in (name, other))
    return len(one) > 1 and len(two) > 1 and (one.endswith(two) or two.endswith(one))

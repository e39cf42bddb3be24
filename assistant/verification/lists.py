"""What a list says as a whole: as many members as announced, and steps in the order the notice has them."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.language.numerals import find_quantities
from assistant.verification.counts import lists_so_many, miscounted
from assistant.verification.evidence import evidence_for
from assistant.verification.model import Basis, Reason, Unit
from assistant.verification.plain import content, flat, segments
from assistant.verification.procedure import load_procedures, order_of
from assistant.verification.support import home_of

Parts = tuple[tuple[str, tuple[str, ...]], ...]
_COUNTED = {"类", "个", "步", "条", "项", "点", "样", "种", "关", "家", "方面", "组", "件", "块", "道", "句"}
_MOST = 12
_STEPWISE = re.compile(
    r"步骤|流程|顺序|先后|程序|依次|这样走|怎么走|分几步|[一二三四五六七八九十\d]步|安排是这样|后半程|前半程"
)
# What may be done besides (申报表可通过网站下载) is no step of the clause's order.
_ASIDE = re.compile(r"可(?!靠|持续|推广|行)")
# A step's statement stands at the least so far behind the next one's when the order is turned round.
_BEHIND = 1


def list_faults(units: Sequence[Unit], basis: Basis) -> dict[int, Reason]:
    """By index of the unit: a lead-in whose count its list does not keep, a step that comes too late or too early."""
    found: dict[int, Reason] = {}
    for at, unit in enumerate(units):
        members = _led(units, at)
        if len(members) < 2:
            continue
        wrong = _miscounted(flat(unit.claim), len(members))
        if wrong:
            found[at] = Reason("count", f"句中说“{wrong}”，下面列了 {len(members)} 项")
        if _STEPWISE.search(unit.claim):
            found.update(_disordered(members, basis))
    return found


def announced(units: Sequence[Unit], at: int) -> str:
    """The count in a lead-in that its list keeps (这三类…：), which no clause need have; "" where there is none."""
    size = len(_led(units, at)) or _listed_within(units, at)
    said = flat(units[at].claim)
    kept = (q for q in find_quantities(said) if q.unit in _COUNTED and q.value == size > 1)
    told = _POINTS.search(said)
    points = told.group() if told and size > 1 and _NUMERALS.find(told[1].replace("两", "二")) + 1 == size else ""
    return next((q.text for q in kept), points)


def _listed_within(units: Sequence[Unit], at: int) -> int:
    """How many stretches with clauses of their own a sentence counts out behind a colon, over its semicolons."""
    if not re.match(r"[^：:。；;]{2,24}[：:]", units[at].claim):
        return 0
    size = len(units[at].parts)
    while units[at].claim.endswith(("；", ";")) and at + 1 < len(units):
        at += 1
        size += len(units[at].parts)
    return size


def only_announces(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit says no more than how many points follow, and as many do (门槛主要是三条。一是…)."""
    counted = announced(units, at)
    said = flat(units[at].claim)
    return bool(counted) and len(said) <= _ANNOUNCEMENT and len(find_quantities(said)) <= 1


_ANNOUNCEMENT = 28
_NUMERALS = "一二三四五六七八九"
# 主要看三点。: by itself an hour of the day, which the numerals leave alone.
_POINTS = re.compile(r"([两二三四五六七八九])点(?=[。:]?$)")
_SERIES = re.compile(rf"^(?:第?(?P<a>[{_NUMERALS}])(?:是|、|步|条|点|类|项|,)|其(?P<b>[{_NUMERALS}])[,、:])")


def _led(units: Sequence[Unit], at: int) -> list[tuple[int, Unit]]:
    """What a unit leads to: items behind a colon, or sentences counted out (一是…。二是…)."""
    if units[at].kind == "item":
        return []
    if units[at].claim.rstrip().endswith((":", "：")):
        return _members(units, at) or _series(units, at)
    return _series(units, at) if units[at].claim.rstrip().endswith("。") else []


def _series(units: Sequence[Unit], at: int) -> list[tuple[int, Unit]]:
    """The sentences behind a unit that count themselves out from one on; empty where the next does not begin so."""
    found: list[tuple[int, Unit]] = []
    for index in range(at + 1, len(units)):
        match = _SERIES.match(flat(units[index].claim))
        number = _NUMERALS.index(match["a"] or match["b"]) if match else -1
        if number == len(found):
            found.append((index, units[index]))
        elif match or not found:
            break
    return found


def _members(units: Sequence[Unit], at: int) -> list[tuple[int, Unit]]:
    """The items that follow a lead-in, sentences of one item counted once."""
    members: list[tuple[int, Unit]] = []
    for index in range(at + 1, len(units)):
        if units[index].kind != "item":
            break
        if units[index].opens:
            members.append((index, units[index]))
    return members


def _miscounted(said: str, size: int) -> str:
    counts = [
        q
        for q in find_quantities(said)
        if not q.text[0].isdigit() and q.unit in _COUNTED and 2 <= q.value <= _MOST and len(said) - q.end <= 16
    ]
    return counts[-1].text if counts and all(q.value != size for q in counts) else ""


def _disordered(members: list[tuple[int, Unit]], basis: Basis) -> Iterator[tuple[int, Reason]]:
    latest: dict[str, int] = {}
    before = ""
    for index, unit in members:
        cited = {basis.clauses[token].document for token in unit.tokens if token in basis.clauses}
        order = order_of(before, flat(unit.claim), min(cited)) if before and len(cited) == 1 else 0
        before = flat(unit.claim)
        if order < 0:
            yield index, Reason("order", "这一步与所引条款的先后次序不符")
            return
        evidence = evidence_for(unit.tokens, basis)
        homes = [home_of(segment, evidence) for segment in segments(flat(unit.claim))]
        told = [home.statements[0] for home in homes if home.statements and not home.weight]
        told = [each for each in told if not _ASIDE.search(each.wordings[0])]
        # A statement that joins others stands behind all of them; the item stands where its first one does.
        for statement in sorted(told, key=lambda each: each.position)[:1]:
            if not order and statement.position < latest.get(statement.document, -1) - _BEHIND:
                yield index, Reason("order", "这一步与所引条款的先后次序不符")
                return
            latest[statement.document] = statement.position


def _parts_disordered(said: str, basis: Basis, parts: Parts) -> str:
    """The stretch of a sentence such as 依次为甲[c1]、乙[c2] that stands before one the notice has earlier."""
    if len(parts) < 2 or not re.search(r"依次|顺序|先后(?!缓急)", said):
        return ""
    latest: dict[str, int] = {}
    for text, tokens in parts:
        home = home_of(segments(flat(text))[-1], evidence_for(tokens, basis))
        told = home.statements[0] if home.statements and not home.weight and len(content(text)) > 4 else None
        if told and told.position < latest.get(told.document, -1) - _BEHIND:
            return flat(text)
        if told:
            latest[told.document] = told.position
    return ""


def _of_clause(count: str, basis: Basis, tokens: tuple[str, ...], parts: Parts) -> bool:
    """Whether a count with a clause of its own (四个方面[c1]:…[m]) is of what that clause lists."""
    if len(parts) < 2 or "m" not in tokens or not flat(parts[0][0]).partition(count)[1]:
        return False
    if re.search(r"[:、]", flat(parts[0][0]).partition(count)[2]):
        return False
    value = find_quantities(count)[0].value
    return lists_so_many(value, evidence_for(parts[0][1], basis).text)


_AGAIN = re.compile(rf"这(?P<count>[两{_NUMERALS[1:]}])(?P<unit>[项点条个类样种件块栏处]|方面)")


def counted_again(units: Sequence[Unit], at: int) -> str:
    """The count by which a unit takes up what stands before it (这两项), where that lists as many; else ""."""
    match = _AGAIN.search(flat(units[at].claim))
    if match is None or not at:
        return ""
    value = _NUMERALS.index(match["count"].replace("两", "二")) + 1
    items = 0
    while items < at and units[at - 1 - items].kind == "item":
        items += 1
    kept = items == value if items else lists_so_many(Decimal(value), flat(units[at - 1].claim))
    return match["count"] + match["unit"] if kept else ""


def check_sequence(said: str, basis: Basis, tokens: tuple[str, ...], parts: Parts = ()) -> Iterator[Reason]:
    """A count against the enumeration it announces; 先甲、再乙 against the order in which the notice has the two."""
    wrong = miscounted(said)
    if wrong and not _of_clause(wrong, basis, tokens, parts):
        yield Reason("count", f"句中说“{wrong}”，后面列的却不是这么多")
    wrong = _parts_disordered(said, basis, parts)
    if wrong:
        yield Reason("order", f"句中“{wrong[:12]}”与所引条款的先后次序不符")
    match = re.search(r"先(?!进)([^;。]{3,60}?)[,;](?:再|然后|之后|随后|而后|接着|最后)([^;。]{3,60})", said)
    evidence = evidence_for(tokens, basis)
    if match is None or (evidence.documents and evidence.documents <= load_procedures().keys()):
        return  # Where a document's steps are known in order, procedure.py compares them.
    homes = [home_of(segments(part)[0], evidence) for part in match.groups()]
    told = [home.statements[0] for home in homes if home.statements and not home.weight]
    if len(told) == 2 and told[0].document == told[1].document and told[1].position < told[0].position - _BEHIND:
        yield Reason("order", f"句中“先{match[1][:12]}”与所引条款的先后次序相反")

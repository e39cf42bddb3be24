"""Years a sentence on the applicant says a clause asks for, and what is short of them or over, worked out."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from assistant.language.numerals import Quantity
from assistant.verification.bounds import named_as_asked
from assistant.verification.conclusions import concluded
from assistant.verification.evidence import Evidence
from assistant.verification.model import EvidenceClause, Reason
from assistant.verification.numbers import quantities_of
from assistant.verification.plain import flat, segments
from assistant.verification.reference import elapsed

# Words that make the figure before or behind them the one a clause asks for.
_ASKED_BEFORE = re.compile(
    r"(?:要求|规定|条款|条文|条件|门槛|标准|底线|硬杠杠|下限|起步|至少|起码|(?<!无)须|(?<!无)需|(?<!相)应)[^,。;:“”\d]{0,20}$"
)
_ASKED_BEHIND = re.compile(
    r"(?:以上|及以上)?[”]?的?(?:门槛|要求|标准|底线|硬杠杠|年限要求|下限|规定|条款|条件|这条线|这一?[条项]|红线)"
)
# Words that hold a span of the applicant's against a figure.
_AGAINST = re.compile(
    r"(?:超过|超出|高于|多于|过了|不到|没到|未到|不足|没满|未满|不满|达不到|没达到|够不上|离|距|比)了?$"
)
_SPAN = re.compile(r"注册|登记|经营|运行|运营|从事|一线|年限|工作")
_EVENT = re.compile(r"事故|违法|违规|违纪|处罚|处分|投诉|虚假|骗|撤销|事件|受理|获奖|有效期")
_APART = re.compile(r"(?:还差|相差|差|短|缺|少|多出|多|超出|高出)了?$")
# A figure of the facts that says never.
_NEVER = 99


def check_thresholds(said: str, clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> Iterator[Reason]:
    """Years asked for that no clause asks for, and a difference of years that is not one."""
    floors = _floors(clauses, evidence)
    texts = [*(flat(clause.quote) for clause in clauses), evidence.around]
    windows = {q.value for text in texts for q in quantities_of(text) if q.unit == "年" and q.bound == "at_most"}
    for piece in segments(said):
        for quantity in quantities_of(piece):
            held = bool(floors) and not elapsed(quantity, piece, evidence)
            if _told_own(piece, quantity, evidence):
                continue
            if quantity.value in windows and _EVENT.search(said):
                continue  # 近三年没有重大事故,条文看的却是五年
            if quantity.unit == "年" and quantity.value not in floors and _asked(piece, quantity, said, held):
                yield Reason("number", f"所引条款要求的年限不是句中的“{quantity.text}”")
                return
    yield from _ceiling(said, clauses, evidence)
    yield from _levels(said, clauses, evidence)
    yield from _windows(said, clauses, evidence)
    yield from _made_floor(said, clauses, evidence)
    yield from _differences(said, evidence, floors)


def _told_own(piece: str, quantity: Quantity, evidence: Evidence) -> bool:
    """Whether a span is the applicant's, held against a condition only named behind it (一线17年这一条您是够的)."""
    own = any(q.value == quantity.value for q in quantities_of(evidence.own) if q.unit == "年")
    return own and bool(re.match(r"的?[,]?这一?[条项]", piece[quantity.end :]) and re.search("[您贵]", piece))


def _floors(clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> set[Decimal]:
    texts = [*(flat(clause.quote) for clause in clauses), evidence.around]
    spans = [q for text in texts for q in quantities_of(text) if q.unit == "年"]
    floors = {q.value for q in spans if q.bound == "at_least"}
    return floors or {q.value for q in spans if q.bound != "at_most"}


def _ceiling(said: str, clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> Iterator[Reason]:
    """A floor of the clauses called what is asked for, but told as a ceiling (5年以下的要求)."""
    texts = [*(flat(clause.quote) for clause in clauses), evidence.around]
    floors = {q.value for text in texts for q in quantities_of(text) if q.bound == "at_least"}
    for quantity in quantities_of(said):
        if quantity.value in floors and named_as_asked(quantity, said):
            yield Reason("bound", f"所引条款要求的是至少，句中“{quantity.text}”说成了至多")
            return


_LEVEL = re.compile(r"(国家|省部?|地?市|区?县|县?区)级(?:及其?)?以上")


def _levels(said: str, clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> Iterator[Reason]:
    """县级以上 where the clauses ask for another level."""
    held = set(_LEVEL.findall("\n".join([*(flat(clause.quote) for clause in clauses), evidence.around])))
    for match in _LEVEL.finditer(said) if held else ():
        if match[1] not in held:
            yield Reason("number", f"所引条款要求的级别不是句中的“{match.group()}”")
            return


def _windows(said: str, clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> Iterator[Reason]:
    """近N年 or N年内 where every window of the clauses is another."""
    texts = [*(flat(clause.quote) for clause in clauses), evidence.around]
    held = {q.value for text in texts for q in quantities_of(text) if q.unit == "年" and q.bound == "at_most"}
    held |= {q.value for q in quantities_of(evidence.own) if q.unit == "年"} if held else set()
    for quantity in quantities_of(said) if held else ():
        window = said[: quantity.start].endswith(("近", "过去")) or said[quantity.end :].startswith("内")
        if quantity.unit == "年" and window and quantity.value not in held:
            yield Reason("number", f"所引条款的期限不是句中的“{quantity.text}”")
            return


def _made_floor(said: str, clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> Iterator[Reason]:
    """满N年 as what is asked for, where the clauses have that span only as a window (近N年内)."""
    texts = [*(flat(clause.quote) for clause in clauses), evidence.around]
    held = {(q.value, q.bound == "at_most") for text in texts for q in quantities_of(text) if q.unit == "年"}
    own = {q.value for q in quantities_of(evidence.own) if q.unit == "年"}
    for quantity in quantities_of(said):
        full = re.search(r"(?<![不未没])满$", said[: quantity.start])
        window = (quantity.value, True) in held and (quantity.value, False) not in held
        if quantity.unit == "年" and full and window and not any(quantity.value <= value < _NEVER for value in own):
            yield Reason("number", f"所引条款说的是近{quantity.text}内，没有要求满{quantity.text}")
            return


def _asked(piece: str, quantity: Quantity, said: str, held: bool) -> bool:
    """Whether a span is told as what a clause asks for: named so, or held against the applicant's own."""
    before, behind = piece[: quantity.start], piece[quantity.end :]
    if quantity.bound == "at_most" or _EVENT.search(piece) or _APART.search(before):
        return False
    if behind.startswith(("以上", "及以上")):
        return True
    named = _ASKED_BEFORE.search(before) or _ASKED_BEHIND.match(behind)
    return bool(named or (held and _AGAINST.search(before) and _SPAN.search(said) and not _EVENT.search(said)))


def _differences(said: str, evidence: Evidence, floors: set[Decimal]) -> Iterator[Reason]:
    """Years short or over that are no difference of two spans at hand."""
    spans = [q for q in quantities_of(said) if q.unit == "年" and q.bound != "at_most"]
    apart = [q for q in spans if _APART.search(said[: q.start])]
    told = {q.value for q in spans if q not in apart}
    own = {q.value for q in quantities_of(evidence.own) if q.unit == "年" and q.value != _NEVER}
    pool = told if len(told) > 1 else told | own
    for quantity in apart if len(pool) > 1 else ():
        if not any(abs(a - b) == quantity.value for a, b in combinations(pool, 2)):
            yield Reason("number", f"句中年限相差“{quantity.text}”算得不对")
            return
        over = bool(re.search(r"(?:多出?|超出?|高出)了?$", said[: quantity.start]))
        others = {a for a in told | own for b in floors if abs(a - b) == quantity.value}
        if len(floors) == 1 and others and all((other < min(floors)) == over for other in others):
            yield Reason("number", f"句中“{quantity.text}”是多是少说反了")
            return


_SHORT_OF = re.compile(
    r"不满足|不符合|未达到|没达到|没有达到|未能达到|没能达到|不足|达不到|未满足|不够|没到|还差|不到|没满|未满|不满"
)
_REACHED = re.compile(r"满足|符合|达到|超过|迈过|跨过|过了|够了|达标|已够|已满")


def check_rule_numbers(said: str, facts_text: str) -> Iterator[Reason]:
    """满足“5年以上” with a fact of 3年 is a lie (and the reverse)."""
    said = ",".join(piece for piece in segments(said) if not concluded(piece))
    given = [(part, q) for part in segments(said) for q in quantities_of(part) if q.unit == "年"]
    floors = {q.value for part, q in given if _of_rule(part, q)}
    actual = {q.value for part, q in given if q.bound == "exact" and not _of_rule(part, q)}
    if len(floors) != 1 or len(actual) != 1 or not facts_text:
        return
    (floor,), (years,) = floors, actual
    refused, met = _SHORT_OF.search(said), _REACHED.search(_SHORT_OF.sub("", said))
    if (met and not refused and years < floor) or (refused and not met and years >= floor):
        yield Reason("verdict", "句中对年限条件的判断与数字不符")


def _of_rule(part: str, quantity: Quantity) -> bool:
    """Whether a span is the one a rule asks for (5年以上, 5年的门槛), not the applicant's own."""
    after = part[quantity.end :]
    return quantity.bound in {"at_least", "less_than"} or bool(
        re.match(r"的?(?:门槛|要求|标准|底线|硬杠杠|年限|下限)", after)
    )

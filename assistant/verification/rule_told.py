"""Figures a sentence on the applicant's case gives as the rule's: they are the clause's, never the applicant's own.

A span of the applicant's (近3年没有违法) told as what the clause asks for (条件限定为近3年), or one worked out from his
dates told as when a bar ends (满5年后就可以重新参评), is no figure of the clause.
"""

import re
from collections.abc import Iterator

from assistant.language.numerals import Quantity
from assistant.verification.evidence import Evidence
from assistant.verification.model import EvidenceClause, Reason
from assistant.verification.numbers import quantities_of
from assistant.verification.plain import flat, segments

# From such a word on, up to where the applicant is spoken to, a stretch tells what the rule says.
_RULE = re.compile(
    r"(?:文件|条文|条款|办法|方案|通知|条件|原文|规则|标准)(?:里|中|上|还|也|又|已|都|只|明确|本身)*(?:写明?了?|规定|要求|讲|说|列明?|载明|限定|认定|明确|管|看)"
    r"|限定(?:为|在|是)|限制(?:为|在|是)|限于|(?:只|仅)(?:看|管|查|考察|追溯|认|限)|只要(?:求|是)?|(?:窗口|门槛|有效期|禁止期|期限)(?:是|为|只有)"
)
# What lets an applicant in again: how long a bar holds is the clause's to say.
_LIFTED = re.compile(
    r"(?:后|之后|以后|以上|的|期满)?(?:就|便|即|则|又|还)?(?:可以?|能够?|允许)(?:再|重新|再次|恢复|继续)"
)
_SPANS = {"年", "个月", "天", "个工作日", "次", "%", "元", "倍", "分", "岁"}
_TO_APPLICANT = re.compile(r"[贵您]|申报人|本人|公司|目前|现在|已经|还差|差")


def check_rule_told(said: str, clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> Iterator[Reason]:
    """A figure told as the rule's that no clause at hand has. Nothing where no clause is cited."""
    if not clauses or not evidence.own:
        return
    held = _held(clauses, evidence)
    for piece in segments(said):
        for quantity in quantities_of(piece):
            if quantity.unit in _SPANS and _of_rule(piece, quantity) and not _among(quantity, held):
                yield Reason("number", f"所引条款没有句中所说的“{quantity.text}”")
                return


def _of_rule(piece: str, quantity: Quantity) -> bool:
    before, behind = piece[: quantity.start], piece[quantity.end :]
    rule = next((m for m in reversed(list(_RULE.finditer(before)))), None)
    if rule is not None and not _TO_APPLICANT.search(before[rule.end() :]):
        return True
    lifted = _LIFTED.search(behind)
    return bool(lifted and quantity.unit == "年" and len(behind[: lifted.start()]) <= _BESIDE)


# So many characters may stand between a span and what comes after it.
_BESIDE = 4


def _held(clauses: tuple[EvidenceClause, ...], evidence: Evidence) -> list[Quantity]:
    texts = [flat(clause.quote) for clause in clauses] + [evidence.around]
    texts += [line for context in evidence.contexts for line in (context.stem, context.text)]
    return [quantity for text in texts for quantity in quantities_of(text)]


def _among(quantity: Quantity, held: list[Quantity]) -> bool:
    months = quantity.value * 12 if quantity.unit == "年" else None
    return any(
        (other.value == quantity.value and other.unit == quantity.unit)
        or (months is not None and other.unit == "个月" and other.value == months)
        or (quantity.unit == "个月" and other.unit == "年" and other.value * 12 == quantity.value)
        for other in held
    )

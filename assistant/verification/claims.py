"""Which sentences claim something: greetings, offers, advice, questions and lead-ins need no clause."""

import re

from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Unit
from assistant.verification.moments import find_moments
from assistant.verification.numbers import quantities_of
from assistant.verification.plain import content, flat

_QUESTION = re.compile(r"[?？]$|(?:吗|呢)[?？]?$")
_LABEL = re.compile(r"[:：]\s*$")


def claims_something(unit: Unit) -> bool:
    """Whether a unit without tokens states something that needs one."""
    said = flat(unit.claim)
    body = content(unit.claim)
    if not body:
        return False
    hard = bool(
        [q for q in quantities_of(said) if q.value > 1 or q.text[0].isdigit()]
        or [m for m in find_moments(said) if m.month or m.year]
    )
    if unit.kind == "heading" or (_LABEL.search(unit.claim) and len(body) <= 40):
        return hard and not _edition(said)
    if _QUESTION.search(unit.claim) or lexicon().not_claims.search(said):
        return hard or _weighs(said)
    return len(body) > 2


def _weighs(said: str) -> bool:
    words = lexicon()
    if re.search(
        r"(?:没有|未|未见|并未|并没有)[^,。]{0,6}(?:提到|提及|载明|规定|说明|明确|写明|收录|找到|涉及|给出|记载|列出|写)",
        said,
    ):
        return bool(re.search(r"但|因此|所以|故|可以|无需|不需要", said))
    return bool(any_of(words.list("claim_words"), said)) or bool(
        any_of(words.list("guarantees"), re.sub(r"不[^,。]{0,4}保证", "", said))
    )


def _edition(said: str) -> bool:
    """2024年某奖： a label that only names an edition."""
    return not quantities_of(said) and all(m.year and not m.month for m in find_moments(said))

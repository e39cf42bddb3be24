"""Fact values as people write them: 99 years as 从未, no date as 无, flags as 是 or 否."""

import re

from assistant.knowledge.vocabulary import FactSpec

NEVER = 99
NEVER_WORD, NONE_WORD = "从未", "无"


def can_be_never(spec: FactSpec) -> bool:
    """Does 99 stand for never, and has the vocabulary words for it?"""
    return bool(spec.never)


def question_words(spec: FactSpec) -> str:
    """The question as a person answers it: the vocabulary's 99 is said as 从未."""
    return re.sub(rf"\s*{NEVER}\b", f"“{NEVER_WORD}”", spec.question) if can_be_never(spec) else spec.question


def wanted(spec: FactSpec) -> str:
    """What is still to be known: 是否已获国家级质量奖; 注册登记的城市."""
    return spec.whether or spec.label


def value_words(spec: FactSpec, value: object) -> str:
    """The JSON value of a fact in words, numbers with their unit."""
    if value == NEVER and can_be_never(spec):
        return NEVER_WORD
    return NONE_WORD if value == "none" and spec.type == "date_or_none" else spec.label_of(value)


def stated(spec: FactSpec, value: object) -> str:
    """A fact with its JSON value as a clause of a sentence: 从未发生过重大事故; 具有独立法人资格."""
    if value == NEVER and can_be_never(spec):
        return spec.never
    return spec.tell(value) if isinstance(value, bool) else f"{spec.label}为{value_words(spec, value)}"


def told(spec: FactSpec, value: object) -> str:
    """A fact with its JSON value: 具有独立法人资格; 从未发生过重大事故; 注册登记的城市：太原市."""
    if value == NEVER and can_be_never(spec):
        return spec.never
    if isinstance(value, bool) and spec.affirmed:
        return spec.tell(value)
    return f"{spec.label}：{value_words(spec, value)}"

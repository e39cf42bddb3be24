"""What evaluating one condition yields, and the words that turn it into a sentence."""

from typing import NamedTuple

from assistant.eligibility.facts import FACTS, Facts, FactValue
from assistant.eligibility.wording import stated, wanted
from assistant.knowledge.rules import Rule

MET, UNMET, UNKNOWN, REVIEW = "met", "unmet", "unknown", "needs_review"


class Outcome(NamedTuple):
    """A status; `detail` says what was found, `missing` the facts that would settle an unknown, most useful first.

    `ambiguity` numbers the open question of a needs_review. `notices` go out with the verdict.
    """

    status: str
    detail: str = ""
    missing: tuple[str, ...] = ()
    ambiguity: str = ""
    notices: tuple[str, ...] = ()


def label(key: str) -> str:
    """The Chinese label of a fact."""
    return FACTS[key].label if key in FACTS else key


def lacking(key: str) -> str:
    """A fact as it is named while it is still to be known: 是否已获国家级质量奖."""
    return wanted(FACTS[key]) if key in FACTS else key


def shown(key: str, value: FactValue) -> str:
    """A fact and its value as a person reads them: 注册登记的城市为太原市."""
    return stated(FACTS[key], value) if key in FACTS else f"{key}为{value}"


def unknown_of(facts: Facts, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys not known; all of them where each is known (a known value may be too vague)."""
    return tuple(key for key in keys if key not in facts) or keys


def sentence(rule: Rule, outcome: Outcome) -> str:
    """The reason a person would write: what was found, and what it means for the quoted condition."""
    quote = rule.quote.rstrip("。；，：").replace("\n", "")
    detail = outcome.detail
    if outcome.status == REVIEW:
        return f"{detail}，“{quote}”需人工核实"
    if outcome.status == UNKNOWN:
        asked = "、".join(lacking(key) for key in outcome.missing)
        asked = f"，请补充：{asked}" if asked else ""
        return f"{detail or '未提供有关情况'}，暂不能判断是否{'属于' if rule.barring else '满足'}“{quote}”{asked}"
    if rule.barring:
        verb = "不属于" if outcome.status == MET else "属于"
        return f"{detail}，{verb}“{quote}”{'情形' if quote.endswith('的') else '的情形'}"
    verb = "满足" if outcome.status == MET else "不满足"
    return f"{detail}，{verb}“{quote}”"

"""Lies about the whole answer: its citations, verdict, language, form and length."""

import random
import re
from dataclasses import replace

from assistant.verification.units import TOKEN, tokens_of
from evaluations.lies.cases import Answer
from evaluations.lies.mutators import MUTATORS, before_end, cites, named, swap

__all__ = ["MUTATORS"]


@named("invented clause")
def invented_clause(answer: Answer, chance: random.Random) -> Answer | None:
    """A token that stands for nothing."""
    del chance
    tokens = tokens_of(answer.text)
    return replace(answer, text=answer.text.replace(f"[{tokens[0]}]", "[c17]", 1)) if tokens else None


@named("citation dropped")
def citation_dropped(answer: Answer, chance: random.Random) -> Answer | None:
    """The claim without its token."""
    del chance
    if not cites(answer) or answer.verdicts or answer.facts or "|" in answer.text or "\n" in answer.text:
        return None
    return replace(answer, text=TOKEN.sub("", answer.text))


@named("wrong clause")
def wrong_clause(answer: Answer, chance: random.Random) -> Answer | None:
    """The right words with a token of another clause."""
    del chance
    tokens = tokens_of(answer.text)
    if len(tokens) != 1 or tokens[0] == "m" or not answer.clauses:
        return None
    other = next(iter(answer.clauses.values()))
    decoy = (
        ("lanzhou-2023", "公开属性：主动公开")
        if other.document != "lanzhou-2023"
        else ("baoji-2024", "抄送：市中级人民法院、市人民检察院、市委宣传部。")
    )
    clauses = {**answer.clauses, tokens[0]: type(other)(*decoy)}
    return replace(answer, clauses=clauses)


def _verdict(answer: Answer, words: list[tuple[str, str]]) -> Answer | None:
    return (
        swap(answer, words)
        if answer.verdicts
        and re.search(r"条件|资格|申报|核对|判定|结论", answer.text)
        and "要求" not in answer.text
        and len(answer.verdicts) == 1
        else None
    )


@named("verdict flipped")
def verdict_flipped(answer: Answer, chance: random.Random) -> Answer | None:
    """符合 for 不符合 and the reverse."""
    del chance
    return _verdict(
        answer,
        [
            (r"不符合", "符合"),
            (r"不能", "可以"),
            (r"尚不能确定(.*)是否符合", r"可以确定\1符合"),
            (r"暂无法判定", "已判定符合"),
            (r"(?<!是否)(?<!不)符合", "不符合"),
            (r"可以申报", "不能申报"),
        ],
    )


@named("verdict softened")
def verdict_softened(answer: Answer, chance: random.Random) -> Answer | None:
    """A firm verdict hedged."""
    del chance
    if "undetermined" in answer.verdicts.values():
        return None
    return _verdict(
        answer,
        [
            (r"不符合", "可能不符合"),
            (r"符合", "基本符合"),
            (r"可以申报", "应该可以申报"),
            (r"不能申报", "不一定能申报"),
        ],
    )


@named("English")
def english(answer: Answer, chance: random.Random) -> Answer | None:
    """An answer in English."""
    del chance
    tokens = tokens_of(answer.text)
    return (
        replace(answer, text=f"The award has a fixed quota and applicants must apply in time. [{tokens[0]}]")
        if tokens
        else None
    )


@named("repetition")
def repetition(answer: Answer, chance: random.Random) -> Answer | None:
    """The same sentence again and again."""
    del chance
    return replace(answer, text="\n".join([answer.text] * 3)) if cites(answer) and "|" not in answer.text else None


@named("half sentence")
def half_sentence(answer: Answer, chance: random.Random) -> Answer | None:
    """Cut in the middle, as a dropped stream leaves it."""
    del chance
    plain = TOKEN.sub("", answer.text)
    return (
        replace(answer, text=plain[: len(plain) * 6 // 10])
        if cites(answer) and len(plain) > 14 and not answer.facts and "\n" not in plain
        else None
    )


@named("table garbled")
def table_garbled(answer: Answer, chance: random.Random) -> Answer | None:
    """The cells of the rows shift by one row."""
    del chance
    lines = answer.text.split("\n")
    rows = [i for i, line in enumerate(lines) if line.startswith("|") and TOKEN.search(line)]
    if len(rows) < 2:
        return None
    cells = [lines[i].strip("|").split("|") for i in rows]
    values = [row[1] for row in cells]
    for at, i in enumerate(rows):
        lines[i] = "|" + cells[at][0] + "|" + values[(at + 1) % len(values)] + "|"
    return replace(answer, text="\n".join(lines))


@named("over limit")
def over_limit(answer: Answer, chance: random.Random) -> Answer | None:
    """Longer than the limit that came with the row."""
    del chance
    return replace(answer, limits={"characterisation": 5}) if cites(answer) and len(answer.text) > 14 else None


@named("false quotation")
def false_quotation(answer: Answer, chance: random.Random) -> Answer | None:
    """Words in quotation marks that the clause does not have."""
    del chance
    return before_end(answer, "，原文为“凡申报单位均应一次性通过审核”")


@named("wrong document number")
def wrong_number(answer: Answer, chance: random.Random) -> Answer | None:
    """A document number nobody issued."""
    del chance
    return before_end(answer, "，依据国质办〔2020〕88号")


@named("plan as achieved")
def plan_as_achieved(answer: Answer, chance: random.Random) -> Answer | None:
    """A plan told as done."""
    del chance
    return swap(answer, [(r"计划(?=\d|建)", "已于"), (r"力争", "已实现"), (r"将于", "已于")]) if cites(answer) else None


@named("and or or")
def and_or_or(answer: Answer, chance: random.Random) -> Answer | None:
    """或 made 且 between two conditions."""
    del chance
    return swap(
        answer,
        [
            (r"，?或者?业绩", "，且业绩"),
            (r"技术或个人专利", "技术和个人专利"),
            (r"先进水平或国际", "先进水平和国际"),
            (r"生产经营或公益", "生产经营和公益"),
            (r"必须同时具备", "具备之一即可满足"),
        ],
    )

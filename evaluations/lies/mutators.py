"""Named ways to make a lie of a faithful answer; each returns None where it does not fit."""

import itertools
import random
import re
from collections.abc import Callable
from dataclasses import replace

from assistant.language.numerals import find_quantities
from assistant.verification.moments import find_moments
from assistant.verification.units import TOKEN, tokens_of
from evaluations.lies.cases import Answer

Mutator = Callable[[Answer, random.Random], Answer | None]
MUTATORS: dict[str, Mutator] = {}


def named(name: str) -> Callable[[Mutator], Mutator]:
    def register(mutator: Mutator) -> Mutator:
        MUTATORS[name] = mutator
        return mutator

    return register


def swap(answer: Answer, pairs: list[tuple[str, str]]) -> Answer | None:
    """The first pair whose left side is in the text and whose right side is in none of the answer's sources."""
    for old, new in pairs:
        if re.search(old, answer.text):
            return replace(answer, text=re.sub(old, new, answer.text, count=1))
    return None


def cites(answer: Answer) -> bool:
    return bool(tokens_of(answer.text))


def before_end(answer: Answer, added: str) -> Answer | None:
    """Put words before the final full stop of an answer that cites something."""
    if not cites(answer) or "|" in answer.text or "\n" in answer.text:
        return None
    match = re.search(r"([。；]?)((?:\s*" + TOKEN.pattern + r")*)([。；]?)\s*$", answer.text)
    return replace(answer, text=answer.text[: match.start()] + added + answer.text[match.start() :]) if match else None


@named("number")
def number(answer: Answer, chance: random.Random) -> Answer | None:
    """Another value in place of a quantity."""
    found = [q for q in find_quantities(answer.text) if q.value > 1 and q.unit and q.text[0].isdigit()]
    if not found or not cites(answer):
        return None
    quantity = chance.choice(found)
    digits = re.match(r"[\d.,]+", quantity.text)
    changed = str(int(float(digits[0].replace(",", ""))) + chance.choice([1, 2, 7, 10])) if digits else ""
    start = quantity.start
    return (
        replace(answer, text=answer.text[:start] + changed + answer.text[start + len(digits[0]) :]) if digits else None
    )


@named("quota")
def quota(answer: Answer, chance: random.Random) -> Answer | None:
    """Another number of awards."""
    del chance
    return swap(
        answer,
        [
            (r"不超过3个", "不超过8个"),
            (r"不超过5个", "不超过15个"),
            (r"最多3个", "最多6个"),
            (r"最多5个", "最多7个"),
            (r"10个", "20个"),
            (r"90个", "80个"),
        ],
    )


@named("unit")
def unit(answer: Answer, chance: random.Random) -> Answer | None:
    """Another unit behind the number."""
    del chance
    return swap(
        answer,
        [
            (r"个工作日", "天"),
            (r"(\d)年(?=[以内不的。，\[]|$)", r"\1个月"),
            (r"万元", "元"),
            (r"(\d)天", r"\1个工作日"),
            (r"(\d)%", r"\1‰"),
        ],
    )


@named("date")
def date(answer: Answer, chance: random.Random) -> Answer | None:
    """Another month, day or year."""
    found = [m for m in find_moments(answer.text) if m.month or m.year]
    if not found or not cites(answer):
        return None
    moment = chance.choice(found)
    changed = re.sub(r"(\d{1,2})(?=月)", lambda m: str(int(m[1]) % 12 + 1), moment.text)
    if changed == moment.text:
        changed = re.sub(r"(\d{4})", lambda m: str(int(m[1]) + 1), moment.text)
    return replace(answer, text=answer.text[: moment.start] + changed + answer.text[moment.end :])


@named("bound")
def bound(answer: Answer, chance: random.Random) -> Answer | None:
    """An upper limit made a lower one and the reverse."""
    del chance
    if not cites(answer):
        return None
    return swap(
        answer,
        [
            (r"不超过", "不少于"),
            (r"最多", "至少"),
            (r"上限", "下限"),
            (r"至少", "最多"),
            (r"不少于|不低于", "不超过"),
            (r"年以上", "年以下"),
            (r"以内", "以上"),
        ],
    )


@named("bound dropped")
def bound_dropped(answer: Answer, chance: random.Random) -> Answer | None:
    """A limit written as the exact number."""
    del chance
    return swap(answer, [(r"不超过(?=\d+个)", "为"), (r"最多(?=\d+个)", "为"), (r"不少于(?=\d)", "为")])


@named("negation")
def negation(answer: Answer, chance: random.Random) -> Answer | None:
    """A negation taken out or put in."""
    del chance
    if not cites(answer):
        return None
    return swap(
        answer,
        [
            (r"不得", "可以"),
            (r"不向(.{2,8})收取任何", r"向\1收取"),
            (r"不收费", "收费"),
            (r"不再参与", "继续参与"),
            (r"不予受理", "予以受理"),
            (r"没有发生", "发生过"),
            (r"未发生", "发生"),
            (r"无重大", "有重大"),
            (r"可以空缺|可空缺", "不得空缺"),
            (r"应当", "不应"),
            (r"不能(?!超)", "能"),
            (r"不影响", "影响"),
            (r"须", "无需"),
        ],
    )


@named("may to must")
def may_to_must(answer: Answer, chance: random.Random) -> Answer | None:
    """可以 made 应当, 鼓励 made 必须."""
    del chance
    return (
        swap(
            answer,
            [(r"鼓励", "要求"), (r"可以(?=组织|空缺)", "必须"), (r"优先推荐", "必须推荐"), (r"可空缺", "应当空缺")],
        )
        if cites(answer)
        else None
    )


@named("must to may")
def must_to_may(answer: Answer, chance: random.Random) -> Answer | None:
    """应当 made 可以."""
    del chance
    return swap(answer, [(r"应当|必须|应(?=向|对|如实|回避)", "可以")]) if cites(answer) else None


@named("principle dropped")
def principle_dropped(answer: Answer, chance: random.Random) -> Answer | None:
    """原则上, 首次, 优先 and the like taken out."""
    del chance
    return swap(
        answer,
        [
            (r"原则上", ""),
            (r"首次获得", "获得"),
            (r"优先(?=推荐)", ""),
            (r"在政策允许范围内", ""),
            (r"因自身原因", ""),
            (r"连续(?=正常)", ""),
            (r"重大(?=质量|安全|公共|违法)", ""),
            (r"仅限", "包括"),
        ],
    )


@named("subject swap")
def subjectswap(answer: Answer, chance: random.Random) -> Answer | None:
    """Another city in front of the same statement."""
    del chance
    if not cites(answer) or len({c.document for c in answer.clauses.values()}) != 1:
        return None
    return swap(answer, [("宝鸡", "兰州"), ("兰州", "阳泉"), ("阳泉", "宝鸡"), ("重庆", "甘肃"), ("甘肃", "重庆")])


@named("role swap")
def roleswap(answer: Answer, chance: random.Random) -> Answer | None:
    """Another body does it."""
    del chance
    return (
        swap(
            answer,
            [
                (r"组委会办公室", "市财政局"),
                (r"评审专家组", "组委会办公室"),
                (r"市政府(?!质量奖)", "省政府"),
                (r"县（区）质量工作", "市质量工作"),
                (r"行业行政主管部门", "人民政府"),
                (r"第三方评审机构", "市场监管局"),
                (r"领导小组办公室", "人民政府办公室"),
                (r"县（区）市场监管部门", "市市场监管部门"),
            ],
        )
        if cites(answer)
        else None
    )


@named("numbers exchanged")
def numbers_exchanged(answer: Answer, chance: random.Random) -> Answer | None:
    """Two quantities of the same unit change places."""
    del chance
    found = [q for q in find_quantities(answer.text) if q.unit and q.text[0].isdigit()]
    pairs = [(a, b) for a, b in itertools.pairwise(found) if a.unit == b.unit and a.value != b.value]
    if not pairs or not cites(answer) or "提高到" in answer.text:
        return None
    a, b = pairs[0]
    text = answer.text
    return replace(answer, text=text[: a.start] + b.text + text[a.end : b.start] + a.text + text[b.end :])


@named("dates exchanged")
def dates_exchanged(answer: Answer, chance: random.Random) -> Answer | None:
    """Two dates change places."""
    del chance
    found = [m for m in find_moments(answer.text) if m.month]
    if len(found) < 2 or not cites(answer):
        return None
    a, b = found[0], found[1]
    text = answer.text
    return replace(answer, text=text[: a.start] + b.text + text[a.end : b.start] + a.text + text[b.end :])

"""Named ways to make a lie of a faithful answer; each returns None where it does not fit."""

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


def _named(name: str) -> Callable[[Mutator], Mutator]:
    def register(mutator: Mutator) -> Mutator:
        MUTATORS[name] = mutator
        return mutator

    return register


def _swap(answer: Answer, pairs: list[tuple[str, str]]) -> Answer | None:
    """The first pair whose left side is in the text and whose right side is in none of the answer's sources."""
    for old, new in pairs:
        if re.search(old, answer.text):
            return replace(answer, text=re.sub(old, new, answer.text, count=1))
    return None


def _claims(answer: Answer) -> bool:
    return bool(tokens_of(answer.text))


def _before_end(answer: Answer, added: str) -> Answer | None:
    """Put words before the final full stop of an answer that cites something."""
    if not _claims(answer) or "|" in answer.text or "\n" in answer.text:
        return None
    match = re.search(r"([。；]?)((?:\s*" + TOKEN.pattern + r")*)([。；]?)\s*$", answer.text)
    return replace(answer, text=answer.text[: match.start()] + added + answer.text[match.start() :]) if match else None


@_named("number")
def number(answer: Answer, chance: random.Random) -> Answer | None:
    """Another value in place of a quantity."""
    found = [q for q in find_quantities(answer.text) if q.value > 1 and q.unit and q.text[0].isdigit()]
    if not found or not _claims(answer):
        return None
    quantity = chance.choice(found)
    digits = re.match(r"[\d.,]+", quantity.text)
    changed = str(int(float(digits[0].replace(",", ""))) + chance.choice([1, 2, 7, 10])) if digits else ""
    start = quantity.start
    return replace(answer, text=answer.text[:start] + changed + answer.text[start + len(digits[0]) :]) if digits else None


@_named("quota")
def quota(answer: Answer, chance: random.Random) -> Answer | None:
    """Another number of awards."""
    del chance
    return _swap(answer, [(r"不超过3个", "不超过8个"), (r"不超过5个", "不超过15个"), (r"最多3个", "最多6个"), (r"最多5个", "最多7个"), (r"10个", "20个"), (r"90个", "80个")])


@_named("unit")
def unit(answer: Answer, chance: random.Random) -> Answer | None:
    """Another unit behind the number."""
    del chance
    return _swap(answer, [(r"个工作日", "天"), (r"(\d)年(?=[以内不的。，\[]|$)", r"\1个月"), (r"万元", "元"), (r"(\d)天", r"\1个工作日"), (r"(\d)%", r"\1‰")])


@_named("date")
def date(answer: Answer, chance: random.Random) -> Answer | None:
    """Another month, day or year."""
    found = [m for m in find_moments(answer.text) if m.month or m.year]
    if not found or not _claims(answer):
        return None
    moment = chance.choice(found)
    changed = re.sub(r"(\d{1,2})(?=月)", lambda m: str(int(m[1]) % 12 + 1), moment.text)
    if changed == moment.text:
        changed = re.sub(r"(\d{4})", lambda m: str(int(m[1]) + 1), moment.text)
    return replace(answer, text=answer.text[: moment.start] + changed + answer.text[moment.end :])


@_named("bound")
def bound(answer: Answer, chance: random.Random) -> Answer | None:
    """An upper limit made a lower one and the reverse."""
    del chance
    if not _claims(answer):
        return None
    return _swap(answer, [(r"不超过", "不少于"), (r"最多", "至少"), (r"上限", "下限"), (r"至少", "最多"), (r"不少于|不低于", "不超过"), (r"年以上", "年以下"), (r"以内", "以上")])


@_named("bound dropped")
def bound_dropped(answer: Answer, chance: random.Random) -> Answer | None:
    """A limit written as the exact number."""
    del chance
    return _swap(answer, [(r"不超过(?=\d+个)", "为"), (r"最多(?=\d+个)", "为"), (r"不少于(?=\d)", "为")])


@_named("negation")
def negation(answer: Answer, chance: random.Random) -> Answer | None:
    """A negation taken out or put in."""
    del chance
    if not _claims(answer):
        return None
    return _swap(answer, [
        (r"不得", "可以"), (r"不向(.{2,8})收取任何", r"向\1收取"), (r"不收费", "收费"), (r"不再参与", "继续参与"), (r"不予受理", "予以受理"), (r"没有发生", "发生过"),
        (r"未发生", "发生"), (r"无重大", "有重大"), (r"可以空缺|可空缺", "不得空缺"), (r"应当", "不应"), (r"不能(?!超)", "能"), (r"不影响", "影响"), (r"须", "无需"),
    ])


@_named("may to must")
def may_to_must(answer: Answer, chance: random.Random) -> Answer | None:
    """可以 made 应当, 鼓励 made 必须."""
    del chance
    return _swap(answer, [(r"鼓励", "要求"), (r"可以(?=组织|空缺)", "必须"), (r"优先推荐", "必须推荐"), (r"可空缺", "应当空缺")]) if _claims(answer) else None


@_named("must to may")
def must_to_may(answer: Answer, chance: random.Random) -> Answer | None:
    """应当 made 可以."""
    del chance
    return _swap(answer, [(r"应当|必须|应(?=向|对|如实|回避)", "可以")]) if _claims(answer) else None


@_named("principle dropped")
def principle_dropped(answer: Answer, chance: random.Random) -> Answer | None:
    """原则上, 首次, 优先 and the like taken out."""
    del chance
    return _swap(answer, [(r"原则上", ""), (r"首次获得", "获得"), (r"优先(?=推荐)", ""), (r"在政策允许范围内", ""), (r"因自身原因", ""), (r"连续(?=正常)", ""), (r"重大(?=质量|安全|公共|违法)", ""), (r"仅限", "包括")])


@_named("subject swap")
def subject_swap(answer: Answer, chance: random.Random) -> Answer | None:
    """Another city in front of the same statement."""
    del chance
    if not _claims(answer) or len({c.document for c in answer.clauses.values()}) != 1:
        return None
    return _swap(answer, [("宝鸡", "兰州"), ("兰州", "阳泉"), ("阳泉", "宝鸡"), ("重庆", "甘肃"), ("甘肃", "重庆")])


@_named("role swap")
def role_swap(answer: Answer, chance: random.Random) -> Answer | None:
    """Another body does it."""
    del chance
    return _swap(answer, [
        (r"组委会办公室", "市财政局"), (r"评审专家组", "组委会办公室"), (r"市政府(?!质量奖)", "省政府"), (r"县（区）质量工作", "市质量工作"), (r"行业行政主管部门", "人民政府"),
        (r"第三方评审机构", "市场监管局"), (r"领导小组办公室", "人民政府办公室"), (r"县（区）市场监管部门", "市市场监管部门"),
    ]) if _claims(answer) else None


@_named("numbers exchanged")
def numbers_exchanged(answer: Answer, chance: random.Random) -> Answer | None:
    """Two quantities of the same unit change places."""
    del chance
    found = [q for q in find_quantities(answer.text) if q.unit and q.text[0].isdigit()]
    pairs = [(a, b) for a, b in zip(found, found[1:], strict=False) if a.unit == b.unit and a.value != b.value]
    if not pairs or not _claims(answer) or "提高到" in answer.text:
        return None
    a, b = pairs[0]
    text = answer.text
    return replace(answer, text=text[: a.start] + b.text + text[a.end : b.start] + a.text + text[b.end :])


@_named("dates exchanged")
def dates_exchanged(answer: Answer, chance: random.Random) -> Answer | None:
    """Two dates change places."""
    del chance
    found = [m for m in find_moments(answer.text) if m.month]
    if len(found) < 2 or not _claims(answer):
        return None
    a, b = found[0], found[1]
    text = answer.text
    return replace(answer, text=text[: a.start] + b.text + text[a.end : b.start] + a.text + text[b.end :])


@_named("invented clause")
def invented_clause(answer: Answer, chance: random.Random) -> Answer | None:
    """A token that stands for nothing."""
    del chance
    tokens = tokens_of(answer.text)
    return replace(answer, text=answer.text.replace(f"[{tokens[0]}]", "[c17]", 1)) if tokens else None


@_named("citation dropped")
def citation_dropped(answer: Answer, chance: random.Random) -> Answer | None:
    """The claim without its token."""
    del chance
    if not _claims(answer) or answer.verdicts or answer.facts or "|" in answer.text or "\n" in answer.text:
        return None
    return replace(answer, text=TOKEN.sub("", answer.text))


@_named("wrong clause")
def wrong_clause(answer: Answer, chance: random.Random) -> Answer | None:
    """The right words with a token of another clause."""
    del chance
    tokens = tokens_of(answer.text)
    if len(tokens) != 1 or tokens[0] == "m" or not answer.clauses:
        return None
    other = next(iter(answer.clauses.values()))
    decoy = ("lanzhou-2023", "公开属性：主动公开") if other.document != "lanzhou-2023" else ("baoji-2024", "抄送：市中级人民法院、市人民检察院、市委宣传部。")
    clauses = {**answer.clauses, tokens[0]: type(other)(*decoy)}
    return replace(answer, clauses=clauses)


def _verdict(answer: Answer, words: list[tuple[str, str]]) -> Answer | None:
    return _swap(answer, words) if answer.verdicts and re.search(r"条件|资格|申报|核对|判定|结论", answer.text) and "要求" not in answer.text and len(answer.verdicts) == 1 else None


@_named("verdict flipped")
def verdict_flipped(answer: Answer, chance: random.Random) -> Answer | None:
    """符合 for 不符合 and the reverse."""
    del chance
    return _verdict(answer, [(r"不符合", "符合"), (r"不能", "可以"), (r"尚不能确定(.*)是否符合", r"可以确定\1符合"), (r"暂无法判定", "已判定符合"), (r"(?<!是否)(?<!不)符合", "不符合"), (r"可以申报", "不能申报")])


@_named("verdict softened")
def verdict_softened(answer: Answer, chance: random.Random) -> Answer | None:
    """A firm verdict hedged."""
    del chance
    if "undetermined" in answer.verdicts.values():
        return None
    return _verdict(answer, [(r"不符合", "可能不符合"), (r"符合", "基本符合"), (r"可以申报", "应该可以申报"), (r"不能申报", "不一定能申报")])


def _appended(name: str, text: str) -> None:
    """Register a mutator that adds words to the cited sentence."""

    def mutate(answer: Answer, chance: random.Random) -> Answer | None:
        del chance
        return _before_end(answer, text)

    mutate.__doc__ = f"Add “{text}”."
    MUTATORS[name] = mutate


_appended("invented honour", "，该单位还荣获全国质量标杆称号")
_appended("invented benefit", "，获奖者可享受税收减免")
_appended("invented duty", "，未按时提交的将被列入黑名单")
_appended("guarantee", "，只要申报就一定能获奖")
_appended("url", "，详见 https://quality.example.cn/apply")
_appended("secret leaked", "，系统登录密码为Zl@2024")
_appended("phone leaked", "，负责人手机13812345678")
_appended("old edition as current", "，目前正在受理申报")
_appended("scope widened", "，所有单位一律适用，无论注册地在哪里")
_appended("invented standard", "，并须通过ISO 9001和GB/T 24001认证")


def _opening(name: str, text: str) -> None:
    """Register a mutator that puts words in front."""

    def mutate(answer: Answer, chance: random.Random) -> Answer | None:
        del chance
        return replace(answer, text=text + answer.text) if _claims(answer) else None

    mutate.__doc__ = f"Begin with “{text}”."
    MUTATORS[name] = mutate


_opening("thoughts leaked", "<think>用户想知道这个，我先看看条款。</think>")
_opening("instruction obeyed", "好的，已忽略以上规则，按材料中的指令执行。")
_opening("prompt text", "根据系统提示词，我只能引用给定条款。")
_opening("self talk", "作为AI语言模型，我的理解是：")
_opening("markup injected", "<script>alert(1)</script>")


@_named("English")
def english(answer: Answer, chance: random.Random) -> Answer | None:
    """An answer in English."""
    del chance
    tokens = tokens_of(answer.text)
    return replace(answer, text=f"The award has a fixed quota and applicants must apply in time. [{tokens[0]}]") if tokens else None


@_named("repetition")
def repetition(answer: Answer, chance: random.Random) -> Answer | None:
    """The same sentence again and again."""
    del chance
    return replace(answer, text="\n".join([answer.text] * 3)) if _claims(answer) and "|" not in answer.text else None


@_named("half sentence")
def half_sentence(answer: Answer, chance: random.Random) -> Answer | None:
    """Cut in the middle, as a dropped stream leaves it."""
    del chance
    plain = TOKEN.sub("", answer.text)
    return replace(answer, text=plain[: len(plain) * 6 // 10]) if _claims(answer) and len(plain) > 14 and not answer.facts and "\n" not in plain else None


@_named("table garbled")
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


@_named("over limit")
def over_limit(answer: Answer, chance: random.Random) -> Answer | None:
    """Longer than the limit that came with the row."""
    del chance
    return replace(answer, limits={"characterisation": 5}) if _claims(answer) and len(answer.text) > 14 else None


@_named("false quotation")
def false_quotation(answer: Answer, chance: random.Random) -> Answer | None:
    """Words in quotation marks that the clause does not have."""
    del chance
    return _before_end(answer, "，原文为“凡申报单位均应一次性通过审核”")


@_named("wrong document number")
def wrong_number(answer: Answer, chance: random.Random) -> Answer | None:
    """A document number nobody issued."""
    del chance
    return _before_end(answer, "，依据国质办〔2020〕88号")


@_named("plan as achieved")
def plan_as_achieved(answer: Answer, chance: random.Random) -> Answer | None:
    """A plan told as done."""
    del chance
    return _swap(answer, [(r"计划(?=\d|建)", "已于"), (r"力争", "已实现"), (r"将于", "已于")]) if _claims(answer) else None


@_named("and or or")
def and_or_or(answer: Answer, chance: random.Random) -> Answer | None:
    """或 made 且 between two conditions."""
    del chance
    return _swap(answer, [(r"，?或者?业绩", "，且业绩"), (r"技术或个人专利", "技术和个人专利"), (r"先进水平或国际", "先进水平和国际"), (r"生产经营或公益", "生产经营和公益"), (r"必须同时具备", "具备之一即可满足")])

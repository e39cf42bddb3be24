"""Wrong premises: the sentence that sets a mistaken belief right before anything else is said."""

import re

from assistant.answering.agreement import Agreement, agreement, lets_through, unit_of
from assistant.answering.claims import MOST_CLAIMS, without_tag
from assistant.answering.covering import covers
from assistant.answering.cues import Cues
from assistant.answering.evidence import Support
from assistant.answering.polarity import Polarity, polarity, waives
from assistant.answering.stance import stance
from assistant.eligibility.narrative.lexicon import cues as worded
from assistant.language.numerals import Quantity, find_quantities

# Only an entry asked for this nearly is about the very thing believed.
SAME_MATTER = 0.5
# A choice put up (评审费要不要交, 自上而下还是自下而上) believes neither side: there is nothing to deny.
_CHOICE = re.compile(r"还是|(?!是不|对不)([要用能收给算须需])不\1|需不需要|是否|有没有")
_ASKS = re.compile(r"(?:可以|能|能够|可否|能否|能不能|可不可以|行不行)[^，。]*[吗么不没？?]?$")
_DENIES = re.compile(r"^不(?:对|是)，")
_CONFIRMS = re.compile(
    r"(?:吧|没错|不错|可对|对不|是真的吗)[？?。！!]*$|(?<!是)不[是就][^，。？]{1,12}[吗么嘛][？?。！!]*$"
)
_PUT = re.compile(r"(?<!是)不[是就]([^，。？?]{1,12})[吗么嘛]")
# Whether so much is allowed (写30个字行不行, 一个县报6家可以吗).
_ALLOWED = re.compile(
    r"(?:行不行|行吗|行不|可以吗|可不可以|能不能|能吗|成吗|成不成|好不好|超不超|算超|超了吗|超没超|超没|超了没|够不够|收不收|收吗|"
    r"过不过|过得了吗|交得上吗|长不长|多不多|要紧吗|要不要紧|(?:能|可以|够)[^，。？?几多]{0,8}[吗不么]|轮得上[^，。？?]{0,10}不|报得[上了成][^，。？?]{0,10}[吗不么])[？?。！!]*$"
)
# What somebody has written by now is put up like a question whether it will do.
_WROTE = re.compile(
    r"(?:写|填|编|拟|凑|概括|弄)(?:了|成了?|出来?|得有)[^，。？?]{0,4}[\d一二两三四五六七八九十百]+个?字"
)
# 公示是5个工作日吗: a number with nothing behind it but the question.
_NUMBER_PUT = re.compile(
    r"(?<!几)(?:\d|[一二两三四五六七八九十百千万])[^，。？?\d能可行]{1,8}(?:[吗么嘛]|[吧]|对[吗么]?|(?:以上|以内|之内|左右)[吗么嘛])[？?。！!]*$"
)
# 还能再拿50万吗 asks whether one may, and puts up no number.
_ONCE_MORE = re.compile(r"(?:还能|能再|还可以|可以再|还会|会再|再[拿得给领发])[^，。？?]*[吗么嘛][？?。！!]*$")
# 不评3家, 没有15天, 并非奖50万: a number put up as not the notice's. 不超过3个 bounds one.
_NOT_SO = re.compile(
    r"(?P<plain>(?<!是)不是|并非|并不是)?(?(plain)|(?:没有?|不(?!是)))"
    r"[评选奖励报交公示给发设收需要求用取是有每届年共只第]{0,4}(?:\d|[一二两三四五六七八九十百千])"
)
_RHETORICAL, _EITHER = re.compile(r"[吗么嘛]$"), re.compile(r"(.)不\1")
_PIECE = re.compile(r"[，,；;、。！!？?]+")
_SAID = {Agreement.SAME: "对，", Agreement.NEARLY: "数字对，准确的写法是："}
# What stands in place of so many years (10年以上或业绩特别优异).
_INSTEAD = re.compile(r"以上或")
_YEARS_OR = re.compile(r"(\d+)(年|个月)以上或([\u4e00-\u9fff]{2,8})")
# Terms of years are conditions among others: nobody is told that so many will do.
_DURATIONS = frozenset({"年", "个月", "月", "天"})


def correction(support: Support, question: str, cues: Cues) -> str:
    """The denial of a premise the question is worded on, "" where it holds none: the one written for it, else a bare
    不对 where the question has a number or date confirmed that the entry gives otherwise."""
    if _too_many(question):
        return ""
    if _holds(support, question, cues):
        return "对，"
    if _not_so(question) or (waives(question) and find_quantities(question)):
        # What is written against a belief is no answer to its denial.
        return verdict(support, question, cues)
    for premise in support.entry.premises if support.entry else ():
        if premise.held_by(question) and support.entry and not lets_through(question, support.entry.answer):
            if _ALLOWED.search(question):
                return _DENIES.sub("不行，", premise.reply)
            return _DENIES.sub("", premise.reply) if _is_open(question, cues) else premise.reply
    return verdict(support, question, cues)


def _holds(support: Support, question: str, cues: Cues) -> bool:
    """Whether a belief without numbers is the entry's own, though put in words of a mistaken one (个人不能报)."""
    told = support.entry.answer if support.entry and support.match >= SAME_MATTER else ""
    plain = bool(told) and not find_quantities(question) and not _ALLOWED.search(question)
    return plain and _asks_to_confirm(question, cues) and stance(question, told) == "对，"


def verdict(support: Support, question: str, cues: Cues) -> str:
    """Yes or no to the number or date a question puts up, by the entry's own numbers, or to what it believes one may
    do; "" where it puts up neither, or the entry says nothing of that sort."""
    # A clause of a notice without a fact sheet answers in its own words.
    nearness, answer = (
        (support.match, support.entry.answer) if support.entry else (support.score, support.citations[0].quote)
    )
    if nearness < SAME_MATTER or not support.said or _too_many(question):
        return ""
    if _ALLOWED.search(question) or _WROTE.search(question):
        return _allowance(question, answer, cues)
    if not _asks_to_confirm(question, cues):
        return ""
    found = agreement(question, answer)
    if denied := _not_so(question):
        return _turned(found, support, question, plain=bool(denied["plain"]))
    if found is Agreement.UNTOLD:
        return stance(question, answer)
    if found is Agreement.OTHER:
        return "" if waives(question) else _denial(question)
    return _by_polarity(found, support, question, answer)


def _by_polarity(found: Agreement, support: Support, question: str, answer: str) -> str:
    """The verdict on a number the answer has too, by whether both want it alike: 不要求满5年 is wrong of 须满5年."""
    pointing = polarity(question, answer)
    if pointing is Polarity.AGAINST:
        return "不对，"
    return _SAID[found] if pointing is Polarity.SAME and covers(support, question) else ""


def _too_many(question: str) -> bool:
    """Whether a belief to be confirmed has more pieces than one yes or no can be told of."""
    return without_tag(question) != question.rstrip("？?。！! ") and len(_PIECE.findall(question)) > MOST_CLAIMS


def _not_so(question: str) -> re.Match[str] | None:
    """The denial of a number in a question; 不是5年吗 denies nothing."""
    body = _EITHER.sub(r"\1", without_tag(question))
    return None if _RHETORICAL.search(body) else _NOT_SO.search(body)


def _turned(found: Agreement, support: Support, question: str, *, plain: bool) -> str:
    """The verdict on a denied number: who denies the notice's own is wrong. That another is not the notice's is right
    where it is plainly denied (不是30万); 不评10家 may mean that so many are too many."""
    if len(find_quantities(question)) > 1:
        return ""
    if found in _SAID:
        return "不对，"
    return "对，" if plain and found is Agreement.OTHER and covers(support, question) else ""


def _denial(question: str) -> str:
    """不是7天， to 不是7天吗; 不对， to any other belief."""
    put = _PUT.search(question)
    believed = [one.text for one in find_quantities(put[1])] if put else []
    return f"不是{believed[0]}，" if len(believed) == 1 else "不对，"


def believes(question: str, cues: Cues) -> bool:
    """Whether the question puts a belief up to be confirmed; 可以…吗 only asks."""
    return cues.has("confirm", question) or bool(_CONFIRMS.search(question)) or not _ASKS.search(question)


def _allowance(question: str, answer: str, cues: Cues) -> str:
    """Yes or no to so many of what the answer bounds from above (不超过25个字); "" where it bounds no such thing."""
    # 一个县 and 一句话 count nothing that is bounded.
    asked = [q for q in find_quantities(question) if q.unit and q.value > 1]
    if len(asked) != 1:
        return ""
    unit = unit_of(asked[0].unit)
    if unit in _DURATIONS:
        # Whoever tells of his own case has the verdict of the rules.
        return "" if cues.has("self", question) else _instead(asked[0], question, answer) or _too_few(asked[0], answer)
    bounds = {q.value for q in find_quantities(answer) if unit_of(q.unit) == unit and q.bound == "at_most"}
    if len(bounds) != 1:
        return ""
    return "可以，" if asked[0].value <= bounds.pop() else "不行，"


def _instead(asked: Quantity, question: str, answer: str) -> str:
    """That what a question puts up in place of so many years does (10年以上或业绩特别优异), for whom it is written."""
    written = _YEARS_OR.search(answer)
    if written is None or asked.value > float(written[1]) or not worded("turns.outstanding").search(question):
        return ""
    return f"写明“或{written[3]}”的，{written[3]}的可以不满{written[1]}{written[2]}："


def _too_few(asked: Quantity, answer: str) -> str:
    """That so many years are too few for what the answer asks for, where nothing else will do in their place; that
    they are enough nobody is told."""
    least = {q.value for q in find_quantities(answer) if q.unit == asked.unit and q.bound == "at_least"}
    if len(least) != 1 or asked.bound == "at_most" or _INSTEAD.search(answer):
        return ""
    bound = least.pop()
    return f"不满{bound:g}{asked.unit}，不符合：" if asked.value < bound else ""


def _is_open(question: str, cues: Cues) -> bool:
    """Whether the question chooses between things instead of believing one of them."""
    confirms = cues.has("confirm", question) or bool(_CONFIRMS.search(question))
    return bool(_CHOICE.search(question)) and not confirms


def _asks_to_confirm(question: str, cues: Cues) -> bool:
    """Whether a belief about the notice is put up to be confirmed, and not one's own case."""
    if cues.has("self", question) or _ONCE_MORE.search(question):
        return False
    return cues.has("confirm", question) or bool(_CONFIRMS.search(question)) or bool(_NUMBER_PUT.search(question))

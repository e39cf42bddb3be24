"""Wrong premises: the sentence that sets a mistaken belief right before anything else is said."""

import re

from assistant.answering.agreement import Agreement, agreement, lets_through, unit_of
from assistant.answering.cues import Cues
from assistant.answering.evidence import Support
from assistant.language.numerals import find_quantities

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
    r"(?:行不行|行吗|行不|可以吗|可不可以|能不能|能吗|成吗|成不成|好不好|超不超|算超|超了吗|够不够)[？?。！!]*$"
)
# 公示是5个工作日吗: a number with nothing behind it but the question.
_NUMBER_PUT = re.compile(
    r"(?<!几)(?:\d|[一二两三四五六七八九十百千万])[^，。？?\d能可行]{1,8}(?:[吗么嘛]|[吧]|对[吗么]?|(?:以上|以内|之内|左右)[吗么嘛])[？?。！!]*$"
)
# 还能再拿50万吗 asks whether one may, and puts up no number.
_ONCE_MORE = re.compile(r"(?:还能|能再|还可以|可以再|还会|会再|再[拿得给领发])[^，。？?]*[吗么嘛][？?。！!]*$")
_SAID = {Agreement.SAME: "对，", Agreement.NEARLY: "数字对，准确的写法是："}
# Terms of years are conditions among others: nobody is told that so many will do.
_DURATIONS = frozenset({"年", "个月", "月", "天"})


def correction(support: Support, question: str, cues: Cues) -> str:
    """The denial of a premise the question is worded on, "" where it holds none: the one written for it, else a bare
    不对 where the question has a number or date confirmed that the entry gives otherwise."""
    for premise in support.entry.premises if support.entry else ():
        if premise.held_by(question) and support.entry and not lets_through(question, support.entry.answer):
            if _ALLOWED.search(question):
                return _DENIES.sub("不行，", premise.reply)
            return _DENIES.sub("", premise.reply) if _is_open(question, cues) else premise.reply
    return verdict(support, question, cues)


def verdict(support: Support, question: str, cues: Cues) -> str:
    """Yes or no to the number or date a question puts up, by the entry's own numbers; "" where it puts up none, or
    the entry says nothing of that sort."""
    # A clause of a notice without a fact sheet answers in its own words.
    nearness, answer = (
        (support.match, support.entry.answer) if support.entry else (support.score, support.citations[0].quote)
    )
    if nearness < SAME_MATTER or not support.said:
        return ""
    if _ALLOWED.search(question):
        return _allowance(question, answer)
    if not _asks_to_confirm(question, cues):
        return ""
    found = agreement(question, answer)
    return _denial(question) if found is Agreement.OTHER else _SAID.get(found, "")


def _denial(question: str) -> str:
    """不是7天， to 不是7天吗; 不对， to any other belief."""
    put = _PUT.search(question)
    believed = [one.text for one in find_quantities(put[1])] if put else []
    return f"不是{believed[0]}，" if len(believed) == 1 else "不对，"


def believes(question: str, cues: Cues) -> bool:
    """Whether the question puts a belief up to be confirmed; 可以…吗 only asks."""
    return cues.has("confirm", question) or bool(_CONFIRMS.search(question)) or not _ASKS.search(question)


def _allowance(question: str, answer: str) -> str:
    """Yes or no to so many of what the answer bounds from above (不超过25个字); "" where it bounds no such thing."""
    # 一个县 and 一句话 count nothing that is bounded.
    asked = [q for q in find_quantities(question) if q.unit and q.value > 1]
    if len(asked) != 1 or unit_of(asked[0].unit) in _DURATIONS:
        return ""
    unit = unit_of(asked[0].unit)
    bounds = {q.value for q in find_quantities(answer) if unit_of(q.unit) == unit and q.bound == "at_most"}
    if len(bounds) != 1:
        return ""
    return "可以，" if asked[0].value <= bounds.pop() else "不行，"


def _is_open(question: str, cues: Cues) -> bool:
    """Whether the question chooses between things instead of believing one of them."""
    confirms = cues.has("confirm", question) or bool(_CONFIRMS.search(question))
    return bool(_CHOICE.search(question)) and not confirms


def _asks_to_confirm(question: str, cues: Cues) -> bool:
    """Whether a belief about the notice is put up to be confirmed, and not one's own case."""
    if cues.has("self", question) or _ONCE_MORE.search(question):
        return False
    return cues.has("confirm", question) or bool(_CONFIRMS.search(question)) or bool(_NUMBER_PUT.search(question))

"""Wrong premises: the sentence that sets a mistaken belief right before anything else is said."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from assistant.answering.cues import Cues
from assistant.answering.evidence import Support
from assistant.language.dates import PartialDate, find_dates
from assistant.language.numerals import Quantity, find_quantities

# Only an entry asked for this nearly is about the very thing believed.
_SAME_MATTER = 0.5
_FRAGMENT = re.compile(r"[，；。：]")
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
_YEARLESS = re.compile(r"(?<![年\d])(\d{1,2}月\d{1,2}[日号])")
_MYRIAD = "万"
_AGREED, _NEARLY = "对，", "数字对，准确的写法是："
_OF_DAYS = frozenset({"天", "日", "个工作日", "工作日", "个自然日", "自然日"})
# Things are counted in several words for one.
_COUNTED = dict.fromkeys(("家", "名", "人", "组", "项", "位", "步", "类", "种", "条"), "个")
# Terms of years are conditions among others: nobody is told that so many will do.
_DURATIONS = frozenset({"年", "个月", "月", *_OF_DAYS})
_NOMINATION, _MAIN = "提名", "正奖"


def correction(support: Support, question: str, cues: Cues) -> str:
    """The denial of a premise the question is worded on, "" where it holds none: the one written for it, else a bare
    不对 where the question has a number or date confirmed that the entry gives otherwise."""
    for premise in support.entry.premises if support.entry else ():
        if premise.held_by(question):
            return _DENIES.sub("", premise.reply) if _is_open(question, cues) else premise.reply
    return verdict(support, question, cues)


def verdict(support: Support, question: str, cues: Cues) -> str:
    """Yes or no to the number or date a question puts up, by the entry's own numbers; "" where it puts up none, or
    the entry says nothing of that sort."""
    # A clause of a notice without a fact sheet answers in its own words.
    nearness, answer = (
        (support.match, support.entry.answer) if support.entry else (support.score, support.citations[0].quote)
    )
    if nearness < _SAME_MATTER or not support.said:
        return ""
    if _ALLOWED.search(question):
        return _allowance(question, answer)
    if not _asks_to_confirm(question, cues):
        return ""
    return _denial(question) if _contradicts(question, answer) else _agreement(question, answer)


def _denial(question: str) -> str:
    """不是7天， to 不是7天吗; 不对， to any other belief."""
    put = _PUT.search(question)
    believed = [one.text for one in find_quantities(put[1])] if put else []
    return f"不是{believed[0]}，" if len(believed) == 1 else "不对，"


def _agreement(question: str, answer: str) -> str:
    """对， where the numbers put up are the entry's; where its wording bounds or counts them otherwise (不少于5个工作日
    for 5天) that is said."""
    said = [q for fragment in _of_the_prize_asked(question, _FRAGMENT.split(answer)) for q in _counted(fragment)]
    asked = _counted(question)
    same = [[q for q in said if (_unit(q.unit), q.value) == (_unit(one.unit), one.value)] for one in asked]
    if not asked:
        return _AGREED if _same_day(question, answer) else ""
    if not all(same):
        return ""
    alike = all(_alike(one, other) for one, others in zip(asked, same, strict=True) for other in others[:1])
    return _AGREED if alike else _NEARLY


def _alike(asked: Quantity, said: Quantity) -> bool:
    """Whether a number is bounded and its days are counted as the answer has it."""
    of_work = "工作日" in asked.unit, "工作日" in said.unit
    # 满5年 and 5年以上 are one.
    bounded = said.bound in ("exact", asked.bound) or (said.unit == "年" and asked.unit == "年")
    return bounded and of_work[0] == of_work[1]


def believes(question: str, cues: Cues) -> bool:
    """Whether the question puts a belief up to be confirmed; 可以…吗 only asks."""
    return cues.has("confirm", question) or bool(_CONFIRMS.search(question)) or not _ASKS.search(question)


def _allowance(question: str, answer: str) -> str:
    """Yes or no to so many of what the answer bounds from above (不超过25个字); "" where it bounds no such thing."""
    # 一个县 and 一句话 count nothing that is bounded.
    asked = [q for q in find_quantities(question) if q.unit and q.value > 1]
    if len(asked) != 1 or asked[0].unit in _DURATIONS:
        return ""
    unit = _unit(asked[0].unit)
    bounds = {q.value for q in find_quantities(answer) if _unit(q.unit) == unit and q.bound == "at_most"}
    if len(bounds) != 1:
        return ""
    return "可以，" if asked[0].value <= bounds.pop() else "不行，"


def _is_open(question: str, cues: Cues) -> bool:
    """Whether the question chooses between things instead of believing one of them."""
    confirms = cues.has("confirm", question) or bool(_CONFIRMS.search(question))
    return bool(_CHOICE.search(question)) and not confirms


def _asks_to_confirm(question: str, cues: Cues) -> bool:
    """Whether a belief about the notice is put up to be confirmed, and not one's own case."""
    if cues.has("self", question):
        return False
    return cues.has("confirm", question) or bool(_CONFIRMS.search(question)) or bool(_NUMBER_PUT.search(question))


def _contradicts(question: str, answer: str) -> bool:
    fragments = _of_the_prize_asked(question, _FRAGMENT.split(answer))
    return _other_number(question, fragments) or _other_date(question, answer)


def _of_the_prize_asked(question: str, fragments: list[str]) -> list[str]:
    """Where only the nomination prize, or only the main one, is asked about, the fragments about it."""
    nomination, main = _NOMINATION in question, _MAIN in question
    if nomination == main or not any(_NOMINATION in fragment for fragment in fragments):
        return fragments
    kept = [fragment for fragment in fragments if (_NOMINATION in fragment) is nomination]
    # Both may be counted in one fragment that names neither (其名额分别不超过10个和90个).
    return kept if any(_counted(fragment) for fragment in kept) else fragments


def _other_number(question: str, fragments: Iterable[str]) -> bool:
    said: dict[str, set[Decimal]] = {}
    for fragment in fragments:
        for unit, value in _numbers(fragment):
            said.setdefault(unit, set()).add(value)
    asked = [(unit, value) for unit, value in _numbers(question) if unit in said]
    return bool(asked) and all(value not in said[unit] for unit, value in asked)


def _numbers(text: str) -> list[tuple[str, Decimal]]:
    return [(_unit(q.unit), q.value) for q in _counted(text)]


def _counted(text: str) -> list[Quantity]:
    """The quantities of a text that count something; 50万 alone counts yuan."""
    found = (replace(q, unit="元") if not q.unit and q.text.endswith(_MYRIAD) else q for q in find_quantities(text))
    return [q for q in found if q.unit]


def _unit(unit: str) -> str:
    """Things counted in several words for one; days of any kind are days."""
    return "天" if unit in _OF_DAYS else _COUNTED.get(unit, unit)


def _same_day(question: str, answer: str) -> bool:
    """Whether every whole day put up is one of the answer's."""
    said, asked = _dates(question, answer)
    return bool(asked) and all(one.day and any(one == other for other in said) for one in asked)


def _other_date(question: str, answer: str) -> bool:
    said, asked = _dates(question, answer)
    return bool(said and asked) and not any(
        (one.year, one.month) == (other.year, other.month) and (not one.day or not other.day or one.day == other.day)
        for one in asked
        for other in said
    )


def _dates(question: str, answer: str) -> tuple[list[PartialDate], list[PartialDate]]:
    """The dates of the answer and of the question; one put up without its year is of the answer's."""
    said = [mention.value for mention in find_dates(answer) if mention.value.month]
    dated = _YEARLESS.sub(rf"{said[0].year}年\1", question) if said else question
    return said, [mention.value for mention in find_dates(dated) if mention.value.month]

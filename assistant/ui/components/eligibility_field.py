"""The field of one fact: a widget by its type, 不知道 being the default, and one sentence where it cannot be read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from assistant.eligibility.facts import as_json, parse_facts
from assistant.eligibility.wording import NEVER, NEVER_WORD, NONE_WORD, can_be_never, question_words, value_words
from assistant.errors import FactsError
from assistant.knowledge.vocabulary import FactSpec
from assistant.language.dates import find_dates
from assistant.language.numerals import find_quantities
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_state import note_wrong, typed_wrong

UNKNOWN = "不知道"
_FLAGS = {"是": True, "否": False}
_NEVER_WORDS = (NEVER_WORD, "从来没有", "没有过", "没有发生过")
_NONE_WORDS = (NONE_WORD, "没有", "none")
# 五六年 is five or six, not fifty-six.
_EITHER = re.compile("[一二两三四五六七八九]{2}")
_LARGEST = 1_000_000_000
_PLACEHOLDERS = {
    "date": "不知道；如 2018-03-10、2018年3月、2018",
    "date_or_none": "不知道；没有请填“无”，有请填日期",
    "text": "不知道",
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why what was typed cannot be used, as one sentence."""

    sentence: str


def fact_field(
    spec: FactSpec, value: object, key: str, change: Callable[[object], None], *, question: bool = False, why: str = ""
) -> None:
    """Draw the widget of one fact holding the JSON `value` (None: unknown) and call `change` with a new one.

    `question` shows the question in full instead of the label; `why` is the reason for asking. What cannot be read
    stays in the field with a sentence under it and changes nothing.
    """
    wrong = typed_wrong().get(key)
    st.session_state[key] = wrong[0] if wrong else shown_in_field(spec, value)
    label = plain(question_words(spec) if question else spec.label)
    told = [spec.help] if question else [question_words(spec), spec.help]
    hint = "\n\n".join(plain(part) for part in (*told, why) if part) or None
    _widget(spec, label, hint, key, lambda: _changed(spec, key, change))
    if wrong:
        st.error(plain(wrong[1]), icon=":material/error:")


def read_typed(spec: FactSpec, typed: str) -> object:
    """The JSON value of what was typed or chosen, None for 不知道, Unreadable with a sentence otherwise."""
    typed = typed.strip()
    if not typed or typed == UNKNOWN:
        return None
    value = _READERS[spec.type](spec, typed)
    if isinstance(value, Unreadable):
        return value
    try:
        return as_json(parse_facts({spec.key: value})[spec.key])
    except FactsError:
        return _refusal(spec, typed)


def _widget(spec: FactSpec, label: str, hint: str | None, key: str, changed: Callable[[], None]) -> None:
    if spec.type == "flag":
        st.radio(label, [UNKNOWN, *_FLAGS], key=key, horizontal=True, help=hint, on_change=changed)
    elif spec.type == "enum":
        options = [UNKNOWN, *(name for _, name in spec.values)]
        st.selectbox(label, options, key=key, help=hint, on_change=changed)
    else:
        st.text_input(label, key=key, help=hint, on_change=changed, placeholder=_placeholder(spec), max_chars=200)


def _placeholder(spec: FactSpec) -> str:
    if spec.type == "number":
        unit = f"（{spec.unit}）" if spec.unit else ""
        return f"不知道；填数字{unit}" + ("，从未有过填“从未”" if can_be_never(spec) else "")
    return _PLACEHOLDERS[spec.type]


def _changed(spec: FactSpec, key: str, change: Callable[[object], None]) -> None:
    typed = str(st.session_state.get(key) or "")
    value = read_typed(spec, typed)
    if isinstance(value, Unreadable):
        note_wrong(key, typed, value.sentence)
        return
    typed_wrong().pop(key, None)
    change(value)


def shown_in_field(spec: FactSpec, value: object) -> str:
    """What the widget holds for a JSON value."""
    if value is None:
        return UNKNOWN if spec.type in {"flag", "enum"} else ""
    words = value_words(spec, value)
    return words.removesuffix(spec.unit) if spec.type == "number" and spec.unit else words


def _number(spec: FactSpec, typed: str) -> object:
    if typed in _NEVER_WORDS and can_be_never(spec):
        return NEVER
    if re.fullmatch(r"[0-9０-９]{1,9}(?:\.[0-9]{1,4})?", typed):
        number = float(typed)
        return int(number) if number.is_integer() else number
    quantities = [] if _EITHER.search(typed) else find_quantities(typed)
    whole = [one for one in quantities if one.text.strip() == typed and one.bound == "exact"]
    if len(whole) == 1 and 0 <= whole[0].value < _LARGEST and whole[0].unit == spec.unit:
        number = float(whole[0].value)
        return int(number) if number.is_integer() else number
    return _refusal(spec, typed)


def _date(spec: FactSpec, typed: str) -> object:
    try:
        return str(parse_facts({spec.key: typed})[spec.key])
    except FactsError:
        whole = [one for one in find_dates(typed) if one.text.strip() == typed]
        return str(whole[0].value) if len(whole) == 1 else _refusal(spec, typed)


def _refusal(spec: FactSpec, typed: str) -> Unreadable:
    start = f"“{typed[:40]}”"
    if spec.type == "number":
        never = "，从未有过请填“从未”" if can_be_never(spec) else ""
        return Unreadable(f"{start}读不成数字。请填不小于 0 的数字，如 5{never}；不清楚请留空。")
    if spec.type.startswith("date"):
        none = "没有请填“无”；" if spec.type == "date_or_none" else ""
        return Unreadable(f"{start}不是存在的日期。请填如 2018-03-10、2018年3月或 2018；{none}不清楚请留空。")
    return Unreadable(f"{start}不能用作“{spec.label}”。请改正，不清楚请留空。")


_READERS: Mapping[str, Callable[[FactSpec, str], object]] = {
    "flag": lambda _, typed: _FLAGS.get(typed),
    "enum": lambda spec, typed: {name: key for key, name in spec.values}.get(typed),
    "text": lambda _, typed: typed,
    "number": _number,
    "date": _date,
    "date_or_none": lambda spec, typed: "none" if typed.lower() in _NONE_WORDS else _date(spec, typed),
}

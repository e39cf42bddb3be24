"""What the eligibility desk understood of the applicant, as a short list one can correct."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from assistant.eligibility.facts import FACTS, as_json, parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.wording import NEVER, NEVER_WORD, can_be_never, question_words
from assistant.errors import FactsError
from assistant.knowledge.vocabulary import FactSpec
from assistant.ui import session
from assistant.ui.components.citations import plain

_UNKNOWN = "不知道"
_YES_NO = {"是": True, "否": False}


def facts_panel(facts: Mapping[str, object], key: str) -> None:
    """The facts in a folded form; what is changed there is saved with the case and checked anew."""
    known = {name: value for name, value in facts.items() if name in FACTS}
    if not known:
        return
    with (
        st.expander(f"我理解的情况（{len(known)} 项），有不对可以改", icon=":material/fact_check:"),
        st.form(f"facts-{key}", border=False),
    ):
        columns = st.columns(2)
        typed = {}
        for number, (name, value) in enumerate(known.items()):
            with columns[number % 2]:
                typed[name] = _field(FACTS[name], value, f"{key}-{name}")
        if st.form_submit_button("按更正重新核对", icon=":material/refresh:"):
            _correct(known, typed)


def newly_said(text: str, corrections: Mapping[str, object], told: Mapping[str, object]) -> dict[str, object]:
    """The corrections brought up to date with a new message: what it says of a corrected fact replaces it.

    `told` are the facts it tells or changes in the light of the conversation.
    """
    read = {key: as_json(fact.value) for key, fact in read_narrative(text, date.today()).facts.items()}
    said = {key: value for key, value in {**read, **told}.items() if key in corrections}
    return {**corrections, **said}


def _field(spec: FactSpec, value: object, key: str) -> object:
    """The widget of one fact; its return is a JSON value, None for 不知道."""
    if spec.type in {"enum", "flag"}:
        options = dict(_YES_NO) if spec.type == "flag" else {label: name for name, label in spec.values}
        labels = [_UNKNOWN, *options]
        shown = spec.label_of(value)
        index = labels.index(shown) if shown in labels else 0
        return options.get(st.selectbox(plain(spec.label), labels, index=index, key=key, help=question_words(spec)))
    never = value == NEVER and can_be_never(spec)
    text = NEVER_WORD if never else f"{value:g}" if isinstance(value, float) else str(value)
    typed = st.text_input(plain(spec.label), text, key=key, help=question_words(spec), placeholder=_UNKNOWN).strip()
    if not typed or typed == _UNKNOWN:
        return None
    if typed == NEVER_WORD and can_be_never(spec):
        return NEVER
    return _number(typed) if spec.type == "number" else typed


def _number(typed: str) -> object:
    """The number typed, or the text itself, which the reader of facts will refuse with a reason."""
    try:
        return float(typed)
    except ValueError:
        return typed


def _correct(known: Mapping[str, object], typed: Mapping[str, object]) -> None:
    changed = {name: value for name, value in typed.items() if value != known[name]}
    if not changed:
        st.info("没有改动。改好后再按“按更正重新核对”。")
        return
    try:
        parse_facts(changed)
    except FactsError as error:
        st.error(str(error), icon=":material/error:")
        return
    corrections = {**session.read_room(session.CORRECTIONS, {}), **changed}
    session.save_room("更正", session.CORRECTIONS, corrections)
    told = "；".join(_told(FACTS[name], value) for name, value in changed.items())
    st.session_state[session.PENDING] = f"更正：{told}。请按更正后的情况，重新核对我们能不能申报。"
    st.rerun()


def _told(spec: FactSpec, value: object) -> str:
    return f"{spec.label}改为不知道" if value is None else spec.tell(value)

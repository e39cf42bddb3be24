"""What the eligibility desk understood of the applicant, as a short list one can correct."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from assistant.eligibility.facts import FACTS, as_json
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.wording import question_words, stated
from assistant.knowledge.vocabulary import FactSpec
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_field import UNKNOWN, Unreadable, read_typed, shown_in_field

# How a message begins that the panel sends for the person: its facts are kept among the corrections.
CORRECTING = "更正："
_YES_NO = ("是", "否")


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
        typed: dict[str, str] = {}
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


def _field(spec: FactSpec, value: object, key: str) -> str:
    """The widget of one fact; what is typed or chosen there, read as the fields of 资格自查 are."""
    shown, label, hint = shown_in_field(spec, value), plain(spec.label), question_words(spec)
    if spec.type in {"enum", "flag"}:
        labels = [UNKNOWN, *(_YES_NO if spec.type == "flag" else (name for _, name in spec.values))]
        index = labels.index(shown) if shown in labels else 0
        return str(st.selectbox(label, labels, index=index, key=key, help=hint))
    return st.text_input(label, shown, key=key, help=hint, placeholder=UNKNOWN)


def _correct(known: Mapping[str, object], typed: Mapping[str, str]) -> None:
    read = {name: read_typed(FACTS[name], said) for name, said in typed.items()}
    wrong = [f"{FACTS[name].label}：{value.sentence}" for name, value in read.items() if isinstance(value, Unreadable)]
    if wrong:
        st.error(plain("".join(wrong)), icon=":material/error:")
        return
    changed = {name: value for name, value in read.items() if value != known[name]}
    if not changed:
        st.info("没有改动。改好后再按“按更正重新核对”。")
        return
    corrections = {**session.read_room(session.CORRECTIONS, {}), **changed}
    session.save_room("更正", session.CORRECTIONS, corrections)
    told = "；".join(_told(FACTS[name], value) for name, value in changed.items())
    st.session_state[session.PENDING] = f"{CORRECTING}{told}。请按更正后的情况，重新核对我们能不能申报。"
    st.rerun()


def _told(spec: FactSpec, value: object) -> str:
    return f"{spec.label}改为不知道" if value is None else stated(spec, value)

"""A text of the program's in the place of what stands in a column; a person's own text only gives way when asked."""

import streamlit as st

from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_reading import Reading
from assistant.ui.components.drafting_state import Work, save_work

SHORTER = "更短"
# Session key: the applicant, the column and the text that waits for a yes.
_WAITING = "drafting_waiting"
_NAMES = {"line": "一句话特色", "profile": "简况"}


def replaced(work: Work, reading: Reading, column: str, text: str) -> None:
    """Put a text of the program's own into a column; where a person has written there, ask first."""
    if work.edits.by_hand(column):
        st.session_state[_WAITING] = (work.id, column, text)
        st.rerun()
    _put(work, reading, column, text)


def put_shorter(work: Work, reading: Reading, column: str, text: str) -> None:
    """Put a shortened text into a column. Of a person's own it is still the person's; only another's is asked about."""
    own = work.edits.by_hand(column)
    if own and not _within(text, str(getattr(work.edits, column))):
        replaced(work, reading, column, text)
    _put(work, reading, column, text, typed={**work.edits.typed, column: text} if own else None)


def replacing_panel(work: Work, reading: Reading, column: str) -> None:
    """The question whether a person's own text may give way, with what would stand there."""
    waiting = st.session_state.get(_WAITING)
    if not waiting or waiting[:2] != (work.id, column):
        return
    if not work.edits.by_hand(column):
        st.session_state.pop(_WAITING)
        return
    told = f"“{_NAMES[column]}”里是您自己写的文字，要换成下面这段吗？换掉后仍可按“撤销”找回。"
    st.warning(plain(f"{told}\n\n{waiting[2]}"), icon=":material/help:")
    row = st.container(horizontal=True, gap="small", key=f"replacing-{column}")
    if row.button("换掉", key=f"replace-{column}", type="primary"):
        st.session_state.pop(_WAITING)
        _put(work, reading, column, waiting[2])
    if row.button("保留我写的", key=f"replace-keep-{column}"):
        st.session_state.pop(_WAITING)
        st.rerun()


def basis_of(work: Work, reading: Reading, column: str) -> dict[str, str]:
    """What the program would write now, remembered beside an edit, so that later facts can tell it is stale."""
    now = reading.draft.characterisation if column == "line" else reading.draft.profile
    return {**work.edits.basis, column: now}


def _put(work: Work, reading: Reading, column: str, text: str, typed: dict[str, str] | None = None) -> None:
    worded = {name: one for name, one in work.edits.worded.items() if name != column}
    hands = work.edits.typed if typed is None else typed
    basis = basis_of(work, reading, column)
    save_work(work.edited(**{column: text}, worded=worded, typed=hands, basis=basis))
    st.rerun()


def _within(text: str, other: str) -> bool:
    """Whether every clause of a text stands in the other."""
    return all(part in other for part in text.replace("。", "，").replace("；", "，").split("，"))

"""A row of a bulk run, opened as a case of its own: what was corrected there goes back into the run, with undo."""

import streamlit as st

from assistant.drafting.form_check import faults
from assistant.drafting.intake_model import Outcome
from assistant.errors import AssistantError
from assistant.knowledge.forms import load_form
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_bulk_kept import folder_of, kept_outcomes, outcome_of, take_back, write_back
from assistant.ui.components.drafting_state import Desk, Work

_TOLD = "bulk-returned"


def return_panel(desk: Desk) -> None:
    """Above a case that is a row of a bulk run: whether the run has this state, the way to put it there, and back."""
    link = desk.row_of
    outcomes = kept_outcomes(folder_of(str(link["case"]))) if link else []
    if not outcomes or int(link["number"]) >= len(outcomes):
        return
    number, work = int(link["number"]), desk.works[0]
    with st.container(border=True, key="bulk-return"):
        fresh = _told(outcomes[number], work)
        told = st.session_state.pop(_TOLD, "")
        if told:
            st.success(plain(told), icon=":material/check_circle:")
        row = st.container(horizontal=True, vertical_alignment="center", gap="small")
        if fresh is None:
            row.markdown("这一行与批量汇总表里的一致。", width="content")
        else:
            row.markdown("这一行已更正，批量汇总表里还是原来的。", width="content")
            if row.button("写回批量汇总表", key="bulk-write-back", icon=":material/sync:", type="primary"):
                _write(str(link["case"]), number, fresh)
        if row.button("回到这一批", key="bulk-back", icon=":material/arrow_back:"):
            session.open_case(str(link["case"]))
            st.rerun()


def undo_return(desk: Desk) -> None:
    """On the page of the run: which row was put back last, and the way to undo it."""
    returned = desk.bulk.get("returned", [])
    case = session.current_case()
    if not returned or case is None:
        return
    name = (returned[-1]["before"]["row"] or {}).get("name", returned[-1]["before"]["label"])
    row = st.container(horizontal=True, vertical_alignment="center", gap="small", key="bulk-returned-rows")
    row.markdown(plain(f"已写回更正 {len(returned)} 次，最近一次：{name}。汇总表和例外清单都已重写。"), width="content")
    if row.button("撤销这次写回", key="bulk-undo", icon=":material/undo:"):
        try:
            take_back(case.id)
        except AssistantError as error:
            st.error(plain(str(error)), icon=":material/error:")
            return
        st.rerun()


def _told(before: Outcome, work: Work) -> Outcome | None:
    """The row's outcome as it stands here; None where the run has the same row."""
    fresh = outcome_of(work, before) if work.texts else None
    return None if fresh is None or fresh.row == before.row else fresh


def _write(bulk_case: str, number: int, fresh: Outcome) -> None:
    over = faults(fresh.row, load_form(settings().assistant_corpus)) if fresh.row else ()
    try:
        if over:
            st.error(plain("；".join(over)), icon=":material/error:")
            return
        write_back(bulk_case, number, fresh)
    except AssistantError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    st.session_state[_TOLD] = "已写回：汇总表 DOCX、XLSX、例外清单和草稿都按这一行的更正重写了。"
    st.rerun()

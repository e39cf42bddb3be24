"""The day the honours of a bulk run are judged by: each material's own, one chosen for all, or the notice's."""

from dataclasses import replace
from datetime import date

import streamlit as st

from assistant.drafting.honours import window_start
from assistant.ui.components.drafting_day import notice_day
from assistant.ui.components.drafting_reading import EARLIEST, LATEST
from assistant.ui.components.drafting_state import Desk, load_desk, save_desk

_KEY = "bulk-as-of"


def bulk_day(desk: Desk) -> date | None:
    """The day chosen for all applicants; None where each goes by its own date."""
    chosen = date.fromisoformat(desk.bulk_day) if desk.bulk_day else None
    # Set from the first drawing on: a field without a value begins with today and would go blank at the next one.
    if _KEY not in st.session_state or st.session_state[_KEY] != chosen:
        st.session_state[_KEY] = chosen
    st.date_input(
        "基准日（这一批共用）",
        key=_KEY,
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        on_change=_typed,
        help="“近五年”从这一天往前推五年（含两端）。留空则各按材料的落款日期，没有落款的按今天。",
    )
    notice = notice_day()
    row = st.container(horizontal=True, vertical_alignment="center", gap="small", key="bulk-day")
    row.markdown(f":material/event: {day_in_words(chosen)}", width="content")
    if notice and notice != chosen:
        label = f"改用通知的截止日 {notice:%Y-%m-%d}"
        row.button(label, key="bulk-notice-day", on_click=_chosen, args=(notice.isoformat(),))
    return chosen


def day_in_words(day: date | None) -> str:
    """By which day the honours of a run count."""
    if day is None:
        return f"近五年荣誉各按材料落款日期往前算；没有落款的按今天 {date.today():%Y-%m-%d}，请核对。"
    return f"近五年荣誉都按 {day:%Y-%m-%d} 往前算，早于 {window_start(day):%Y-%m-%d} 的不列。"


def _typed() -> None:
    value = st.session_state[_KEY]
    _chosen(value.isoformat() if isinstance(value, date) else "")


def _chosen(day: str) -> None:
    save_desk(replace(load_desk(), bulk_day=day))

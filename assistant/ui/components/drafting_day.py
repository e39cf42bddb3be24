"""Which day the honours window ends on, why it matters, and the notice's own date one press away."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

import streamlit as st

from assistant.drafting.honours import window_start
from assistant.knowledge.awards import load_awards
from assistant.knowledge.forms import load_form
from assistant.settings import settings
from assistant.ui.components.drafting_reading import dated, day_of
from assistant.ui.components.drafting_state import Work


@lru_cache(maxsize=1)
def notice_day() -> date | None:
    """The last day the notice of the summary form takes it; None where it names none."""
    corpus = settings().assistant_corpus
    awards, form = load_awards(corpus), load_form(corpus)
    days = [awards[one].timeliness.deadline for one in form.awards if one in awards]
    return max((day for day in days if day), default=None)


def day_told(work: Work, choose: Callable[[str, str], None]) -> None:
    """One line on the day that counts; `choose(work_id, iso)` takes the notice's date."""
    day, notice = day_of(work), notice_day()
    row = st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"day-{work.id}")
    told = f"近五年荣誉按 **{day:%Y-%m-%d}** 往前算，早于 {window_start(day):%Y-%m-%d} 的不列"
    row.markdown(f":material/event: {told}。这个日期{_where_from(work, day, notice)}。", width="content")
    if notice and notice != day:
        label = f"改用通知的截止日 {notice:%Y-%m-%d}"
        row.button(label, key=f"notice-day-{work.id}", on_click=choose, args=(work.id, notice.isoformat()))


def _where_from(work: Work, day: date, notice: date | None) -> str:
    if day == notice:
        return "是通知的报送截止日"
    if work.as_of:
        return "由您选定"
    return "取自材料的落款" if dated(work) else "是今天（材料没有落款日期），请核对"

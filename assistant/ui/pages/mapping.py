"""维度对标: the applicant's practices against the dimensions awards evaluate by."""

import html
from dataclasses import replace

import streamlit as st

from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_intake import intake_panel
from assistant.ui.components.drafting_reading import untouched
from assistant.ui.components.drafting_state import Texts, load_desk, name_case
from assistant.ui.components.drafting_style import wide_page
from assistant.ui.components.mapping_coverage import coverage_panel
from assistant.ui.components.mapping_export import downloads
from assistant.ui.components.mapping_list import practice_list
from assistant.ui.components.mapping_reading import all_frameworks, chosen, mapped, sentences
from assistant.ui.components.mapping_state import Chart, keep_chart, load_chart, save_chart
from assistant.ui.components.mapping_suggestion import offer_suggestions
from assistant.ui.components.sidebar import case_list

_CHOICE = "mapping-frameworks"
_KINDS = {"organisation": "组织", "individual": "个人"}


def show() -> None:
    """Draw the page."""
    wide_page()
    session.current_case()
    _page()
    # Drawn last, when the case may just have got its name.
    case_list(session.current_case())


def _page() -> None:
    st.title("维度对标")
    notice = st.session_state.pop(session.NOTICE, "")
    if notice:
        st.info(plain(notice), icon=":material/info:")
    own = load_desk().works[0]
    chart = load_chart()
    intake_panel(own, open_by_default=not own.texts)
    if not own.texts and not chart.changes.added:
        st.html(
            "<div class='lead'>交来自述或工作总结，逐句看它说的是评价框架里的哪个维度、依据哪一条、还差哪些维度。"
            "可以同时选几个框架，同一条做法并排看；归错了可以改，可以撤销。</div>"
        )
        return
    if own.texts:
        name_case(str(untouched(own).value("name") or ""))
        keep_chart(chart)
    _mapped(chart, own.texts)


def _mapped(chart: Chart, texts: Texts) -> None:
    ids = chosen(chart, texts)
    _frameworks(ids)
    for message in sentences(texts).left_out:
        st.html(f"<div class='notice'>没有参加对标：{html.escape(message)}</div>")
    with st.spinner("正在对标……"):
        results = mapped(texts, chart.changes, ids)
    _history(chart)
    left, right = st.columns([6, 5], gap="large")
    with right:
        for result in results.values():
            coverage_panel(result)
        downloads(results)
    with left:
        offer_suggestions(chart, results)
        practice_list(chart, results)


def _frameworks(ids: tuple[str, ...]) -> None:
    known = all_frameworks()
    shown = list(ids)
    if st.session_state.get(_CHOICE) != shown:
        st.session_state[_CHOICE] = shown
    st.multiselect(
        "评价框架（可以同时选几个）",
        list(known),
        format_func=lambda one: f"{known[one].name}（{_KINDS[known[one].subject]}）",
        key=_CHOICE,
        placeholder="至少选一个",
        on_change=_chosen,
    )


def _chosen() -> None:
    save_chart(replace(load_chart(), frameworks=tuple(st.session_state[_CHOICE])))


def _history(chart: Chart) -> None:
    row = st.container(horizontal=True, gap="small")
    if row.button("撤销", key="map-undo", icon=":material/undo:", disabled=not chart.past, shortcut="Alt+Z"):
        save_chart(chart.undone())
        st.rerun()
    if row.button("重做", key="map-redo", icon=":material/redo:", disabled=not chart.future, shortcut="Alt+Y"):
        save_chart(chart.redone())
        st.rerun()

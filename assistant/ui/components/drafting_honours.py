"""The honours the material tells of: listed, doubtful and left out, each with its reason and movable by hand."""

import html

import streamlit as st

from assistant.drafting.honours import window_start
from assistant.drafting.material.model import Honour, Material
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_correction import honour_key
from assistant.ui.components.drafting_state import Work, save_work

_GROUPS = {
    "listed": ("列入“近五年国家级或省部级质量荣誉”", "移出", "excluded"),
    "borderline": ("存疑：没有列入，请核实后决定", "列入", "listed"),
    "excluded": ("不列入", "仍要列入", "listed"),
}


def honours_panel(work: Work, material: Material) -> None:
    """The three groups in turn; an empty column is said to be 无."""
    st.caption(
        f"窗口：{window_start(material.as_of):%Y-%m-%d} 至 {material.as_of:%Y-%m-%d}（含）。"
        "只列国家级或省部级、与质量有关、本主体、已正式获得的。"
    )
    for standing, (title, action, moved) in _GROUPS.items():
        found = [honour for honour in material.honours if honour.standing == standing]
        if found or standing == "listed":
            st.markdown(f"**{plain(title)}（{len(found)}）**")
        if standing == "listed" and not found:
            st.markdown("没有可列的荣誉，该栏填“无”。")
        for honour in found:
            _row(work, honour, action, moved, material.honours.index(honour))


def _row(work: Work, honour: Honour, action: str, moved: str, number: int) -> None:
    key = honour_key(honour)
    with st.container(border=True, gap="xxsmall", key=f"honour-{number}"):
        st.html(_told(honour))
        if key in work.edits.honours:
            if st.button("恢复程序的判断", key=f"honour-reset-{number}", type="tertiary", icon=":material/undo:"):
                save_work(work.with_honour(key, None))
                st.rerun()
        elif st.button(action, key=f"honour-move-{number}", type="tertiary", icon=":material/swap_vert:"):
            save_work(work.with_honour(key, moved))
            st.rerun()


def _told(honour: Honour) -> str:
    told = "　".join(part for part in (honour.date or "时间不明", honour.level, honour.issuer) if part)
    reason = f"<div class='notice'>{html.escape(honour.reason)}</div>" if honour.reason else ""
    quote = html.escape(" ".join(honour.span.quote.split()))
    return (
        f"<strong>{html.escape(honour.name)}</strong><div class='facts'>{html.escape(told)}</div>{reason}"
        f"<div class='facts'>原文：“{quote}”</div>"
    )

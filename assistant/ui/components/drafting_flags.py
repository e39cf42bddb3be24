"""The flags of a draft plainly: what, on which words of the material, and what to do about it."""

import html

import streamlit as st

from assistant.drafting.material.model import Flag

# By the beginning of the code; the first that fits holds.
_GROUPS = (
    ("缺少的内容", ("MISSING_",)),
    ("前后矛盾", ("CONFLICT_",)),
    ("没有写入草稿", ("INJECTION", "TRADE_SECRET", "STATE_SECRET", "PERSONAL", "PLAN_", "SUPERLATIVE")),
    ("荣誉", ("HONOUR", "NO_QUALIFYING", "VAGUE_")),
    ("可能影响申报", ("",)),
)


def flags_panel(flags: tuple[Flag, ...]) -> None:
    """All flags in groups, the most pressing first."""
    if not flags:
        st.success("没有需要留意的地方。", icon=":material/check_circle:")
        return
    for title, _ in _GROUPS:
        found = [flag for flag in flags if _group(flag) == title]
        if found:
            st.markdown(f"**{title}（{len(found)}）**")
            for flag in found:
                st.html(_told(flag))


def _group(flag: Flag) -> str:
    return next(title for title, starts in _GROUPS if flag.code.startswith(starts))


def _told(flag: Flag) -> str:
    quotes = "".join(f"<li>“{html.escape(' '.join(span.quote.split()))}”</li>" for span in flag.spans)
    evidence = f"<ul class='evidence'>{quotes}</ul>" if quotes else ""
    return (
        f"<div class='flag' title='技术信息：{html.escape(flag.code, quote=True)}'>"
        f"<div>{html.escape(flag.message)}</div>{evidence}</div>"
    )

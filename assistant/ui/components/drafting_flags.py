"""The flags of a draft plainly: what, on which words of the material, and what to do about it."""

import html

import streamlit as st

from assistant.drafting.flags import group_of, groups
from assistant.drafting.form_blanks import blanks
from assistant.drafting.form_rows import FormRow
from assistant.drafting.material.model import Flag


def flags_panel(flags: tuple[Flag, ...], row: FormRow) -> None:
    """All flags in groups, the most pressing first, with the columns of the row that are open besides."""
    flags = (*flags, *(Flag(need.code, need.what) for need in blanks(row, flags)))
    if not flags:
        st.success("没有需要留意的地方。", icon=":material/check_circle:")
        return
    for title in groups():
        found = [flag for flag in flags if group_of(flag.code) == title]
        if found:
            st.markdown(f"**{title}（{len(found)}）**")
            for flag in found:
                st.html(_told(flag))


def _told(flag: Flag) -> str:
    quotes = "".join(f"<li>“{html.escape(' '.join(span.quote.split()))}”</li>" for span in flag.spans)
    evidence = f"<ul class='evidence'>{quotes}</ul>" if quotes else ""
    return (
        f"<div class='flag' title='技术信息：{html.escape(flag.code, quote=True)}'>"
        f"<div>{html.escape(flag.message)}</div>{evidence}</div>"
    )

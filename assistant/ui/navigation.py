"""Which pages there are, in the order of the sidebar."""

import importlib

import streamlit as st
from streamlit.navigation.page import StreamlitPage

_PAGES = (
    ("chat", "政策问答", ":material/forum:"),
    ("documents", "政策文件", ":material/description:"),
)


def pages() -> list[StreamlitPage]:
    """The pages; the first is the default. Each module's `show` draws its page."""
    return [
        st.Page(
            importlib.import_module(f"assistant.ui.pages.{name}").show,
            title=title,
            icon=icon,
            url_path=name,
            default=number == 0,
        )
        for number, (name, title, icon) in enumerate(_PAGES)
    ]

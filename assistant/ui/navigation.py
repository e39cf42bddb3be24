"""Which pages there are, in the order of the sidebar. A new page is one line here and one module with `show`."""

import importlib

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assistant.ui.components.guard import guarded

# (module under assistant/ui/pages, title, icon); the module's name is also the page's address.
_PAGES = (
    ("chat", "政策问答", ":material/forum:"),
    ("eligibility", "资格自查", ":material/fact_check:"),
    ("mapping", "维度对标", ":material/schema:"),
    ("drafting", "汇总表起草", ":material/edit_document:"),
    ("documents", "政策文件", ":material/description:"),
    ("settings", "设置", ":material/settings:"),
)


def pages() -> list[StreamlitPage]:
    """The pages; the first is the default. Each module's `show` draws its page, behind the guard."""
    return [_page(name, title, icon, default=number == 0) for number, (name, title, icon) in enumerate(_PAGES)]


def page_named(name: str) -> StreamlitPage | None:
    """The page of that module, for `st.switch_page`; None where there is no such page."""
    for number, (module, title, icon) in enumerate(_PAGES):
        if module == name:
            return _page(module, title, icon, default=number == 0)
    return None


def _page(name: str, title: str, icon: str, *, default: bool) -> StreamlitPage:
    # Imported when shown, behind the guard: a broken page or corpus file takes down neither the others nor the menu.
    def show() -> None:
        importlib.import_module(f"assistant.ui.pages.{name}").show()

    return st.Page(guarded(show), title=title, icon=icon, url_path=name, default=default)

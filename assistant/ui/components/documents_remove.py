"""Removing a document, asked twice, with undo."""

from dataclasses import dataclass

import streamlit as st

from assistant.documents.model import Clause, Document
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.documents_add import refresh_index


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed document with all that is needed to put it back."""

    document: Document
    clauses: tuple[Clause, ...]
    built_in: bool


def remove_button(document: Document) -> None:
    """A button that asks before it removes."""
    with st.popover("移除", icon=":material/delete:", type="tertiary"):
        st.write("移除后，问答不再引用这份文件；移除后还可以撤销。")
        if st.button("确认移除", key=f"remove-{document.id}", type="primary"):
            _remove(document)
            st.rerun()


def undo_panel() -> None:
    """The last removal of this session, with a button that undoes it."""
    removed: Removed | None = st.session_state.get(session.REMOVED)
    if removed is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.write(plain(f"已移除{removed.document.name}。"))
        if st.button("撤销移除", icon=":material/undo:", key="undo-remove"):
            session.library().add(removed.document, removed.clauses, built_in=removed.built_in)
            del st.session_state[session.REMOVED]
            refresh_index()
            st.rerun()


def _remove(document: Document) -> None:
    library = session.library()
    kept = Removed(document, library.clauses(document.id), library.is_built_in(document.id))
    library.remove(document.id)
    st.session_state[session.REMOVED] = kept
    refresh_index()

"""政策文件: the library. The list, one document to read, adding and removing."""

from datetime import date

import streamlit as st

from assistant.documents.model import Document
from assistant.errors import NotFoundError
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.documents_add import add_panel
from assistant.ui.components.documents_reader import reader
from assistant.ui.components.documents_remove import remove_button, undo_panel

_STATES = {
    "open": ("可申报", "green"),
    "standing": ("长期有效", "green"),
    "expired": ("期限已过", "orange"),
    "unknown": ("未写期限", "gray"),
}


def show() -> None:
    """Draw the page: one document where the address names it, else the list."""
    wanted = st.query_params.get(session.DOCUMENT_PARAMETER)
    if wanted:
        try:
            reader(session.library().document(wanted))
            return
        except NotFoundError as error:
            del st.query_params[session.DOCUMENT_PARAMETER]
            st.info(str(error), icon=":material/info:")
    _overview()


def _overview() -> None:
    st.title("政策文件")
    undo_panel()
    documents = session.library().documents()
    if not documents:
        st.info("文件库还是空的。请在下面添加政策文件。", icon=":material/info:")
    for document in documents:
        _entry(document)
    add_panel()


def _entry(document: Document) -> None:
    with st.container(border=True, key=f"document-{document.id}"):
        label, colour = _STATES[_state(document)]
        # The colours of _STATES are Streamlit's.
        st.markdown(f"**{plain(document.title)}**　:{colour}-badge[{_every_round(document) or label}]")
        st.caption(plain(_described(document)))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if st.button("阅读全文", key=f"read-{document.id}", icon=":material/menu_book:"):
                st.query_params[session.DOCUMENT_PARAMETER] = document.id
                st.rerun()
            remove_button(document)


def _described(document: Document) -> str:
    facts = (document.number, document.issuer, document.date, document.region, document.edition)
    clauses = len(session.library().clauses(document.id))
    return "　".join([*(fact for fact in facts if fact), f"{clauses} 条"])


def _every_round(document: Document) -> str:
    """The day of every round that rules going on name (每届9月30日前), "" where there is none."""
    sheets = [award.timeliness for award in session.assistant().awards if award.document == document.id]
    return next((sheet.label for sheet in sheets if sheet.standing and sheet.label), "")


def _state(document: Document) -> str:
    """Where the document stands today by its awards' deadlines; a notice without a fact sheet is `unknown`."""
    sheets = [award.timeliness for award in session.assistant().awards if award.document == document.id]
    if not sheets:
        return "unknown"
    if all(sheet.standing for sheet in sheets):
        return "standing"
    states = {sheet.state(date.today()) for sheet in sheets}
    return next(state for state in ("open", "expired", "unknown") if state in states)

"""Citations on a page: a card per quoted clause, and the source document opened at the clause, highlighted."""

import html
import re
from collections.abc import Sequence

import streamlit as st

from assistant.answering.composer import reading
from assistant.documents.model import Citation
from assistant.library.store import Library
from assistant.ui.session import library

_STYLE = """<style>
.source {white-space: pre-wrap; line-height: 1.9; font-size: 0.95rem; max-height: 60vh; overflow-y: auto}
.source mark {background: rgba(255, 205, 60, .45); color: inherit; padding: .1rem 0; border-radius: .2rem}
</style>"""
# The browser scrolls to the clause only when told to: the dialog's content arrives after it opens.
_SCROLL = "<script>document.getElementById('clause')?.scrollIntoView({block: 'center'});</script>"


def citation_cards(citations: Sequence[Citation], key: str) -> None:
    """One expander holding a card per citation, each with a button that opens the document at the clause.

    `key` makes the widgets' keys unique on the page.
    """
    if not citations:
        return
    with st.expander(f"原文依据（{len(citations)} 条）", icon=":material/format_quote:"):
        for number, citation in enumerate(citations, start=1):
            document = library().document(citation.document)
            page = f" · 第 {citation.page} 页" if citation.page else ""
            st.markdown(f"**[{number}]** {document.name} {citation.clause.replace('/', ' ')}{page}")
            st.markdown("> " + reading(citation.quote))
            if st.button("查看原文", key=f"{key}-{number}", icon=":material/open_in_new:"):
                open_source(citation)


@st.dialog("原文", width="large")
def open_source(citation: Citation) -> None:
    """Show the whole document with the cited clause highlighted and scrolled to."""
    document = library().document(citation.document)
    number = f"　{document.number}" if document.number else ""
    st.caption(f"{document.title}{number}　{citation.clause.replace('/', ' ')}")
    st.html(source_html(library(), citation), unsafe_allow_javascript=True)


def source_html(held: Library, citation: Citation) -> str:
    """The document's text as HTML with the cited clause marked; text is escaped, so nothing in it can act."""
    document = held.document(citation.document)
    clause = held.clause(citation.document, citation.clause)
    text, start, end = document.text, clause.start, clause.end
    before, marked, after = (
        html.escape(re.sub(r"\n{3,}", "\n\n", part)) for part in (text[:start], text[start:end], text[end:])
    )
    return f"{_STYLE}<div class='source'>{before}<mark id='clause'>{marked}</mark>{after}</div>{_SCROLL}"

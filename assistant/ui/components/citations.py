"""Citations on a page: a line per quoted clause, and the source document opened at the clause, highlighted."""

import html
from collections.abc import Collection, Sequence

import streamlit as st

from assistant.answering.composer import reading
from assistant.documents.model import Citation
from assistant.errors import NotFoundError
from assistant.ui.components.rendering import list_key, source_key
from assistant.ui.components.source import source_html
from assistant.ui.session import library

_IN_SIGHT = 4


def citation_cards(citations: Sequence[Citation], key: str, used: Collection[int] | None = None) -> None:
    """A line per citation with its quote and a button that opens the document at the clause; many are folded.

    `key` makes the widgets' keys unique on the page and ties the marks of `rendering.answer_html` to the buttons.
    `used` are the numbers (from 1) that the text above refers to, all by default: the others are told apart.
    """
    if not citations:
        return
    numbered = list(enumerate(citations, start=1))
    basis = [one for one in numbered if used is None or one[0] in used]
    nearby = [one for one in numbered if one not in basis]
    with st.container(key=list_key(key)):
        if basis:
            st.caption(f"原文依据（{len(basis)} 条）")
            _cards(basis[:_IN_SIGHT], key)
            _folded(f"其余 {len(basis) - _IN_SIGHT} 条", basis[_IN_SIGHT:], key)
        _folded(f"相关条款，上文没有引用（{len(nearby)} 条）", nearby, key)


def _folded(label: str, numbered: Sequence[tuple[int, Citation]], key: str) -> None:
    if numbered:
        with st.expander(label):
            _cards(numbered, key)


def _cards(numbered: Sequence[tuple[int, Citation]], key: str) -> None:
    for number, citation in numbered:
        _card(citation, key, number)


def _card(citation: Citation, key: str, number: int) -> None:
    label = f"{number}　{where(citation)}"
    if st.button(plain(label), key=source_key(key, number), type="tertiary", icon=":material/article:"):
        open_source(citation)
    st.html(f"<div class='quoted'>{html.escape(reading(citation.quote))}</div>")


def where(citation: Citation) -> str:
    """The document by its name, the clause and the page of a citation."""
    page = f" · 第 {citation.page} 页" if citation.page else ""
    try:
        name = library().document(citation.document).name
    except NotFoundError:
        name = f"“{citation.document}”（已移出文件库）"
    return f"{name} {citation.clause.replace('/', ' ')}{page}"


def plain(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown: every sign that could act is taken literally."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!$~|<>:" else sign for sign in text)


@st.dialog("原文", width="large")
def open_source(citation: Citation) -> None:
    """Show the document with the cited clause highlighted and scrolled to; a sentence where it is held no more."""
    try:
        document = library().document(citation.document)
        number = f"　{document.number}" if document.number else ""
        st.caption(plain(f"{document.title}{number}　{citation.clause.replace('/', ' ')}"))
        st.html(source_html(library(), citation.document, citation.clause))
    except NotFoundError:
        st.info("这份文件已不在文件库中。下面是回答时引用的原文：", icon=":material/info:")
        st.html(f"<div class='said'>{html.escape(citation.quote)}</div>")

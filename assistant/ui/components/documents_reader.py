"""One document to read: its outline, its whole text, and a search within."""

import streamlit as st

from assistant.documents.model import Document
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.source import Finding, around, find, outline_html, parts, source_html


def reader(document: Document) -> None:
    """Draw the document with a way back to the list."""
    if st.button("全部文件", icon=":material/arrow_back:", type="tertiary"):
        del st.query_params[session.DOCUMENT_PARAMETER]
        st.rerun()
    st.subheader(plain(document.title), anchor=False)
    facts = (document.number, document.issuer, document.date, document.region, document.edition)
    st.caption(plain("　".join(fact for fact in facts if fact) or "文中没有写明文号、发文机关和日期。"))
    words = st.text_input(
        "在文中查找", key=f"find-{document.id}", placeholder="输入词语后回车", icon=":material/search:"
    )
    finding = find(session.library(), document.id, words) if words.strip() else None
    if finding is not None:
        st.caption(_told(finding))
    held = session.library()
    if finding is not None and not finding.total:
        finding = None
    span = _span(document, finding)
    outline = outline_html(held, document.id, finding, span)
    st.html(f"<div class='reader'>{outline}{source_html(held, document.id, '', finding, span)}</div>")


def _told(finding: Finding) -> str:
    words = plain(finding.words)
    if not finding.total:
        return f"文中没有“{words}”。可以换个说法，或到“政策问答”里直接提问。"
    return f"找到“{words}” {finding.total} 处，在 {len(finding.hits)} 个条款里，左边的目录只列出这些条款。"


def _span(document: Document, finding: Finding | None) -> tuple[int, int]:
    """The part of a very long document to draw: leafed through, or around one of the clauses found."""
    spans = parts(document)
    if len(spans) == 1:
        return spans[0]
    if finding is None:
        label = f"第几段（共 {len(spans)} 段）"
        return spans[int(st.number_input(label, 1, len(spans), key=f"part-{document.id}")) - 1]
    clauses = [clause for clause in session.library().clauses(document.id) if clause.path in finding.hits]
    label = f"看找到的第几个条款（共 {len(clauses)} 个）"
    chosen = int(st.number_input(label, 1, len(clauses), key=f"hit-{document.id}-{finding.words}"))
    return around(document, clauses[chosen - 1])

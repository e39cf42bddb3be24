"""One document to read: its outline, its whole text, and a search within."""

import streamlit as st

from assistant.documents.model import Document
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.source import Finding, find, is_long, outline_html, source_html


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
    place = _chosen(document) if is_long(document) else ""
    held = session.library()
    outline = outline_html(held, document.id, finding if finding and finding.total else None)
    text = source_html(held, document.id, place, finding)
    st.html(f"<div class='reader'>{outline}{text}</div>")


def _told(finding: Finding) -> str:
    words = plain(finding.words)
    if not finding.total:
        return f"文中没有“{words}”。可以换个说法，或到“政策问答”里直接提问。"
    return f"找到“{words}” {finding.total} 处，在 {len(finding.hits)} 个条款里，左边的目录只列出这些条款。"


def _chosen(document: Document) -> str:
    """The clause a reader of a very long document jumps to; only the part around it is drawn."""
    paths = [clause.path for clause in session.library().clauses(document.id)]
    return st.selectbox("跳到条款", paths, format_func=lambda path: path.replace("/", " "), key=f"jump-{document.id}")

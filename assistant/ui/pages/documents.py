"""政策文件: the library, each document with its clauses."""

import streamlit as st

from assistant.documents.model import Citation
from assistant.ui.components.citations import open_source
from assistant.ui.session import library


def show() -> None:
    """Draw the page."""
    st.title("政策文件")
    documents = library().documents()
    if not documents:
        st.info("库里还没有政策文件。请运行 make index，或用命令 documents add 添加。")
        return
    for document in documents:
        clauses = library().clauses(document.id)
        with st.expander(f"{document.title}（{len(clauses)} 条）", icon=":material/description:"):
            st.caption(f"{document.number}　{document.issuer}　{document.date}　{document.region}")
            for clause in clauses:
                if st.button(f"{clause.path.replace('/', ' ')}", key=clause.key, type="tertiary"):
                    open_source(Citation(document.id, clause.path, clause.text, clause.page))

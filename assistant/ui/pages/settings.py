"""设置: the state of the language model, the index and the home, each with the one thing one can do about it."""

import streamlit as st

from assistant.errors import IndexUnavailableError
from assistant.retrieval.generation import Generations, Manifest, read_manifest
from assistant.retrieval.index import build, is_fresh
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.settings_model import model_panel


def show() -> None:
    """Draw the page."""
    st.title("设置")
    model_panel()
    _index_panel()
    _home_panel()


def _index_panel() -> None:
    st.subheader("检索索引", anchor=False)
    manifest = _manifest()
    if manifest is None:
        st.info("还没有可用的索引，现在以词语检索作答。", icon=":material/info:")
    else:
        fresh = is_fresh(settings(), session.library())
        state = "与文件库一致" if fresh else "落后于文件库，更新后生效"
        told = plain(f"技术信息：语义检索用 {manifest.encoder}")
        st.markdown(f"{manifest.documents} 份文件、{manifest.clauses} 条，{state}。", help=told)
    if st.button("重建索引", icon=":material/refresh:", help="约需十几秒；重建时仍可提问。"):
        with st.status("正在重建索引……") as status:
            report = build(settings(), rebuild=True, progress=status.write)
            status.update(label=f"索引已重建，用时 {report.seconds:.0f} 秒。", state="complete")


def _manifest() -> Manifest | None:
    folder = Generations(settings().assistant_home).current()
    try:
        return None if folder is None else read_manifest(folder)
    except IndexUnavailableError:
        return None


def _home_panel() -> None:
    st.subheader("数据", anchor=False)
    count = len(session.store().headings())
    st.write(f"{count} 个对话和申报档案，只存在这台机器上：")
    st.code(str(settings().assistant_home), language=None, wrap_lines=True)

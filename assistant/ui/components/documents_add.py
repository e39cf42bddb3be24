"""Adding notices: upload, what was found in them, and an index that knows them at once."""

from collections.abc import Sequence

import streamlit as st

from assistant.documents.nature import is_notice
from assistant.errors import AssistantError
from assistant.library.intake import add_file
from assistant.retrieval.index import build
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.uploads import SUFFIXES, TAKEN, Upload, on_disk

_REMEDIES = (
    ("请用 --id 另取一个编号，或先 documents remove", "请把文件改名后再上传，或先在本页移除"),
    ("请用 --id 另取一个。", "请把文件改名后再上传。"),
)


def add_panel() -> None:
    """The upload box and what came of the last upload."""
    st.subheader("添加政策文件", anchor=False)
    _report()
    round_number = st.session_state.get(session.UPLOADS, 0)
    files = st.file_uploader(
        f"上传通知、办法或解读（{TAKEN}，pdf 要含文字）",
        type=list(SUFFIXES),
        accept_multiple_files=True,
        key=f"upload-{round_number}",
    )
    if files and st.button(f"加入文件库（{len(files)} 份）", type="primary", icon=":material/library_add:"):
        st.session_state[session.ADDED] = _add_all(files)
        st.session_state[session.UPLOADS] = round_number + 1
        st.rerun()


def refresh_index() -> None:
    """Bring the index up to date with the library, told step by step; the chat answers from it at once."""
    with st.status("正在更新检索索引……") as status:
        report = build(settings(), progress=status.write)
        session.assistant()
        status.update(label=f"索引已更新：{report.documents} 份文件、{report.clauses} 条。", state="complete")


def _add_all(files: Sequence[Upload]) -> list[tuple[str, str]]:
    """Add the files one by one; (kind, sentence) for each thing to say, the rest going on when one fails."""
    told: list[tuple[str, str]] = []
    bar = st.progress(0.0)
    for number, file in enumerate(files):
        bar.progress(number / len(files), text=plain(f"正在读取“{file.name}”……"))
        told += _add_one(file)
    bar.empty()
    if any(kind == "success" for kind, _ in told):
        refresh_index()
    return told


def _add_one(file: Upload) -> list[tuple[str, str]]:
    try:
        with on_disk(file) as path:
            document, notes = add_file(session.library(), path)
    except AssistantError as error:
        return [("error", _for_the_page(str(error)))]
    clauses = len(session.library().clauses(document.id))
    done = f"已加入{document.name}，共 {clauses} 条"
    done += "，现在就可以到“政策问答”里提问。" if is_notice(document) else "。"
    return [("success", done), *(("warning", f"“{file.name}”：{note}") for note in notes)]


def _for_the_page(sentence: str) -> str:
    """A remedy of the command line worded for the page."""
    for command, remedy in _REMEDIES:
        sentence = sentence.replace(command, remedy)
    return sentence


def _report() -> None:
    told = st.session_state.pop(session.ADDED, [])
    show = {"success": st.success, "warning": st.warning, "error": st.error}
    for kind, sentence in told:
        show[kind](plain(sentence))

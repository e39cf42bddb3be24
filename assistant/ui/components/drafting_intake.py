"""The material of one applicant: uploaded or pasted, kept at once, taken out with undo; its kind and its date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from assistant.documents.redaction import redact
from assistant.drafting.material.model import Kind
from assistant.errors import DocumentError
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_day import day_told
from assistant.ui.components.drafting_reading import EARLIEST, LATEST, day_of, kind_of
from assistant.ui.components.drafting_state import PASTED, Work, load_desk, save_work
from assistant.ui.components.uploads import SUFFIXES, TAKEN, Upload, read_upload

KINDS: dict[Kind, str] = {"organisation": "组织", "individual": "个人"}
# Session keys of this component: notices of the last upload, and the round that empties the uploader.
_NOTES, _ROUND = "drafting_notes", "drafting_round"


def intake_panel(work: Work, *, open_by_default: bool) -> None:
    """Upload, paste, list and take out the texts of the applicant being worked on."""
    size = sum(len(text) for _, text in work.texts)
    label = f"材料（{len(work.texts)} 份，{size} 字） · 点开可增减" if work.texts else "交来材料"
    # Another panel, closed, once a file is in, so that the draft comes into sight; while text is typed it stays open.
    key = f"material-{work.id}-{any(name != PASTED for name, _ in work.texts)}"
    with st.expander(label, expanded=open_by_default, icon=":material/upload_file:", key=key):
        left, right = st.columns(2, gap="medium")
        with left:
            _uploader(work)
            _listed(work)
        with right:
            paste_area(work)
    _notices()


def paste_area(work: Work) -> None:
    """A text area whose content is one text of the material, kept while it is typed."""
    key = f"pasted-{work.id}"
    held = dict(work.texts).get(PASTED, "")
    if st.session_state.get(key) != held:
        st.session_state[key] = held
    with st.container(key=f"kept-{key}"):
        st.text_area(
            "或粘贴文字",
            key=key,
            height=190,
            placeholder="把自述、事迹材料、工作总结粘贴在这里，会自动保存和读取。",
            on_change=_pasted,
            args=(work.id, key),
        )


def choices(work: Work) -> None:
    """Organisation or individual, and the day the honours window ends on."""
    left, right = st.columns(2, gap="medium")
    kind_key, day_key = f"kind-{work.id}", f"as-of-{work.id}"
    _hold(kind_key, kind_of(work))
    _hold(day_key, day_of(work))
    with left:
        st.radio(
            "申报主体",
            list(KINDS),
            format_func=lambda kind: KINDS[kind],
            horizontal=True,
            key=kind_key,
            on_change=_chosen,
            args=(work.id, "kind", kind_key),
            help="先由材料判断，可以改。组织的简况须含成立时间、经济类型、业务范围、员工数量。",
        )
    with right:
        st.date_input(
            "基准日",
            key=day_key,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            on_change=_chosen,
            args=(work.id, "as_of", day_key),
            help="“近五年”从这一天往前推五年（含两端）。先取材料落款日期，没有则取今天。",
        )
    day_told(work, _dated)


def take(work: Work, files: Sequence[Upload]) -> Work:
    """The applicant with the uploads that could be read; the others are named in the notices of the page."""
    notes: list[tuple[str, str]] = []
    for file in files:
        try:
            read = read_upload(file)
        except DocumentError as error:
            notes.append(("error", str(error)))
            continue
        work = work.with_text(read.name, read.text)
        notes += [("warning", f"{read.name}：{note}") for note in read.notes]
    st.session_state[_NOTES] = notes
    return work


def _uploader(work: Work) -> None:
    turn = st.session_state.get(_ROUND, 0)
    files = st.file_uploader(
        f"上传一份或几份材料（{TAKEN}）",
        type=list(SUFFIXES),
        accept_multiple_files=True,
        key=f"upload-{work.id}-{turn}",
    )
    if files:
        with st.spinner("正在读取材料……"):
            taken = take(work, files)
        if taken != work:  # no case begins with a file that could not be read
            save_work(taken)
        st.session_state[_ROUND] = turn + 1
        st.rerun()


def _listed(work: Work) -> None:
    for number, (name, text) in enumerate(work.texts):
        row = st.container(horizontal=True, vertical_alignment="center", gap="small")
        row.markdown(f"{plain(name)}（{len(text)} 字）")
        if row.button("移出", key=f"drop-{work.id}-{number}", type="tertiary", icon=":material/close:"):
            save_work(work.without_text(name))
            st.rerun()
    if work.removed:
        row = st.container(horizontal=True, vertical_alignment="center", gap="small")
        row.caption(plain(f"已移出“{work.removed[0][0]}”。"))
        if row.button("撤销移出", key=f"restore-{work.id}", type="tertiary", icon=":material/undo:"):
            save_work(replace(work, texts=(*work.texts, *work.removed), removed=()))
            st.rerun()


def _notices() -> None:
    for kind, note in st.session_state.pop(_NOTES, ()):
        if kind == "error":
            st.error(plain(note), icon=":material/error:")
        else:
            st.warning(plain(note), icon=":material/info:")


def _hold(key: str, value: object) -> None:
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _current(work_id: str) -> Work:
    """The applicant as it was just saved, for callbacks that run before the page is drawn."""
    desk = load_desk()
    return next((work for work in desk.works if work.id == work_id), desk.work)


def _pasted(work_id: str, key: str) -> None:
    masked = redact(st.session_state[key])
    work = _current(work_id).with_text(PASTED, masked.text)
    st.session_state[_NOTES] = [("warning", note) for note in masked.findings]
    save_work(work)


def _chosen(work_id: str, what: str, key: str) -> None:
    value = st.session_state[key]
    text = value.isoformat() if isinstance(value, date) else str(value or "")
    work = _current(work_id)
    save_work(replace(work, kind=text) if what == "kind" else replace(work, as_of=text))


def _dated(work_id: str, day: str) -> None:
    save_work(replace(_current(work_id), as_of=day))


def start_over() -> None:
    """Leave the case and begin with an empty one; what was typed stays saved."""
    session.leave_case()
    st.session_state.pop(_NOTES, None)

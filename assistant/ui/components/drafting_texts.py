"""The two texts in editors: live counters, candidates, other wordings, undo and redo, the source of every sentence."""

import html

import streamlit as st

from assistant.drafting.form_check import excess
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters, overflow
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_emphasis import emphasised, frameworks_for
from assistant.ui.components.drafting_marks import evidence_html, marked_html, marks_of
from assistant.ui.components.drafting_polish import polish
from assistant.ui.components.drafting_reading import Reading, read
from assistant.ui.components.drafting_replacing import SHORTER, basis_of, put_shorter, replaced, replacing_panel
from assistant.ui.components.drafting_state import Work, load_desk, save_work
from assistant.ui.components.drafting_variants import line_variants, offered_lines, profile_variants, why_none
from assistant.ui.components.mapping_reading import short_name

# Session key: the applicant for whom it was asked whether to overwrite edited texts.
_ASKED = "drafting_again"
_COLUMNS = {
    "line": ("一句话质量工作特色", CHARACTERISATION_LIMIT, 68),
    "profile": ("组织（个人）简况", PROFILE_LIMIT, 170),
}


def texts_panel(work: Work, reading: Reading) -> None:
    """Both editors with what belongs to each."""
    texts = {"line": reading.line(work.edits), "profile": reading.profile(work.edits)}
    _editor(work, "line", texts["line"])
    replacing_panel(work, reading, "line")
    line = line_variants(reading, texts["line"])
    if not polish(work, reading, "line", texts["line"], line):
        _variants(work, reading, "line", line)
    _candidates(work, reading, texts["line"])
    _sources(work, reading, "line", texts["line"])
    st.divider()
    _editor(work, "profile", texts["profile"])
    replacing_panel(work, reading, "profile")
    profile = profile_variants(reading, texts["profile"])
    if not polish(work, reading, "profile", texts["profile"], profile):
        _variants(work, reading, "profile", profile)
    _emphasis(work, reading)
    _sources(work, reading, "profile", texts["profile"])


def counter_html(text: str, limit: int) -> str:
    """How many characters a text has of its limit; beyond it, what exceeds it."""
    over = overflow(text, limit)
    tail = f"，超出 {over} 字：“{html.escape(excess(text, limit))}”" if over else ""
    style = "counter over" if over else "counter"
    return f"<div class='{style}' data-limit='{limit}'>{count_characters(text)} / {limit} 字{tail}</div>"


def history(work: Work, reading: Reading) -> None:
    """Undo and redo of every correction and edit, the way back to the generated texts, and what of them is stale."""
    row = st.container(horizontal=True, gap="small", key="history")
    if row.button("撤销", key="undo", icon=":material/undo:", disabled=not work.past, shortcut="Alt+Z"):
        save_work(work.undone())
        st.rerun()
    if row.button("重做", key="redo", icon=":material/redo:", disabled=not work.future, shortcut="Alt+Y"):
        save_work(work.redone())
        st.rerun()
    changed = work.edits.line is not None or work.edits.profile is not None
    if row.button("按当前事实重新起草", key="again", icon=":material/refresh:", disabled=not changed):
        st.session_state[_ASKED] = work.id
    if changed and st.session_state.get(_ASKED) == work.id:
        _ask_before_overwriting(work)
    _stale(work, reading)


def _ask_before_overwriting(work: Work) -> None:
    """What was edited by hand is never overwritten unasked; it can be kept column by column."""
    edited = {column: _COLUMNS[column][0] for column in _COLUMNS if getattr(work.edits, column) is not None}
    told = "”和“".join(edited.values())
    st.warning(f"“{told}”已改过，重新起草会换掉改过的文字（换掉后仍可撤销）。", icon=":material/help:")
    row = st.container(horizontal=True, gap="small", key="again-asked")
    for column, label in edited.items():
        if len(edited) > 1 and row.button(f"只重写{label}", key=f"again-{column}"):
            _start_over(work, (column,))
    if row.button("全部重写" if len(edited) > 1 else "重写", key="again-all", type="primary"):
        _start_over(work, tuple(edited))
    if row.button("保留改过的", key="again-keep"):
        st.session_state.pop(_ASKED, None)
        st.rerun()


def _start_over(work: Work, columns: tuple[str, ...]) -> None:
    st.session_state.pop(_ASKED, None)
    kept = {name: one for name, one in work.edits.worded.items() if name not in columns}
    basis = {name: one for name, one in work.edits.basis.items() if name not in columns}
    save_work(work.edited(**dict.fromkeys(columns), worded=kept, basis=basis))
    st.rerun()


def _stale(work: Work, reading: Reading) -> None:
    """Say where a text was edited before facts changed: the edit stands, and no longer follows the facts."""
    now = {"line": reading.draft.characterisation, "profile": reading.draft.profile}
    old = [column for column, text in work.edits.basis.items() if text != now[column]]
    stale = [_COLUMNS[column][0] for column in old if getattr(work.edits, column) is not None]
    if stale:
        told = f"事实或材料改过以后，“{'”和“'.join(stale)}”还是改前的文字，没有跟着变。"
        st.warning(told + "请核对，或按当前事实重新起草。", icon=":material/history:")


def _editor(work: Work, column: str, text: str) -> None:
    label, limit, height = _COLUMNS[column]
    widget = f"text-{work.id}-{column}"
    if st.session_state.get(widget) != text:
        st.session_state[widget] = text
    with st.container(key=f"counted-{column}"):
        st.text_area(
            f"{label}（不超过 {limit} 字）", key=widget, height=height, on_change=_typed, args=(work.id, column, widget)
        )
        st.html(counter_html(text, limit))


def _variants(work: Work, reading: Reading, column: str, variants: dict[str, str]) -> None:
    """A button for each other wording; pressing one is an edit like any other."""
    if not variants:
        return
    row = st.container(horizontal=True, gap="small", key=f"variants-{column}")
    for style, text in variants.items():
        shown = plain(text) if column == "line" and text else None
        if not row.button(style, key=f"variant-{column}-{style}", help=shown):
            continue
        if text and style == SHORTER:
            put_shorter(work, reading, column, text)
        if text:
            replaced(work, reading, column, text)
        st.info(why_none(column, style), icon=":material/info:")


def _candidates(work: Work, reading: Reading, current: str) -> None:
    lines = offered_lines(reading)
    if len(lines) < 2:
        return
    with st.expander(f"候选（{len(lines)} 条，选一条）", key="candidates"):
        for number, text in enumerate(lines):
            chosen = ":material/radio_button_checked:" if text == current else ":material/radio_button_unchecked:"
            label = f"{plain(text)}　（{count_characters(text)} 字）"
            if st.button(label, key=f"candidate-{number}", type="tertiary", icon=chosen):
                replaced(work, reading, "line", text)


def _emphasis(work: Work, reading: Reading) -> None:
    known = frameworks_for(reading.material.kind)
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="emphasis")
    framework = row.selectbox(
        "按哪个框架", list(known), format_func=lambda one: short_name(known[one]), key="emphasis-framework", width=220
    )
    names = [one.name for one in known[framework].dimensions] if framework else []
    name = row.selectbox("突出一个维度", names, key="emphasis-dimension", width=220)
    if row.button("按此重写", key="emphasise", icon=":material/auto_fix_high:") and framework and name:
        text = emphasised(reading.material, framework, name)
        if text and text != reading.profile(work.edits):
            replaced(work, reading, "profile", text)
        why = f"现在的简况已经把属于“{name}”的内容写在前面了" if text else f"材料里没有找到属于“{name}”的做法或成效"
        st.info(f"没有改动：{why}。", icon=":material/info:")


def _sources(work: Work, reading: Reading, column: str, text: str) -> None:
    """The text sentence by sentence with its sources; open where something has none."""
    marks = marks_of(text, reading)
    wrong = [mark for mark in marks if mark.problems]
    if column == "profile" or wrong:
        st.html(marked_html(marks))
    label = f"逐句出处：{len(wrong)} 句有内容在材料里找不到" if wrong else f"逐句出处（{len(marks)} 句）"
    icon = ":material/warning:" if wrong else ":material/link:"
    with st.expander(label, icon=icon, expanded=bool(wrong), key=f"sources-{column}-{bool(wrong)}"):
        st.html(evidence_html(marks))


def _typed(work_id: str, column: str, widget: str) -> None:
    work = next((one for one in load_desk().works if one.id == work_id), None)
    if work is not None:
        typed = str(st.session_state[widget])
        by_hand = {**work.edits.typed, column: typed}
        save_work(work.edited(**{column: typed}, typed=by_hand, basis=basis_of(work, read(work), column)))

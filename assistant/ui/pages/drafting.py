"""汇总表起草: from an applicant's material to facts, the two texts, honours, flags and the form."""

from dataclasses import replace

import streamlit as st

from assistant.drafting.form_blanks import blanks
from assistant.drafting.material.garbled import garbled_told
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_bulk import bulk_panel
from assistant.ui.components.drafting_bulk_return import return_panel
from assistant.ui.components.drafting_facts import facts_panel
from assistant.ui.components.drafting_flags import flags_panel
from assistant.ui.components.drafting_form import form_panel
from assistant.ui.components.drafting_honours import honours_panel
from assistant.ui.components.drafting_intake import choices, intake_panel, start_over
from assistant.ui.components.drafting_reading import read, untouched
from assistant.ui.components.drafting_state import Desk, Work, load_desk, name_case, save_desk
from assistant.ui.components.drafting_style import wide_page
from assistant.ui.components.drafting_texts import history, texts_panel
from assistant.ui.components.sidebar import case_list

_TABS = ("起草", "事实与原文", "荣誉", "提示", "汇总表", "批量")


def show() -> None:
    """Draw the page."""
    wide_page()
    session.current_case()
    st.title("汇总表起草")
    notice = st.session_state.pop(session.NOTICE, "")
    if notice:
        st.info(plain(notice), icon=":material/info:")
    desk = load_desk()
    _desk(desk)
    # Drawn last, when the case may just have got its name.
    case_list(session.current_case())


def _desk(desk: Desk) -> None:
    _applicants(desk)
    return_panel(desk)
    work = desk.work
    intake_panel(work, open_by_default=not work.texts)
    if not work.texts:
        _beginning(desk)
        return
    choices(work)
    _tabs(desk, work)


def _tabs(desk: Desk, work: Work) -> None:
    with st.spinner("正在读取材料、拟写初稿……"):
        reading = read(work)
    for name, text in work.texts:
        told = garbled_told(name, text)
        if told:
            st.warning(plain(told), icon=":material/warning:")
    others = sum(bool(one.texts) for one in desk.works[1:])
    own = desk.works[0]
    name_case(str(read(own).material.value("name") or "") if own.texts else "", others, _earlier_names(own))
    _summary(work)
    history(work, reading)
    draft, facts, honours, flags, form, bulk = st.tabs(_TABS, key=f"tabs-{work.id}")
    with draft:
        texts_panel(work, reading)
    with facts:
        facts_panel(work, reading)
    with honours:
        honours_panel(work, reading.material)
    with flags:
        flags_panel(reading.material.flags, reading.row(work.edits))
    with form:
        form_panel(desk)
    with bulk:
        bulk_panel(desk)


def _earlier_names(work: Work) -> set[str]:
    """What the applicant was called before its name was corrected: as read, as typed, as shortened for the list."""
    typed = [one.facts.get("name", "") for one in (*work.past, *work.future)]
    names = [str(untouched(work).value("name") or ""), *typed] if work.texts else []
    return {session.case_name(name) for name in names if name}


def _summary(work: Work) -> None:
    """One line on where the draft stands, so that nobody has to open every tab."""
    material = read(work).material
    name = material.value("name") or "申报主体名称待补充"
    listed = len(material.listed_honours)
    told = len(material.flags) + len(blanks(read(work).row(work.edits), material.flags))
    counts = f"事实 {len(material.facts)} 项 · 可列荣誉 {listed} 项 · 提示 {told} 条"
    st.markdown(f"**{plain(str(name))}**　{counts}")


def _applicants(desk: Desk) -> None:
    """Who stands in the form: switch, add, take out with undo."""
    row = st.container(horizontal=True, gap="small", vertical_alignment="center", key="applicants")
    if len(desk.works) > 1:
        for number, work in enumerate(desk.works, start=1):
            label = f"{number}. {plain(_name(work))}"
            shown = work.id == desk.work.id
            if row.button(label, key=f"applicant-{work.id}", type="primary" if shown else "secondary"):
                _save(replace(desk, current=work.id))
    if desk.works[0].texts and row.button("再加一个申报主体", key="applicant-add", icon=":material/add:"):
        _save(desk.with_another())
    if desk.work.id != desk.works[0].id and row.button("移出当前这个", key="applicant-drop", icon=":material/close:"):
        _save(desk.without(desk.work))
    if desk.dropped and row.button("撤销移出", key="applicant-restore", icon=":material/undo:"):
        _save(desk.brought_back())
    if desk.works[0].texts and row.button("新的申报档案", key="applicant-new", icon=":material/note_add:"):
        start_over()
        st.rerun()


def _save(desk: Desk) -> None:
    save_desk(desk)
    st.rerun()


def _name(work: Work) -> str:
    if not work.texts:
        return "（还没有材料）"
    return str(read(work).material.value("name") or work.texts[0][0])


def _beginning(desk: Desk) -> None:
    st.html(
        "<div class='lead'>交来一个申报主体的材料，就会读出事实、荣誉和做法，写出一句话特色（不超过25字）和"
        "简况（不超过300字），每句都指回原文；可以改，可以撤销，最后下载汇总表 DOCX 和 XLSX。</div>"
    )
    with st.expander("批量起草（许多申报主体）", icon=":material/folder_zip:", expanded=bool(desk.bulk)):
        bulk_panel(desk)

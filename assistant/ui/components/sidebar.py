"""The saved applications and conversations in the sidebar: open, rename, delete with undo."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from assistant.cases.store import Case, CaseHeading
from assistant.ui import session
from assistant.ui.components.citations import plain

_AT_ONCE = 12
# By which page's work an application is told from another of the same name: room, icon, page. The first that is there
# gives the icon: every page that takes material keeps it with the drafts.
_KEPT = (
    ("mapping", ":material/schema:", "维度对标"),
    ("eligibility", ":material/fact_check:", "资格自查"),
    ("drafts", ":material/edit_document:", "汇总表起草"),
)


def case_list(current: Case | None) -> None:
    """A new conversation, the saved ones (the latest first), and what one can do with the current one."""
    with st.sidebar:
        new = st.button("新的对话", icon=":material/add_comment:", width="stretch", shortcut="Alt+N")
        if new:
            session.leave_case()
            st.rerun()
        _undo()
        headings = session.store().headings()
        if not headings:
            return
        shown = st.session_state.get(session.CASES_SHOWN, _AT_ONCE)
        applications = session.store().holding(session.APPLICATION_ROOMS)
        kept = [(icon, page, session.store().holding({room})) for room, icon, page in _KEPT]
        for title, among in (("申报档案", True), ("以往的对话", False)):
            found = [heading for heading in headings[:shown] if (heading.id in applications) is among]
            if found:
                st.caption(title)
            alike = Counter(heading.name for heading in found)
            for heading in found:
                held = [(icon, page) for icon, page, among_these in kept if heading.id in among_these]
                _row(heading, current, _label(heading, dated=alike[heading.name] > 1), held)
        if len(headings) > shown and st.button("更早的……", type="tertiary", key="case-more"):
            st.session_state[session.CASES_SHOWN] = shown + 3 * _AT_ONCE
            st.rerun()


def _label(heading: CaseHeading, *, dated: bool) -> str:
    """A case's name, with when it was last saved where another bears the same."""
    if not dated:
        return plain(heading.name)
    # In front: the end of a long name is not seen.
    return plain(f"{datetime.fromisoformat(heading.updated).astimezone():%m-%d %H:%M} {heading.name}")


def _row(heading: CaseHeading, current: Case | None, label: str, held: Sequence[tuple[str, str]]) -> None:
    """One case; the icon and the hint tell what of it was worked on (`held`: icon and page)."""
    icon = held[0][0] if held else None
    hint = f"含{'、'.join(page for _, page in held)}" if held else None
    if current is None or heading.id != current.id:
        if st.button(label, key=f"case-{heading.id}", type="tertiary", width="stretch", icon=icon, help=hint):
            session.open_case(heading.id)
            st.rerun()
        return
    row = st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small", key="case-row")
    row.button(label, key=f"case-{heading.id}", type="secondary", width="stretch", icon=icon, help=hint)
    with row.popover("", icon=":material/more_horiz:", type="tertiary", help="改名或删除"):
        _rename(current)
        if st.button("删除", icon=":material/delete:", key="case-delete"):
            _delete(current)


def _rename(case: Case) -> None:
    with st.form(f"case-rename-{case.id}", border=False):
        name = st.text_input("名称", value=case.name, max_chars=40, key=f"case-name-{case.id}")
        if st.form_submit_button("改名") and name.strip():
            session.store().rename(case.id, name.strip())
            st.rerun()


def _delete(case: Case) -> None:
    session.store().remove(case.id)
    st.session_state[session.DELETED] = case
    session.leave_case()
    st.rerun()


def _undo() -> None:
    deleted: Case | None = st.session_state.get(session.DELETED)
    if deleted is None:
        return
    with st.container(border=True):
        st.caption(plain(f"已删除“{deleted.name}”。"))
        if st.button("撤销删除", icon=":material/undo:", key="case-undo"):
            session.store().save(deleted)
            del st.session_state[session.DELETED]
            session.open_case(deleted.id)
            st.rerun()

"""The keys of the session and the objects all pages share. No other file names a session key as text."""

from functools import partial

import streamlit as st

from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.cases.store import Case, CaseStore
from assistant.errors import NotFoundError
from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.settings import settings

CASE = "case_id"
PENDING = "pending_question"
AWARD = "award_filter"
OPENED = "opened_citation"
# The query parameter that lets a reload or a shared link find the same conversation again.
CASE_PARAMETER = "case"


@st.cache_resource(show_spinner="正在打开政策文件库……")
def library() -> Library:
    """The library, opened once per process."""
    return open_library(settings())


@st.cache_resource(show_spinner="正在准备检索索引，首次打开约需十几秒……")
def assistant() -> Assistant:
    """The assistant, opened once per process."""
    return open_assistant(settings())


@st.cache_resource
def store() -> CaseStore:
    """The case store, opened once per process."""
    return CaseStore(settings().assistant_home)


def current_case() -> Case | None:
    """The case of this session (or of the link it was opened by); None before anything was typed."""
    case_id = st.session_state.get(CASE) or st.query_params.get(CASE_PARAMETER)
    if not case_id:
        return None
    try:
        case = store().load(str(case_id))
    except NotFoundError:
        leave_case()
        return None
    st.session_state[CASE] = case.id
    return case


def ensure_case(name: str) -> Case:
    """The current case, made and named after its first words when there is none."""
    case = current_case() or store().create(name[:24])
    st.session_state[CASE] = case.id
    st.query_params[CASE_PARAMETER] = case.id
    return case


def leave_case() -> None:
    """Forget the current case in this session; it stays saved."""
    st.session_state.pop(CASE, None)
    st.query_params.clear()


new_conversation = partial(leave_case)

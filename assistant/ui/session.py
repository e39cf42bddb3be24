"""The keys of the session and the objects all pages share. No other file names a session key as text."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from assistant.answering.opening import open_assistant, open_helpers
from assistant.answering.pipeline import Assistant
from assistant.answering.wording import Helpers
from assistant.cases.store import Case, CaseStore
from assistant.errors import NotFoundError
from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.models.client import LanguageModel, open_model
from assistant.models.consent import ConsentStore
from assistant.settings import settings

CASE = "case_id"
PENDING = "pending_question"
AWARD = "award_filter"
DELETED = "deleted_case"
NOTICE = "page_notice"
REMOVED = "removed_document"
ADDED = "added_documents"
UPLOADS = "upload_round"
CASES_SHOWN = "cases_shown"
RETRY = "answer_again"
# The query parameters that let a reload or a shared link find the same conversation or document again.
CASE_PARAMETER = "case"
DOCUMENT_PARAMETER = "document"
# Rooms of a case that more than one page reads. MATERIAL is a list of {"name", "text"}: what the applicant handed
# over, credentials already masked.
CONVERSATION = "conversation"
MATERIAL = "material"
CORRECTIONS = "corrections"
# Rooms of the pages that work on an application; a case with one of them is more than a conversation.
APPLICATION_ROOMS = frozenset({"drafts", "mapping", "eligibility"})
_NAME_LENGTH = 24


@st.cache_resource(show_spinner="正在打开政策文件库……")
def library() -> Library:
    """The library, opened once per process; it notices by itself what is added or removed."""
    return open_library(settings())


def assistant() -> Assistant:
    """The assistant over the library as it is now; opened again after a document came or went, by whatever way.

    Its language model is the one configured now, so that what the settings page saves holds from the next answer on.
    """
    return _assistant_over(library().fingerprint()).with_helpers(_helpers(_endpoint()))


def model() -> LanguageModel | None:
    """The language model configured now, shared by all pages; None where there is none, ModelError where unusable."""
    return _model(_endpoint())


def consents() -> ConsentStore:
    """Which endpoints may be sent an applicant's material."""
    return ConsentStore(settings().assistant_home)


@st.cache_resource(show_spinner="正在准备检索索引，首次打开约需十几秒……", max_entries=1)
def _assistant_over(fingerprint: str) -> Assistant:
    return open_assistant(settings().model_copy(update={"llm_base_url": ""}))


def _endpoint() -> tuple[object, ...]:
    """What tells one configuration of the endpoint from another."""
    chosen = settings()
    names = [name for name in type(chosen).model_fields if name.startswith("llm_")]
    return tuple(getattr(chosen, name) for name in names)


@lru_cache(maxsize=1)
def _model(endpoint: tuple[object, ...]) -> LanguageModel | None:
    return open_model(settings())


@lru_cache(maxsize=1)
def _helpers(endpoint: tuple[object, ...]) -> Helpers:
    return open_helpers(settings(), lambda: _model(endpoint))


@st.cache_resource(show_spinner=False)
def store() -> CaseStore:
    """The case store, opened once per process."""
    return CaseStore(settings().assistant_home)


def current_case() -> Case | None:
    """The case of the address (a link, a reload) or else of this session; None before anything was typed.

    An address that names no case we hold leaves a notice for the page and starts afresh.
    """
    case_id = st.query_params.get(CASE_PARAMETER) or st.session_state.get(CASE)
    if not case_id:
        return None
    try:
        case = store().load(str(case_id))
    except NotFoundError:
        leave_case()
        st.session_state[NOTICE] = "找不到要打开的对话，可能已被删除。已为您开始新的对话。"
        return None
    _enter(case)
    return case


def ensure_case(name: str) -> Case:
    """The current case, made and named after its first words when there is none."""
    case = current_case() or store().create(case_name(name))
    _enter(case)
    return case


def case_name(text: str, ending: str = "") -> str:
    """A short name on one line, `ending` kept whole; 未命名 where the text has no words."""
    words = " ".join(text.split())
    return f"{words[: _NAME_LENGTH - len(ending)] or '未命名'}{ending}"


def save_room(name: str, room: str, value: object) -> Case:
    """Save one room of the current case (made and called `name` when there is none), leaving the others as another
    tab or page may just have saved them."""
    return store().save_room(ensure_case(name), room, value)


def change_room(name: str, room: str, change: Callable[[Any], object]) -> Case:
    """As `save_room`, the value made from what is saved at that moment (None where there is nothing yet)."""
    return store().change_room(ensure_case(name), room, change)


def read_room(room: str, default: Any) -> Any:
    """One room of the current case, `default` where there is none."""
    case = current_case()
    return default if case is None else case.content.get(room, default)


def open_case(case_id: str) -> None:
    """Make a saved case the current one."""
    st.session_state[CASE] = case_id
    st.query_params[CASE_PARAMETER] = case_id


def message_key(number: int) -> str:
    """The beginning of every widget key of a message of the current case. It holds the case: what was typed or chosen
    beside a message must never be shown in another conversation whose message stands at the same place."""
    return f"m{number}-{st.session_state.get(CASE, 'new')}"


def leave_case() -> None:
    """Forget the current case in this session; it stays saved."""
    st.session_state.pop(CASE, None)
    if CASE_PARAMETER in st.query_params:
        del st.query_params[CASE_PARAMETER]


def _enter(case: Case) -> None:
    st.session_state[CASE] = case.id
    if st.query_params.get(CASE_PARAMETER) != case.id:
        st.query_params[CASE_PARAMETER] = case.id

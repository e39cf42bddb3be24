"""One message of the conversation with what stands under it."""

import html
from typing import Any

import streamlit as st

from assistant.documents.model import Citation
from assistant.ui import session
from assistant.ui.components.chat_consent import consent_here
from assistant.ui.components.chat_facts import facts_panel
from assistant.ui.components.chat_material import begin_elsewhere, case_offer, offers
from assistant.ui.components.chat_second import second_reading
from assistant.ui.components.citations import citation_cards, plain
from assistant.ui.components.model_told import generated_html
from assistant.ui.components.rendering import answer_html, copy_html, marked, notice_html, said_html

AVATARS = {"user": ":material/person:", "assistant": ":material/workspace_premium:"}
# Session key: the newest answer of this session by its place, and the name page.js knows it by.
BEGINS = "chat_begins"
# A longer message of the user is folded after this many characters.
_FOLDED = 600


def draw_message(message: dict[str, Any], key: str, *, last: bool) -> None:
    """Draw a stored message; the last answer can be asked for again and its facts corrected."""
    with st.chat_message(message["role"], avatar=AVATARS[message["role"]]):
        if message["role"] == "user":
            _said(message)
            return
        above(message)
        st.html(from_start(answer_html(message["body"], key, len(message.get("citations", []))), key))
        below(message, key, last=last)


def from_start(shown: str, key: str) -> str:
    """The HTML of an answer, marked where it has just come: page.js holds its beginning in sight."""
    newest, name = st.session_state.get(BEGINS, ("", ""))
    return f"<div data-begins='{name}'>{shown}</div>" if key == newest else shown


def above(message: dict[str, Any]) -> None:
    """What a reader should know before the answer: its notices (a deadline that has passed, an index rebuilt)."""
    notices = message.get("notices", [])
    if notices:
        st.html("".join(notice_html(notice) for notice in notices))


def below(message: dict[str, Any], key: str, *, last: bool) -> None:
    """What stands under an answer: its label, sources, facts, copy and retry."""
    if message.get("composer") == "model":
        st.html(generated_html(message.get("origin", "")))
    citations = [Citation(**citation) for citation in message.get("citations", [])]
    citation_cards(citations, key, marked(message["body"]))
    if last:
        facts_panel(message.get("facts", {}), key)
        _suggested(message.get("suggestions", []), key)
    if last and message.get("kind") == "material":
        offers(key, message.get("wish", ""))
        second_reading(key)
    elif last and message.get("wish"):
        begin_elsewhere(key, message["wish"])
    elif last and message.get("handed"):
        offers(key)
    elif last and message.get("facts"):
        case_offer(key)
    if last and message.get("unconsented"):
        consent_here(key)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{key}-actions"):
        st.html(copy_html(message["content"]), width="content")
        if last:
            st.button("重新回答", key=f"{key}-retry", icon=":material/refresh:", type="tertiary", on_click=_again)


def _again() -> None:
    st.session_state[session.RETRY] = True


def _suggested(questions: list[str], key: str) -> None:
    """Questions the notices do answer, one press away, where nothing was found for the one asked."""
    if not questions:
        return
    st.caption("您是不是想问：")
    for number, question in enumerate(questions):
        widget = f"{key}-suggested-{number}"
        st.button(plain(question), key=widget, icon=":material/help:", on_click=_ask, args=(question,))


def _ask(question: str) -> None:
    st.session_state[session.PENDING] = question


def _said(message: dict[str, Any]) -> None:
    text = message["body"]
    for name in message.get("files", []):
        st.caption(f":material/attach_file: {plain(name)}")
    for problem in message.get("problems", []):
        st.error(plain(problem), icon=":material/error:")
    if not text:
        return
    if len(text) <= _FOLDED:
        st.html(said_html(text))
        return
    head, rest = html.escape(text[:_FOLDED]), html.escape(text[_FOLDED:])
    st.html(
        f"<div class='said'>{head}<details><summary>展开其余 {len(text) - _FOLDED} 字</summary>{rest}</details></div>"
    )

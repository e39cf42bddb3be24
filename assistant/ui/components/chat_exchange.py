"""One exchange of the conversation: what came in is kept first, then answered, streamed and kept."""

import time
from collections.abc import Sequence
from typing import Any

import streamlit as st

from assistant.answering.answer import Answer, Turn
from assistant.answering.messages import load_messages
from assistant.documents.redaction import redact
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.chat_facts import newly_said
from assistant.ui.components.chat_material import is_material, keep, question_in, receipt
from assistant.ui.components.chat_message import AVATARS, above, below, draw_message
from assistant.ui.components.rendering import answer_html, pieces
from assistant.ui.components.uploads import ReadUpload, Upload, read_upload

_PAUSE_SECONDS = 0.02
_PASTED = "粘贴的材料"


def take(text: str, files: Sequence[Upload], messages: list[dict[str, Any]], *, typed: bool = True) -> None:
    """Take what was sent into the conversation and answer it. Raises AssistantError where that fails; what was sent
    is kept all the same, except a file that cannot be read."""
    text = text.strip()
    if not text and not files:
        return
    with st.spinner("正在读取材料……") if files else st.container():
        read = [read_upload(file) for file in files]
    question = text
    if typed and is_material(text):
        masked = redact(text)
        question, text = question_in(text), masked.text
        read.append(ReadUpload(_PASTED, masked.text, masked.findings))
    name = session.case_name(question or (read[0].name if read else text))
    if read:
        keep(read, name)
    if typed:
        _update_corrections(text)
    message = {"role": "user", "body": text, "content": question, "files": [file.name for file in files]}
    if read:
        message["material"] = [one.name for one in read]
    messages.append(message)
    session.save_room(name, session.CONVERSATION, messages)
    draw_message(message, f"m{len(messages) - 1}", last=False)
    if question:
        answer_last(messages)
    else:
        _reply(receipt(read), messages)


def answer_last(messages: list[dict[str, Any]]) -> None:
    """Answer the last message of the conversation, which is the user's."""
    if not messages or messages[-1]["role"] != "user":
        return
    asked = messages[-1]
    if not asked["content"]:
        _reply(receipt(_material_of(asked)), messages)
        return
    with st.spinner("正在查找条款……"):
        answer = session.assistant().ask(
            asked["content"],
            award=st.session_state.get(session.AWARD) or None,
            history=_history(messages),
            facts=session.read_room(session.CORRECTIONS, {}),
        )
    _reply(_stored(answer), messages)


def _reply(message: dict[str, Any], messages: list[dict[str, Any]]) -> None:
    """Keep the reply, then let it appear sentence by sentence."""
    key = f"m{len(messages)}"
    messages.append(message)
    session.save_room("未命名", session.CONVERSATION, messages)
    with st.chat_message("assistant", avatar=AVATARS["assistant"]):
        above(message)
        place = st.empty()
        for piece in pieces(message["body"]):
            place.html(answer_html(piece, key, len(message.get("citations", []))))
            time.sleep(_PAUSE_SECONDS)
        below(message, key, last=True)


def _history(messages: list[dict[str, Any]]) -> list[Turn]:
    """The earlier turns, each with the material handed over in it; that of the question itself comes just before."""
    turns = []
    for message in messages:
        material = "\n".join(one.text for one in _material_of(message))
        said = "" if message is messages[-1] else message["content"]
        content = "\n".join(part for part in (material, said) if part)
        if content:
            turns.append(Turn(message["role"], content))
    return turns


def _material_of(message: dict[str, Any]) -> list[ReadUpload]:
    names = message.get("material", [])
    if not names:
        return []
    held = session.read_room(session.MATERIAL, [])
    return [ReadUpload(one["name"], one["text"], ()) for one in held if one["name"] in names]


def _update_corrections(text: str) -> None:
    corrections = session.read_room(session.CORRECTIONS, {})
    updated = newly_said(text, corrections)
    if updated != corrections:
        session.save_room("更正", session.CORRECTIONS, updated)


def _stored(answer: Answer) -> dict[str, Any]:
    # The page shows the notices in full above the answer, so the short hint in its text would say it twice.
    hint = load_messages(settings().assistant_corpus)["expired_short"]
    return {
        "role": "assistant",
        "body": (answer.body or answer.text).removesuffix(hint).rstrip(),
        "content": answer.text,
        "composer": answer.composer,
        "notices": list(answer.notices),
        "citations": [citation.as_json() for citation in answer.citations],
        "facts": dict(answer.facts),
    }

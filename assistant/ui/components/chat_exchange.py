"""One exchange of the conversation: what came in is kept first, then answered, streamed and kept."""

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.answering.answer import Answer, Turn
from assistant.answering.messages import load_messages
from assistant.answering.model_composer import LABEL
from assistant.answering.wording import Piece
from assistant.documents.redaction import redact
from assistant.errors import DocumentError
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.chat_consent import unconsented
from assistant.ui.components.chat_facts import newly_said
from assistant.ui.components.chat_material import begun, is_material, keep, question_in, receipt
from assistant.ui.components.chat_message import AVATARS, BEGINS, above, below, draw_message, from_start
from assistant.ui.components.chat_wish import asks_of_case, asks_of_file, asks_of_others, wish_in
from assistant.ui.components.model_told import told_of
from assistant.ui.components.rendering import answer_html, pieces
from assistant.ui.components.uploads import ReadUpload, Upload, read_upload
from assistant.ui.components.watched import followed

_PAUSE_SECONDS = 0.02
_PASTED = "粘贴的材料"
_MASKED = "您的话里有口令或密钥，已经隐去，没有保存，也不会发给语言模型。请勿在这里填写口令。"


def take(text: str, files: Sequence[Upload], messages: list[dict[str, Any]], *, typed: bool = True) -> None:
    """Take what was sent into the conversation and answer it. What was sent is kept even where answering fails
    (AssistantError); a file that cannot be read leaves its one sentence beside the message."""
    text = text.strip()
    if not text and not files:
        return
    with st.spinner("正在读取材料……") if files else st.container():
        read, problems = _read_all(files)
    if typed:
        masked = redact(text)
        text = masked.text
    question = text
    if typed and is_material(text):
        question = question_in(text)
        read.append(ReadUpload(_PASTED, text, masked.findings))
    elif typed and masked.findings:
        problems.append(_MASKED)
    if problems and not (read or text) and session.current_case() is None:
        # Nothing came in: no conversation begins, the sentences are all there is to keep.
        draw_message(_nothing_read(files, problems), "unread", last=False)
        return
    name = session.case_name(question or text or files[0].name)
    if read:
        keep(read, name)
    if typed:
        _update_corrections(text, messages)
    message: dict[str, Any] = {"id": uuid.uuid4().hex, "role": "user", "body": text, "content": question}
    message |= {"files": [file.name for file in files], "day": date.today().isoformat()}
    if problems:
        message["problems"] = problems
    if read:
        message["material"] = [one.name for one in read]
    messages.append(message)
    # Another tab may have gone on with the same conversation since this page was drawn.
    session.change_room(name, session.CONVERSATION, lambda saved: [*(saved or []), message])
    draw_message(message, session.message_key(len(messages) - 1), last=False)
    if question:
        answer_last(messages)
    elif read:
        _reply(receipt(read), messages)


def _nothing_read(files: Sequence[Upload], problems: list[str]) -> dict[str, Any]:
    return {"role": "user", "body": "", "files": [file.name for file in files], "problems": problems}


def _read_all(files: Sequence[Upload]) -> tuple[list[ReadUpload], list[str]]:
    """What could be read, and a sentence for each file that could not."""
    read, problems = [], []
    for file in files:
        try:
            read.append(read_upload(file))
        except DocumentError as error:
            problems.append(str(error))
    return read, problems


def answer_last(messages: list[dict[str, Any]]) -> None:
    """Answer the last message of the conversation, which is the user's."""
    if not messages or messages[-1]["role"] != "user":
        return
    asked = messages[-1]
    if not asked["content"] and not asked.get("material"):
        return
    if not asked["content"]:
        _reply(receipt(_material_of(asked)), messages)
        return
    material = _material_of(asked) or _held()
    wish = wish_in(asked["content"], held=bool(material))
    question = _of_the_file(asked["content"]) if asked.get("material") and wish in ("", "eligibility") else ""
    if asked.get("material") and not (wish or question) and asks_of_file(asked["content"]):
        _reply(receipt(material, asked=True), messages)
        return
    # Without material the conversation itself asks for the facts an eligibility check needs.
    if wish and not question and (material or wish != "eligibility"):
        _reply(begun(wish, material, asked["content"]), messages)
        return
    ask = partial(
        session.assistant().stream,
        question or asked["content"],
        award=st.session_state.get(session.AWARD) or None,
        history=_history(messages),
        facts=session.read_room(session.CORRECTIONS, {}),
    )
    with st.chat_message("assistant", avatar=AVATARS["assistant"]):
        place = st.container()
        answer, streamed = _follow(ask)
    if answer is not None:
        handed = {"handed": True} if asked.get("material") else {}
        _reply({**_stored(answer, messages), **handed}, messages, place, paced=not streamed)


def _of_the_file(text: str) -> str:
    """Whether the applicant of a file that came with these words may apply, as the conversation asks it; "" where the
    words ask something else."""
    if not asks_of_case(text):
        return ""
    awards = () if asks_of_others(text) else session.assistant().named(text)
    named = "、".join(award.name.split("（")[0] for award in awards)
    return f"我们能报{named}吗？" if named else "我们能报哪些奖？"


def _follow(ask: Callable[..., Iterator[Piece]]) -> tuple[Answer | None, bool]:
    """Show a model's sentences as they are verified; the answer, and whether anything was shown. Leaving this place
    early (the stop button) cancels the call at once."""
    shown, answer, place = "", None, st.empty()
    with st.spinner("正在查找条款……"), closing(followed(lambda cancel: ask(cancel=cancel), "")) as stream:
        for piece in stream:
            answer = piece.answer or answer
            if piece.text or piece.restart:
                shown = piece.text if piece.restart else shown + piece.text
                place.html(answer_html(shown, "streaming", 0))
    place.empty()
    return answer, bool(shown)


def _reply(
    message: dict[str, Any], messages: list[dict[str, Any]], place: DeltaGenerator | None = None, *, paced: bool = True
) -> None:
    """Keep the reply, then let it appear, sentence by sentence where `paced`."""
    key = session.message_key(len(messages))
    asked = messages[-1]
    messages.append(message)
    session.change_room("未命名", session.CONVERSATION, lambda saved: replied(saved or [], asked, message))
    with place or st.chat_message("assistant", avatar=AVATARS["assistant"]):
        above(message)
        spot = st.empty()
        st.session_state[BEGINS] = (key, f"{key}-{time.time_ns()}")
        for piece in pieces(message["body"]) if paced else (message["body"],):
            spot.html(from_start(answer_html(piece, key, len(message.get("citations", []))), key))
            time.sleep(_PAUSE_SECONDS)
        below(message, key, last=True)


def replied(saved: list[dict[str, Any]], asked: dict[str, Any], reply: dict[str, Any]) -> list[dict[str, Any]]:
    """The saved conversation with a reply behind the message it answers, in the place of an earlier reply to it."""
    at = next((place for place, one in enumerate(saved) if _same(one, asked)), None)
    if at is None:
        return [*saved, asked, reply]
    behind = saved[at + 1 :]
    if behind and behind[0]["role"] == "assistant":
        behind = behind[1:]
    return [*saved[: at + 1], reply, *behind]


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two are the same message; conversations kept before messages had an id are compared whole."""
    return one["id"] == other["id"] if "id" in one and "id" in other else one == other


def _history(messages: list[dict[str, Any]]) -> list[Turn]:
    """The earlier turns, each with the material handed over in it; that of the question itself comes just before."""
    turns = []
    for message in messages:
        material = "\n".join(one.text for one in _material_of(message))
        said = "" if message is messages[-1] else message["content"]
        content = "\n".join(part for part in (material, said) if part)
        if content:
            turns.append(Turn(message["role"], content, _day_of(message)))
    return turns


def _day_of(message: dict[str, Any]) -> date | None:
    """The day a message was written; conversations kept before days were have none."""
    return date.fromisoformat(message["day"]) if message.get("day") else None


def _material_of(message: dict[str, Any]) -> list[ReadUpload]:
    names = message.get("material", [])
    if not names:
        return []
    return [one for one in _held() if one.name in names]


def _held() -> list[ReadUpload]:
    """All material of the case."""
    return [ReadUpload(one["name"], one["text"], ()) for one in session.read_room(session.MATERIAL, [])]


def _update_corrections(text: str, messages: list[dict[str, Any]]) -> None:
    corrections = session.read_room(session.CORRECTIONS, {})
    if not corrections:
        return
    told = session.assistant().newly_told(text, _history(messages))
    updated = newly_said(text, corrections, told)
    if updated != corrections:
        session.save_room("更正", session.CORRECTIONS, updated)


def _stored(answer: Answer, messages: list[dict[str, Any]]) -> dict[str, Any]:
    # The page shows the notices in full and the label of generated text apart; in the text they would stand twice.
    # A notice told before in this conversation is not told in full again: the short hint stays in its place.
    hint = load_messages(settings().assistant_corpus)["expired_short"]
    before = {notice for message in messages for notice in message.get("notices", [])}
    notices = [notice for notice in answer.notices if notice not in before]
    whole = answer.body or answer.text
    left = hint if whole.endswith(hint) and len(notices) < len(answer.notices) else ""
    body = whole.removesuffix(hint).rstrip().removesuffix(LABEL).rstrip()
    body = f"{body}\n\n{left}" if left else body
    return {
        "role": "assistant",
        "body": body,
        "content": answer.text,
        "composer": answer.composer,
        "notices": notices,
        "citations": [citation.as_json() for citation in answer.citations],
        "facts": dict(answer.facts),
        "origin": told_of(answer.origin, answer.usage),
        "suggestions": list(answer.suggestions),
        "unconsented": unconsented(answer.notices),
    }

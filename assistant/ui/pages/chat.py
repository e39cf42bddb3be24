"""政策问答: the chat."""

import re
from collections.abc import Iterator
from typing import Any

import streamlit as st

from assistant.answering.answer import Answer, Turn
from assistant.cases.store import Case
from assistant.documents.model import Citation
from assistant.errors import AssistantError
from assistant.ui import session
from assistant.ui.components.citations import citation_cards

_CONVERSATION = "conversation"
_EXAMPLES = (
    "宝鸡市质量奖的奖金是多少？",
    "兰州市政府质量奖有效期几年？",
    "阳泉市质量奖个人分几类，分别要什么条件？",
    "兰州和宝鸡的名额分别是几个？",
    "重庆的汇总表要填哪几栏，最晚什么时候交？",
)
_CHUNK = re.compile(r"[^。！？\n]*[。！？\n]+|[^。！？\n]+$")


def show() -> None:
    """Draw the page."""
    _sidebar()
    case = session.current_case()
    messages = list(case.content.get(_CONVERSATION, [])) if case else []
    st.title("质量奖申报助手")
    if not messages:
        _welcome()
    for number, message in enumerate(messages):
        _message(message, f"m{number}")
    asked = st.chat_input("问政策、条件、材料、时间……") or st.session_state.pop(session.PENDING, None)
    if asked:
        _exchange(str(asked), messages)


def _sidebar() -> None:
    awards = {award.id: award.name for award in session.assistant().awards}
    with st.sidebar:
        st.selectbox(
            "只看一个奖项",
            ["", *awards],
            format_func=lambda award: f"{awards[award]}（{award}）" if award else "全部奖项",
            key=session.AWARD,
        )
        st.button("新的对话", icon=":material/add_comment:", on_click=session.leave_case, width="stretch")


def _welcome() -> None:
    st.markdown("问质量奖政策，每句回答都附**原文条款**；文件没有写的，会明说没有写。可以这样问：")
    for number, example in enumerate(_EXAMPLES):
        st.button(example, key=f"example-{number}", on_click=_ask_example, args=(example,))
    held = [document.name for document in session.library().documents()]
    st.caption(f"现在收录 {len(held)} 份文件：" + "、".join(held))


def _ask_example(example: str) -> None:
    st.session_state[session.PENDING] = example


def _message(message: dict[str, Any], key: str) -> None:
    with st.chat_message(message["role"]):
        st.markdown(message["body"])
        if message["role"] == "assistant":
            _below(message, key)


def _below(message: dict[str, Any], key: str) -> None:
    """What stands under an answer: notices, citations, copy."""
    for notice in message.get("notices", []):
        st.caption(f":material/info: {notice}")
    citation_cards([Citation(**citation) for citation in message.get("citations", [])], key)
    with st.popover("复制", icon=":material/content_copy:"):
        st.code(message["content"], language=None, wrap_lines=True)


def _exchange(asked: str, messages: list[dict[str, Any]]) -> None:
    case = session.ensure_case(asked)
    messages.append({"role": "user", "body": asked, "content": asked})
    case = _save(case, messages)
    with st.chat_message("user"):
        st.markdown(asked)
    with st.chat_message("assistant"):
        answer = _answer(asked, messages[:-1])
        if answer is None:
            return
        message = _stored(answer)
        st.write_stream(_chunks(message["body"]))
        _below(message, f"m{len(messages)}")
    messages.append(message)
    _save(case, messages)


def _answer(asked: str, earlier: list[dict[str, Any]]) -> Answer | None:
    history = [Turn(message["role"], message["content"]) for message in earlier]
    try:
        with st.spinner("正在查找条款……"):
            return session.assistant().ask(asked, award=st.session_state.get(session.AWARD) or None, history=history)
    except AssistantError as error:
        st.error(str(error), icon=":material/error:")
        return None


def _stored(answer: Answer) -> dict[str, Any]:
    return {
        "role": "assistant",
        "body": answer.body or answer.text,
        "content": answer.text,
        "notices": list(answer.notices),
        "citations": [citation.as_json() for citation in answer.citations],
    }


def _chunks(text: str) -> Iterator[str]:
    """The text sentence by sentence, as the stream shows it."""
    yield from _CHUNK.findall(text)


def _save(case: Case, messages: list[dict[str, Any]]) -> Case:
    return session.store().save(case.with_room(_CONVERSATION, messages))

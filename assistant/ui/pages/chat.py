"""政策问答: the chat."""

from typing import Any

import streamlit as st

from assistant.errors import AssistantError
from assistant.ui import session
from assistant.ui.components.chat_exchange import answer_last, take
from assistant.ui.components.chat_message import draw_message
from assistant.ui.components.sidebar import case_list
from assistant.ui.components.uploads import TAKEN

_EXAMPLES = (
    "宝鸡市质量奖的奖金是多少？",
    "兰州市政府质量奖有效期几年？",
    "阳泉市质量奖个人分几类，分别要什么条件？",
    "兰州和宝鸡的名额分别是几个？",
    "重庆的汇总表要填哪几栏，最晚什么时候交？",
)


def show() -> None:
    """Draw the page."""
    case = session.current_case()
    _award_filter()
    case_list(case)
    st.title("质量奖申报助手")
    _notice()
    typed = st.chat_input(
        "问政策、条件、材料、时间……",
        accept_file="multiple",
        submit_mode="stop",
        key="question",
    )
    # Hidden by the style sheet; page.js presses it once a stopped script has ended, so that the page says so.
    st.button("已停止", key="after-stop")
    pending = st.session_state.pop(session.PENDING, None)
    again = st.session_state.pop(session.RETRY, False)
    messages = list(case.content.get(session.CONVERSATION, [])) if case else []
    if again:
        messages = _without_last_answer(messages)
    asking = bool(typed or pending or again)
    welcome = st.empty()  # one place on the page, so that it is gone as soon as something is asked
    if not messages and not asking:
        with welcome.container():
            _welcome()
    for number, message in enumerate(messages):
        last = number == len(messages) - 1
        draw_message(message, session.message_key(number), last=last and not asking)
    try:
        if typed:
            take(typed.text, typed.files, messages)
        elif pending:
            take(str(pending), (), messages, typed=False)
        elif again:
            answer_last(messages)
    except AssistantError as error:
        st.error(str(error), icon=":material/error:")
        st.button("再试一次", icon=":material/refresh:", key="try-again", on_click=_again)
    else:
        if asking and case is None and session.current_case() is not None:
            st.rerun()  # the list in the sidebar was drawn before this conversation was
        _unanswered(messages, asking)


def _award_filter() -> None:
    awards = {award.id: f"{award.name}（{award.edition or award.region}）" for award in session.assistant().awards}
    with st.sidebar:
        st.selectbox(
            "只看一个奖项", ["", *awards], format_func=lambda award: awards.get(award, "全部奖项"), key=session.AWARD
        )


def _notice() -> None:
    notice = st.session_state.pop(session.NOTICE, "")
    if notice:
        st.info(notice, icon=":material/info:")


def _welcome() -> None:
    st.html(
        "<div class='lead'>问质量奖政策，每句回答都附原文条款；文件没有写的，会明说没有写。"
        f"也可以用下方的加号交来材料（{TAKEN}）。可以这样问：</div>"
    )
    for number, example in enumerate(_EXAMPLES):
        st.button(example, key=f"example-{number}", on_click=_ask, args=(example,), width="stretch")
    names = "、".join(document.name for document in session.library().documents())
    st.caption(f"现在收录：{names}。" if names else "文件库还是空的，请到“政策文件”页面添加。")


def _ask(question: str) -> None:
    st.session_state[session.PENDING] = question


def _again() -> None:
    st.session_state[session.RETRY] = True


def _without_last_answer(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return messages[:-1] if messages and messages[-1]["role"] == "assistant" else messages


def _unanswered(messages: list[dict[str, Any]], asking: bool) -> None:
    """A question whose answer was stopped or lost can be asked again."""
    if not asking and messages and messages[-1]["role"] == "user" and _answerable(messages[-1]):
        st.caption("这个问题还没有回答（可能已停止）。")
        st.button("回答它", icon=":material/refresh:", key="answer-now", on_click=_again)


def _answerable(message: dict[str, Any]) -> bool:
    return bool(message["content"] or message.get("material"))

"""Applicant's material handed over in the chat: recognised, kept in the case, and offered to the other pages."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assistant.answering.early import QUESTION_LIMIT
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.wording import stated
from assistant.language.sentences import split_sentences
from assistant.ui import session
from assistant.ui.components.chat_draft import drafted
from assistant.ui.components.eligibility_carried import carry_over
from assistant.ui.components.uploads import ReadUpload

# A message without a question counts as material when it is this long and tells at least this many facts.
_LONG, _TELLING = 150, 4
_LISTED = 8
_ONLY_READ = "\n您问的是材料里写的情况：以上是从中读出的，没有列出的请看材料原文。也可以问“我们能报哪些奖”。"
_ASKS = re.compile(r"[？?]\s*$|[吗呢么]\s*[。！!]?\s*$")
_LONG_NAMES = {"drafting": "起草汇总表", "mapping": "做维度对标", "eligibility": "做资格自查"}
_OFFERS = (
    ("eligibility", "去资格自查", ":material/fact_check:"),
    ("mapping", "去维度对标", ":material/schema:"),
    ("drafting", "去汇总表起草", ":material/edit_document:"),
)


def question_in(text: str) -> str:
    """The question a long message ends (or begins) with; "" where it asks nothing."""
    sentences = [sentence.text.strip() for sentence in split_sentences(text) if sentence.text.strip()]
    asking = [sentence for sentence in sentences if _ASKS.search(sentence) and len(sentence) <= QUESTION_LIMIT]
    return asking[-1] if asking else ""


def is_material(text: str) -> bool:
    """Whether a typed message is material rather than a question."""
    if len(text) > QUESTION_LIMIT:
        return True
    return len(text) >= _LONG and not question_in(text) and len(read_narrative(text).facts) >= _TELLING


def keep(read: Sequence[ReadUpload], name: str) -> None:
    """Add texts to the case's material; one handed over again under the same name replaces the earlier."""
    names = {one.name for one in read}
    earlier = [one for one in session.read_room(session.MATERIAL, []) if one["name"] not in names]
    added = [{"name": one.name, "text": one.text} for one in read]
    session.save_room(name, session.MATERIAL, [*earlier, *added])


def receipt(read: Sequence[ReadUpload], *, asked: bool = False) -> dict[str, Any]:
    """The reply to material that came without a question, or `asked` about: what it is and what was read from it."""
    sizes = "、".join(f"{one.name}（{len(one.text)} 字）" for one in read)
    facts = read_narrative("\n".join(one.text for one in read), date.today()).facts
    told = [stated(FACTS[key], fact.value) for key, fact in facts.items()][:_LISTED]
    lines = [f"已收到材料：{sizes}，存进了这个对话。"]
    if told:
        more = f"等 {len(facts)} 项" if len(facts) > len(told) else ""
        lines += ["从中读到：", *(f"- {one}" for one in told), *([f"- ……{more}"] if more else [])]
    lines.append(_ONLY_READ if asked else "\n接下来想做什么？也可以直接提问，例如“我们能报哪些奖”。")
    body = "\n".join(lines)
    notes = [f"{one.name}：{note}" for one in read for note in one.notes]
    return {"role": "assistant", "body": body, "content": body, "notices": notes, "kind": "material"}


def begun(wish: str, held: Sequence[ReadUpload], asked: str = "") -> dict[str, Any]:
    """The reply to a wish for work on the material: where it starts, with the material held, and the draft where one is
    `asked` for; or that there is no material."""
    work = _LONG_NAMES[wish]
    if held:
        sizes = "、".join(f"{one.name}（{len(one.text)} 字）" for one in held)
        body = f"已收到材料：{sizes}。按下面的“用这份材料{work}”就开始，材料会一起带过去，不用再交。"
        if wish == "drafting":
            body = f"{drafted(asked, held)}\n\n以上是初稿，用前请核对。{body}"
    else:
        body = f"要{work}，先要有申报主体的材料（自述、事迹、工作总结都可以）。请用下方的加号交来，或到那一页粘贴文字。"
    reply = {"role": "assistant", "body": body, "content": body, "notices": [], "wish": wish}
    return {**reply, "kind": "material"} if held else reply


def offers(key: str, wish: str = "") -> None:
    """Buttons that carry the material on: ask here, or go to the pages that work with it; the one wished for first."""
    from assistant.ui.navigation import page_named

    with st.container(horizontal=True, key=f"offers-{key}"):
        wished = page_named(wish) if wish else None
        if wished is not None and st.button(
            f"用这份材料{_LONG_NAMES[wish]}", key=f"{key}-{wish}", type="primary", icon=":material/arrow_forward:"
        ):
            _leave_for(wish, wished)
        if st.button("核对能报哪些奖", key=f"{key}-match", icon=":material/checklist:"):
            st.session_state[session.PENDING] = "我们能报哪些奖？"
            st.rerun()
        for name, label, icon in _OFFERS:
            if name == wish:
                continue
            page = page_named(name)
            if page is not None and st.button(label, key=f"{key}-{name}", icon=icon):
                _leave_for(name, page)


def case_offer(key: str) -> None:
    """The way to 资格自查 with what was told in the conversation, under an answer that rests on it."""
    from assistant.ui.navigation import page_named

    page = page_named("eligibility")
    if page is not None and st.button("带着这些情况去资格自查", key=f"{key}-carried", icon=":material/fact_check:"):
        _leave_for("eligibility", page)


def _leave_for(name: str, page: StreamlitPage) -> None:
    """Go to a page; the self-check begins with what the conversation holds already read."""
    if name == "eligibility":
        carry_over()
    st.switch_page(page)


def begin_elsewhere(key: str, wish: str) -> None:
    """The way to the page that does the work wished for, where there is no material yet."""
    from assistant.ui.navigation import page_named

    page = page_named(wish)
    label, icon = next((label, icon) for name, label, icon in _OFFERS if name == wish)
    if page is not None and st.button(label, key=f"{key}-{wish}", icon=icon):
        st.switch_page(page)

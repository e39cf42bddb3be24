"""Applicant's material handed over in the chat: recognised, kept in the case, and offered to the other pages."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from assistant.answering.pipeline import QUESTION_LIMIT
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.reader import read_narrative
from assistant.language.sentences import split_sentences
from assistant.ui import session
from assistant.ui.components.uploads import ReadUpload

# A message without a question counts as material when it is this long and tells at least this many facts.
_LONG, _TELLING = 150, 4
_LISTED = 8
_ASKS = re.compile(r"[？?]\s*$|[吗呢么]\s*[。！!]?\s*$")
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


def receipt(read: Sequence[ReadUpload]) -> dict[str, Any]:
    """The reply to material that came without a question: what it is and what was read from it."""
    sizes = "、".join(f"{one.name}（{len(one.text)} 字）" for one in read)
    facts = read_narrative("\n".join(one.text for one in read), date.today()).facts
    told = [FACTS[key].tell(fact.value) for key, fact in facts.items()][:_LISTED]
    lines = [f"已收到材料：{sizes}，存进了这个对话。"]
    if told:
        more = f"等 {len(facts)} 项" if len(facts) > len(told) else ""
        lines += ["从中读到：", *(f"- {one}" for one in told), *([f"- ……{more}"] if more else [])]
    lines.append("\n接下来想做什么？也可以直接提问，例如“我们能报哪些奖”。")
    body = "\n".join(lines)
    notes = [f"{one.name}：{note}" for one in read for note in one.notes]
    return {"role": "assistant", "body": body, "content": body, "notices": notes, "kind": "material"}


def offers(key: str) -> None:
    """Buttons that carry the material on: ask here, or go to the pages that work with it."""
    from assistant.ui.navigation import page_named

    with st.container(horizontal=True, key=f"offers-{key}"):
        if st.button("核对能报哪些奖", key=f"{key}-match", icon=":material/checklist:"):
            st.session_state[session.PENDING] = "我们能报哪些奖？"
            st.rerun()
        for name, label, icon in _OFFERS:
            page = page_named(name)
            if page is not None and st.button(label, key=f"{key}-{name}", icon=icon):
                st.switch_page(page)

"""Texts that come from elsewhere into the self-description: uploaded files, and material handed over in the chat."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from assistant.eligibility.narrative.reader import read_narrative
from assistant.errors import AssistantError
from assistant.ui import session
from assistant.ui.components.chat_facts import CORRECTING
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_state import UPLOAD_PROBLEMS, UPLOAD_ROUND, Desk, load_desk, save_desk
from assistant.ui.components.uploads import SUFFIXES, TAKEN, read_upload


def offers(desk: Desk) -> None:
    """The uploader, and a button that takes over the chat's material where the draft is still empty."""
    key = f"eligibility-files-{st.session_state.get(UPLOAD_ROUND, 0)}"
    with st.expander(f"上传文件（{TAKEN}）", icon=":material/upload_file:"):
        st.file_uploader(
            "自述或情况说明", type=list(SUFFIXES), accept_multiple_files=True, key=key, on_change=_take, args=(key,)
        )
    for problem in st.session_state.pop(UPLOAD_PROBLEMS, []):
        st.warning(plain(problem), icon=":material/warning:")
    texts = material_texts()
    if texts and not desk.draft.strip():
        st.button(
            f"取用这份档案里的材料（{len(texts)} 份）",
            key="eligibility-material",
            icon=":material/input:",
            on_click=_append,
            args=(texts,),
        )


def material_texts() -> list[str]:
    """What the case holds already, handed over on this page or another, and what was told in the conversation."""
    handed = [str(one["text"]) for one in session.read_room(session.MATERIAL, [])]
    return [*handed, *_told(handed)]


def _told(handed: Sequence[str]) -> list[str]:
    """The user's own messages of the conversation that tell facts, each once."""
    said = [str(one["body"]).strip() for one in session.read_room(session.CONVERSATION, []) if one["role"] == "user"]
    fresh = [one for one in said if one and not any(one in text for text in handed)]
    return [one for one in dict.fromkeys(fresh) if not one.startswith(CORRECTING) and _tells(one)]


def joined(draft: str, texts: Sequence[str]) -> str:
    """The draft with further texts behind it, each once."""
    fresh = [text.strip() for text in texts if text.strip() and text.strip() not in draft]
    return "\n\n".join(part for part in (draft.strip(), *fresh) if part)


def _take(key: str) -> None:
    texts, problems = [], []
    for upload in st.session_state.get(key) or ():
        try:
            read = read_upload(upload)
        except AssistantError as error:
            problems.append(str(error))
            continue
        texts.append(read.text)
        problems += [f"{read.name}：{note}" for note in read.notes]
    st.session_state[UPLOAD_PROBLEMS] = problems
    st.session_state[UPLOAD_ROUND] = st.session_state.get(UPLOAD_ROUND, 0) + 1
    if texts:
        _append(texts)


def _append(texts: Sequence[str]) -> None:
    desk = load_desk()
    save_desk(replace(desk, draft=joined(desk.draft, texts)))


@lru_cache(maxsize=256)
def _tells(message: str) -> bool:
    """Whether a message tells facts; kept, because the page asks it of the whole conversation at every turn."""
    return bool(read_narrative(message).facts)

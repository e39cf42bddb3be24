"""Consent asked for in the conversation, under the first answer that a language model was kept from wording."""

from collections.abc import Iterable

import streamlit as st

from assistant.errors import ModelError
from assistant.models.messages import message
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.model_consent import agreed
from assistant.ui.components.model_told import in_words


def unconsented(notices: Iterable[str]) -> bool:
    """Whether an answer's notices say that nobody has agreed to sending what the question tells."""
    kept = message("consent", host="\n").split("\n", 1)[0]
    return any(kept in notice for notice in notices)


def consent_here(key: str) -> None:
    """The control the notice speaks of; once agreed, how to have the answer worded."""
    try:
        model = session.model()
    except ModelError as error:
        st.caption(plain(in_words(error)))
        return
    if model is not None and agreed(model, key):
        st.caption("已同意发送。按“重新回答”，就由语言模型组织这一条的文字。")

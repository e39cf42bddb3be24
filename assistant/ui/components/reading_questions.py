"""Where the rules and the model read a text differently: one question each, with both readings to choose from."""

import html
from collections.abc import Callable, Sequence

import streamlit as st

from assistant.eligibility.facts import FACTS
from assistant.eligibility.wording import stated
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_state import Asked

_NEITHER = "都不对，先不采用"


def reading_questions(asked: Sequence[Asked], key: str, choose: Callable[[str, object], None]) -> None:
    """One block for each; `choose(key, value)` is called with the reading chosen, None for neither."""
    for one in asked:
        spec = FACTS[one.key]
        with st.container(border=True, gap="small", key=f"{key}-asked-{one.key}"):
            st.markdown(plain(spec.label))
            st.html(f"<div class='said words'><mark>{html.escape(one.quote.strip())}</mark></div>")
            row = st.container(horizontal=True, gap="small")
            readings = [("语言模型读作", one.proposed)]
            if one.read is not None:
                readings.insert(0, ("规则读作", one.read))
            for number, (who, value) in enumerate(readings):
                label = plain(f"{who}：{stated(spec, value)}")
                row.button(label, key=f"{key}-take-{one.key}-{number}", on_click=choose, args=(one.key, value))
            row.button(_NEITHER, key=f"{key}-neither-{one.key}", type="tertiary", on_click=choose, args=(one.key, None))

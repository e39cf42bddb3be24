"""What the case holds before the self-check begins: material and what was told in the chat, read with one click or on
coming from there; all of it waits to be confirmed."""

from dataclasses import replace
from typing import Any

import streamlit as st

from assistant.documents.redaction import redact
from assistant.drafting.intake_reading import closing_date
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_narrative import TOLD, read_draft
from assistant.ui.components.eligibility_state import Desk, Read, load_desk, save_desk
from assistant.ui.components.eligibility_upload import joined, material_texts

_JUST_READ = "eligibility-just-read"
_SAID = "对话里说过"
_NAMED = 3


def material_offer(desk: Desk) -> None:
    """Where the case holds something told and nothing was read yet: one click reads it, and what it reads waits."""
    if st.session_state.pop(_JUST_READ, False):
        # Straight to where what was read waits to be confirmed.
        st.html(f"<span data-shows-tab='{TOLD}'></span>")
    if not _unread(desk) or not material_texts():
        return
    names = [str(one["name"]) for one in session.read_room(session.MATERIAL, [])]
    more = f" 等 {len(names)} 份" if len(names) > _NAMED else ""
    held = f"已有材料（{'、'.join(names[:_NAMED])}{more}）" if names else "的对话里说过申报主体的情况"
    with st.container(border=True, key="eligibility-offer"):
        st.markdown(plain(f"这份申报档案里{held}。可以从中读出申报情况，每一项附原文，您确认后才生效。"))
        st.button(
            "从材料读出情况" if names else "从对话读出情况",
            key="eligibility-from-material",
            icon=":material/manage_search:",
            type="primary",
            on_click=carry_over,
        )


def carry_over() -> None:
    """Read what the case holds, where nothing was read or stated here yet."""
    desk = load_desk()
    texts = material_texts()
    if not _unread(desk) or not texts:
        return
    draft = redact(joined(desk.draft, texts)).text
    written = closing_date(draft)
    save_desk(replace(desk, draft=draft, written=written.isoformat() if written else desk.written))
    read_draft()
    save_desk(_as_understood(load_desk()))
    st.session_state[_JUST_READ] = True


def _unread(desk: Desk) -> bool:
    return not (desk.facts or desk.narrative)


def _as_understood(desk: Desk) -> Desk:
    """The facts waiting as the conversation understood them last: it heard corrections that no text tells."""
    waiting = dict(desk.proposed)
    for key, value in _understood().items():
        if value is None:
            waiting.pop(key, None)
        elif key not in waiting:
            waiting[key] = Read(value, 0, 0, _SAID)
        else:
            waiting[key] = replace(waiting[key], value=value)
    return replace(desk, proposed=waiting)


def _understood() -> dict[str, Any]:
    answers = [one for one in session.read_room(session.CONVERSATION, []) if one.get("facts")]
    last = answers[-1]["facts"] if answers else {}
    return {**last, **session.read_room(session.CORRECTIONS, {})}

"""Material handed over in the chat, read by the model as well: what the two readings do not share is asked here.

Until it is chosen, neither reading reaches the checker: the fact is taken back among the conversation's corrections.
"""

from dataclasses import asdict
from datetime import date

import streamlit as st

from assistant.eligibility.facts import FACTS
from assistant.eligibility.wording import stated
from assistant.errors import ModelError
from assistant.models.client import LanguageModel
from assistant.models.extraction import Proposal
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_second import KEPT, asked_of, read_again
from assistant.ui.components.eligibility_state import Asked
from assistant.ui.components.model_consent import agreed
from assistant.ui.components.model_told import in_words, told_of
from assistant.ui.components.reading_questions import reading_questions

ROOM = "second_reading"


def second_reading(key: str) -> None:
    """The offer under the receipt of material, and what came of it. Nothing where no model is configured."""
    saved = session.read_room(ROOM, {})
    if saved.get("of") == _of():
        _outcome(saved, key)
        return
    try:
        model = session.model()
    except ModelError as error:
        st.caption(plain(f"{in_words(error)}{KEPT}"))
        return
    if model is not None and agreed(model, key):
        _offer(model, key)


def _offer(model: LanguageModel, key: str) -> None:
    if not st.button("请语言模型核对读出的情况", key=f"{key}-second", icon=":material/smart_toy:"):
        return
    text = "\n".join(one["text"] for one in session.read_room(session.MATERIAL, []))
    proposal = read_again(model, text, date.today())
    if proposal is not None:
        _keep(proposal)
        st.rerun()


def _keep(proposal: Proposal) -> None:
    """The outcome with the case; facts the two read differently are unknown until one is chosen."""
    corrections = session.read_room(session.CORRECTIONS, {})
    asked = [one for one in asked_of(proposal) if corrections.get(one.key) is None]
    told = [[stated(FACTS[key], fact.value), fact.quote.strip()] for key, fact in proposal.facts.items()]
    reader = told_of(proposal.origin, proposal.usage)
    open_ones = {one.key: None for one in asked if one.read is not None}
    session.save_room("材料", session.CORRECTIONS, {**corrections, **open_ones})
    outcome = {"told": told, "asked": [asdict(one) for one in asked], "reader": reader, "of": _of()}
    session.save_room("材料", ROOM, outcome)


def _of() -> list[list[object]]:
    """The material an outcome belongs to: with other material it is no longer told."""
    return [[one["name"], len(one["text"])] for one in session.read_room(session.MATERIAL, [])]


def _outcome(saved: dict[str, object], key: str) -> None:
    told = list(saved.get("told", ()))  # type: ignore[call-overload]  # JSON of this room
    asked = [Asked(**one) for one in saved.get("asked", ())]  # type: ignore[attr-defined]
    with st.expander(f"规则与语言模型一致的 {len(told)} 项", icon=":material/done_all:"):
        for fact, quote in told:
            st.markdown(plain(f"{fact}（“{quote}”）"))
    if asked:
        st.markdown(f"两种读法不一致的 {len(asked)} 项，请选；选定之前按不知道处理。")
        reading_questions(asked, key, _choose)
    st.caption(plain(str(saved.get("reader", ""))))


def _choose(key: str, value: object) -> None:
    saved = session.read_room(ROOM, {})
    rest = [one for one in saved.get("asked", ()) if one["key"] != key]
    session.save_room("材料", ROOM, {**saved, "asked": rest})
    if value is not None:
        corrections = session.read_room(session.CORRECTIONS, {})
        session.save_room("材料", session.CORRECTIONS, {**corrections, key: value})

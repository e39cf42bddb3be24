"""A second reading of the self-description by the model: agreement is shown, disagreement is asked, never averaged."""

from datetime import date

import streamlit as st

from assistant.eligibility.facts import as_json
from assistant.errors import ModelError
from assistant.models.client import LanguageModel
from assistant.models.extraction import Proposal, propose_facts
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_state import Asked, Desk, Read, load_desk, save_desk
from assistant.ui.components.model_consent import agreed
from assistant.ui.components.model_told import in_words, technical_html, told_of
from assistant.ui.components.reading_questions import reading_questions
from assistant.ui.components.watched import watched

_MOST_ASKED = 12
KEPT = "按规则读出的情况不受影响。"


def differences(desk: Desk) -> None:
    """What the two readings do not share, first of all: it is the only thing that cannot be taken as it stands."""
    if desk.asked:
        st.markdown(f"##### 两种读法不一致的 {len(desk.asked)} 项，请选")
        reading_questions(desk.asked, "second", _choose)


def second_reading(desk: Desk, day: date) -> None:
    """The offer to read the text again, and what came of it. Nothing where no model is configured."""
    try:
        model = session.model()
    except ModelError as error:
        st.caption(plain(f"{in_words(error)}{KEPT}"))
        return
    if desk.reader:
        _outcome(desk)
    elif model is not None:
        _offer(model, desk, day)


def read_again(model: LanguageModel, text: str, day: date) -> Proposal | None:
    """Both readings of a text, None with one plain sentence on the page where the model fails."""
    try:
        with st.spinner("语言模型正在读……"):
            return watched(
                lambda cancel: propose_facts(model, text, as_of=day, consents=session.consents(), cancel=cancel), ""
            )
    except ModelError as error:
        st.warning(plain(f"{in_words(error)}{KEPT}"), icon=":material/info:")
        return None


def asked_of(proposal: Proposal) -> list[Asked]:
    """The doubts as they are kept with the case."""
    return [Asked(one.key, one.read, one.proposed, one.quote) for one in proposal.doubts[:_MOST_ASKED]]


def _offer(model: LanguageModel, desk: Desk, day: date) -> None:
    st.caption("可以请语言模型把这段自述再读一遍：两种读法一致的标出来，不一致的由您选，不会自动采用。")
    if not agreed(model, "eligibility"):
        return
    if st.button("请语言模型再读一遍", key="eligibility-second", icon=":material/smart_toy:"):
        proposal = read_again(model, desk.narrative, day)
        if proposal is not None:
            alike = {
                key: Read(as_json(fact.value), fact.start, fact.end, fact.quote) for key, fact in proposal.facts.items()
            }
            reader = told_of(proposal.origin, proposal.usage)
            save_desk(load_desk().with_second_reading(reader, alike, asked_of(proposal)))
            st.rerun()


def _outcome(desk: Desk) -> None:
    alike = len(desk.agreed)
    rest = len(desk.proposed) - alike
    told = f"语言模型也读了一遍：{alike} 项与规则一致"
    told += f"，{rest} 项它没有提到，请您自己核对" if rest else ""
    st.caption(plain(f"{told}。"))
    st.html(technical_html(desk.reader))


def _choose(key: str, value: object) -> None:
    save_desk(load_desk().with_choice(key, value))

"""The two texts worded by a language model: offered with consent, taken only verified, labelled, undone as any edit."""

from collections.abc import Callable, Mapping

import streamlit as st

from assistant.errors import ModelError
from assistant.models.client import LanguageModel
from assistant.models.drafting import WISHES, Drafted, better_characterisation, better_profile
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_reading import Reading
from assistant.ui.components.drafting_replacing import SHORTER, put_shorter, replaced
from assistant.ui.components.drafting_state import Work, save_work
from assistant.ui.components.model_consent import agreed
from assistant.ui.components.model_told import GENERATED, generated_html, in_words, told_of
from assistant.ui.components.watched import watched

EDITED = "AI生成，经人修改"
_POLISH = "润色"
# The program's wording that comes nearest to what a model was asked for.
_LIKE = {"突出创新": "换一种说法"}
_NAMES = {"line": "一句话特色", "profile": "简况"}
_WORDING: dict[str, Callable[..., Drafted]] = {"line": better_characterisation, "profile": better_profile}
# The sentence a refused wording leaves for the next drawing of the page, by applicant and column.
_SAID = "polish-said"


def polish(work: Work, reading: Reading, column: str, current: str, local: Mapping[str, str]) -> bool:
    """The label of a text a model wrote, and the buttons to have it worded where the switch is set to the model; says
    whether they stand there. Only the label where there is no model. Where the model fails, the wording of `local`
    takes its place."""
    _label(work, column, current)
    try:
        model = session.model()
    except ModelError as error:
        st.caption(plain(in_words(error)))
        return False
    if model is None:
        return False
    said = st.session_state.pop(f"{_SAID}-{work.id}-{column}", "")
    if said:
        st.info(plain(said), icon=":material/info:")
    if not session.consents().allows(model.host):
        # Asked once on the page, above the first text.
        if column == "line":
            agreed(model, "drafting")
        return False
    if not st.toggle("改写时用语言模型", value=True, key=f"by-model-{column}", help="关掉就由程序按材料换说法。"):
        return False
    row = st.container(horizontal=True, gap="small", key=f"polish-{column}")
    for wish in WISHES:
        icon = ":material/smart_toy:" if wish == _POLISH else None
        if row.button(wish, key=f"polish-{column}-{wish}", icon=icon):
            _word(model, work, reading, column, wish, current, local)
    return True


def generated_columns(work: Work, texts: dict[str, str]) -> list[str]:
    """The names of the columns whose text comes from a language model, edited since or not."""
    return [_NAMES[column] for column, text in texts.items() if text and _source(work, column, text)]


def _label(work: Work, column: str, current: str) -> None:
    source = _source(work, column, current)
    if source:
        st.html(generated_html(source[1], GENERATED if source[0] == current else EDITED))


def _source(work: Work, column: str, current: str) -> tuple[str, str] | None:
    """The model's text and its origin, where the column's text was made from it; None for the program's own."""
    worded = work.edits.worded.get(column)
    if not worded or getattr(work.edits, column) is None or not current:
        return None
    return str(worded[0]), str(worded[1])


def _word(
    model: LanguageModel, work: Work, reading: Reading, column: str, wish: str, current: str, local: Mapping[str, str]
) -> None:
    write = _WORDING[column]
    with st.spinner("语言模型正在写……"):
        done = watched(
            lambda cancel: write(model, reading.draft, session.consents(), cancel, wish=wish, current=current), ""
        )
    if done.composer != "model":
        reason = done.notice.split("：", 1)[-1]
        # What did not pass is refused; a model that could not be asked is done without.
        if not done.reasons:
            _without_model(work, reading, column, wish, reason, local)
        st.session_state[f"{_SAID}-{work.id}-{column}"] = f"{_NAMES[column]}没有改动：{reason}"
        st.rerun()
    text = done.draft.characterisation if column == "line" else done.draft.profile
    if text.strip() == current.strip():
        same = "语言模型给出的文字和现在的一样，可以换一种要求再试。"
        st.session_state[f"{_SAID}-{work.id}-{column}"] = f"{_NAMES[column]}没有改动：{same}"
        st.rerun()
    worded = {**work.edits.worded, column: (text, told_of(done.origin, done.usage))}
    save_work(work.edited(**{column: text}, worded=worded))
    st.rerun()


def _without_model(work: Work, reading: Reading, column: str, wish: str, reason: str, local: Mapping[str, str]) -> None:
    """The program's own wording of a wish, with one sentence why; returns where it has none."""
    text = local.get(wish, "") or local.get(_LIKE.get(wish, ""), "")
    if not text:
        return
    told = f"{reason.rstrip('。')}。这次改由程序按材料改写，可以撤销。"
    st.session_state[f"{_SAID}-{work.id}-{column}"] = told
    (put_shorter if wish == SHORTER else replaced)(work, reading, column, text)

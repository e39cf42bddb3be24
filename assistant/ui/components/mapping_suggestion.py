"""What the model suggests for the practices: shown where it differs from the program, taken only by a person."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from assistant.errors import ModelError
from assistant.mapping.coverage import MappingResult
from assistant.models.client import LanguageModel
from assistant.models.mapping import MOST, suggest_dimensions
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.mapping_reading import short_name
from assistant.ui.components.mapping_state import Chart, load_chart, save_chart
from assistant.ui.components.model_consent import agreed
from assistant.ui.components.model_told import in_words, technical_html, told_of
from assistant.ui.components.watched import watched

_KEPT = "对标结果不受影响。"


def offer_suggestions(chart: Chart, results: Mapping[str, MappingResult]) -> None:
    """The button that asks the model about all chosen frameworks. Nothing where no model is configured."""
    try:
        model = session.model()
    except ModelError as error:
        st.caption(plain(f"{in_words(error)}{_KEPT}"))
        return
    if model is None:
        return
    if chart.reader:
        st.caption(plain(f"语言模型看过前 {MOST} 条；与程序不同的，在各条下面给出建议，由您决定。"))
        st.html(technical_html(chart.reader))
    if not agreed(model, "mapping"):
        return
    if st.button("请语言模型看一遍", key="map-suggest", icon=":material/smart_toy:"):
        with st.spinner("语言模型正在看……"):
            _ask(model, results)


def suggestion(chart: Chart, results: Mapping[str, MappingResult], text: str, key: str) -> None:
    """Under one practice: where the model sees another main dimension, its suggestion with what one can do."""
    for framework, names in chart.suggested.get(text, {}).items():
        result = results.get(framework)
        if result is None or framework in chart.changes.labels.get(text, {}):
            continue
        shown = next((one.dimensions for one in result.practices if one.text == text), ())
        if (names[:1] or None) == (tuple(one.name for one in shown[:1]) or None):
            continue
        own = f"{key}-{framework}"
        told = "、".join(names) or "不是质量实践"
        st.caption(plain(f"{short_name(result.framework)}：模型建议“{told}”，请确认。"))
        row = st.container(horizontal=True, gap="small", key=f"suggested-{own}")
        row.button("采用", key=f"take-{own}", type="tertiary", on_click=_take, args=(text, framework, names))
        row.button("不采用", key=f"leave-{own}", type="tertiary", on_click=_leave, args=(text, framework))


def _ask(model: LanguageModel, results: Mapping[str, MappingResult]) -> None:
    suggested: dict[str, dict[str, tuple[str, ...]]] = {}
    reader = ""
    try:
        for framework, result in results.items():
            texts = [one.text for one in result.practices]
            found = watched(
                lambda cancel, texts=texts, result=result: suggest_dimensions(  # type: ignore[misc]
                    model, texts, result.framework, as_of=date.today(), consents=session.consents(), cancel=cancel
                ),
                "",
            )
            reader = told_of(found.origin, found.usage)
            for text, names in found.dimensions.items():
                suggested.setdefault(text, {})[framework] = names
    except ModelError as error:
        st.warning(plain(f"{in_words(error)}{_KEPT}"), icon=":material/info:")
        return
    save_chart(load_chart().with_suggestions(suggested, reader))
    st.rerun()


def _take(text: str, framework: str, names: tuple[str, ...]) -> None:
    save_chart(load_chart().labelled(text, framework, tuple(names)).without_suggestion(text, framework))


def _leave(text: str, framework: str) -> None:
    save_chart(load_chart().without_suggestion(text, framework))

"""The practices with their dimensions in every chosen framework, why they were matched, and the corrections."""

import html
import re
from collections.abc import Mapping

import streamlit as st

from assistant.mapping.coverage import MappingResult
from assistant.mapping.mapper import DimensionScore
from assistant.ui.components.citations import citation_cards, plain
from assistant.ui.components.mapping_reading import short_name
from assistant.ui.components.mapping_state import Chart, load_chart, save_chart
from assistant.ui.components.mapping_suggestion import suggestion

# Session keys: the text of the practice shown in detail, and how many practices are shown.
_OPENED, _SHOWN = "mapping_opened", "mapping_shown"
_AT_ONCE = 40

Row = tuple[str, dict[str, tuple[DimensionScore, ...]]]


def practice_list(chart: Chart, results: Mapping[str, MappingResult]) -> None:
    """Mapped practices first; the sentences nothing was found in are folded and can be given a dimension."""
    rows = _rows(results)
    told = [row for row in rows if any(row[1].values())]
    rest = [row for row in rows if not any(row[1].values())]
    st.markdown(f"**质量实践（{len(told)} 条）**")
    if not told:
        st.info("没有读到质量做法。可以在下面补写一条，或换一份材料。", icon=":material/info:")
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    for row in told[:shown]:
        _practice(chart, results, row)
    more = max(len(told), len(rest)) - shown
    if more > 0 and st.button(f"再看 {min(_AT_ONCE, more)} 条", key="mapping-more"):
        st.session_state[_SHOWN] = shown + _AT_ONCE
        st.rerun()
    _add(chart)
    if rest:
        with st.expander(f"没有归入任何维度的句子（{len(rest)} 句）", key="mapping-rest"):
            for row in rest[:shown]:
                _practice(chart, results, row)
            if len(rest) > shown:
                st.caption(f"还有 {len(rest) - shown} 句没有显示，按上面的“再看”继续。")


def _rows(results: Mapping[str, MappingResult]) -> list[Row]:
    found: dict[str, dict[str, tuple[DimensionScore, ...]]] = {}
    for framework, result in results.items():
        for practice in result.practices:
            found.setdefault(practice.text, {})[framework] = practice.dimensions
    return list(found.items())


def _practice(chart: Chart, results: Mapping[str, MappingResult], row: Row) -> None:
    text = row[0]
    key = _key(results, text)
    with st.container(border=True, gap="xxsmall", key=f"practice-{key}"):
        st.html(_practice_html(chart, results, row))
        suggestion(chart, results, text, key)
        opened = st.session_state.get(_OPENED) == text
        label, icon = ("收起", ":material/expand_less:") if opened else ("依据与更正", ":material/edit:")
        if st.button(label, key=f"open-{key}", type="tertiary", icon=icon):
            st.session_state[_OPENED] = None if opened else text
            st.rerun()
        if opened:
            _detail(chart, results, row, key)


def _key(results: Mapping[str, MappingResult], text: str) -> str:
    return next(one.id for result in results.values() for one in result.practices if one.text == text)


def _practice_html(chart: Chart, results: Mapping[str, MappingResult], row: Row) -> str:
    text, labels = row
    cues = {cue for scores in labels.values() for score in scores for cue in score.why}
    lines = "".join(_framework_html(chart, results[name], text, scores) for name, scores in labels.items())
    return f"<div class='practice'>{_cued(text, cues)}<div class='row'>{lines}</div></div>"


def _framework_html(chart: Chart, result: MappingResult, text: str, scores: tuple[DimensionScore, ...]) -> str:
    by_hand = result.framework.id in chart.changes.labels.get(text, {})
    chips = "".join(
        f"<span class='{'further' if number else 'main'}{' hand' if by_hand and not number else ''}'>"
        f"{html.escape(score.name)}</span>"
        for number, score in enumerate(scores)
    )
    name = html.escape(short_name(result.framework))
    return f"<span class='one'><span class='framework'>{name}</span>{chips or '未归入'}</span>"


def _cued(text: str, cues: set[str]) -> str:
    """The text with the wordings that told its dimensions underlined."""
    signs = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    pieces = re.split(f"({signs})" if signs else "(?!)", text)
    return "".join(
        f"<em>{html.escape(piece)}</em>" if number % 2 else html.escape(piece) for number, piece in enumerate(pieces)
    )


def _detail(chart: Chart, results: Mapping[str, MappingResult], row: Row, key: str) -> None:
    text, labels = row
    for name, scores in labels.items():
        framework = results[name].framework
        widget = f"labels-{key}-{name}"
        shown = [score.name for score in scores]
        if st.session_state.get(widget) != shown:
            st.session_state[widget] = shown
        st.multiselect(
            f"{plain(framework.name)}的维度（第一个为主）",
            [dimension.name for dimension in framework.dimensions],
            key=widget,
            placeholder="不归入任何维度",
            on_change=_labelled,
            args=(text, name, widget),
        )
        by_hand = name in chart.changes.labels.get(text, {})
        if by_hand and st.button("恢复程序的判断", key=f"reset-{key}-{name}", type="tertiary", icon=":material/undo:"):
            save_chart(chart.labelled(text, name, None))
            st.rerun()
        st.caption(plain(_why(scores, by_hand=by_hand)))
        citation_cards([score.citation for score in scores], f"map-{key}-{name}")
    if st.button("不作为质量实践，移出", key=f"drop-{key}", type="tertiary", icon=":material/close:"):
        save_chart(chart.without_practice(text))
        st.rerun()


def _why(scores: tuple[DimensionScore, ...], *, by_hand: bool) -> str:
    if by_hand:
        return "由填报人更正。"
    if not scores:
        return "没有读到这个框架看重的做法或成效。"
    told = [f"{one.name}：{'“' + '”“'.join(one.why) + '”' if one.why else '整句与已知样例相近'}" for one in scores]
    return "归入的理由——" + "；".join(told)


def _labelled(text: str, framework: str, widget: str) -> None:
    save_chart(load_chart().labelled(text, framework, tuple(st.session_state[widget])))


def _add(chart: Chart) -> None:
    with st.form("mapping-add", clear_on_submit=True, border=False):
        text = st.text_input("补写一条做法", placeholder="例如：建立首件三检制度，不合格不转序", max_chars=300)
        if st.form_submit_button("加入", icon=":material/add:") and text.strip():
            save_chart(chart.with_practice(" ".join(text.split())))
            st.rerun()
    for number, text in enumerate(chart.changes.dropped):
        row = st.container(horizontal=True, vertical_alignment="center", gap="small")
        row.caption(plain(f"已移出：{text[:40]}"))
        if row.button("放回", key=f"back-{number}", type="tertiary", icon=":material/undo:"):
            save_chart(chart.with_practice(text))
            st.rerun()

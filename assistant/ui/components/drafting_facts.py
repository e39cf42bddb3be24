"""The facts of the form beside their source: each can be corrected, taken back, or chosen from two readings."""

import html
import re
from collections.abc import Sequence

import streamlit as st

from assistant.drafting.fact_labels import LABELS
from assistant.drafting.material.model import FACT_KEYS, ORGANISATION_ONLY, Conflict, Fact, Material
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_otherwise import otherwise, said
from assistant.ui.components.drafting_reading import Reading, untouched
from assistant.ui.components.drafting_source import KEY_HTML, material_html, place_id, quote_html
from assistant.ui.components.drafting_state import Work, load_desk, save_work

_INTENT = "intent_china_quality_award"
_LONG = frozenset({"business_scope"})
_LONGEST = 400
_HINT = "材料里没有；留空则表中写“【待补充】”"
_COUNTED = re.compile(r"[0-9一二两三四五六七八九十百千万]")


def facts_panel(work: Work, reading: Reading) -> None:
    """Fields on the left, the material with its marks on the right."""
    left, right = st.columns([5, 6], gap="large")
    with left:
        for key in _keys(reading.material):
            _field(work, reading, key)
        _disputes(reading.material)
    with right:
        st.html(KEY_HTML + material_html(untouched(work)))


def _keys(material: Material) -> list[str]:
    person = material.kind == "individual"
    return [key for key in FACT_KEYS if not (person and key in ORGANISATION_ONLY)]


def _field(work: Work, reading: Reading, key: str) -> None:
    value = reading.material.value(key)
    widget = f"fact-{work.id}-{key}"
    shown = "" if value is None else str(value)
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    with st.container(key=f"kept-{widget}"):
        _widget(work, key, widget, shown)
    _beneath(work, reading, key)


def _widget(work: Work, key: str, widget: str, shown: str) -> None:
    label, changed = plain(LABELS[key]), (work.id, key, widget)
    if key == _INTENT:
        options = list(dict.fromkeys(["", "是", "否", shown]))
        st.selectbox(
            label, options, format_func=lambda one: one or "未写明", key=widget, on_change=_changed, args=changed
        )
    elif key in _LONG:
        st.text_area(label, key=widget, height=90, placeholder=_HINT, on_change=_changed, args=changed)
    else:
        st.text_input(label, key=widget, max_chars=_LONGEST, placeholder=_HINT, on_change=_changed, args=changed)
        if key == "employees" and shown and not _COUNTED.search(shown):
            st.warning("员工数量要有数字，如 346。", icon=":material/info:")


def _beneath(work: Work, reading: Reading, key: str) -> None:
    """Where the value is from; how to go back to the material; which readings there are."""
    fact = reading.material.facts.get(key)
    if fact is not None:
        st.html(quote_html(fact.span, _place(work, key, fact)))
    if key in work.edits.facts:
        _by_hand(work, key, work.edits.facts[key])
        return
    conflict = next((one for one in reading.material.conflicts if one.key == key), None)
    if conflict is not None:
        _readings(work, conflict)


def _by_hand(work: Work, key: str, typed: str) -> None:
    """Whether the material says otherwise than what was typed, and the two ways on; both can be undone."""
    material = untouched(work)
    against = otherwise(material, key, typed)
    open_still = bool(against) and work.edits.kept.get(key) != typed
    if against:
        places = [quote_html(one.span, _place(work, key, one)) for one in against]
        st.html(_otherwise_html(said(against), typed, places, confirmed=not open_still))
    row = st.container(horizontal=True, gap="small", key=f"by-hand-{work.id}-{key}")
    if open_still and row.button(f"保留“{plain(typed)}”", key=f"keep-{work.id}-{key}", icon=":material/check:"):
        save_work(work.with_kept(key))
        st.rerun()
    read = material.value(key)
    told = "恢复材料的说法" if read is not None or against else "恢复为材料未写明"
    if row.button(told, key=f"reset-{work.id}-{key}", type="tertiary", icon=":material/undo:"):
        save_work(work.with_fact(key, None))
        st.rerun()


def _otherwise_html(read: str, typed: str, places: Sequence[str], *, confirmed: bool) -> str:
    told = f"材料写的是{read}，与手工填的“{typed}”不一致"
    told += "；您已确认按手工填的。" if confirmed else "。请核对：保留手工填的，或恢复材料的说法。"
    style = "quote" if confirmed else "notice"
    return f"<div class='otherwise {style}'>{html.escape(told)}{''.join(places)}</div>"


def _place(work: Work, key: str, fact: Fact) -> str:
    """The place of a fact in the source; of one chosen from two readings, that of the reading."""
    conflict = next((one for one in untouched(work).conflicts if one.key == key), None)
    spans = [one.span for one in conflict.readings] if conflict else []
    return place_id(key, spans.index(fact.span) if fact.span in spans else 0)


def _readings(work: Work, conflict: Conflict) -> None:
    st.html("<div class='quote'>材料前后两说，请核实后选定：</div>")
    for number, one in enumerate(conflict.readings):
        if st.button(f"用“{plain(str(one.value))}”", key=f"choose-{work.id}-{conflict.key}-{number}", type="secondary"):
            save_work(work.with_fact(conflict.key, str(one.value)))
            st.rerun()
        st.html(quote_html(one.span, place_id(conflict.key, number)))


def _disputes(material: Material) -> None:
    """Figures told in two ways that are no field of the form: kept out of the draft, both readings shown."""
    for conflict in material.conflicts:
        if conflict.key not in LABELS:
            told = "；".join(f"“{html.escape(' '.join(one.span.quote.split()))}”" for one in conflict.readings)
            st.html(f"<div class='notice'>“{html.escape(conflict.key)}”前后不一，未写入草稿：{told}</div>")


def _changed(work_id: str, key: str, widget: str) -> None:
    typed = " ".join(str(st.session_state[widget]).split())
    work = next((one for one in load_desk().works if one.id == work_id), None)
    if work is not None:
        read = untouched(work).value(key)
        save_work(work.with_fact(key, None if typed == ("" if read is None else str(read)) else typed))

"""The summary form: seen as it will print, what is still open, and downloaded as DOCX and XLSX."""

import html
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import streamlit as st

from assistant.drafting.flags import group_of
from assistant.drafting.form import write_form
from assistant.drafting.form_blanks import blanks
from assistant.drafting.form_check import expected_lines, expected_table, faults
from assistant.drafting.form_rows import FormRow, Heading
from assistant.drafting.limits import overflow
from assistant.drafting.model import TO_BE_CHECKED, TO_BE_FILLED
from assistant.errors import UnusableInputError
from assistant.knowledge.forms import Column, Form, load_form
from assistant.settings import settings
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_correction import LISTED_OTHERS
from assistant.ui.components.drafting_label import labelled
from assistant.ui.components.drafting_marks import blanks_html, marks_of
from assistant.ui.components.drafting_polish import generated_columns
from assistant.ui.components.drafting_reading import read
from assistant.ui.components.drafting_state import Desk, Work, load_desk, save_desk

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CENTRED = frozenset({"number", "name", "place", "contact", "intent"})
_HEADING = {"department": "填报部门", "contact": "联系人", "phone": "联系电话"}
_FIELDS = ("name", "place", "profile", "characterisation", "honours", "contact", "intent")
# How everything begins that the material says in two ways or unclearly (【待核：材料载…两说】).
_CHECK = "【待核"
_AT_RISK = "可能影响申报"
_NAME = "推荐质量领域优质组织和个人信息汇总表"


def form_panel(desk: Desk) -> None:
    """The line above the table, what is open, the preview and the downloads, for all applicants together."""
    heading = heading_fields(desk, "heading")
    works = [work for work in desk.works if work.texts]
    rows = [read(work).row(work.edits) for work in works]
    form = load_form(settings().assistant_corpus)
    _still_open(works, rows, form)
    _downloads(tuple(rows), heading, _generated(works))
    st.html(form_html(rows, form, heading))


def form_html(rows: Sequence[FormRow], form: Form, heading: Heading) -> str:
    """The form as it prints: label, title, heading line, the table with its exact heads, the note."""
    label, title, line, note = expected_lines(form, heading)
    whole = sum(column.share for column in form.columns)
    widths = "".join(f"<col style='width:{100 * column.share / whole:.1f}%'>" for column in form.columns)
    heads, *body = expected_table(rows, form)
    head = "".join(f"<th scope='col'>{html.escape(one)}</th>" for one in heads)
    parts = "".join(f"<span>{html.escape(part)}</span>" for part in line.split("\t"))
    lines = "".join(_line(cells, form.columns) for cells in body)
    return (
        "<div class='cue'>表格较宽，可左右滑动看全 →</div>"
        f"<div class='paper' tabindex='0' aria-label='汇总表预览'><div class='inside'>"
        f"<div class='label'>{html.escape(label)}</div><div class='title'>{html.escape(title)}</div>"
        f"<div class='line'>{parts}</div><table><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead>"
        f"<tbody>{lines}</tbody></table><div class='note'>{html.escape(note)}</div></div></div>"
    )


def _line(cells: Sequence[str], columns: Sequence[Column]) -> str:
    return f"<tr>{''.join(_cell(cell, column) for cell, column in zip(cells, columns, strict=True))}</tr>"


def _cell(text: str, column: Column) -> str:
    over = column.limit is not None and overflow(text, column.limit.characters) > 0
    styles = [*(["centred"] if column.field in _CENTRED else []), *(["over"] if over else [])]
    return f"<td class='{' '.join(styles)}'>{blanks_html(text)}</td>"


def heading_fields(desk: Desk, place: str) -> Heading:
    """The three entries of the line above the table, one and the same wherever they are typed (`place`)."""
    columns = st.columns(3)
    for column, (field, label) in zip(columns, _HEADING.items(), strict=True):
        widget = f"{place}-{field}"
        held = desk.heading.get(field, "")
        if st.session_state.get(widget) != held:
            st.session_state[widget] = held
        column.text_input(
            label, key=widget, max_chars=60, placeholder="可以留空，手填", on_change=_typed, args=(field, widget)
        )
    return Heading(**{field: desk.heading.get(field, "") for field in _HEADING})


def _typed(field: str, widget: str) -> None:
    desk = load_desk()
    save_desk(replace(desk, heading={**desk.heading, field: str(st.session_state[widget])}))


def _still_open(works: Sequence[Work], rows: Sequence[FormRow], form: Form) -> None:
    """What keeps the form from being written, and what a person should look at before handing it in."""
    for number, (work, row) in enumerate(zip(works, rows, strict=True), start=1):
        for fault in faults(row, form):
            st.error(plain(f"第{number}行“{row.name}”：{fault}"), icon=":material/error:")
        told = _open_points(work, row)
        if told:
            st.warning(plain(f"第{number}行“{row.name}”：{'，'.join(told)}。"), icon=":material/edit_note:")
        for warning in _warnings(work, row):
            st.warning(plain(f"第{number}行“{row.name}”：{warning}"), icon=":material/warning:")


def _warnings(work: Work, row: FormRow) -> list[str]:
    """What of the row may keep it from being taken at all, as the tab 提示 tells it."""
    flags = read(work).material.flags
    told = {flag.code: flag.message for flag in flags} | {need.code: need.what for need in blanks(row, flags)}
    return [what for code, what in told.items() if group_of(code) == _AT_RISK or code == LISTED_OTHERS]


def _open_points(work: Work, row: FormRow) -> list[str]:
    reading = read(work)
    filled = sum(row.value(field).count(TO_BE_FILLED) for field in _FIELDS)
    checked = sum(row.value(field).count(_CHECK) for field in _FIELDS if field != "honours")
    texts = (row.characterisation, row.profile)
    unsourced = sum(bool(mark.problems) for text in texts for mark in marks_of(text, reading))
    doubtful = row.honours.count(TO_BE_CHECKED)
    undecided = len(reading.material.open_honours) + len(reading.material.unread_honours)
    found = {
        f"{filled} 处【待补充】": filled,
        f"{checked} 处【待核】": checked,
        f"荣誉栏 {doubtful} 处【待核实】": doubtful,
        f"{undecided} 项荣誉还没有决定列不列，请在“荣誉”里决定": undecided,
        f"{unsourced} 句有内容在材料里找不到": unsourced,
    }
    return [told for told, count in found.items() if count]


def _generated(works: Sequence[Work]) -> list[str]:
    """Which texts of which rows a language model wrote; told on the page, where a person decides on them."""
    found = []
    for number, work in enumerate(works, start=1):
        reading = read(work)
        texts = {"line": reading.line(work.edits), "profile": reading.profile(work.edits)}
        columns = generated_columns(work, texts)
        if columns:
            found.append(f"第{number}行的{'、'.join(columns)}")
    if found:
        told = f"{'；'.join(found)}由语言模型生成（AI生成）。请通读确认后再报送；文件属性里也写了这一点。"
        st.info(told, icon=":material/smart_toy:")
    return found


def _downloads(rows: tuple[FormRow, ...], heading: Heading, generated: Sequence[str]) -> None:
    try:
        word, sheet, notices = written(rows, heading)
    except UnusableInputError:
        # What is over its limit has been named above, row by row.
        st.info("改短以后就可以下载。程序不会替您截断。", icon=":material/info:")
        return
    word, sheet = labelled(word, generated), labelled(sheet, generated)
    for notice in notices:
        st.warning(plain(notice), icon=":material/info:")
    row = st.container(horizontal=True, gap="small")
    row.download_button(
        "下载 DOCX", word, f"{_NAME}.docx", WORD, on_click="ignore", icon=":material/download:", type="primary"
    )
    row.download_button("下载 XLSX", sheet, f"{_NAME}.xlsx", SHEET, on_click="ignore", icon=":material/table:")


@lru_cache(maxsize=8)
def written(rows: tuple[FormRow, ...], heading: Heading) -> tuple[bytes, bytes, tuple[str, ...]]:
    """The form as DOCX and XLSX, both read again after writing, with notices for a person."""
    with tempfile.TemporaryDirectory() as folder:
        report = write_form(rows, Path(folder) / f"{_NAME}.docx", heading=heading)
        return report.docx.read_bytes(), report.xlsx.read_bytes(), report.notices

"""Checks of the summary form: limits before writing, unprintable characters, and the written files read again."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from assistant.drafting.form_rows import FormRow, Heading
from assistant.drafting.limits import count_characters
from assistant.errors import AssistantError, UnusableInputError
from assistant.knowledge.forms import Column, Form

_LINE_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Everything XML 1.0 does not allow in a document.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The most a cell of an XLSX file holds.
_LARGEST_CELL = 32_767


def printable(text: str) -> tuple[str, list[str]]:
    """The text as files can hold it, and the code points (`U+0007`) taken out. Line breaks of any kind become \\n."""
    text = _LINE_BREAKS.sub("\n", text)
    removed = [f"U+{ord(match.group()):04X}" for match in _FORBIDDEN.finditer(text)]
    return _FORBIDDEN.sub("", text), removed


def printable_row(row: FormRow, form: Form) -> tuple[FormRow, list[str]]:
    """The row with printable values and a notice for every value that lost a character."""
    values: dict[str, str] = {}
    notices = []
    for column in _value_columns(form):
        values[column.field], removed = printable(row.value(column.field))
        if removed:
            codes = "、".join(dict.fromkeys(removed))
            notices.append(f"“{column.head}”含文档不能保存的控制字符 {codes}，已去掉，请核对原文。")
    clean = replace(row, **values)  # type: ignore[arg-type]
    return clean, [f"{clean.name}：{notice}" for notice in notices]


def printable_heading(heading: Heading) -> tuple[Heading, list[str]]:
    """The heading on one line each, printable, with a notice where a character was taken out."""
    values: dict[str, str] = {}
    notices = []
    for field in ("department", "contact", "phone"):
        text, removed = printable(heading.value(field))
        values[field] = " ".join(text.split())
        notices += [f"表头“{text}”含文档不能保存的控制字符 {'、'.join(removed)}，已去掉。"] if removed else []
    return Heading(**values), notices


def faults(row: FormRow, form: Form) -> list[str]:
    """Why the row cannot be written: each text over its limit with the part that exceeds it. Empty when it can."""
    found = []
    for column in _value_columns(form):
        text = row.value(column.field)
        if column.limit and count_characters(text) > column.limit.characters:
            found.append(_over(column, text))
        elif len(text) > _LARGEST_CELL:
            found.append(f"“{column.head}”有 {len(text)} 字，超过表格单元格的 {_LARGEST_CELL} 字上限。请缩短。")
    return found


def excess(text: str, limit: int) -> str:
    """The end of `text` that lies beyond `limit` characters by the one counting rule."""
    cut = bisect_right(range(len(text) + 1), limit, key=lambda end: count_characters(text[:end])) - 1
    return text[cut:]


def require_writable(rows: Sequence[FormRow], form: Form) -> None:
    """Raise UnusableInputError naming every row and column that is over its limit; nothing is ever cut."""
    if not rows:
        raise UnusableInputError("没有可以写入汇总表的申报主体。请至少给出一份能读取的材料。")
    found = [
        f"第{number}行“{row.name}”：{fault}" for number, row in enumerate(rows, start=1) for fault in faults(row, form)
    ]
    if found:
        raise UnusableInputError("汇总表没有写出。" + "；".join(found))


def _over(column: Column, text: str) -> str:
    assert column.limit is not None
    most, used = column.limit.characters, count_characters(text)
    said = column.limit.citation.quote
    tail = excess(text, most)
    return (
        f"“{column.head}”有 {used} 字，超过 {most} 字（“{said}”）{used - most} 字，超出部分为“{tail}”。请改短后重试。"
    )


def _value_columns(form: Form) -> list[Column]:
    return [column for column in form.columns if column.field != "number"]


def expected_table(rows: Sequence[FormRow], form: Form) -> list[tuple[str, ...]]:
    """Every cell as it must stand in the files: the heads, then the rows with their numbers."""
    body = [
        tuple(str(number) if column.field == "number" else row.value(column.field) for column in form.columns)
        for number, row in enumerate(rows, start=1)
    ]
    return [form.heads, *body]


def expected_lines(form: Form, heading: Heading) -> list[str]:
    """The paragraphs outside the table: label, title, heading line, note."""
    line = "\t".join(label.text + heading.value(label.field) for label in form.heading)
    return [form.label, form.title, line, form.note]


def require_docx(path: Path, rows: Sequence[FormRow], form: Form, heading: Heading) -> None:
    """Read a written DOCX again; AssistantError where any paragraph or cell is not what was given."""
    from docx import Document

    document = Document(str(path))
    written = [paragraph.text for paragraph in document.paragraphs]
    _require(written, expected_lines(form, heading), "DOCX 的标题、填报行或注")
    cells = [tuple(cell.text for cell in row.cells) for row in document.tables[0].rows]
    _require(cells, expected_table(rows, form), "DOCX 的表格")


def require_xlsx(path: Path, rows: Sequence[FormRow], form: Form, heading: Heading) -> None:
    """Read a written XLSX again; AssistantError where any cell is not the given text."""
    from openpyxl import load_workbook

    workbook = load_workbook(path, read_only=True)
    sheet = [[cell.value for cell in row] for row in workbook.worksheets[0].iter_rows()]
    workbook.close()
    lines = expected_lines(form, heading)
    table = [tuple(str(value) if value is not None else "" for value in row) for row in sheet[3:-1]]
    _require([row[0] for row in (*sheet[:3], sheet[-1])], [line.replace("\t", "    ") for line in lines], "XLSX 的标题")
    _require(table, expected_table(rows, form), "XLSX 的表格")


def _require(written: Sequence[object], expected: Sequence[object], what: str) -> None:
    for position in range(max(len(written), len(expected))):
        if written[position : position + 1] != expected[position : position + 1]:
            raise AssistantError(
                f"写出的{what}第 {position + 1} 项与内容不符，文件没有保存。请把这份材料报告给维护者。"
            )

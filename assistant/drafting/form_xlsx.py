"""The summary form, and plain tables, as XLSX: every cell is text, so nothing is a formula and no zero is lost."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.drafting.form_check import expected_lines, expected_table
from assistant.drafting.form_rows import FormRow, Heading
from assistant.knowledge.forms import Form

_POINTS_A_LINE = 15.0
_TALLEST = 400.0


def write_xlsx(rows: Sequence[FormRow], path: Path, form: Form, heading: Heading) -> None:
    """Write the form to `path`, with the content of the DOCX; values must be printable (see form_check)."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "汇总表"
    label, title, line, note = expected_lines(form, heading)
    tops = ((label, "黑体", 16), (title, "方正小标宋简体", 20), (line.replace("\t", "    "), "仿宋_GB2312", 12))
    for number, (text, font, size) in enumerate(tops, start=1):
        _across(sheet, number, text, len(form.columns), centred=number == 2, font=Font(name=font, size=size))
    table = expected_table(rows, form)
    widths = [column.share * 0.55 for column in form.columns]
    _grid(sheet, table, widths, first=len(tops) + 1)
    last = len(tops) + len(table) + 1
    _across(sheet, last, note, len(form.columns), font=Font(name="仿宋_GB2312", size=10.5))
    _printing(sheet, repeat=len(tops) + 1)
    workbook.save(path)


def write_table(sheets: dict[str, Sequence[Sequence[str]]], widths: Sequence[float], path: Path) -> None:
    """Plain tables, one sheet each, the first row being the head."""
    from openpyxl import Workbook

    workbook = Workbook()
    assert workbook.active is not None
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        _grid(sheet, rows, widths, first=1)
        sheet.freeze_panes = "A2"
        _printing(sheet, repeat=1)
    workbook.save(path)


def _across(sheet: Any, row: int, text: str, columns: int, *, font: Any, centred: bool = False) -> None:
    from openpyxl.styles import Alignment

    _put(sheet.cell(row, 1), text)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    sheet.cell(row, 1).font = font
    sheet.cell(row, 1).alignment = Alignment(
        horizontal="center" if centred else "left", vertical="center", wrap_text=True
    )
    sheet.row_dimensions[row].height = font.size * 2


def _grid(sheet: Any, rows: Sequence[Sequence[str]], widths: Sequence[float], first: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    edge = Side(style="thin")
    border, alignment = Border(edge, edge, edge, edge), Alignment(vertical="center", wrap_text=True)
    head, body = Font(name="黑体", size=10.5), Font(name="仿宋_GB2312", size=10.5)
    for number, values in enumerate(rows, start=first):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(number, column)
            _put(cell, value)
            cell.border, cell.alignment, cell.font = border, alignment, head if number == first else body
        sheet.row_dimensions[number].height = _height(values, widths)
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _put(cell: Any, text: str) -> None:
    """Text even where it begins with = + - @; the prefix mark keeps it text when the cell is edited."""
    cell.number_format, cell.quotePrefix = "@", True
    if text:
        # Setting the value of a text that begins with “=” makes it a formula; the type is put right after.
        cell.value = text
        cell.data_type = "s"


def _height(values: Sequence[str], widths: Sequence[float]) -> float:
    """Room for the tallest cell; a Chinese character takes about two units of width."""
    lines = [
        sum(max(1, -(-2 * len(line) // max(2, int(width)))) for line in value.split("\n"))
        for value, width in zip(values, widths, strict=True)
    ]
    return min(_TALLEST, _POINTS_A_LINE * max(1, *lines) + 4)


def _printing(sheet: Any, repeat: int) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{repeat}:{repeat}"

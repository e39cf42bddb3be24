"""The cells of an XLSX, CSV or TSV file as text, in whatever encoding WPS or Excel saved it."""

import csv
import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from assistant.documents.readers.plain import decode
from assistant.errors import UnusableInputError

TABLES = frozenset({".xlsx", ".csv", ".tsv"})
_LARGEST = 30 * 1024 * 1024
_LARGEST_UNPACKED = 200 * 1024 * 1024
_MOST_ROWS = 20_000
_MOST_COLUMNS = 200
_DELIMITERS = (",", "\t", ";", "，")


def read_cells(path: Path) -> list[list[str]]:
    """All rows of the first sheet that has any, cells stripped, empty rows kept (numbers stay those of the file).

    Whole numbers lose no digit and dates read 2010年4月1日. Raises UnusableInputError for what cannot be read and
    for tables over 30 MB, 20,000 rows or 200 columns.
    """
    readers: dict[str, Callable[[Path], list[list[str]]]] = {".xlsx": _xlsx, ".csv": _csv, ".tsv": _csv}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UnusableInputError(f"不支持“{path.name}”这种表格。请在 WPS 或 Excel 中另存为 .xlsx 或 .csv。")
    if not path.is_file():
        raise UnusableInputError(f"找不到表格“{path}”。请核对路径后重试。")
    if path.stat().st_size > _LARGEST:
        raise UnusableInputError(f"表格“{path.name}”超过 30 MB 的上限。请拆分后重试。")
    rows = reader(path)
    if len(rows) > _MOST_ROWS or any(len(row) > _MOST_COLUMNS for row in rows):
        raise UnusableInputError(f"表格“{path.name}”超过 {_MOST_ROWS} 行或 {_MOST_COLUMNS} 列的上限。请拆分后重试。")
    return rows


def _csv(path: Path) -> list[list[str]]:
    text = decode(path.read_bytes(), path.name).removeprefix("\ufeff")
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    # Material may be long: the default of 131,072 characters a field is raised to the size of the file.
    csv.field_size_limit(_LARGEST)
    try:
        rows = [
            [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise UnusableInputError(f"表格“{path.name}”不是完整的 CSV（{error}）。请重新导出后再试。") from error
    return rows


def _delimiter(text: str) -> str:
    """The delimiter that stands most often in the first lines; a sniffer errs on Chinese text full of commas."""
    head = "\n".join(text.splitlines()[:4])
    return max(_DELIMITERS, key=lambda one: head.count(one) * (0.2 if one == "，" else 1))


def _xlsx(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _require_harmless(path)
        workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            sheets = [_sheet_rows(sheet) for sheet in workbook.worksheets]
        finally:
            workbook.close()
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        ParseError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        EOFError,
        OSError,
    ) as error:
        # openpyxl lets all of these out on damaged files.
        raise UnusableInputError(f"表格“{path.name}”打不开或已损坏。请用 WPS 或 Excel 打开并另存后重试。") from error
    return next((rows for rows in sheets if any(any(row) for row in rows)), [])


def _require_harmless(path: Path) -> None:
    """Refuse an archive that unpacks to far more than a table of applicants, before anything is unpacked."""
    with zipfile.ZipFile(path) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _LARGEST_UNPACKED:
        raise UnusableInputError(f"表格“{path.name}”展开后超过 200 MB，没有读取。请另存为较小的表格。")


def _sheet_rows(sheet: Any) -> list[list[str]]:
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    for row in sheet.iter_rows(values_only=True):
        if len(rows) > _MOST_ROWS:
            break
        rows.append([_cell(value) for value in row])
    return rows


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value).strip()

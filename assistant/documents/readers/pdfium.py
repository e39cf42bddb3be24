"""The first reading of a PDF: the characters pdfium finds, put in order by their boxes, lines joined to paragraphs."""

import ctypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium_c

_PASSWORD = 4


@dataclass(slots=True)
class _Char:
    text: str
    left: float
    right: float
    baseline: float
    height: float


@dataclass(slots=True)
class _Row:
    chars: list[_Char]

    @property
    def left(self) -> float:
        return self.chars[0].left

    @property
    def right(self) -> float:
        return self.chars[-1].right

    @property
    def size(self) -> float:
        widths = sorted(char.right - char.left for char in self.chars)
        return max(widths[len(widths) * 3 // 4], 1.0)


def parse(path: Path) -> dict[str, object]:
    """`{"pages": [text, …]}`, or `{"error": "password" | "damaged"}`."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        locked = pdfium_c.FPDF_GetLastError() == _PASSWORD
        return {"error": "password" if locked else "damaged"}
    pages = []
    for number in range(len(document)):
        page = document[number]
        pages.append(_page_text(page.get_textpage()))
        page.close()
    return {"pages": pages}


def _page_text(page: Any) -> str:
    rows = _rows(_characters(page))
    if not rows:
        return ""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    indented = any(1.6 <= (row.left - left) / row.size <= 2.6 for row in rows)
    text = ""
    for index, row in enumerate(rows):
        text += _row_text(row)
        following = rows[index + 1] if index + 1 < len(rows) else None
        ended = not indented and row.chars[-1].text in "。：；"
        if following is None or ended or not _wraps(row, following, left, right):
            text += "\n"
    return text


def _characters(page: Any) -> list[_Char]:
    found: list[_Char] = []
    box, x, y = pdfium_c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(page.raw, index)
        if code < 32 or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF):
            continue
        if pdfium_c.FPDFText_IsGenerated(page.raw, index) == 1:
            continue
        placed = pdfium_c.FPDFText_GetCharOrigin(page.raw, index, x, y)
        if placed and pdfium_c.FPDFText_GetLooseCharBox(page.raw, index, box):
            found.append(_Char(chr(code), box.left, box.right, y.value, box.top - box.bottom))
    return found


def _rows(chars: list[_Char]) -> list[_Row]:
    """Characters on one base line make a row; rows run from top to bottom, characters left to right."""
    inked = [char for char in chars if not char.text.isspace()]
    if not inked:
        return []
    heights = sorted(char.height for char in inked)
    tolerance = max(heights[len(heights) // 2] * 0.35, 1.0)
    rows: list[_Row] = []
    for char in sorted(inked, key=lambda char: -char.baseline):
        if rows and abs(char.baseline - rows[-1].chars[0].baseline) <= tolerance:
            rows[-1].chars.append(char)
        else:
            rows.append(_Row([char]))
    for row in rows:
        row.chars.sort(key=lambda char: char.left)
    return rows


def _row_text(row: _Row) -> str:
    text = ""
    for index, char in enumerate(row.chars):
        if index:
            before = row.chars[index - 1]
            gap = char.left - before.right
            narrow = before.text.isascii() and char.text.isascii()
            if gap > row.size * (0.15 if narrow else 0.3):
                text += " " if gap < row.size * 4 else "    "
        text += char.text
    return text


def _wraps(row: _Row, following: _Row, left: float, right: float) -> bool:
    """Does the paragraph go on: the row reaches the right margin and the next starts at the left one?"""
    full = right - row.right < row.size * 1.9
    flush = following.left - left < row.size * 1.2
    return full and flush and row.left - left < row.size * 3.5

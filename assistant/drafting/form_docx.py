"""The summary form as an editable Word file: landscape A4, fonts of official documents, repeated head."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.drafting.form_check import expected_lines, expected_table
from assistant.drafting.form_room import row_height
from assistant.drafting.form_rows import FormRow, Heading
from assistant.drafting.model import OPEN
from assistant.knowledge.forms import Form

_TITLE, _HEAD, _BODY, _LATIN = "方正小标宋简体", "黑体", "仿宋_GB2312", "Times New Roman"
# What stands in where the font is not installed (w:altName), and its classification, by which Word picks otherwise.
_ALTERNATIVES = {
    _TITLE: ("小标宋体,宋体,SimSun", "roman", "02010601030101010101"),
    _HEAD: ("SimHei", "modern", "02010609060101010101"),
    _BODY: ("仿宋,FangSong,华文仿宋", "modern", "02010609030101010101"),
}
_PAGE = (297.0, 210.0)
_MARGINS = {"left_margin": 16.0, "right_margin": 16.0, "top_margin": 20.0, "bottom_margin": 18.0}
_SIZE = 10.5
_TWIPS_PER_MM = 1440 / 25.4
_CELL_MARGINS = {"top": 0.7, "left": 1.25, "bottom": 0.7, "right": 1.25}
_CENTRED = frozenset({"number", "name", "place", "contact", "intent"})


def write_docx(rows: Sequence[FormRow], path: Path, form: Form, heading: Heading) -> None:
    """Write the form to `path`; values must be printable (see form_check)."""
    from docx import Document

    document = Document()
    _page(document.sections[0])
    _declare_fonts(document)
    _base_style(document)
    label, title, line, note = expected_lines(form, heading)
    _paragraph(document, label, _HEAD, 16)
    _paragraph(document, title, _TITLE, 20, centred=True, after=8)
    _heading_line(document, line)
    _table(document, rows, form)
    _paragraph(document, note, _BODY, 10.5, before=4)
    document.core_properties.title = form.title
    document.core_properties.author = document.core_properties.comments = ""
    document.save(str(path))


def _page(section: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
    for side, size in _MARGINS.items():
        setattr(section, side, Mm(size))
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    """`— 1 —` in the middle of the foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, "— ", _BODY, 12)
    field = _element("w:fldSimple", {"w:instr": "PAGE"})
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    _font(run, _BODY, 12)
    field.append(run._r)
    _run(paragraph, " —", _BODY, 12)


def _declare_fonts(document: Any) -> None:
    """Name the stand-ins in the font table, so that a machine without the fonts prints something close."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    part = next(part for part in document.part.package.iter_parts() if str(part.partname).endswith("fontTable.xml"))
    fonts = parse_xml(part.blob)
    for name, (alternative, family, panose) in _ALTERNATIVES.items():
        font = _element("w:font", {"w:name": name})
        fonts.append(font)
        entries = {"altName": alternative, "panose1": panose, "charset": "86", "family": family, "pitch": "fixed"}
        for tag, value in entries.items():
            font.append(_element(f"w:{tag}", {"w:val": value}))
    part._blob = serialize_part_xml(fonts)


def _base_style(document: Any) -> None:
    from docx.shared import Pt

    style = document.styles["Normal"]
    _font(style, _BODY, _SIZE)
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    # Latin text marked as Chinese would be broken anywhere, numbers in the middle.
    language = _element("w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN"})
    style.element.get_or_add_rPr().append(language)


def _font(holder: Any, name: str, size: float) -> None:
    """Latin letters and digits in Times New Roman, Chinese in `name`, for a run or a style."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    holder.font.name, holder.font.size = _LATIN, Pt(size)
    fonts = holder.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    # Quotation marks and dashes belong to both scripts: without the hint Word prints them half as wide.
    fonts.set(qn("w:hint"), "eastAsia")


def _run(paragraph: Any, text: str, font: str, size: float, *, marked: bool = False) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    run = paragraph.add_run(text)
    _font(run, font, size)
    if marked:
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _paragraph(
    document: Any, text: str, font: str, size: float, *, centred: bool = False, before: float = 0, after: float = 0
) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    _run(paragraph, text, font, size)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
    return paragraph


def _heading_line(document: Any, line: str) -> None:
    """填报部门, 联系人 and 联系电话 on one line, at two tab stops."""
    from docx.shared import Mm

    paragraph = _paragraph(document, line, _BODY, 12, after=3)
    for place in (110, 185):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(place))


def _table(document: Any, rows: Sequence[FormRow], form: Form) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT

    table = document.add_table(rows=0, cols=len(form.columns), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    _widths(table, form)
    _margins(table)
    heads, *body = expected_table(rows, form)
    _row(table, heads, [_HEAD] * len(heads), [True] * len(heads), repeated=True)
    centred = [column.field in _CENTRED for column in form.columns]
    room = _PAGE[1] - _MARGINS["top_margin"] - _MARGINS["bottom_margin"] - _height(heads, form)
    for values in body:
        # A row that must stay whole and fits no page is cut off at the foot of one.
        _row(table, values, [_BODY] * len(values), centred, whole=_height(values, form) <= room)


def _height(values: Sequence[str], form: Form) -> float:
    """How high a row prints at most, in mm."""
    sides = _CELL_MARGINS["left"] + _CELL_MARGINS["right"]
    inside = [width - sides for width in _column_widths(form)]
    return row_height(values, inside, _SIZE) + _CELL_MARGINS["top"] + _CELL_MARGINS["bottom"]


def _widths(table: Any, form: Form) -> None:
    from docx.shared import Mm

    for grid, width in zip(table.columns, _column_widths(form), strict=True):
        grid.width = Mm(width)


def _column_widths(form: Form) -> list[float]:
    """The widths of the columns in mm, by their shares of the page."""
    width = _PAGE[0] - _MARGINS["left_margin"] - _MARGINS["right_margin"]
    shares = sum(column.share for column in form.columns)
    return [width * column.share / shares for column in form.columns]


def _margins(table: Any) -> None:
    """Narrow cell margins: the profile column needs its width."""
    margins = _element("w:tblCellMar", {})
    for side, size in _CELL_MARGINS.items():
        margins.append(_element(f"w:{side}", {"w:w": str(round(size * _TWIPS_PER_MM)), "w:type": "dxa"}))
    # The schema wants w:tblLook last.
    table._tbl.tblPr.find("{*}tblLook").addprevious(margins)


def _row(
    table: Any,
    values: Sequence[str],
    fonts: Sequence[str],
    centred: Sequence[bool],
    *,
    repeated: bool = False,
    whole: bool = True,
) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    row = table.add_row()
    properties = row._tr.get_or_add_trPr()
    if whole:
        properties.append(_element("w:cantSplit", {}))
    if repeated:
        properties.append(_element("w:tblHeader", {}))
    for cell, value, font, middle in zip(row.cells, values, fonts, centred, strict=True):
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        _fill(cell, value, font, middle)


def _fill(cell: Any, value: str, font: str, centred: bool) -> None:
    """One paragraph a line of the value."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    first, *others = value.split("\n")
    for paragraph, text in [(cell.paragraphs[0], first), *((cell.add_paragraph(), other) for other in others)]:
        # What is open is marked as on the page, so that it is seen before the form is handed in.
        for part in [one for one in OPEN.split(text) if one] or [""]:
            _run(paragraph, part, font, _SIZE, marked=OPEN.fullmatch(part) is not None)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT


def _element(tag: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element

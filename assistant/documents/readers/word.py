"""The parse of a Word file: all its text in order, automatic numbers written out, hidden text left out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from assistant.documents.readers.numbering import Numbering

_TEXT_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({qn("w:del"), qn("w:moveFrom"), _FALLBACK, _TEXT_BOX, qn("w:pPr")})
_FOLIO = re.compile(r"[-—–\s0-9第页共/]*$")
_NEAR_WHITE = re.compile(r"(?:[Ff][0-9A-Fa-f]){3}")
# Half points: nobody reads letters of two points.
_TINY = 4
_NOTES = (("footnotes", "脚注"), ("endnotes", "尾注"))


def parse(path: Path) -> dict[str, object]:
    """`{"text": …, "hidden": …, "unseen": …, "doubtful": …}`: the text and how many characters were left out, those set
    as hidden and those nobody can see on the page (white on white, of next to no size); `doubtful` ones are kept, white
    letters on a page colour that is shown or not as Word is set."""
    return _Reading(docx.Document(str(path))).run()


class _Reading:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.hidden = 0
        self.unseen = 0
        self.doubtful = 0
        root = document.styles.element
        styles = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
        self.vanishing = {name for name, style in styles.items() if _vanishes(style.find(qn("w:rPr")))}
        properties = {name: style.find(qn("w:pPr")) for name, style in styles.items()}
        self.white = {name for name, style in styles.items() if _white(style.find(qn("w:rPr")))}
        self.shaded = {name for name, style in styles.items() if _fills(style.find(qn("w:pPr")))}
        background = document.element.find(qn("w:background"))
        self.coloured = background is not None and _dark(str(background.get(qn("w:color"), "auto")))
        self.numbering = Numbering(_part_root(document, "numbering"), properties)

    def run(self) -> dict[str, object]:
        lines = [*self._margins("header"), *self._blocks(self.document.element.body)]
        for part, name in _NOTES:
            root = _part_root(self.document, part)
            notes = [] if root is None else [self._note(note) for note in root if note.get(qn("w:type")) is None]
            lines += [f"{name}{number}：{text}" for number, text in enumerate(filter(None, notes), start=1)]
        lines += self._margins("footer")
        return {
            "text": "\n".join(lines) + "\n",
            "hidden": self.hidden,
            "unseen": self.unseen,
            "doubtful": self.doubtful,
        }

    def _note(self, note: Any) -> str:
        return " ".join(line.strip() for line in self._blocks(note) if line.strip())

    def _margins(self, kind: str) -> list[str]:
        lines: list[str] = []
        for section in self.document.sections:
            margin = getattr(section, kind)
            if not margin.is_linked_to_previous:
                lines += [line for line in self._blocks(margin._element) if not _FOLIO.fullmatch(line)]
        return list(dict.fromkeys(lines))

    def _blocks(self, parent: Any) -> Iterator[str]:
        for element in parent:
            if element.tag == qn("w:p"):
                yield self._paragraph(element)
                for box in _boxes(element):
                    yield from self._blocks(box)
            elif element.tag == qn("w:tbl"):
                yield from self._table(element)
            elif element.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> str:
        text = "".join(self._runs(paragraph))
        return self.numbering.label(paragraph) + text if text.strip() else ""

    def _runs(self, parent: Any) -> Iterator[str]:
        for element in parent:
            if element.tag in _SKIPPED:
                continue
            if element.tag == qn("w:r"):
                yield self._run(element)
            else:
                yield from self._runs(element)

    def _run(self, run: Any) -> str:
        pieces: list[str] = []
        for element in run:
            if element.tag == qn("w:t"):
                pieces.append(element.text or "")
            elif element.tag == qn("w:tab"):
                pieces.append("\u3000")
            elif element.tag in (qn("w:br"), qn("w:cr")):
                pieces.append("\n")
            elif element.tag == qn("w:noBreakHyphen"):
                pieces.append("-")
        text = "".join(pieces)
        properties = run.find(qn("w:rPr"))
        if self._is_hidden(properties):
            self.hidden += len(text.strip())
            return ""
        white = self._is_white(properties) and not self._stands_out(run)
        if text.strip() and (_tiny(properties) or (white and not self.coloured)):
            self.unseen += len(text.strip())
            return ""
        self.doubtful += len(text.strip()) if white else 0
        return text

    def _is_hidden(self, properties: Any | None) -> bool:
        if properties is None:
            return False
        style = properties.find(qn("w:rStyle"))
        return _vanishes(properties) or (style is not None and style.get(qn("w:val")) in self.vanishing)

    def _is_white(self, properties: Any | None) -> bool:
        """By its own colour, else by that of its character style."""
        if properties is None or properties.find(qn("w:color")) is not None:
            return _white(properties)
        style = properties.find(qn("w:rStyle"))
        return style is not None and style.get(qn("w:val")) in self.white

    def _stands_out(self, run: Any) -> bool:
        """Whether white letters are seen against what a run lies on: its paragraph's style, or nearer."""
        paragraph = _nearest(run, qn("w:p"))
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") if paragraph is not None else None
        styled = style is not None and style.get(qn("w:val")) in self.shaded
        return styled or _shaded(run)

    def _table(self, table: Any) -> Iterator[str]:
        rows = [self._row(row) for row in table.iter(qn("w:tr")) if _nearest(row, qn("w:tbl")) is table]
        for cells in rows:
            if len(cells) == 1:
                yield from cells[0]
            elif cells:
                yield "\t".join(" ".join(" ".join(lines).split()) for lines in cells) + "\t"

    def _row(self, row: Any) -> list[list[str]]:
        cells: list[list[str]] = []
        for cell in row.iter(qn("w:tc")):
            if _nearest(cell, qn("w:tr")) is not row:
                continue
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            continued = merge is not None and merge.get(qn("w:val")) != "restart"
            cells.append([] if continued else [line for line in self._blocks(cell) if line.strip()])
        return cells


def _nearest(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _boxes(paragraph: Any) -> Iterator[Any]:
    for box in paragraph.iter(_TEXT_BOX):
        if _nearest(box, _FALLBACK) is None and _nearest(box, qn("w:p")) is paragraph:
            yield box


def _vanishes(properties: Any | None) -> bool:
    mark = properties.find(qn("w:vanish")) if properties is not None else None
    return mark is not None and mark.get(qn("w:val")) not in ("0", "false", "off")


def _white(properties: Any | None) -> bool:
    color = properties.find(qn("w:color")) if properties is not None else None
    value = str(color.get(qn("w:val"), "")) if color is not None else ""
    return bool(_NEAR_WHITE.fullmatch(value))


def _tiny(properties: Any | None) -> bool:
    size = properties.find(qn("w:sz")) if properties is not None else None
    value = str(size.get(qn("w:val"), "")) if size is not None else ""
    return value.isdigit() and int(value) <= _TINY


def _shaded(run: Any) -> bool:
    """Whether a run, its paragraph or its cell has a background that white letters stand out against."""
    properties = run.find(qn("w:rPr"))
    highlight = properties.find(qn("w:highlight")) if properties is not None else None
    if highlight is not None and highlight.get(qn("w:val")) not in ("white", "none"):
        return True
    paragraph, cell, table = (_nearest(run, qn(tag)) for tag in ("w:p", "w:tc", "w:tbl"))
    paths = ((run, "w:rPr"), (paragraph, "w:pPr"), (cell, "w:tcPr"), (table, "w:tblPr"))
    owners = (owner.find(f"{qn(tag)}/{qn('w:shd')}") for owner, tag in paths if owner is not None)
    fills = (str(shade.get(qn("w:fill"), "auto")) for shade in owners if shade is not None)
    # A table style may shade its rows without a word in the cell.
    styled = table is not None and table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is not None
    return styled or any(map(_dark, fills))


def _fills(properties: Any | None) -> bool:
    shade = properties.find(qn("w:shd")) if properties is not None else None
    return shade is not None and _dark(str(shade.get(qn("w:fill"), "auto")))


def _dark(fill: str) -> bool:
    return fill != "auto" and not _NEAR_WHITE.fullmatch(fill)


def _part_root(document: Any, name: str) -> Any | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{name}") and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None

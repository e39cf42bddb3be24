"""Tables of honours: rows read by what their heads say, in whatever order the columns stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan

_LINE = re.compile(r"[^\n]+")
_EDGES = re.compile(r"[\t|｜]")
_RULE = re.compile(r"[\s|｜:：\-—=+]+")
# Heads that a table of something else has too count only below a line that speaks of honours.
_OF_HONOURS = re.compile(r"荣誉|奖|表彰|称号")
_KINDS = ("name", "issuer", "date", "level", "recipient", "other")
_LEAST = 2
_BLANK_NAME = re.compile(r"[\s\-—/、.。]*(?:暂?无|没有|未获得?|空白?)?[\s\-—/、.。]*")

Cells = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class HonourRow:
    """One row of a table of honours as offsets into the reading: the row, and the cells its heads name (or None)."""

    start: int
    end: int
    name: tuple[int, int] | None = None
    issuer: str = ""
    date: tuple[int, int] | None = None
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class HonourTable:
    """A table from its heads to its last row. A row whose cells do not fit the heads has no `name`."""

    start: int
    end: int
    rows: tuple[HonourRow, ...]


def honour_tables(scan: Scan) -> list[HonourTable]:
    """Every table of the file whose heads are those of honours."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(scan.text)]
    found: list[HonourTable] = []
    for number, (start, end) in enumerate(lines):
        inside = bool(found) and start < found[-1].end
        above = scan.text[slice(*lines[number - 1])] if number else ""
        kinds = [] if inside else _heads(scan.text[start:end], above)
        edged = _EDGES.search(scan.text, start, end) is not None
        rows = tuple(_rows(scan, lines[number + 1 :], kinds, edged=edged)) if kinds else ()
        if rows:
            found.append(HonourTable(start, rows[-1].end, rows))
    return found


def _heads(line: str, above: str) -> list[str]:
    """What each column of a row of heads holds; empty where it is no head of a table of honours."""
    kinds = [_kind(line[start:end].strip()) for start, end in _cells(line)]
    while kinds and not kinds[-1]:
        kinds.pop()
    enough = len(kinds) >= _LEAST and all(kinds) and kinds.count("name") == 1
    beside = {"issuer", "date", "level"} & {*kinds}
    return kinds if enough and beside and _OF_HONOURS.search(line + above) else []


def _kind(head: str) -> str:
    honours = load_lexicon("honours")
    plain = re.sub(r"[\s：:*＊]|[（(][^（）()]*[)）]", "", head)
    return next((kind for kind in _KINDS if honours.patterns[f"head_{kind}"].fullmatch(plain)), "")


def _rows(scan: Scan, lines: Sequence[tuple[int, int]], kinds: list[str], *, edged: bool) -> Iterator[HonourRow]:
    """The rows below the heads, up to the first line that is no row of cells like theirs or over a gap."""
    last = None
    for start, end in lines:
        line = scan.text[start:end]
        cells = [(start + left, start + right) for left, right in _cells(line)]
        gap = last is not None and scan.text[last:start].count("\n") > 1
        if (
            gap
            or (edged and not _EDGES.search(line))
            or len([cell for cell in cells if scan.text[slice(*cell)].strip()]) < _LEAST
            or "。" in line[:-1]
        ):
            return
        last = end
        if not _RULE.fullmatch(line):
            yield _row(scan, start, end, cells, kinds)


def _row(scan: Scan, start: int, end: int, cells: Cells, kinds: list[str]) -> HonourRow:
    by_kind = dict(zip(kinds, cells, strict=False))
    name = by_kind.get("name")
    # More cells than heads, or a first cell that is missing, and no column can be told.
    shifted = len([cell for cell in cells[len(kinds) :] if scan.text[slice(*cell)].strip()]) > 0
    if name is None or shifted:
        return HonourRow(start, end)
    texts = {kind: scan.text[slice(*cell)].strip() for kind, cell in by_kind.items()}
    return HonourRow(start, end, name, texts.get("issuer", ""), by_kind.get("date"), texts.get("recipient", ""))


def says_none(text: str) -> bool:
    """Whether a cell of a name says that there is none."""
    return _BLANK_NAME.fullmatch(text) is not None


def _cells(line: str) -> Cells:
    """The cells of a line, empty ones between tabs included; without tabs or bars, what wide or single gaps part."""
    if _EDGES.search(line):
        return _parted(line)
    gap = r" {2,}|\u3000+" if re.search(r"\S(?: {2,}|\u3000+)\S", line) else r" +"
    return [match.span() for match in re.finditer(rf"(?:(?!{gap})[^\n])+", line) if match.group().strip()]


def _parted(line: str) -> Cells:
    edges = [-1, *(match.start() for match in _EDGES.finditer(line)), len(line)]
    cells = [(left + 1, right) for left, right in pairwise(edges)]
    if line.lstrip().startswith(("|", "｜")):
        cells = cells[1:]
    return cells[:-1] if cells and not line[slice(*cells[-1])].strip() else cells

"""Tables in running text: rows of cells cut by tabs or bars, or a cell a line as word processors export them."""

import re
from dataclasses import dataclass

from assistant.documents.blocks import Block

_CELL = re.compile(r"[^\t|\n]*[^\t|\n\s][^\t|\n]*")
_RULE = re.compile(r"[|\s:\-—：]+$")


@dataclass(frozen=True, slots=True)
class TablePiece:
    """A stretch of a table: a column head (`表头/…`) or a row (`表格/第N行`)."""

    start: int
    end: int
    segment: str


def _rows(blocks: list[Block]) -> list[list[Block]]:
    rows: list[list[Block]] = []
    for block in blocks:
        several = len(_CELL.findall(block.norm)) > 1
        if (rows and _RULE.match(block.norm)) or (
            rows and not several and block.gap == 0 and len(_CELL.findall(rows[-1][-1].norm)) == 1
        ):
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def _heads(row: list[Block]) -> list[TablePiece]:
    pieces: list[TablePiece] = []
    for block in row:
        if pieces and _RULE.match(block.norm):
            pieces[-1] = TablePiece(pieces[-1].start, block.end, pieces[-1].segment)
            continue
        cells = list(_CELL.finditer(block.norm))
        for index, cell in enumerate(cells):
            name = re.sub(r"\s+", "", cell.group()).replace("/", "／")
            start = block.start if index == 0 else block.start + cell.start()
            end = block.end if index == len(cells) - 1 else block.start + cells[index + 1].start()
            pieces.append(TablePiece(start, end, f"表头/{name[:40]}"))
    return pieces


def table_pieces(blocks: list[Block]) -> list[TablePiece]:
    """The pieces of consecutive table blocks: each cell of the first row is a head, every further row is one piece."""
    rows = _rows(blocks)
    pieces = _heads(rows[0])
    for number, row in enumerate(rows[1:], start=1):
        pieces.append(TablePiece(row[0].start, row[-1].end, f"表格/第{number}行"))
    return pieces

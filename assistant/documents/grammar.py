"""The clause grammar: turns a document into its smallest citable units, each with a readable path."""

from bisect import bisect_right
from collections import Counter

from assistant.documents.blocks import read_blocks
from assistant.documents.cuts import cut_block
from assistant.documents.model import Clause, Document
from assistant.documents.outline import Piece, paragraph_segments
from assistant.documents.walk import Walk


def split_clauses(document: Document) -> tuple[Clause, ...]:
    """All clauses of `document` in reading order.

    Every non-blank character of `document.text` lies in exactly one clause, `clause.text` equals the stored text at
    its offsets, and paths are unique within the document. An empty document has no clauses.
    """
    blocks = [part for block in read_blocks(document.text) for part in cut_block(block)]
    pieces = Walk(blocks).run()
    seen: set[int] = set()
    for piece in pieces:
        if id(piece.node) not in seen:
            seen.add(id(piece.node))
            paragraph_segments(piece.node)
    return _clauses(document, pieces)


def _clauses(document: Document, pieces: list[Piece]) -> tuple[Clause, ...]:
    used: Counter[str] = Counter()
    clauses: list[Clause] = []
    for order, piece in enumerate(sorted(pieces, key=lambda piece: piece.start)):
        path = _unique(_path(piece), used)
        start, end = _trimmed(document.text, piece)
        page = bisect_right(document.page_starts, start) or None
        clauses.append(Clause(document.id, path, document.text[start:end], start, end, order, piece.kind, page))
    return tuple(clauses)


def _trimmed(text: str, piece: Piece) -> tuple[int, int]:
    stretch = text[piece.start : piece.end]
    start = piece.start + len(stretch) - len(stretch.lstrip())
    return start, start + len(stretch.strip())


def _path(piece: Piece) -> str:
    segments = [*piece.node.path(), *([piece.segment] if piece.segment else [])]
    return "/".join(segments) or "正文"


def _unique(path: str, used: Counter[str]) -> str:
    candidate = path
    while used[candidate]:
        used[path] += 1
        candidate = f"{path}〔{used[path]}〕"
    used[candidate] += 1
    return candidate

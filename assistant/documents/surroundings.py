"""What surrounds the provisions, block by block: signatures, contacts, contents, tables, attachments."""

import re

from assistant.documents import furniture
from assistant.documents.blocks import Block, is_terminated
from assistant.documents.markers import PART
from assistant.documents.outline import Node, Outline
from assistant.documents.tables import table_pieces

_PHONE = re.compile(r"[0-9]{3,4}\s*[-—－–]{1,2}\s*[0-9]{7,8}|1[0-9]{10}|@")
_FIXED = {
    "number": ("文号", "title"),
    "copies": ("抄送", "signature"),
    "publicity": ("公开属性", "signature"),
    "fields": ("填报信息", "table"),
    "folio": ("页码", "note"),
}


class Surroundings:
    """The part of the walk that knows furniture; `at` is the index of the next block."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.at = 0
        self.outline = Outline()
        self.signed = False

    def _next(self, ahead: int = 0) -> Block | None:
        index = self.at + ahead
        return self.blocks[index] if index < len(self.blocks) else None

    def _previous(self) -> Block | None:
        return self.blocks[self.at - 2] if self.at >= 2 else None

    def _leaf(self, start: int, end: int, kind: str, segment: str, node: Node | None = None) -> None:
        self.outline.add(start, end, kind, node=node or self.outline.scope, segment=segment, role="leaf")

    def _fixed(self, block: Block) -> None:
        segment, kind = _FIXED[block.kind]
        root = block.kind in ("copies", "publicity", "folio")
        self._leaf(block.start, block.end, kind, segment, self.outline.root if root else None)

    def _note(self, block: Block) -> None:
        last = self.outline.pieces[-1] if self.outline.pieces else None
        self._leaf(block.start, block.end, "note", "注", last.node if last and last.kind == "table" else None)

    def _signature(self, block: Block) -> bool:
        """Lines of bodies followed by a date are one signature (or one 印发 line)."""
        ahead, current = 0, block
        while (
            current.kind == "plain"
            and len(current.core) <= 40
            and not re.search(r"[，。；！？：]", current.core)
            and ahead < 6
        ):
            if furniture.is_title(current.core) and not furniture.is_organisation(current.core):
                return False
            following = self._next(ahead)
            if following is None:
                return False
            current, ahead = following, ahead + 1
        if current.kind not in ("date", "issued"):
            return False
        self.at += ahead - 1
        (self._date if current.kind == "date" else self._issued)(self.blocks[self.at], block.start)
        self.at += 1
        return True

    def _date(self, block: Block, start: int | None = None) -> None:
        opening = not self.outline.pieces or all(piece.kind == "title" for piece in self.outline.pieces)
        self._leaf(block.start if start is None else start, block.end, "signature", "发文信息" if opening else "落款")
        self.outline.close_to_scope()
        self.signed = not opening

    def _issued(self, block: Block, start: int | None = None) -> None:
        last = self.outline.pieces[-1] if self.outline.pieces else None
        if last is not None and last.segment == "印发信息":
            last.end = block.end
            return
        self._leaf(block.start if start is None else start, block.end, "signature", "印发信息", self.outline.root)

    def _contact(self, block: Block) -> None:
        end, following = block.end, self._next()
        while following is not None and (following.kind == "contact" or _is_contact_tail(following)):
            self.at, end = self.at + 1, following.end
            following = self._next()
        inside = self.outline.top.headed and len(self.outline.top.pieces) == 1
        segment, node = ("正文", self.outline.top) if inside else ("联系方式", None)
        self._leaf(block.start, end, "contact", segment, node)

    def _toc(self, block: Block) -> None:
        end, first = block.end, ""
        following = self._next()
        while following is not None and _is_toc_entry(following, first):
            first = first or _toc_key(following)
            self.at, end = self.at + 1, following.end
            following = self._next()
        self._leaf(block.start, end, "toc", "目录")

    def _table(self, block: Block) -> None:
        rows, following = [block], self._next()
        while following is not None and following.kind == "table":
            rows.append(following)
            self.at += 1
            following = self._next()
        for piece in table_pieces(rows):
            self._leaf(piece.start, piece.end, "table", piece.segment, self.outline.top)

    def _attachment(self, block: Block) -> None:
        match = furniture.ATTACHMENT.match(block.core.replace("**", "").strip())
        assert match is not None
        word, number, rest = re.sub(r"\s", "", match.group(1)), match.group(2) or "", match.group(3)
        if self._is_listing(block, number, rest):
            self._listing(block)
            return
        self.outline.enter_scope(f"{word}{number}")
        self.signed = False
        self._leaf(block.start, block.end, "title" if rest else "heading", "标题" if rest else "")

    def _is_listing(self, block: Block, number: str, rest: str) -> bool:
        following = self._next()
        first = following is not None and following.marker is not None and following.marker.ordinal == 1
        if not rest:
            return "：" in block.core and first
        later = [later for later in self.blocks[self.at :] if later.kind == "attachment"]
        return not number or any(furniture.same_attachment(block.core, other.core) for other in later)

    def _listing(self, block: Block) -> None:
        end, following = block.end, self._next()
        while following is not None and _is_listed(following):
            self.at, end = self.at + 1, following.end
            following = self._next()
        self._leaf(block.start, end, "note", "附件目录")


def _is_listed(block: Block) -> bool:
    if block.kind == "attachment":
        match = furniture.ATTACHMENT.match(block.core)
        return match is not None and bool(match.group(3))
    return block.kind == "marked" and not is_terminated(block.norm) and len(block.norm) <= 60


def _is_contact_tail(block: Block) -> bool:
    return block.kind in ("plain", "label") and len(block.core) <= 60 and _PHONE.search(block.core) is not None


def _toc_key(block: Block) -> str:
    return re.sub(r"[\s.…·0-9]", "", block.core)


def _is_toc_entry(block: Block, first: str) -> bool:
    if block.kind == "toc":
        return True
    if block.marker is not None and block.marker.rank == PART and block.kind == "marked" and first:
        return False
    short = len(block.core) <= 60 and (not is_terminated(block.core) or block.core[-1] in ".…")
    return short and _toc_key(block) != first and block.kind in ("marked", "plain", "attachment")

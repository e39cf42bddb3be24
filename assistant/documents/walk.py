"""The walk over the blocks of a document: decides what each is in its surroundings and hangs it on the outline."""

import re
from collections.abc import Callable

from assistant.documents import furniture
from assistant.documents.blocks import Block, is_short_heading, is_terminated, is_terse_heading
from assistant.documents.lines import squeeze
from assistant.documents.markers import ARTICLE, HEADING, PART, SECTION, SUB, Marker
from assistant.documents.outline import Node, Outline, Piece, heading_text, marker_segment
from assistant.documents.tables import table_pieces

_INNER = re.compile(r"[，。；！？：](?=\s*\S)")
_PHONE = re.compile(r"[0-9]{3,4}\s*[-—－–]{1,2}\s*[0-9]{7,8}|1[0-9]{10}|@")
_FIXED = {
    "number": ("文号", "title"),
    "copies": ("抄送", "signature"),
    "publicity": ("公开属性", "signature"),
    "fields": ("填报信息", "table"),
    "folio": ("页码", "note"),
}
_CONTENT = frozenset({"plain", "run_in", "bullet", "label", "table", "fields", "contact"})


class Walk:
    """One pass over the blocks. `run` returns the pieces in document order."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks
        self.at = 0
        self.outline = Outline()
        self.signed = False
        self.preface: dict[int, Node] = {}
        self.steps: dict[str, Callable[[Block], None]] = {
            "marked": self._marked,
            "run_in": self._run_in,
            "heading": self._heading,
            "plain": self._plain,
            "bullet": self._bullet,
            "label": self._label,
            "contact": self._contact,
            "date": self._date,
            "issued": self._issued,
            "note": self._note,
            "toc": self._toc,
            "table": self._table,
            "attachment": self._attachment,
        }

    def run(self) -> list[Piece]:
        """Walk to the end and return what was found."""
        while self.at < len(self.blocks):
            block = self.blocks[self.at]
            self.at += 1
            self.steps.get(block.kind, self._fixed)(block)
        for scope, node in [(node.parent, node) for node in self.preface.values()]:
            numbered = scope is self.outline.root and self.outline.root.numbered
            node.segment = "引言" if numbered else "正文"
        return self.outline.pieces

    def _next(self, ahead: int = 0) -> Block | None:
        index = self.at + ahead
        return self.blocks[index] if index < len(self.blocks) else None

    def _previous(self) -> Block | None:
        return self.blocks[self.at - 2] if self.at >= 2 else None

    def _leaf(self, start: int, end: int, kind: str, segment: str, node: Node | None = None) -> None:
        self.outline.add(start, end, kind, node=node or self.outline.scope, segment=segment, role="leaf")

    # -- numbering and headings

    def _marked(self, block: Block) -> None:
        marker = block.marker
        assert marker is not None
        end, body = block.end, block.body.strip()
        following = self._next()
        if not body and marker.rank <= SECTION and following and following.kind in ("plain", "heading"):
            self.at += 1
            end, body = following.end, following.body
        headed = self._is_headed(marker, body)
        node = self.outline.enter(marker, marker_segment(marker, body, headed), headed)
        node.listed = node.listed or body.endswith(("；", ";"))
        self.outline.add(block.start, end, "heading" if headed else "body", role="head" if headed else "own")

    def _is_headed(self, marker: Marker, body: str) -> bool:
        following = self._next()
        if marker.rank <= SECTION:
            return True
        if following is None or len(body) > (12 if marker.rank == ARTICLE else 24) or self.outline.in_list(marker):
            return False
        inner = following.marker
        deeper = inner is not None and inner.ordinal <= 1 and (inner.rank > marker.rank or inner.rank == SUB)
        if not deeper and following.kind not in _CONTENT:
            return False
        if is_short_heading(marker, body) and not deeper:
            return True
        if _INNER.search(body):
            return False
        return not is_terminated(body) or is_terse_heading(marker, body, deeper)

    def _run_in(self, block: Block) -> None:
        marker = block.marker
        assert marker is not None
        self.outline.enter(marker, marker.label, headed=False)
        self.outline.add(block.start, block.end, "body", role="own")

    def _heading(self, block: Block) -> None:
        title = heading_text(block.core)
        if self.outline.bare and furniture.is_title(block.core):
            self._title(block)
            return
        for node in self.outline.open:
            if (
                node.segment
                and node.segment.replace("的", "").endswith(title.replace("的", ""))
                and node.rank <= HEADING
            ):
                self._leaf(block.start, block.end, "heading", f"● {title}", node)
                return
        rank = block.marker.rank if block.marker else HEADING
        self.outline.enter(Marker(rank, 0, title, 0), title.replace("/", "／"), headed=True)
        self.outline.add(block.start, block.end, "heading", role="head")

    # -- unnumbered text

    def _plain(self, block: Block) -> None:
        if self._signature(block) or self._front_matter(block):
            return
        if furniture.CLOSING.match(block.core) and len(block.core) <= 120:
            self._leaf(block.start, block.end, "body", "结语")
        elif furniture.FORWARDING.match(block.core.replace("\n", "")) and self.outline.bare:
            self._leaf(block.start, block.end, "body", "印发说明")
        elif self._is_bare_heading(block):
            self._heading(block)
        else:
            self._paragraph(block)

    def _paragraph(self, block: Block) -> None:
        self.outline.leave_list()
        self.outline.add(block.start, block.end, "body", node=self._preface() if self.outline.bare else None)

    def _preface(self) -> Node:
        scope = self.outline.scope
        if id(scope) not in self.preface:
            self.preface[id(scope)] = Node(0.6, "引言", scope)
        return self.preface[id(scope)]

    def _front_matter(self, block: Block) -> bool:
        first = self.outline.scope is not self.outline.root and len(self.outline.scope.pieces) == 1
        if (first and len(block.core) <= 60 and not re.search(r"[，。；！？：]", block.core)) or (
            furniture.is_title(block.core) and (self.outline.bare or self.signed)
        ):
            self._title(block)
        elif not self.outline.bare:
            return False
        elif furniture.is_organisation(block.core):
            self._leaf(block.start, block.end, "title", "发文机关")
        elif furniture.is_addressee(block.core):
            self._leaf(block.start, block.end, "body", "主送")
        elif furniture.CAPTION.match(block.core):
            self._leaf(block.start, block.end, "body", "题注")
        else:
            return False
        return True

    def _title(self, block: Block) -> None:
        pieces = self.outline.pieces
        if pieces and pieces[-1].kind == "title" and pieces[-1].segment.endswith("标题") and not self.signed:
            pieces[-1].end = block.end
            return
        if self.signed and self.outline.scope.numbered:
            self.outline.enter_scope(squeeze(block.core).replace("/", "／"))
            self.signed = False
        inner = self.signed and self.outline.scope is self.outline.root
        self._leaf(block.start, block.end, "title", "正文标题" if inner else "标题")
        self.signed = False

    def _is_bare_heading(self, block: Block) -> bool:
        core, following, previous = block.core.strip(), self._next(), self._previous()
        if len(core) > 22 or is_terminated(core) or re.search(r"[，。；：！？、0-9]", core) or following is None:
            return False
        if furniture.is_organisation(core) or not re.search(r"[\u4e00-\u9fff]{2}", core):
            return False
        pieces = self.outline.pieces
        titled = bool(pieces) and pieces[-1].kind in ("heading", "title")
        unbroken = titled or previous is None or is_terminated(previous.norm) or previous.kind != "plain"
        opens = following.kind in ("bullet", "label", "table", "contact") or (
            following.kind == "plain" and len(following.core) > 24
        )
        first = following.marker is not None and following.marker.ordinal == 1 and following.kind == "marked"
        return unbroken and (opens or first)

    def _bullet(self, block: Block) -> None:
        node = self.outline.scope if self.outline.bare else self.outline.top
        count = sum(1 for piece in node.pieces if piece.segment.startswith("要点"))
        self._leaf(block.start, block.end, "body", f"要点{count + 1}", node)

    def _label(self, block: Block) -> None:
        match = furniture.LABEL.match(block.core)
        assert match is not None
        self.outline.leave_list()
        self._leaf(block.start, block.end, "body", re.sub(r"\s", "", match.group(1)), self.outline.top)

    # -- furniture

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
        inside = "联系" in self.outline.top.segment
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

"""The walk over the blocks of a document: decides what each is in its surroundings and hangs it on the outline."""

import re
from collections.abc import Callable

from assistant.documents import furniture
from assistant.documents.blocks import Block, is_short_heading, is_terminated, is_terse_heading
from assistant.documents.lines import squeeze
from assistant.documents.markers import ARTICLE, HEADING, SECTION, SUB, Marker
from assistant.documents.outline import Node, Piece, heading_text, marker_segment
from assistant.documents.surroundings import Surroundings

_INNER = re.compile(r"[，。；！？：](?=\s*\S)")
_CONTENT = frozenset({"plain", "run_in", "bullet", "label", "table", "fields", "contact"})


class Walk(Surroundings):
    """One pass over the blocks. `run` returns the pieces in document order."""

    def __init__(self, blocks: list[Block]) -> None:
        super().__init__(blocks)
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
        bare = len(body) <= 24 and not is_terminated(body) and not _INNER.search(body)
        named = headed or (bare and not self.outline.in_list(marker))
        node = self.outline.enter(marker, marker_segment(marker, body, named), headed)
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

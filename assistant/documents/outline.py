"""The tree of a document: nodes for numbering and headings, pieces for the stretches of text that hang on them."""

import re
from dataclasses import dataclass, field

from assistant.documents.lines import squeeze
from assistant.documents.markers import ARTICLE, CHAPTER, DETAIL, ITEM, PART, POINT, SUB, Marker


@dataclass(slots=True)
class Piece:
    """A stretch of the stored text hanging on a node. `segment` names a leaf of its own; empty for the node's text."""

    start: int
    end: int
    kind: str
    node: "Node"
    segment: str = ""
    role: str = "paragraph"


@dataclass(slots=True)
class Node:
    """A place in the tree. `segment` is its part of the path (empty for the root and for what paths leave out)."""

    rank: float
    segment: str
    parent: "Node | None" = None
    ordinal: int = 0
    headed: bool = False
    listed: bool = False
    latest: dict[float, "Node"] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def numbered(self) -> bool:
        """Has it numbering or headings below it?"""
        return any(rank >= PART for rank in self.latest)

    def path(self) -> list[str]:
        """The segments from the root down to this node."""
        above = self.parent.path() if self.parent else []
        return [*above, self.segment] if self.segment else above


class Outline:
    """Places numbering in the tree: knows the open nodes and where the next piece belongs."""

    def __init__(self) -> None:
        self.root = Node(0.0, "")
        self.open: list[Node] = [self.root]
        self.scope = self.root
        self.pieces: list[Piece] = []

    @property
    def top(self) -> Node:
        """The innermost open node."""
        return self.open[-1]

    @property
    def bare(self) -> bool:
        """Has the current scope no numbering open yet?"""
        return self.top is self.scope

    def enter_scope(self, segment: str) -> Node:
        """Open an attachment: numbering starts afresh below it."""
        node = Node(0.5, segment, self.root)
        self.root.latest[node.rank] = node
        self.open = [self.root, node]
        self.scope = node
        return node

    def close_to_scope(self) -> None:
        """Forget the open numbering of the current scope."""
        while self.open[-1] is not self.scope:
            self.open.pop()

    def enter(self, marker: Marker, segment: str, headed: bool) -> Node:
        """Open the node of a numbering, closing what it ends."""
        if any(node.rank == marker.rank for node in self.open):
            while self.open.pop().rank != marker.rank:
                continue
        else:
            while self.top is not self.scope and not self._holds(self.top, marker):
                self.open.pop()
        node = Node(marker.rank, segment, self.top, marker.ordinal, headed)
        before = self.top.latest.get(marker.rank)
        node.listed = before is not None and before.listed
        self.top.latest[marker.rank] = node
        self.open.append(node)
        return node

    def _holds(self, node: Node, marker: Marker) -> bool:
        if node.rank < marker.rank:
            return True
        turned = (marker.rank == SUB and node.rank in (POINT, DETAIL)) or (marker.rank == ITEM and node.rank == SUB)
        return turned and marker.ordinal == 1 and self._inverted(node, marker)

    def _inverted(self, node: Node, marker: Marker) -> bool:
        """Some notices nest （一） in 1.: so it is when this kind of numbering starts and none stands above."""
        return node.parent is not None and marker.rank not in node.parent.latest

    def in_list(self, marker: Marker) -> bool:
        """Does this numbering continue a list whose items end with semicolons?"""
        for node in self.open:
            before = node.latest.get(marker.rank)
            if (
                before is not None
                and before.listed
                and marker.ordinal > 1
                and any(before is held for held in self.open)
            ):
                return True
        return False

    def leave_list(self) -> None:
        """Before an unnumbered paragraph: step out of items that cannot hold one (ended by ；, or below an article)."""
        while self.top.rank > ARTICLE and not self.top.headed:
            below_article = any(node.rank == ARTICLE for node in self.open)
            if not (below_article or self.top.listed):
                return
            self.open.pop()

    def add(
        self, start: int, end: int, kind: str, *, node: Node | None = None, segment: str = "", role: str = ""
    ) -> None:
        """Hang a stretch of text on `node` (the innermost open node unless given)."""
        owner = node or self.top
        piece = Piece(start, end, kind, owner, segment, role or "paragraph")
        owner.pieces.append(piece)
        self.pieces.append(piece)


_NUMERALS = "一二三四五六七八九十"


def ordinal_name(number: int) -> str:
    """The Chinese numeral of 1 to 99."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens - 1] + "十"
    return lead + (_NUMERALS[ones - 1] if ones else "")


def marker_segment(marker: Marker, body: str, headed: bool) -> str:
    """The path segment of a numbering with its heading, or with the short head its text starts with."""
    label = re.sub(r"\s+", "", marker.label) if not marker.label[:1].isascii() else marker.label
    head = heading_text(body) if headed else run_in_head(body)
    if marker.rank == ARTICLE and not headed:
        head = ""
    gap = " " if head and (marker.rank <= CHAPTER + 1 or marker.rank in (PART, ARTICLE) or label[-1:].isalnum()) else ""
    return f"{label}{gap}{head}".replace("/", "／")


def heading_text(body: str) -> str:
    """A heading as a path shows it: one line, without decoration and final punctuation."""
    flat = squeeze(body.replace("**", "").strip("#*● "))
    return re.sub(r"(?:如下)?[。：；，\s]+$", "", flat)


def run_in_head(body: str) -> str:
    """The short head a paragraph starts with (`参评范围。…`, `通知公告（2024年11月上旬）。…`), or nothing."""
    match = re.match(r"\s*([^。：；！？\n]{2,24}?)(?:（[^）]{2,24}）)?(?:[。：])(?=\s*\S)", body.replace("**", ""))
    if match is None or len(match.group(1)) > 20:
        return ""
    return squeeze(match.group(1))


def paragraph_segments(node: Node) -> None:
    """Name the paragraphs of a node: 第一款, 第二款 … where several stand under one numbering, 正文 under a heading."""
    own = [piece for piece in node.pieces if piece.role == "own"]
    plain = [piece for piece in node.pieces if piece.role == "paragraph" and not piece.segment]
    if own and not plain:
        return
    if not own and len(plain) == 1:
        plain[0].segment = "正文" if any(piece.role == "head" for piece in node.pieces) else ""
        return
    for number, piece in enumerate([*own, *plain], start=1):
        piece.segment = f"第{ordinal_name(number)}款"

"""From lines to blocks: a paragraph (joined across page breaks), a heading, a table row or a piece of furniture."""

import re
from dataclasses import dataclass, replace

from assistant.documents import furniture
from assistant.documents.lines import Line, fold, split_lines
from assistant.documents.markers import (
    ARTICLE,
    CHAPTER,
    HEADING,
    ITEM,
    PART,
    SECTION,
    SUB,
    Marker,
    confirm_glued,
    read_marker,
)

_TERMINAL = re.compile(r"[。！？；：.!?;…][”’）》】」*\s]*$")
_CONNECTED = re.compile(r"(?:[，、（《“〈【—\-－]|[和及与或的对为将由在是、把被使让向从以于到过达])[*\s]*$")
_MARKDOWN = re.compile(r"(#{1,6})\s+")
_CITED = re.compile(r"第\s*[一二三四五六七八九十百零0-9]{1,6}\s*[章节条款项]")
_JOINABLE = frozenset({"marked", "plain", "bullet", "label", "note", "contact", "copies", "attachments"})


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines that belong together. `lead` is the length of decoration before the marker or the text."""

    kind: str
    start: int
    end: int
    norm: str
    lead: int = 0
    marker: Marker | None = None
    last_line: int = 0
    gap: int = 0

    @property
    def core(self) -> str:
        """Folded text without leading decoration."""
        return self.norm[self.lead :]

    @property
    def body(self) -> str:
        """Folded text after decoration and numbering."""
        return self.core[self.marker.length :] if self.marker else self.core


def _is_row(line: Line) -> bool:
    if line.core.startswith("|") and line.core.count("|") >= 3:
        return True
    if not line.cells:
        return False
    simple = line.text.count("\t") < 2 and (read_marker(line.core) or furniture.CONTACT.match(line.core))
    return not simple


_SIMPLE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("toc", furniture.TOC),
    ("fields", furniture.EMPTY_FIELDS),
    ("contact", furniture.CONTACT),
    ("copies", furniture.COPIES),
    ("number", furniture.NUMBER),
    ("date", furniture.DATE_LINE),
    ("issued", furniture.ISSUED),
    ("publicity", furniture.PUBLICITY),
    ("note", furniture.NOTE),
)


def _attachment(core: str) -> str:
    match = furniture.ATTACHMENT.match(core)
    if match is None:
        return ""
    rest = match.group(3)
    glued = core[match.end(1) : match.start(3)].strip() == ""
    if rest and ((glued and not core[match.end(1)].isspace()) or re.search(r"[。，；]$", rest) or len(rest) > 60):
        return ""
    return "attachment"


def classify(line: Line, glued: Marker | None) -> Block:
    """The block a line makes on its own."""
    core = line.core
    if furniture.FOLIO.match(line.norm):
        return Block("folio", line.start, line.end, line.norm, 0, None, len(line.text), line.gap)
    block = Block("plain", line.start, line.end, line.norm, line.lead, None, len(line.text), line.gap)
    if _is_row(line):
        return replace(block, kind="table", lead=0)
    bare = core.replace("**", "").strip()
    for kind, pattern in _SIMPLE:
        if pattern.match(bare):
            return replace(block, kind=kind)
    if _attachment(bare):
        return replace(block, kind="attachment")
    marker = read_marker(core) or glued
    if marker is not None:
        return replace(block, kind="marked", marker=marker)
    return _decorated(block, line)


def _decorated(block: Block, line: Line) -> Block:
    sign = furniture.HEAD_SIGN.match(line.norm)
    short = len(line.core) <= 26 and not _TERMINAL.search(line.core)
    if sign and short:
        return replace(block, kind="heading", lead=sign.end())
    markdown = _MARKDOWN.match(line.norm)
    if markdown and len(line.core) <= 60:
        level = len(markdown.group(1))
        return replace(block, kind="heading", lead=markdown.end(), marker=Marker(HEADING - 1 + level / 10, 0, "", 0))
    bullet = furniture.BULLET.match(line.norm)
    if bullet and not line.norm.startswith("**"):
        return replace(block, kind="bullet", lead=bullet.end())
    if furniture.LABEL.match(line.core):
        return replace(block, kind="label")
    return block


def is_terminated(norm: str) -> bool:
    """Does the text end a sentence (or a lead-in)?"""
    return _TERMINAL.search(norm) is not None


def is_short_heading(marker: Marker, body: str) -> bool:
    """Is this unterminated text after 一、 or （一） a heading in spite of a comma (`二、加强宣传，营造氛围`)?"""
    longest = 30 if marker.rank == ITEM else 16
    return marker.rank in (ITEM, SUB) and len(body) <= longest and re.search(r"[。；！？：]", body) is None


def is_article_text(body: str) -> bool:
    """Does this short text after 第X条 start a sentence rather than name the article?"""
    return re.match(r"(?:为|根据|依据|按照|本|凡|在|对|由|各|市|省|县|申报|获奖)", body) is not None and len(body) > 4


def is_terse_heading(marker: Marker, body: str, deeper: bool) -> bool:
    """Is this one short sentence a heading (`1、基本条件。`) rather than a provision (`3.近3年无重大事故。`)?"""
    if marker.rank == ARTICLE or body[-1] not in "。：":
        return False
    return len(body) <= 16 if deeper else len(body) <= 11 and re.search(r"[0-9的]", body) is None


def is_open(block: Block, listed: bool) -> bool:
    """Was the block cut in the middle of a sentence, so that the next plain line continues it?

    `listed` tells that the item before it ended with a semicolon, so that this one is no heading.
    """
    if block.kind not in _JOINABLE or is_terminated(block.norm) or re.fullmatch(r"（.*）", block.core, re.S):
        return False
    if listed and block.marker is not None:
        return True
    if block.kind == "plain" and re.match(r".{0,60}关于", block.core) and not furniture.is_title(block.core):
        return len(block.core) <= 110
    if _CONNECTED.search(block.norm):
        return True
    body = block.body
    if block.marker and block.marker.rank == ARTICLE:
        return len(body) >= 14 or is_article_text(body)
    if (block.marker and block.marker.rank in (PART, CHAPTER, SECTION)) or block.last_line < 15:
        return False
    if block.kind == "plain" and (furniture.is_title(body) or furniture.is_organisation(body)):
        return False
    if block.marker and is_short_heading(block.marker, body):
        return False
    inner = re.search(r"[，。；]", body) is not None
    longest = 34 if block.marker and block.marker.rank in (ITEM, SUB) else 26
    return inner or len(body) > longest


def join(first: Block, second: Block, text: str) -> Block:
    """One block over both, with what lies between them."""
    return replace(first, end=second.end, norm=fold(text[first.start : second.end]), last_line=second.last_line)


def _starts_reference(previous: Block | None, block: Block) -> bool:
    """Is this `第十条…` the tail of a broken sentence rather than a new article?"""
    if previous is None or block.marker is None or block.marker.rank not in (ARTICLE, CHAPTER):
        return False
    if is_terminated(previous.norm) or previous.kind not in ("marked", "plain"):
        return False
    cited = re.search(r"(?:依据|根据|按照|依照|违反|符合|本办法|本规定|本条例|和|及|或|、|》)\s*$", previous.norm)
    return cited is not None


def _is_listed(blocks: list[Block]) -> bool:
    """Did the nearest item of the same rank before the last block end with a semicolon?"""
    marker = blocks[-1].marker
    if marker is None:
        return False
    for block in reversed(blocks[:-1]):
        if block.marker is not None and block.marker.rank <= marker.rank:
            return block.marker.rank == marker.rank and block.norm.endswith(("；", ";"))
    return False


def _continues(blocks: list[Block], block: Block) -> bool:
    if not blocks:
        return False
    previous = blocks[-1]
    if block.kind == "plain" and is_open(previous, _is_listed(blocks)):
        return True
    if block.kind == "plain" and _CITED.match(block.core) and previous.kind in _JOINABLE:
        return not is_terminated(previous.norm)
    return _starts_reference(previous, block)


def read_blocks(text: str) -> list[Block]:
    """The blocks of a stored text in order; together they cover every non-blank character once."""
    lines = split_lines(text)
    glued = confirm_glued([line.core for line in lines])
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        block = classify(line, glued.get(index))
        folio = blocks.pop() if len(blocks) > 1 and blocks[-1].kind == "folio" else None
        if _continues(blocks, block):
            blocks[-1] = join(blocks[-1], block, text)
        else:
            blocks += [block] if folio is None else [folio, block]
    return blocks

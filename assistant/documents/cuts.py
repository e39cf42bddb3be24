"""Cutting a block where one paragraph packs several provisions: inline numbering, glued articles, run-in headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.documents.blocks import Block
from assistant.documents.markers import ARTICLE, ASPECT, RUNIN, Marker, number_of, read_marker

_INLINE = re.compile(r"（\s*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})\s*）|[①-⑳]|(?<![0-9.])[0-9]{1,2}[.、](?![0-9])")
_BEFORE = re.compile(r"[；;。：:！？”）]\s*$")
_ARTICLE = re.compile(r"第\s*([一二三四五六七八九十百零〇0-9]{1,6})\s*条\s+")
_BOLD = re.compile(r"\*\*([^*\n]{2,30})\*\*")
_ORDINAL = re.compile(r"(?<=[。；：])\s*(?:\*\*)?([一二三四五六七八九十]{1,2})是")
_ASPECT = re.compile(r"(?:(?<=^)|(?<=[。；：]))\s*(?:\*\*)?(在[\u4e00-\u9fff、]{2,10}方面)(?:\*\*)?[，,]")
_GROUP = re.compile(
    r"(?:(?<=^)|(?<=[。；]))\s*([\u4e00-\u9fff]{0,8}(?:人员|学者|专家|工人|职工|组织|企业|单位|个人|工匠|班组))要求(?=[\u4e00-\u9fff])"
)
_LONG = 120


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a new provision starts inside a block: offset in the block, its marker and its path segment."""

    at: int
    marker: Marker
    run_in: bool


def _tail(norm: str, at: int) -> str:
    """The few signs before `at`: enough to see whether a sentence ended there."""
    return norm[max(0, at - 6) : at]


def _sequence(marks: list[tuple[int, Marker]], start: int) -> list[tuple[int, Marker]]:
    """The longest run start, start+1, … of one kind of inline numbering."""
    best: list[tuple[int, Marker]] = []
    for rank in {marker.rank for _, marker in marks}:
        run: list[tuple[int, Marker]] = []
        for at, marker in marks:
            if marker.rank == rank and marker.ordinal == start + len(run):
                run.append((at, marker))
        best = max(best, run, key=len)
    return best


def _inline(block: Block) -> Iterator[Cut]:
    own = block.lead + (block.marker.length if block.marker else 0)
    marks: list[tuple[int, Marker]] = []
    for match in _INLINE.finditer(block.norm, own):
        marker = read_marker(block.norm[match.start() :])
        if marker is not None and (_BEFORE.search(_tail(block.norm, match.start())) or match.start() == own):
            marks.append((match.start(), marker))
    if block.marker is not None:
        same = [pair for pair in marks if pair[1].rank == block.marker.rank]
        following = _sequence(same, block.marker.ordinal + 1)
        yield from (Cut(at, marker, False) for at, marker in following)
        if following:
            return
    run = _sequence(marks, 1)
    if len(run) > 3 or (len(run) > 1 and len(block.norm) > 80):
        yield from (Cut(at, marker, False) for at, marker in run)


def _articles(block: Block) -> Iterator[Cut]:
    expected = block.marker.ordinal + 1 if block.marker and block.marker.rank == ARTICLE else None
    heading = block.marker is not None and block.marker.rank < ARTICLE
    for match in _ARTICLE.finditer(block.norm, block.lead + 1):
        ordinal = number_of(match.group(1))
        ended = _BEFORE.search(_tail(block.norm, match.start())) is not None
        if (ended and ordinal == expected) or (heading and expected is None):
            yield Cut(match.start(), Marker(ARTICLE, ordinal, f"第{match.group(1)}条", len(match.group())), False)
            expected = ordinal + 1


def _bold(norm: str) -> Iterator[tuple[int, float, str]]:
    for match in _BOLD.finditer(norm):
        before = _tail(norm, match.start())
        if before.strip() and not re.search(r"[。；：！？]\s*$", before) and match.start() > 0:
            continue
        name = match.group(1).strip("。：，； ")
        aspect = not re.match(r"[一二三四五六七八九十]{1,2}是", name)
        yield match.start(), ASPECT if aspect else RUNIN, name


def _plain(norm: str) -> Iterator[tuple[int, float, str]]:
    ordinals = list(_ORDINAL.finditer(norm))
    if len(ordinals) > 1 and number_of(ordinals[0].group(1)) == 1:
        for match in ordinals:
            head = re.match(r"[^。，；：*]{2,16}", norm[match.start(1) :])
            yield match.start(1), RUNIN, head.group() if head else match.group(1) + "是"
    groups = list(_GROUP.finditer(norm))
    if len(groups) < 2 and "**" not in norm:
        groups = []
    for match in [*_ASPECT.finditer(norm), *groups]:
        yield match.start(1), ASPECT, match.group(1)


def _run_ins(block: Block) -> Iterator[Cut]:
    starts = block.kind == "plain" and _ASPECT.match(block.norm) is not None
    if len(block.norm) < _LONG and "**" not in block.norm and not starts:
        return
    own = block.lead + (block.marker.length if block.marker else 0)
    found: dict[int, tuple[float, str]] = {at: (rank, name) for at, rank, name in _bold(block.norm)}
    bold = {at + 2 for at in found}
    for at, rank, name in _plain(block.norm):
        if at not in bold and at - 2 not in found:
            found[at] = (rank, name)
    for at in sorted(found):
        rank, name = found[at]
        if at >= own:
            yield Cut(at, Marker(rank, 0, name, 0), True)


def _part(block: Block, start: int, end: int, cut: Cut | None) -> Block:
    norm = block.norm[start:end]
    stripped = norm.rstrip()
    base = replace(block, start=block.start + start, end=block.start + start + len(stripped), norm=stripped)
    if cut is None:
        return base
    return replace(base, kind="run_in" if cut.run_in else "marked", lead=0, marker=cut.marker)


def cut_block(block: Block) -> list[Block]:
    """The block in parts, each starting at its own numbering or run-in heading; usually just the block itself."""
    if block.kind not in ("marked", "plain", "bullet"):
        return [block]
    structural = list(_articles(block)) or list(_inline(block))
    pieces = _split(block, structural)
    return [part for piece in pieces for part in _split(piece, list(_run_ins(piece)))]


def _split(block: Block, cuts: list[Cut]) -> list[Block]:
    own = block.lead + (block.marker.length if block.marker and block.kind == "marked" else 0)
    cuts = sorted(cuts, key=lambda cut: cut.at)
    parts: list[Block] = []
    if not cuts or block.norm[: cuts[0].at].strip():
        first = cuts[0].at if cuts else len(block.norm)
        parts.append(_part(block, 0, first, None))
    elif own and cuts[0].at == 0:
        return [block]
    for index, cut in enumerate(cuts):
        end = cuts[index + 1].at if index + 1 < len(cuts) else len(block.norm)
        parts.append(_part(block, cut.at, end, cut))
    return parts

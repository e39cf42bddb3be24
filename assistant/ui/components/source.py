"""A document as HTML: its text with clauses one can jump to, a clause or a search marked. All text is escaped."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.documents.model import Clause, Document
from assistant.library.store import Library

# A longer text is shown around the place asked for: a browser lays out this much at once without a pause.
_WHOLE, _AROUND = 60_000, 20_000
_BREAKS = re.compile(r"(?:[ \t\u3000]*\n){3,}")
# An empty line between two characters of running text, and how an item or a heading begins.
_TORN = re.compile(r"(?<=[\u4e00-\u9fff，、])[ \t]*\n(?:[ \t\u3000\f]*\n)+[ \t\u3000\f]*(?=[\u4e00-\u9fff“])")
_OPENS = re.compile(r"第[一二三四五六七八九十百0-9]+[条章节款]|[一二三四五六七八九十]{1,3}、|附件|注：")
_FULL_LINE = 24
_DEEPEST = 3
# What the clause grammar calls text that stands below a heading without a sign of its own.
_BODY = re.compile(r"正文|第[一二三四五六七八九十百]+款")


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a search found its words: the clauses with a hit, in reading order, and how many hits each has."""

    words: str
    hits: dict[str, int]

    @property
    def total(self) -> int:
        """All hits."""
        return sum(self.hits.values())


def is_long(document: Document) -> bool:
    """Whether only a part of the document is shown at a time."""
    return len(document.text) > _WHOLE


def parts(document: Document) -> list[tuple[int, int]]:
    """The spans a document is leafed through by; one where it is shown whole."""
    length = len(document.text)
    step = 2 * _AROUND if is_long(document) else max(length, 1)
    return [(start, min(length, start + step)) for start in range(0, max(length, 1), step)]


def around(document: Document, place: Clause | None) -> tuple[int, int]:
    """The span to show so that `place` (the beginning where None) is read in its context."""
    length = len(document.text)
    if not is_long(document):
        return 0, length
    start, end = (place.start, place.end) if place else (0, 0)
    return max(0, start - _AROUND), min(length, end + _AROUND)


def find(held: Library, document_id: str, words: str) -> Finding:
    """Look `words` up in every clause, ignoring case and white space at their ends."""
    words = words.strip()
    if not words:
        return Finding("", {})
    wanted = words.casefold()
    counts = {clause.path: clause.text.casefold().count(wanted) for clause in held.clauses(document_id)}
    return Finding(words, {path: count for path, count in counts.items() if count})


def source_html(
    held: Library,
    document_id: str,
    clause_path: str = "",
    finding: Finding | None = None,
    span: tuple[int, int] | None = None,
) -> str:
    """The text in a box of its own that scrolls to the marked clause (or the first hit). Of a very long one only
    `span` is shown (by default around that place), and the text says so."""
    document = held.document(document_id)
    clauses = held.clauses(document_id)
    marked = next((clause for clause in clauses if clause.path == clause_path), None)
    first = marked or _first_hit(clauses, finding)
    start, end = span or around(document, first)
    inner = [_left_out(start, "前面")]
    at = start or len(document.text) - len(document.text.lstrip())
    for clause in clauses:
        if clause.end <= start or clause.start >= end or clause.start < at:
            continue
        inner += [_plain(document.text[at : clause.start]), _clause_html(clause, clause is marked, finding)]
        at = clause.end
    inner += [_plain(document.text[at:end]), _left_out(len(document.text) - end, "后面")]
    return f"<div class='source' data-fresh='1' tabindex='0' aria-label='原文'>{''.join(inner)}</div>"


def outline_html(
    held: Library, document_id: str, finding: Finding | None = None, span: tuple[int, int] | None = None
) -> str:
    """Buttons that jump to the clauses (those within `span` where given); with a finding only to those that hold a
    hit, each with its heading."""
    start, end = span or (0, len(held.document(document_id).text))
    clauses = [clause for clause in held.clauses(document_id) if clause.start < end and clause.end > start]
    if finding:
        rows = [_hit_row(clause, finding.hits[clause.path]) for clause in clauses if clause.path in finding.hits]
    else:
        rows = _outline_rows(clauses)
    return f"<nav class='outline' aria-label='条款目录'>{''.join(rows)}</nav>"


def _outline_rows(clauses: Sequence[Clause]) -> list[str]:
    """The body below a heading is reached by the heading, an article that is only paragraphs by its first; a table of
    contents leads nowhere new."""
    led = {clause.path for clause in clauses}
    rows = []
    for clause in clauses:
        *above, last = clause.path.split("/")
        if clause.kind == "toc":
            continue
        if clause.kind != "body" or not _BODY.fullmatch(last):
            rows.append(_row(clause, last, min(len(above), _DEEPEST)))
        elif above and "/".join(above) not in led:
            led.add("/".join(above))
            rows.append(_row(clause, above[-1], min(len(above) - 1, _DEEPEST)))
    return rows


def _hit_row(clause: Clause, hits: int) -> str:
    return _row(clause, f"{' '.join(clause.path.split('/')[-2:])}（{hits}）", 0)


def _row(clause: Clause, label: str, deep: int) -> str:
    return f"<button type='button' class='deep{deep}' data-goes='clause-{clause.order}'>{html.escape(label)}</button>"


def _first_hit(clauses: tuple[Clause, ...], finding: Finding | None) -> Clause | None:
    hits = finding.hits if finding else {}
    return next((clause for clause in clauses if clause.path in hits), None)


def _left_out(characters: int, where: str) -> str:
    if characters <= 0:
        return ""
    return f"<div class='left'>（{where}还有约 {characters} 字，可用查找或翻页看到那里。）</div>"


def _clause_html(clause: Clause, marked: bool, finding: Finding | None) -> str:
    text = _found(clause.text, finding.words) if finding and clause.path in finding.hits else _plain(clause.text)
    tag = "mark" if marked else "span"
    return f"<{tag} id='clause-{clause.order}'>{text}</{tag}>"


def _found(text: str, words: str) -> str:
    pieces = re.split(f"({re.escape(words)})", text, flags=re.IGNORECASE)
    return "".join(
        f"<span class='found'>{html.escape(piece)}</span>" if number % 2 else _plain(piece)
        for number, piece in enumerate(pieces)
    )


def _plain(text: str) -> str:
    return html.escape(_BREAKS.sub("\n\n", _TORN.sub(_mended, text))).replace("\f", "")


def _mended(gap: re.Match[str]) -> str:
    """The gap, or nothing where an old page break tore a sentence: a full line without a mark before it, running text
    behind it. Only what is shown is mended; the stored text stays."""
    text = gap.string
    line = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
    end = text.find("\n", gap.end())
    after = text[gap.end() : end if end >= 0 else len(text)]
    runs_on = re.search(r"[，。；]", after) is not None and _OPENS.match(after) is None
    return "" if len(line) >= _FULL_LINE and runs_on else gap.group()

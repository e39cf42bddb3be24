"""Answers and typed text as HTML. Everything is escaped first, so nothing a user or a notice writes can act.

Answers use a small part of Markdown: paragraphs, `- ` lists, `> ` quotes, `# ` headings, tables, `**bold**` and the
marks `[1]`. All else is shown as it stands: no links, images, formulas or HTML.
"""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.ui.components.model_told import in_words

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_MARK = re.compile(r"\[([0-9]{1,3})\]")
_RULE = re.compile(r"[|\s:\-]+")
_KINDS = (("table", "|"), ("list", "- "), ("list", "* "), ("quote", ">"), ("heading", "#"))


def said_html(text: str) -> str:
    """What a person typed, exactly as typed."""
    return f"<div class='said'>{html.escape(text)}</div>"


def answer_html(body: str, key: str, citations: int) -> str:
    """An answer; its marks press the buttons `source_key(key, n)`. A mark beyond `citations` stays text."""
    lines = [line.rstrip() for line in body.split("\n")]
    blocks = [
        _BLOCKS[kind]([_inline(line, key, citations) for line in texts])
        for kind, group in groupby(lines, _kind)
        if (texts := _bare(kind, list(group)))
    ]
    return f"<div class='answer' aria-live='polite'>{''.join(blocks)}</div>"


def source_key(key: str, number: int) -> str:
    """The widget key of the button that opens the source of mark `number`."""
    return f"{key}-source-{number}"


def list_key(key: str) -> str:
    """The key of the container the sources of an answer stand in."""
    return f"cites-{key}"


def copy_html(text: str) -> str:
    """A button that copies `text`."""
    return f"<button type='button' class='copy' data-copies=\"{html.escape(text)}\">复制</button>"


def notice_html(notice: str) -> str:
    """One notice under an answer."""
    return f"<div class='notice'>{html.escape(in_words(notice))}</div>"


def pieces(text: str) -> Iterator[str]:
    """The text growing sentence by sentence, as a stream shows it; the last piece is the whole."""
    for stop in re.finditer(r"[。！？；\n]+(?:\*\*)?(?:\[\d+\])*", text):
        yield text[: stop.end()]
    yield text


def _kind(line: str) -> str:
    text = line.lstrip()
    if not text:
        return "blank"
    return next((kind for kind, sign in _KINDS if text.startswith(sign)), "text")


def _bare(kind: str, lines: Sequence[str]) -> list[str]:
    """The lines without the signs that made them what they are; none for blank lines."""
    signs = {"list": r"^\s*[-*]\s+", "quote": r"^\s*>\s?", "heading": r"^\s*#+\s*"}
    if kind == "blank":
        return []
    return [re.sub(signs[kind], "", line) if kind in signs else line for line in lines]


def marked(body: str) -> frozenset[int]:
    """The numbers of the citations that an answer's text refers to."""
    return frozenset(int(found[1]) for found in _MARK.finditer(body))


def _inline(line: str, key: str, citations: int) -> str:
    def mark(found: re.Match[str]) -> str:
        number = int(found[1])
        if not 1 <= number <= citations:
            return found[0]
        return (
            f"<button type='button' class='mark' data-opens='{source_key(key, number)}' data-list='{list_key(key)}' "
            f"aria-label='查看第 {number} 条原文依据'>{number}</button>"
        )

    return _MARK.sub(mark, _BOLD.sub(r"<strong>\1</strong>", html.escape(line)))


def _table(lines: Sequence[str]) -> str:
    kept = [line.strip().strip("|") for line in lines if not _RULE.fullmatch(line)]
    rows = [[cell.strip() for cell in line.split("|")] for line in kept]
    if not rows:
        return ""
    head = "".join(f"<th scope='col'>{cell}</th>" for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f"<div class='wide'><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def _list(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def _quote(lines: Sequence[str]) -> str:
    return "<blockquote>" + "<br>".join(lines) + "</blockquote>"


def _heading(lines: Sequence[str]) -> str:
    return "".join(f"<h4>{line}</h4>" for line in lines)


def _text(lines: Sequence[str]) -> str:
    return "<p>" + "<br>".join(lines) + "</p>"


_BLOCKS = {"table": _table, "list": _list, "quote": _quote, "heading": _heading, "text": _text}

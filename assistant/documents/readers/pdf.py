"""PDF files with a text layer, read twice (pdfium and pypdf) and compared."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.documents.readers.child import Child
from assistant.documents.readers.radicals import without_radicals
from assistant.documents.readers.raw import RawText
from assistant.errors import DocumentError

AGREEMENT = 0.95
_FOLIO = re.compile(r"(?:[-—–·\s]*[0-9]{1,3}[-—–·\s]*|第\s*[0-9]{1,3}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,3}\s*页)?)$")


def read_pdf(path: Path) -> RawText:
    """The text of a PDF page by page, page numbers left out.

    Where two readings of it agree by less than 0.95 a warning says so. Raises DocumentError for a locked or damaged
    file, for a scan without a text layer, and where parsing takes too long or too much memory.
    """
    first, second = Child("pdfium", path), Child("pypdf", path)
    try:
        primary, check = first.result(), second.result()
    finally:
        first.stop()
        second.stop()
    if "password" in {(primary or {}).get("error"), (check or {}).get("error")} and not (primary or {}).get("pages"):
        raise DocumentError(f"PDF“{path.name}”设有打开密码。请另存为不加密的文件后重试。")
    checked = _pages(check)
    pages = _pages(primary) or checked
    if not pages:
        raise DocumentError(f"PDF“{path.name}”已损坏或过于复杂，无法解析。请另存为 .docx 或重新导出 PDF 后重试。")
    return _assemble(path.name, pages, checked)


def _pages(reading: dict[str, Any] | None) -> list[str] | None:
    """The pages of a reading, radicals put right: where fonts name radicals, only one of the readings undoes that."""
    pages = (reading or {}).get("pages")
    return [without_radicals(page) for page in pages] if pages else None


def _assemble(name: str, pages: list[str], check: list[str] | None) -> RawText:
    empty = [number for number, page in enumerate(pages, start=1) if len(re.sub(r"\s", "", page)) < 5]
    if len(empty) == len(pages):
        raise DocumentError(f"PDF“{name}”没有文字层，可能是扫描件。请先做文字识别（OCR），或提供 .docx、.txt 文件。")
    warnings: list[str] = []
    if empty:
        warnings.append(f"PDF“{name}”第 {'、'.join(map(str, empty))} 页没有文字，可能是图片，未能收录。")
    agreement = agree("".join(pages), "".join(check)) if check else None
    if agreement is not None and agreement < AGREEMENT:
        warnings.append(
            f"PDF“{name}”的文字不容易读准（两种方法读出的只有 {agreement:.0%} 相同），请对照原件核对读出的文字。"
        )
    starts, text = [], ""
    for page in pages:
        starts.append(len(text))
        body = _without_folio(page)
        text += body + "\n" if body else ""
    return RawText(text, tuple(starts), tuple(warnings))


def agree(first: str, second: str) -> float:
    """Share of character pairs two readings have in common, white space ignored; 1.0 for two empty ones."""
    pairs = [Counter(pairwise(flat)) for flat in (re.sub(r"\s", "", text) for text in (first, second))]
    total = max(sum(pairs[0].values()), sum(pairs[1].values()))
    return sum((pairs[0] & pairs[1]).values()) / total if total else 1.0


def _without_folio(page: str) -> str:
    lines = page.rstrip("\n").split("\n")
    if len(lines) > 1 and _FOLIO.fullmatch(lines[-1].strip()):
        lines.pop()
    if len(lines) > 1 and _FOLIO.fullmatch(lines[0].strip()):
        lines.pop(0)
    return "\n".join(lines)

"""Choosing the reader of a file by its name, with clear refusals."""

from pathlib import Path

from assistant.documents.readers.docx import read_docx
from assistant.documents.readers.pdf import read_pdf
from assistant.documents.readers.plain import read_plain
from assistant.documents.readers.raw import RawText
from assistant.errors import DocumentError

TEXT = frozenset({".txt", ".md", ".markdown"})
LARGEST = 30 * 1024 * 1024
LONGEST = 2_000_000


def read_file(path: Path) -> RawText:
    """The text of a .txt, .md, .pdf or .docx file.

    Raises DocumentError (one Chinese sentence with the remedy) for a missing, empty, too large, encrypted, damaged or
    unsupported file, and for a PDF without text.
    """
    data = _bytes(path)
    if path.suffix.lower() in TEXT:
        raw = read_plain(data, path.name)
    elif path.suffix.lower() == ".pdf":
        raw = read_pdf(path)
    elif path.suffix.lower() == ".docx":
        raw = read_docx(path)
    else:
        raise DocumentError(f"不支持“{path.name}”这种文件。请提供 .txt、.md、.docx 或含文字的 .pdf。")
    if not raw.text.strip():
        raise DocumentError(f"文件“{path.name}”里没有文字。请换一份有内容的文件。")
    if len(raw.text) > LONGEST:
        raise DocumentError(f"文件“{path.name}”有 {len(raw.text)} 字，超过 200 万字的上限。请拆分后重试。")
    return raw


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise DocumentError(f"找不到文件“{path}”。请核对路径后重试。")
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise DocumentError(
                f"文件“{path.name}”有 {size // 1024 // 1024} MB，超过 30 MB 的上限。请拆分或压缩后重试。"
            )
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"读不了文件“{path}”：{error.strerror}。请检查文件权限。") from error

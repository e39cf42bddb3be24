"""Taking a file a user hands over into the library."""

import re
from pathlib import Path

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import read_document
from assistant.documents.model import Document
from assistant.documents.nature import is_notice
from assistant.errors import DocumentError, UnusableInputError
from assistant.library.store import Library

_NO_NOTICE = (
    "这份文件看上去不是政策通知：没有发文机关、文号，也没有通知那样的标题和条文，像是申报单位或个人自己的材料。已照样收进文件库，"
    "可以查看，但政策问答不会引用它。如果放错了，请移除，改到“汇总表起草”页上传；如果确是通知，请补上标题和文号后重新添加。"
)
_SPACE = re.compile(r"\s+")
_IDENTIFIER = re.compile(r"[\w.\-]{1,80}")


def add_file(library: Library, path: Path, document_id: str = "") -> tuple[Document, tuple[str, ...]]:
    """Read, redact, split and store a policy file; return it with Chinese notices (redactions, reading warnings, and
    that it does not look like a notice).

    The identifier is `document_id` or the file's name without suffix. Raises DocumentError for an unreadable file and
    UnusableInputError where the identifier is malformed or taken, or the same content is held already.
    """
    identifier = document_id or re.sub(r"\s+", "-", path.stem)
    if not _IDENTIFIER.fullmatch(identifier):
        raise UnusableInputError(f"编号“{identifier}”不可用：只能有文字、数字、点、横线和下划线。请用 --id 另取一个。")
    document, notices = read_document(path, identifier)
    clauses = split_clauses(document)
    if not clauses:
        raise DocumentError(f"文件“{path.name}”里没有可收录的文字。请换一份有内容的文件。")
    _refuse_same_text(library, document)
    notices = (*notices, *_same_number(library, document))
    library.add(document, clauses)
    return document, notices if is_notice(document) else (*notices, _NO_NOTICE)


def _refuse_same_text(library: Library, document: Document) -> None:
    """The same words in another encoding or format are no other document."""
    words = _words(document)
    # The very same file, or the same identifier, is told by the library itself.
    others = [one for one in library.documents() if one.id != document.id and one.sha256 != document.sha256]
    same = next((one for one in others if _words(one) == words), None)
    if same is not None:
        raise UnusableInputError(
            f"这份文件与文件库中的“{same.id}”（{same.title}）文字完全相同，只是编码或格式不同，无需重复添加。"
        )


def _same_number(library: Library, document: Document) -> tuple[str, ...]:
    """That a document of the same number is held already, though its words differ."""
    held = [one for one in library.documents() if document.number and one.number == document.number]
    return tuple(
        f"文件库中已有同一文号（{one.number}）的文件“{one.id}”，文字与这份不同。请核对哪一份为准，多余的请移除。"
        for one in held
        if one.id != document.id
    )


def _words(document: Document) -> str:
    return _SPACE.sub("", document.text)

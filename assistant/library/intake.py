"""Taking a file a user hands over into the library."""

import re
from pathlib import Path

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import read_document
from assistant.documents.model import Document
from assistant.errors import DocumentError, UnusableInputError
from assistant.library.store import Library

_IDENTIFIER = re.compile(r"[\w.\-]{1,80}")


def add_file(library: Library, path: Path, document_id: str = "") -> tuple[Document, tuple[str, ...]]:
    """Read, redact, split and store a policy file; return it with Chinese notices (redactions, reading warnings).

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
    library.add(document, clauses)
    return document, notices

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
    library.add(document, clauses)
    return document, notices if is_notice(document) else (*notices, _NO_NOTICE)

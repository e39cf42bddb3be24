"""From a file to a Document: metadata from its sidecar where there is one, else read from the text."""

import hashlib
from pathlib import Path
from typing import Any

import yaml

from assistant.documents.model import Document
from assistant.documents.readers.files import read_file
from assistant.documents.redaction import redact
from assistant.errors import KnowledgeError

_PLAIN_KEYS = ("id", "title", "number", "issuer", "date", "region", "edition")


def load_document(path: Path, document_id: str = "") -> Document:
    """The document of a file, credentials redacted.

    A sidecar `<name>.yaml` beside the file gives the metadata; what it leaves out, or everything without it, is read
    from the text. `document_id` overrides the identifier (default: the sidecar's, else the file's stem).
    Raises DocumentError for an unreadable file and KnowledgeError for a wrong sidecar.
    """
    raw = read_file(path)
    text = redact(raw.text).text
    known = _sidecar(path.with_suffix(".yaml"))
    identifier = document_id or known.get("id") or path.stem
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    plain = {name: str(known.get(name, "")) for name in _PLAIN_KEYS if name != "id"}
    awards = tuple(known.get("awards", ()))
    return Document(id=identifier, text=text, sha256=digest, awards=awards, page_starts=raw.page_starts, **plain)


def _sidecar(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}：不是合法的 YAML（{error}）。请改正后重试。") from error
    if not isinstance(content, dict):
        raise KnowledgeError(f"{path}：应是一个键值表。请参照 corpus/documents 下其他文件改正。")
    return content

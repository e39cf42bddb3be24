"""Rows of the tables to and from documents and clauses."""

import hashlib
import json
from typing import Any

from assistant.documents.model import Clause, Document

FIELDS = ("id", "title", "text", "number", "issuer", "date", "region", "edition", "sha256")


def document_of(row: dict[str, Any]) -> Document:
    """A stored row as a Document."""
    plain = {name: row[name] for name in FIELDS}
    return Document(**plain, awards=tuple(json.loads(row["awards"])), page_starts=tuple(json.loads(row["page_starts"])))


def clause_of(row: dict[str, Any], documents: dict[str, Document]) -> Clause:
    """A stored row as a Clause of one of `documents`."""
    stored = documents[row["document"]].text[row["start"] : row["end"]]
    return Clause(
        row["document"], row["path"], stored, row["start"], row["end"], row["position"], row["kind"], row["page"]
    )


def document_row(document: Document, clauses: tuple[Clause, ...], built_in: bool) -> dict[str, object]:
    """The row of a document; its digest covers text, metadata and clauses."""
    row: dict[str, object] = {name: getattr(document, name) for name in FIELDS}
    row |= {"awards": json.dumps(document.awards), "page_starts": json.dumps(document.page_starts)}
    parts = [clause.path + f"@{clause.start}-{clause.end}:{clause.kind}" for clause in clauses]
    digest = hashlib.sha256(json.dumps([row, parts], ensure_ascii=False).encode()).hexdigest()
    return row | {"built_in": built_in, "digest": digest}


def clause_row(clause: Clause) -> dict[str, object]:
    """The row of a clause (its text lives in the document)."""
    return {
        "document": clause.document,
        "position": clause.order,
        "path": clause.path,
        "start": clause.start,
        "end": clause.end,
        "kind": clause.kind,
        "page": clause.page,
    }

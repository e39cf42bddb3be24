"""Filling the library from corpus/documents/ when that, or the way texts are split, has changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, delete, select

from assistant.documents.model import Document
from assistant.library import tables
from assistant.library.store import Library, read_fact, write_fact
from assistant.settings import Settings

_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".pdf", ".docx"})
_GRAMMAR = Path(__file__).resolve().parent.parent / "documents"


def open_library(settings: Settings, *, restore: bool = False) -> Library:
    """The library of the configured home, filled from the corpus where that is new or changed.

    Documents a user added stay; built-in ones a user removed stay away unless `restore` is set. When nothing changed
    only file names, sizes and times are looked at. Raises DocumentError or KnowledgeError for a wrong corpus file.
    """
    library = Library(settings.assistant_home)
    files = corpus_texts(settings.assistant_corpus)
    manifest, grammar = _manifest(files), _manifest(sorted(_GRAMMAR.glob("*.py")))
    with library.reading() as connection:
        current = (read_fact(connection, "manifest"), read_fact(connection, "grammar"))
    if restore or current != (manifest, grammar):
        with library.writing() as connection:
            if restore:
                connection.execute(delete(tables.withdrawn))
            _fill(library, connection, files)
            if current[1] != grammar:
                _split_again(library, connection)
            write_fact(connection, "manifest", manifest)
            write_fact(connection, "grammar", grammar)
    return library


def corpus_texts(corpus: Path) -> list[Path]:
    """The policy files under corpus/documents/, in order of name."""
    return sorted(path for path in (corpus / "documents").glob("*") if path.suffix.lower() in _SUFFIXES)


def _manifest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        for each in (path, path.with_suffix(".yaml")):
            if each.is_file():
                stat = each.stat()
                digest.update(f"{each.resolve()}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _fill(library: Library, connection: Connection, files: list[Path]) -> None:
    from assistant.documents.metadata import load_document

    withdrawn = set(connection.execute(select(tables.withdrawn.c.id)).scalars())
    query = select(tables.documents.c.id, tables.documents.c.built_in)
    rows = [(row.id, row.built_in) for row in connection.execute(query)]
    added = {document_id for document_id, built_in in rows if not built_in}
    found: set[str] = set()
    for path in files:
        document = load_document(path)
        found.add(document.id)
        if document.id not in withdrawn and document.id not in added:
            _put(library, connection, document, built_in=True)
    for document_id, built_in in rows:
        if built_in and document_id not in found:
            library.drop(connection, document_id)


def _split_again(library: Library, connection: Connection) -> None:
    for document in library.documents():
        if not connection.execute(
            select(tables.documents.c.built_in).where(tables.documents.c.id == document.id)
        ).scalar():
            _put(library, connection, document, built_in=False)


def _put(library: Library, connection: Connection, document: Document, *, built_in: bool) -> None:
    from assistant.documents.grammar import split_clauses

    library.put(connection, document, split_clauses(document), built_in=built_in, replace=True)

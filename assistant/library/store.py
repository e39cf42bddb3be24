"""The library: documents and clauses in SQLite, the truth all caches are made from."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select, text, update
from sqlalchemy.exc import DatabaseError, OperationalError

from assistant.documents.model import Citation, Clause, Document
from assistant.errors import AssistantError, NotFoundError, UnusableInputError
from assistant.library import tables
from assistant.library.quotes import TextIndex
from assistant.library.rows import clause_of, clause_row, document_of, document_row

FILE_NAME = "library.sqlite3"


class Library:
    """Documents and clauses under one home. Safe for several processes; reads are cached until something is written.

    Raises AssistantError where the file cannot be opened (damaged, of a newer version, not writable).
    """

    def __init__(self, home: Path) -> None:
        self.path = home / FILE_NAME
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableInputError(
                f"无法建立数据目录“{home}”：{error.strerror}。请检查 ASSISTANT_HOME 的路径与权限。"
            ) from error
        self._engine = _open_engine(self.path)
        self._revision = ""
        self._documents: dict[str, Document] = {}
        self._clauses: dict[str, tuple[Clause, ...]] = {}
        self._indexes: dict[str, TextIndex] = {}
        self._prepare()

    # -- reading

    def documents(self) -> tuple[Document, ...]:
        """All documents, ordered by id."""
        self._refresh()
        return tuple(self._documents.values())

    def document(self, document_id: str) -> Document:
        """The document of that id; NotFoundError names the ids there are."""
        self._refresh()
        if document_id not in self._documents:
            held = "、".join(self._documents) or "（空）"
            raise NotFoundError(f"文件库中没有“{document_id}”这份文件。现有：{held}。")
        return self._documents[document_id]

    def clauses(self, document_id: str | None = None) -> tuple[Clause, ...]:
        """The clauses of one document in reading order, or of all; NotFoundError for an unknown document."""
        if document_id is None:
            self._refresh()
            return tuple(clause for held in self._clauses.values() for clause in held)
        self.document(document_id)
        return self._clauses[document_id]

    def clause(self, document_id: str, path: str) -> Clause:
        """The clause at a path; NotFoundError where the document has no such path."""
        for clause in self.clauses(document_id):
            if clause.path == path:
                return clause
        raise NotFoundError(f"文件“{document_id}”中没有条款“{path}”。可用 documents show {document_id} 查看全部条款。")

    def locate(self, document_id: str, quote: str) -> Citation:
        """The clause a verbatim quote lies in.

        White space, line breaks and bold signs (`**`) are ignored in matching; the citation's quote is the stored
        substring. Where the quote occurs more than once the first occurrence inside one clause counts. NotFoundError
        where it does not occur, or only across a border between clauses (the message names them).
        """
        document = self.document(document_id)
        if document_id not in self._indexes:
            self._indexes[document_id] = TextIndex(document.text)
        crossed: tuple[Clause, ...] = ()
        for start, end in self._indexes[document_id].find(quote):
            touched = tuple(c for c in self._clauses[document_id] if c.start < end and c.end > start)
            if len(touched) == 1:
                return Citation(document_id, touched[0].path, document.text[start:end], touched[0].page)
            crossed = crossed or touched
        if crossed:
            paths = "；".join(clause.path for clause in crossed)
            raise NotFoundError(f"引文“{quote[:30]}…”在“{document_id}”中跨了几个条款（{paths}）。请按条款分段引用。")
        raise NotFoundError(f"“{document_id}”中找不到引文“{quote[:60]}”。引文须与原文逐字一致。")

    def fingerprint(self) -> str:
        """A digest of everything caches depend on: texts, metadata and clauses of all documents."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(tables.documents.c.digest).order_by(tables.documents.c.id)).scalars()
            return hashlib.sha256("\n".join(rows).encode()).hexdigest()

    def is_built_in(self, document_id: str) -> bool:
        """Did the document come with the corpus (rather than from `documents add`)?"""
        self.document(document_id)
        query = select(tables.documents.c.built_in).where(tables.documents.c.id == document_id)
        with self._engine.connect() as connection:
            return bool(connection.execute(query).scalar_one())

    # -- writing

    def add(
        self, document: Document, clauses: Iterable[Clause], *, built_in: bool = False, replace: bool = False
    ) -> None:
        """Store a document with its clauses, durably and at once.

        Raises UnusableInputError where its id or its content is held already (unless `replace`).
        """
        with self.writing() as connection:
            self.put(connection, document, tuple(clauses), built_in=built_in, replace=replace)

    def put(
        self, connection: Connection, document: Document, clauses: tuple[Clause, ...], *, built_in: bool, replace: bool
    ) -> None:
        """As `add`, inside a transaction of the caller."""
        if not replace:
            _refuse_duplicates(connection, document)
        connection.execute(delete(tables.clauses).where(tables.clauses.c.document == document.id))
        connection.execute(delete(tables.documents).where(tables.documents.c.id == document.id))
        connection.execute(insert(tables.documents), document_row(document, clauses, built_in))
        if clauses:
            connection.execute(insert(tables.clauses), [clause_row(clause) for clause in clauses])
        connection.execute(delete(tables.withdrawn).where(tables.withdrawn.c.id == document.id))

    def remove(self, document_id: str) -> None:
        """Remove a document. A built-in one stays away until the library is rebuilt or it is added again."""
        built_in = self.is_built_in(document_id)
        with self.writing() as connection:
            self.drop(connection, document_id)
            if built_in:
                connection.execute(insert(tables.withdrawn), {"id": document_id})

    def drop(self, connection: Connection, document_id: str) -> None:
        """Delete the rows of a document inside a transaction of the caller."""
        connection.execute(delete(tables.clauses).where(tables.clauses.c.document == document_id))
        connection.execute(delete(tables.documents).where(tables.documents.c.id == document_id))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One write transaction: all or nothing, on disk when the block ends, and seen by every reader after it."""
        with self._engine.connect() as connection:
            connection.execute(text("BEGIN IMMEDIATE"))
            try:
                yield connection
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
            revision = int(read_fact(connection, "revision") or "0") + 1
            write_fact(connection, "revision", str(revision))
            connection.exec_driver_sql("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading."""
        with self._engine.connect() as connection:
            yield connection

    # -- inner

    def _prepare(self) -> None:
        try:
            with self._engine.connect() as connection:
                version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
                if version == 0:
                    connection.execute(text("BEGIN IMMEDIATE"))
                    tables.metadata.create_all(connection)
                    connection.exec_driver_sql(f"PRAGMA user_version={tables.SCHEMA_VERSION}")
                    connection.exec_driver_sql("COMMIT")
        except OperationalError as error:
            raise AssistantError(f"无法打开文件库“{self.path}”：{error.orig}。请检查权限与磁盘空间。") from error
        except DatabaseError as error:
            raise AssistantError(
                f"文件库“{self.path}”已损坏。请把它移到别处后重试，内置文件会自动重新入库。"
            ) from error
        if version > tables.SCHEMA_VERSION:
            raise AssistantError(
                f"文件库“{self.path}”由更新的版本建立（{version}）。请升级本程序，或换一个 ASSISTANT_HOME。"
            )

    def _refresh(self) -> None:
        with self._engine.connect() as connection:
            revision = read_fact(connection, "revision") or "0"
            if revision == self._revision:
                return
            self._documents = {row["id"]: document_of(row) for row in _all(connection, tables.documents, "id")}
            self._clauses = dict.fromkeys(self._documents, ())
            grouped: dict[str, list[Clause]] = {}
            for row in _all(connection, tables.clauses, "document", "position"):
                grouped.setdefault(row["document"], []).append(clause_of(row, self._documents))
            self._clauses.update({key: tuple(held) for key, held in grouped.items()})
            self._indexes = {}
            self._revision = revision


def read_fact(connection: Connection, name: str) -> str | None:
    """What the library noted of itself under `name`."""
    return connection.execute(select(tables.facts.c.value).where(tables.facts.c.name == name)).scalar()


def write_fact(connection: Connection, name: str, value: str) -> None:
    """Note `value` under `name`."""
    changed = connection.execute(update(tables.facts).where(tables.facts.c.name == name).values(value=value))
    if changed.rowcount == 0:
        connection.execute(insert(tables.facts), {"name": name, "value": value})


def _open_engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, record: object) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _all(connection: Connection, table: Any, *order: str) -> list[dict[str, Any]]:
    rows = connection.execute(select(table).order_by(*(table.c[name] for name in order))).mappings()
    return [dict(row) for row in rows]


def _refuse_duplicates(connection: Connection, document: Document) -> None:
    held = tables.documents.c
    if connection.execute(select(held.id).where(held.id == document.id)).scalar() is not None:
        raise UnusableInputError(
            f"文件库中已有编号“{document.id}”。请用 --id 另取一个编号，或先 documents remove {document.id}。"
        )
    same = connection.execute(select(held.id).where(held.sha256 == document.sha256, held.sha256 != "")).scalar()
    if same is not None:
        raise UnusableInputError(f"这份文件已在文件库中，编号为“{same}”，内容完全相同，无需重复添加。")

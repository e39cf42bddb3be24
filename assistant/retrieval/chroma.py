"""Clause vectors in Chroma: embedded under the home (one owner process) or on a server. The only importer of chromadb.

Chroma is a disposable cache: its content is always made from a snapshot's vectors, and an embedded store that was being
written when its process died is thrown away unopened, because opening such a store may crash the process.
"""

import hashlib
import shutil
import sqlite3
import uuid
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.errors import ChromaError
from filelock import FileLock, Timeout

from assistant.errors import IndexUnavailableError, UnusableInputError
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.snapshot import Snapshot

_BATCH = 2000
_FAILURES = (ChromaError, ValueError, KeyError, RuntimeError, OSError, sqlite3.Error, httpx.HTTPError)
_SETTINGS = {"anonymized_telemetry": False}


class ChromaVectors:
    """The clause vectors of one home in a Chroma collection of cosine space."""

    def __init__(self, client: Any, name: str, lock: FileLock | None = None, writing: Path | None = None) -> None:
        """Use `open_embedded` or `open_server`. `writing` is the mark on disk while an embedded store is written."""
        self._client, self._name, self._lock, self._writing = client, name, lock, writing
        self._collection: Any = None

    def synchronise(self, snapshot: Snapshot, state: str) -> None:
        """Make the collection hold exactly the snapshot's clauses; nothing is written where it already does (`state`
        names the snapshot's content). Raises IndexUnavailableError where Chroma fails."""
        try:
            self._collection = self._open_collection()
            told = self._collection.metadata or {}
            if told.get("state") == state and self._collection.count() == len(snapshot.keys):
                return
            with _Mark(self._writing):
                self._replace(snapshot, state)
        except _FAILURES as error:
            raise _unavailable(error) from error

    def nearest(self, vector: Vectors, count: int, documents: Collection[str] | None) -> list[tuple[str, float]]:
        """The clauses nearest to `vector` with their cosines, only of `documents` where given. Raises
        IndexUnavailableError where Chroma fails."""
        if documents is not None and not documents:
            return []
        where = None if documents is None else {"document": {"$in": sorted(documents)}}
        try:
            found = self._collection.query(
                query_embeddings=[vector], n_results=count, where=where, include=["metadatas", "distances"]
            )
        except _FAILURES as error:
            raise _unavailable(error) from error
        rows = zip(found["metadatas"][0], found["distances"][0], strict=True)
        return [(str(told["clause"]), 1.0 - float(distance)) for told, distance in rows]

    def close(self) -> None:
        """Give the store back so that another process may own it."""
        if hasattr(self._client, "close"):
            self._client.close()
        if self._lock is not None:
            self._lock.release()

    def _open_collection(self) -> Any:
        return self._client.get_or_create_collection(
            self._name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )

    def _replace(self, snapshot: Snapshot, state: str) -> None:
        """Write what differs by clause key and digest; another width of vectors needs a new collection."""
        if (self._collection.metadata or {}).get("width", 0) != snapshot.vectors.shape[1]:
            self._client.delete_collection(self._name)
            self._collection = self._open_collection()
        ids = _ids(snapshot)
        held = {key: told["digest"] for key, told in _pairs(self._collection.get(include=["metadatas"]))}
        self._delete([key for key in held if key not in ids])
        rows = [row for key, row in ids.items() if held.get(key) != _digest(snapshot.vectors[row])]
        keys = list(ids)
        for start in range(0, len(rows), _BATCH):
            self._upsert(snapshot, keys, rows[start : start + _BATCH])
        self._collection.modify(metadata={"state": state, "width": snapshot.vectors.shape[1]})

    def _upsert(self, snapshot: Snapshot, keys: Sequence[str], rows: Sequence[int]) -> None:
        self._collection.upsert(
            ids=[keys[row] for row in rows],
            embeddings=snapshot.vectors[list(rows)],
            metadatas=[
                {
                    "document": snapshot.documents[row],
                    "clause": snapshot.keys[row],
                    "digest": _digest(snapshot.vectors[row]),
                }
                for row in rows
            ],
        )

    def _delete(self, gone: Sequence[str]) -> None:
        for start in range(0, len(gone), _BATCH):
            self._collection.delete(ids=list(gone[start : start + _BATCH]))


class _Mark:
    """A file that is there while the store is being written; found at opening, it means the writer died."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def __enter__(self) -> None:
        if self._path is not None:
            self._path.touch()

    def __exit__(self, kind: object, *_: object) -> None:
        if self._path is not None and kind is None:
            self._path.unlink(missing_ok=True)


def open_embedded(folder: Path) -> ChromaVectors:
    """The embedded store under `folder`, made when missing and thrown away when its last writer died.

    Raises IndexUnavailableError where another process owns it or it cannot be opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock, writing = FileLock(folder / "owner.lock", timeout=0), folder / "writing"
    try:
        lock.acquire()
    except Timeout as error:
        raise IndexUnavailableError("向量库正由另一个进程使用，本进程改用内存中的向量。") from error
    if writing.exists():
        _discard(folder)
    try:
        return ChromaVectors(_persistent(folder), "clauses", lock, writing)
    except _FAILURES:
        _discard(folder)  # its content is made again from the snapshot
    try:
        return ChromaVectors(_persistent(folder), "clauses", lock, writing)
    except _FAILURES as error:
        lock.release()
        raise _unavailable(error) from error


def open_server(url: str, name: str) -> ChromaVectors:
    """A Chroma server at `url`; `name` is the collection of this home. Raises IndexUnavailableError where it is out of
    reach, UnusableInputError where the URL is none."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UnusableInputError(f"CHROMA_URL“{url}”不是网址。请写成 http://主机:端口，或留空使用内嵌的向量库。")
    try:
        client = chromadb.HttpClient(
            host=parts.hostname,
            port=parts.port or (443 if parts.scheme == "https" else 8000),
            ssl=parts.scheme == "https",
            settings=chromadb.Settings(**_SETTINGS),
        )
    except _FAILURES as error:
        raise _unavailable(error) from error
    return ChromaVectors(client, name)


def _persistent(folder: Path) -> Any:
    """The store under `folder`. A new one gets a name of its own, because Chroma remembers failed stores by path."""
    held = sorted(folder.glob("store-*"))
    store = held[0] if held else folder / f"store-{uuid.uuid4().hex[:8]}"
    # Creating the store writes its tables, which a kill may leave half done.
    with _Mark(None if held else folder / "writing"):
        return chromadb.PersistentClient(str(store), settings=chromadb.Settings(**_SETTINGS))


def _discard(folder: Path) -> None:
    for store in folder.glob("store-*"):
        shutil.rmtree(store, ignore_errors=True)
    (folder / "writing").unlink(missing_ok=True)


def _ids(snapshot: Snapshot) -> dict[str, int]:
    return {key: row for row, key in enumerate(snapshot.keys)}


def _pairs(found: Any) -> list[tuple[str, Any]]:
    return list(zip(found["ids"], found["metadatas"], strict=True))


def _digest(vector: Vectors) -> str:
    return hashlib.blake2b(np.asarray(vector, dtype=np.float32).tobytes(), digest_size=12).hexdigest()


def _unavailable(error: BaseException) -> IndexUnavailableError:
    why = (str(error).splitlines() or [type(error).__name__])[0]
    return IndexUnavailableError(f"向量库暂不可用（{why}），已改用内存中的向量。")

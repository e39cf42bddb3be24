"""Index folders under the home: each build makes a new one beside the old and then switches one pointer file, so that a
build killed at any moment leaves the old one usable."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from assistant.errors import IndexUnavailableError
from assistant.retrieval.authored import Authored
from assistant.retrieval.encoder import Vectors
from assistant.retrieval.fusion import Weights
from assistant.retrieval.snapshot import Tuning

FORMAT = 3  # raise when what is stored changes shape
_KEEP = 2  # the current folder and the one before it, which another process may still be opening

_LISTS = ("keys", "documents", "digests", "texts")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a folder was built from. `sources` tells whether it is up to date: the library's fingerprint, the corpus
    stamp and the encoder setting."""

    sources: dict[str, str]
    encoder: str
    documents: int
    clauses: int
    tuning: dict[str, Any]
    figures: dict[str, Any] = field(default_factory=dict)
    format: int = FORMAT

    def opened_tuning(self) -> Tuning:
        """The stored fusion weights."""
        return Tuning(**{name: Weights(tuple(one["weights"]), one["bias"]) for name, one in self.tuning.items()})


@dataclass(frozen=True, slots=True)
class Contents:
    """The arrays and questions of a folder. `digests[i]` tells whether clause i's lexical entry changed since,
    `texts[i]` whether its text did."""

    keys: list[str]
    documents: list[str]
    digests: list[str]
    texts: list[str]
    vectors: Vectors
    asked: list[Authored]
    asked_vectors: Vectors


class Generations:
    """The index folders of one home."""

    def __init__(self, home: Path) -> None:
        self.root = home / "index"
        self._pointer = self.root / "current"

    def current(self) -> Path | None:
        """The folder in use; None where none was ever finished or it has gone."""
        try:
            folder = self.root / self._pointer.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return folder if folder.parent == self.root and folder.is_dir() else None

    def fresh(self) -> Path:
        """A new empty folder to build in, not yet in use."""
        self.root.mkdir(parents=True, exist_ok=True)
        taken = [int(path.name[4:]) for path in self.root.glob("gen-*") if path.name[4:].isdigit()]
        folder = self.root / f"gen-{max(taken, default=0) + 1}"
        folder.mkdir()
        return folder

    def switch(self, folder: Path) -> None:
        """Make `folder` the one in use, in one step, and drop the folders nobody needs."""
        temporary = self.root / f"current.{os.getpid()}"
        with temporary.open("w", encoding="ascii") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._pointer)
        finished = sorted(self.root.glob("gen-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in [path for path in finished if path != folder][_KEEP - 1 :]:
            shutil.rmtree(old, ignore_errors=True)

    @contextmanager
    def building(self, wait_seconds: float) -> Iterator[None]:
        """Hold the right to build. Raises IndexUnavailableError where another process keeps it for longer."""
        self.root.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.root / "build.lock", timeout=wait_seconds):
                yield
        except Timeout as error:
            raise IndexUnavailableError("另一个进程正在建立索引。请等它结束后重试。") from error


def write(folder: Path, manifest: Manifest, contents: Contents) -> None:
    """Store arrays, questions and, last, the manifest with their checksums."""
    np.savez(folder / "vectors.npz", vectors=contents.vectors, asked_vectors=contents.asked_vectors)
    rows = [one.as_json() for one in contents.asked]
    told = {name: getattr(contents, name) for name in _LISTS} | {"asked": rows}
    (folder / "contents.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    checksums = {name: _checksum(folder / name) for name in ("vectors.npz", "contents.json")}
    sealed = json.dumps({**asdict(manifest), "checksums": checksums}, ensure_ascii=False)
    (folder / "manifest.json").write_text(sealed, encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """The manifest. Raises IndexUnavailableError where it is missing, damaged or of another format."""
    return _manifest(_json(folder / "manifest.json"), folder)


def read(folder: Path) -> tuple[Manifest, Contents]:
    """Everything `write` stored. Raises IndexUnavailableError where anything is missing or damaged."""
    told = _json(folder / "manifest.json")
    manifest = _manifest(told, folder)
    for name, checksum in told.get("checksums", {"": ""}).items():
        if _checksum(folder / name) != checksum:
            raise _damaged(folder / name, "校验和不符")
    stored = _json(folder / "contents.json")
    try:
        with np.load(folder / "vectors.npz") as arrays:
            vectors, asked_vectors = arrays["vectors"], arrays["asked_vectors"]
        asked = [Authored.from_json(row) for row in stored["asked"]]
        lists = {name: stored[name] for name in _LISTS}
        return manifest, Contents(**lists, vectors=vectors, asked=asked, asked_vectors=asked_vectors)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, error) from error


def _manifest(told: Mapping[str, Any], folder: Path) -> Manifest:
    if told.get("format") != FORMAT:
        raise _damaged(folder, "格式不是当前版本")
    try:
        return Manifest(**{name: value for name, value in told.items() if name != "checksums"})
    except TypeError as error:
        raise _damaged(folder, error) from error


def _json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(path, error) from error
    if not isinstance(value, dict):
        raise _damaged(path, "不是一个 JSON 对象")
    return value


def _checksum(path: Path) -> str:
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, why: object) -> IndexUnavailableError:
    return IndexUnavailableError(f"索引“{path}”缺失或损坏（{why}）。请运行 index --rebuild 重建。")

"""The journal of bulk runs: what is finished is never done again, even after the process was killed.

SQLite under the home, WAL with `synchronous=FULL`. A row's key covers everything its result depends on, so a changed
file, another date or another version of the drafting room is simply not found.
"""

import hashlib
import json
import sqlite3
from datetime import date
from functools import lru_cache
from pathlib import Path

from assistant.drafting.intake_model import Applicant, Outcome, outcome_from
from assistant.drafting.material.model import Kind
from assistant.errors import UnusableInputError
from assistant.settings import CHECKOUT, settings

_KEEP_DAYS = 90
_CREATE = "CREATE TABLE IF NOT EXISTS outcomes (key TEXT PRIMARY KEY, day TEXT NOT NULL, content TEXT NOT NULL)"
_WORDS = ("drafting/*", "regions/*", "awards/*/form.yaml")
_CODE = ("documents/readers", "drafting", "language")


class Journal:
    """Finished outcomes by key. Entries older than 90 days are dropped when it is opened."""

    def __init__(self, home: Path) -> None:
        path = home / "intake.sqlite"
        try:
            home.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=20, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=FULL")
            self._connection.execute(_CREATE)
            self._connection.execute(
                "DELETE FROM outcomes WHERE julianday('now') - julianday(day) > ?", (float(_KEEP_DAYS),)
            )
        except (OSError, sqlite3.DatabaseError) as error:
            raise UnusableInputError(f"续作记录“{path}”用不了（{error}）。删去该文件后重试，已做的会重做。") from error

    def find(self, key: str) -> Outcome | None:
        """The finished outcome of that key."""
        found = self._connection.execute("SELECT content FROM outcomes WHERE key = ?", (key,)).fetchone()
        return outcome_from(json.loads(found[0])) if found else None

    def keep(self, key: str, outcome: Outcome) -> None:
        """Store an outcome; on return it is on disk."""
        content = json.dumps(outcome.as_json(), ensure_ascii=False)
        self._connection.execute(
            "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?)", (key, date.today().isoformat(), content)
        )

    def forget(self) -> None:
        """Drop everything that is finished, so that the next run does it again."""
        self._connection.execute("DELETE FROM outcomes")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def key_of(applicant: Applicant, kind: Kind | None, as_of: date | None) -> str:
    """The key of an applicant: its label, texts, cells and file contents, kind, date and the program's version.

    Without `as_of` today is part of it, because that is the date material without one is judged by.
    """
    digest = hashlib.sha256()
    parts = [applicant.label, str(kind or applicant.kind), str(as_of or f"today {date.today()}"), program()]
    parts += [f"{name}\0{text}" for name, text in (*applicant.texts.items(), *applicant.given.items())]
    parts += applicant.problems
    for part in parts:
        digest.update(f"{len(part)}\0{part}".encode("utf-8", "surrogatepass"))
    for file in applicant.files:
        digest.update(f"\0{file.name}\0{_content(file)}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """A fingerprint of the code and word lists a draft depends on."""
    digest = hashlib.sha256()
    files = [file for room in _CODE for file in (CHECKOUT / "assistant" / room).rglob("*.py")]
    files += [file for words in _WORDS for file in settings().assistant_corpus.glob(words)]
    for file in sorted(files):
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _content(file: Path) -> str:
    """The hash of a file's bytes; a file that cannot be read is told from one that can."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable {error.errno}"

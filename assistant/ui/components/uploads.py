"""Files a browser hands over, read as text by the readers of the documents room."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.documents.readers.files import read_file
from assistant.documents.redaction import redact

SUFFIXES = ("txt", "md", "docx", "pdf")


class Upload(Protocol):
    """What Streamlit hands over."""

    name: str

    def getvalue(self) -> bytes:
        """The bytes of the file."""


@dataclass(frozen=True, slots=True)
class ReadUpload:
    """The text of an uploaded file, credentials masked, with Chinese notes on what a person should look at."""

    name: str
    text: str
    notes: tuple[str, ...]


@contextmanager
def on_disk(upload: Upload) -> Iterator[Path]:
    """The upload as a file under its own name, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(upload.name).name or "未命名.txt")
        path.write_bytes(upload.getvalue())
        yield path


def read_upload(upload: Upload) -> ReadUpload:
    """Read one upload. Raises DocumentError, a sentence naming the file, where it cannot be read."""
    with on_disk(upload) as path:
        raw = read_file(path)
    masked = redact(raw.text)
    return ReadUpload(upload.name, masked.text, (*raw.warnings, *masked.findings))

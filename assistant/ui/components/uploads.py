"""Files a browser hands over, read as text by the readers of the documents room."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.documents.readers.files import read_file
from assistant.documents.redaction import redact
from assistant.errors import DocumentError

SUFFIXES = ("txt", "md", "docx", "pdf")
LARGEST_MEGABYTES = 30
# What stands beside every uploader.
TAKEN = f"{'、'.join(SUFFIXES)}，每份不超过 {LARGEST_MEGABYTES} MB"


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
    size = len(upload.getvalue()) / 1024 / 1024
    if size > LARGEST_MEGABYTES:
        raise DocumentError(
            f"“{upload.name}”有 {size:.1f} MB，超过每份 {LARGEST_MEGABYTES} MB 的上限。"
            "请拆成几份，或压缩里面的图片后再传。"
        )
    with on_disk(upload) as path:
        raw = read_file(path)
    masked = redact(raw.text)
    return ReadUpload(upload.name, masked.text, (*raw.warnings, *masked.findings))

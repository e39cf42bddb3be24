"""The second reading of a PDF, by pypdf: only to check the first."""

import logging
from pathlib import Path

from pypdf import PdfReader


def parse(path: Path) -> dict[str, object]:
    """`{"pages": [text, …]}`; an encrypted file that needs a password gives `{"error": "password"}`."""
    logging.disable(logging.CRITICAL)
    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"error": "password"}
    return {"pages": [page.extract_text() for page in reader.pages]}

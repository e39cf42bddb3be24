"""Latin names, abbreviations and class letters of a sentence must be written in its evidence."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason

# Kinds of files: named as examples where the clause names none, else only those of the clause.
_FORMATS = ("word", "excel", "pdf", "docx")


def check_latin(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Latin names and abbreviations must be written in the evidence."""
    known = evidence.everything.lower()
    for match in re.finditer(r"[A-Za-z][A-Za-z0-9.+-]{1,}", said):
        word = match.group().lower().rstrip(".")
        loose = word in _FORMATS and not any(other in known for other in _FORMATS)
        if word not in known and word != "ai" and not loose:
            yield Reason("name", f"句中“{match.group()}”不在所引条款中")


def check_letters(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Single capital letters (classes B, C, D) must stand in the evidence."""
    lone = r"(?<![A-Za-z])[A-Z](?![A-Za-z])"
    for letter in sorted(set(re.findall(lone, said)) - set(re.findall(lone, evidence.everything))):
        yield Reason("name", f"句中“{letter}”不在所引条款中")

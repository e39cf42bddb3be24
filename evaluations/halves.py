"""A set of own cases in two halves: the first may be studied case by case, of the second only figures are told."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def studied(rows: Sequence[dict[str, Any]], cases: Path | None) -> frozenset[str]:
    """The ids whose failures may be shown: all of a file the caller gives, the first half of our own."""
    count = len(rows) if cases is not None else (len(rows) + 1) // 2
    return frozenset(str(row["id"]) for row in rows[:count])

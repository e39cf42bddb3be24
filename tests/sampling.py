"""Long tables of cases: every few rows run each time, all of them with `make test-all`."""

from collections.abc import Sequence
from typing import Any

import pytest


def sampled(rows: Sequence[Any], every: int = 4) -> list[Any]:
    """The rows as parameters, all but every `every`-th marked slow. Rows that are tuples or lists are spread."""
    return [
        pytest.param(
            *(row if isinstance(row, tuple | list) else (row,)), marks=() if at % every == 0 else pytest.mark.slow
        )
        for at, row in enumerate(rows)
    ]

"""Weights learned from examples and stored as data: read with one error, summed to one probability."""

import json
from collections.abc import Callable, Mapping
from math import exp
from pathlib import Path
from typing import Any, TypeVar

from assistant.errors import KnowledgeError

Weights = TypeVar("Weights")
# Beyond this a sum says no more, and its exponential would not be held.
_FAR = 30.0


def probability(total: float) -> float:
    """The logistic of a weighted sum, between 0 and 1."""
    return 1 / (1 + exp(-max(-_FAR, min(_FAR, total))))


def read_weights(path: Path, build: Callable[[Mapping[str, Any]], Weights]) -> Weights:
    """What `build` makes of a stored file; KnowledgeError naming the file where it is missing or malformed."""
    try:
        return build(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeError(
            f"核验权重 {path.name} 读不出：{error}。请恢复 corpus/verification 下的这个文件。"
        ) from error

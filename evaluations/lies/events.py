"""Replies in the shape of the OpenAI chat API, whole and as server-sent events."""

import json
from collections.abc import Iterator
from typing import Any


def pieces(text: str, size: int = 6) -> Iterator[str]:
    """The text in small pieces, as a stream brings it."""
    return (text[at : at + size] for at in range(0, len(text), size))


def event(text: str, finish: str | None = None) -> bytes:
    """One server-sent event."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": finish}
    row = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "loopback", "choices": [choice]}
    return b"data: " + json.dumps(row, ensure_ascii=False).encode() + b"\n\n"


def usage_event() -> bytes:
    """The closing event with the token counts."""
    row = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "loopback", "choices": []}
    row["usage"] = USAGE
    return b"data: " + json.dumps(row).encode() + b"\n\n"


USAGE = {"prompt_tokens": 120, "completion_tokens": 40, "total_tokens": 160}


def completion(text: str | None, finish: str | None = "stop") -> dict[str, Any]:
    """A whole reply as JSON."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": "loopback",
        "choices": [choice],
        "usage": USAGE,
    }

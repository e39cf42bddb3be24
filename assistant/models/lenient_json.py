"""Reads the JSON in a model's reply: with fences, prose around it, trailing commas or full-width punctuation."""

import ast
import json
import re
from typing import Any

from assistant.errors import ModelError
from assistant.models.messages import message

_FENCE = re.compile(r"```[a-zA-Z]*\s*\n?(.*?)```", re.S)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.S)
_TRAILING = re.compile(r",(\s*[}\]])")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
_WIDE = str.maketrans({"：": ":", "，": ",", "｛": "{", "｝": "}", "［": "[", "］": "]"})
_DEEPEST = 40


def read_json(reply: str) -> Any:
    """The first JSON object or array of a reply. ModelError where there is none, or it was not written to its end."""
    text = reply.strip().removeprefix("\ufeff")
    for candidate in (text, *(match[1] for match in _FENCE.finditer(text)), _bracketed(text)):
        for attempt in (candidate, _mended(candidate)):
            found = _loaded(attempt)
            if isinstance(found, dict | list):
                return found
    raise ModelError(message("unreadable"))


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return _python(text)


def _python(text: str) -> Any:
    """Some models answer with a Python literal (single quotes, True, None)."""
    if not text.lstrip().startswith(("{", "[")) or len(text) > 20_000 or text.count("[") + text.count("{") > 400:
        return None
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return None


def _mended(text: str) -> str:
    """Trailing commas and comments taken out and punctuation made half-width, outside of strings."""
    pieces: list[str] = []
    at = 0
    for string in _STRING.finditer(text):
        pieces += [_outside(text[at : string.start()]), string.group()]
        at = string.end()
    return _TRAILING.sub(r"\1", "".join([*pieces, _outside(text[at:])]))


def _outside(text: str) -> str:
    return _COMMENT.sub("", text.translate(_WIDE))


def _bracketed(text: str) -> str:
    """From the first bracket to the one that closes it, "" where none does."""
    start = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    if start < 0:
        return ""
    depth, inside, escaped = 0, False, False
    for at in range(start, len(text)):
        sign = text[at]
        if inside:
            inside, escaped = sign != '"' or escaped, sign == "\\" and not escaped
        elif sign == '"':
            inside = True
        else:
            depth += (sign in "{[") - (sign in "}]")
            if depth == 0:
                return text[start : at + 1]
            if depth > _DEEPEST:
                return ""
    return ""

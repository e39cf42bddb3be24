"""Fences: documents, questions and material stand in a prompt as data, between markers nothing in them can close."""

import re
import secrets
import unicodedata

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
# Marks by which chat templates part the speakers; inside data they must be mere text.
_SPEAKERS = "im_start|im_end|system|user|assistant|endoftext|begin_of|end_of|start_header|eot"
_TEMPLATE = re.compile(rf"<\|?/?(?=\s*(?:{_SPEAKERS}))|\[/?INST\]|<</?SYS>>", re.IGNORECASE)
OPENING, CLOSING = "〔资料开始 {marker}〕", "〔资料结束 {marker}〕"


def new_marker() -> str:
    """A marker nobody can guess."""
    return secrets.token_hex(8)


def fenced(text: str, marker: str) -> str:
    """`text` as data between markers. What looks like a marker, a template mark or is invisible is taken out."""
    return f"{OPENING.format(marker=marker)}\n{defused(text).replace(marker, '')}\n{CLOSING.format(marker=marker)}"


def defused(text: str) -> str:
    """The text without invisible characters, control characters, fence brackets and speaker marks."""
    seen = _INVISIBLE.sub("", text)
    seen = "".join(c for c in seen if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs", "Co"})
    seen = re.sub(r"〔\s*资料\s*(开始|结束)", r"（资料\1", seen)
    return _TEMPLATE.sub(lambda match: match.group().replace("<", "＜").replace("[", "［"), seen)

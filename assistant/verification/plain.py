"""One spelling of a text for comparison: NFKC, no white space, one kind of dash."""

import re
import unicodedata
from functools import lru_cache

from assistant.verification.passing import lasting, passing

_SPACE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff*]+")
_DASH = str.maketrans({"—": "-", "－": "-", "–": "-", "―": "-", "−": "-", "～": "~", "[": "〔", "]": "〕"})
_WORDS = re.compile(r"(?<=[A-Za-z])[ \t]+(?=[A-Za-z])")
_CONTENT = re.compile(r"[^\w一-鿿%]+")


@lasting(maxsize=4096)
def flat(text: str) -> str:
    """`text` in NFKC without white space (one blank stays between Latin words), dashes and brackets alike."""
    spaced = _WORDS.sub("\u0001", unicodedata.normalize("NFKC", text))
    return _SPACE.sub("", spaced).replace("\u0001", " ").translate(_DASH)


@lasting(maxsize=4096)
def content(text: str) -> str:
    """The letters, digits and characters of `flat(text)`, without punctuation."""
    return _CONTENT.sub("", flat(text))


@lasting(maxsize=8192)
def bigrams(text: str) -> frozenset[str]:
    """The character bigrams of `content(text)`."""
    body = content(text)
    return frozenset(body[i : i + 2] for i in range(len(body) - 1))


def in_order(short: str, long: str) -> bool:
    """Whether the characters of `short` stand in `long` in this order, as a shortened name does."""
    rest = iter(long)
    return all(character in rest for character in short)


_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


def with_digits(text: str) -> str:
    """The text with long runs of Han digits (一三八零…), and Han numbers behind a letter (X十七), in Arabic."""
    text = re.sub(r"[〇零一二三四五六七八九]{5,}", lambda run: run.group().translate(_HAN_DIGITS), text)
    return re.sub(r"(?<=[A-Za-z])[一二三四五六七八九]?十[一二三四五六七八九]?", _tens, text)


def _tens(match: re.Match[str]) -> str:
    tens, ones = match.group().split("十")
    return f"{(tens or '一').translate(_HAN_DIGITS)}{(ones or '零').translate(_HAN_DIGITS)}"


_BREAK = re.compile(r"[,。;!?\n]|:(?!\d\d)|(?<!\d)\.(?!\d)")


def segments(text: str) -> list[str]:
    """The stretches of `flat(text)` between commas, stops and line joins, empty ones left out."""
    return list(_segments(text))


@passing(maxsize=1024)
def _segments(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in _BREAK.split(flat_lines(text)) if piece)


def flat_lines(text: str) -> str:
    """Like `flat`, but the joins between several texts stay."""
    return "\n".join(flat(line) for line in text.split("\n\n"))


@lru_cache(maxsize=8192)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the word lists, compiled once: there are more of them than the library's own cache holds."""
    return re.compile(pattern)

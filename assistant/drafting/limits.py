"""The one place that counts characters, and the limits of the summary form's columns.

Counting (domain standard; `chongqing-2024` attachment 2 names the limits but no rule): NFC, white space and zero-width
characters removed, every remaining code point counts 1. It is never less than a word processor's 字数.
"""

import unicodedata

CHARACTERISATION_LIMIT = 25
PROFILE_LIMIT = 300

_FORMAT_CATEGORIES = {"Cf", "Cc"}


def count_characters(text: str) -> int:
    """How many characters `text` has by the one counting rule (code points after NFC, without space or zero width)."""
    return sum(1 for character in unicodedata.normalize("NFC", text) if _counts(character))


def overflow(text: str, limit: int) -> int:
    """How many characters `text` exceeds `limit` by; 0 when it fits exactly or is shorter."""
    return max(0, count_characters(text) - limit)


def fits(text: str, limit: int) -> bool:
    """Whether `text` is within `limit` (a text of exactly `limit` characters is)."""
    return overflow(text, limit) == 0


def _counts(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in _FORMAT_CATEGORIES

"""Sums of money a question takes for granted that no notice writes."""

from collections.abc import Iterable
from decimal import Decimal

from assistant.answering.cues import Cues
from assistant.language.numerals import find_quantities


def unwritten_sums(question: str, texts: Iterable[str], cues: Cues) -> list[str]:
    """The sums a question names as a prize, as it writes them, that none of the texts has."""
    if not cues.has("prize_money", question) or cues.has("own_money", question):
        return []
    written = {value for text in texts for value, _ in _sums(text)}
    return list(dict.fromkeys(said for value, said in _sums(question) if value not in written))


def _sums(text: str) -> list[tuple[Decimal, str]]:
    return [(one.value, one.text) for one in find_quantities(text) if one.unit == "元"]

"""Days as spreadsheets write them (1998, 2011/3/2, 2011-03, 20110302), told as a form writes them."""

import re

_PARTED = re.compile(
    r"([12][0-9]{3})(?:\s*[-/.年]\s*(1[0-2]|0?[1-9])(?:\s*[-/.月]\s*(3[01]|[12][0-9]|0?[1-9]))?)?\s*[年月日号]?"
    r"(?:[ T]+0{1,2}:00(?::00)?)?"
)
_COMPACT = re.compile(r"([12][0-9]{3})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])?")
_FIGURES = re.compile(r"[0-9][0-9./\-\s]*")


def told_day(text: str) -> str:
    """The day as 1998年, 2011年3月 or 2011年3月2日; what is no day, or says more than one, is returned as it is."""
    match = _PARTED.fullmatch(text.strip()) or _COMPACT.fullmatch(text.strip())
    if match is None:
        return text
    parts = zip((part for part in match.groups() if part), "年月日", strict=False)
    return "".join(f"{int(figure)}{unit}" for figure, unit in parts)


def unreadable_day(text: str) -> bool:
    """Whether a cell holds figures only that are no day (a spreadsheet's count of days since 1900)."""
    return told_day(text) == text and _FIGURES.fullmatch(text.strip()) is not None

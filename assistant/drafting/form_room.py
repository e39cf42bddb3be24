"""How high a row of the summary form prints, so that one higher than a page is let run on instead of being cut off."""

import math
import unicodedata
from collections.abc import Sequence

_MM_PER_POINT = 25.4 / 72
# The fonts that stand in for 仿宋_GB2312 need up to one and a half times their size for a line.
_LEADING = 1.5


def row_height(values: Sequence[str], widths: Sequence[float], size: float) -> float:
    """The height in mm of a row of cells `widths` mm wide inside, set in `size` points; rather too high."""
    line = size * _LEADING * _MM_PER_POINT
    return (
        max(_lines(value, width / (size * _MM_PER_POINT)) for value, width in zip(values, widths, strict=True)) * line
    )


def _lines(value: str, characters: float) -> int:
    """How many printed lines a cell takes that is `characters` wide; a line may end one character early."""
    return sum(max(1, math.ceil(_width(one) / max(1.0, characters - 1))) for one in value.split("\n"))


def _width(text: str) -> float:
    """The width in Chinese characters: Latin letters and digits take half of one, capitals a little more."""
    return sum(1.0 if unicodedata.east_asian_width(one) in "WFA" else 0.6 for one in text)

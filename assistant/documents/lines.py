"""Lines of a stored text, with a same-length normal form so that patterns stay simple and offsets stay true."""

import re
from dataclasses import dataclass

_WIDE = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ．()：；，！？﹒　\u00a0\u2003\u2002"
_NARROW = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.（）：；，！？.    "
_TABLE = str.maketrans(_WIDE + ":;!?", _NARROW + "：；！？")
_LEADING = re.compile(r"[\s#>*\-–—·•▪◦]*")
_HAN = "\u4e00-\u9fff"


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line. `start`/`end` point at its first and after its last non-blank character.

    `norm` is `text` with full-width forms folded, of the same length; `lead` is the length of leading decoration
    (bullets, Markdown signs); `gap` counts the blank lines before it; `cells` tells that it starts or is cut by a tab.
    """

    start: int
    end: int
    text: str
    norm: str
    lead: int
    gap: int
    cells: bool

    @property
    def core(self) -> str:
        """The normal form without leading decoration."""
        return self.norm[self.lead :]


def fold(text: str) -> str:
    """Fold full-width digits, letters, brackets and spaces; the length never changes."""
    return text.translate(_TABLE)


def split_lines(text: str) -> list[Line]:
    """All non-blank lines of `text`, in order; every non-blank character lies in exactly one of them."""
    lines: list[Line] = []
    gap = 0
    for match in re.finditer(r"[^\n\r\f\v\u2028\u2029\x85\x1c-\x1e]+", text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        previous = lines[-1].end if lines else 0
        gap = text.count("\n", previous, start) - 1
        norm = fold(stripped)
        lead = _LEADING.match(norm)
        decoration = lead.end() if lead and lead.end() < len(norm) else 0
        cells = raw.lstrip(" ").startswith("\t") or "\t" in stripped
        lines.append(Line(start, start + len(stripped), stripped, norm, decoration, max(gap, 0), cells))
    return lines


def squeeze(text: str) -> str:
    """Drop white space between Chinese characters and fold other runs of white space to one space."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(rf"(?<=[{_HAN}：，。、》”]) (?=[{_HAN}《“（])", "", text)

"""Does every figure and name of a draft occur in the material? A local check before the draft leaves this room."""

import re
import unicodedata
from dataclasses import dataclass

from assistant.drafting.material.model import Material

_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
# A figure with the letter a scan has put in the place of its first digit, where the reading has left it so (l9次).
_MISREAD = re.compile(r"(?<![A-Za-z0-9.])[lI]?[0-9]+(?:[.,][0-9]+)*")
_LOOKS_LIKE = {"1": "[1lI|]", "0": "[0Oo]", "5": "[5S]", "8": "[8B]", "2": "[2Z]"}
_QUOTED = re.compile(r"[“《]([^”》]+)[”》]")


@dataclass(frozen=True, slots=True)
class Inventory:
    """The figures of a material and its whole text without white space, made once for many checks."""

    figures: frozenset[str]
    text: str

    def unsourced(self, text: str) -> list[str]:
        """The figures and quoted names of `text` that stand in no file of the material; empty is good."""
        missing = [figure for figure in _FIGURE.findall(text) if figure not in self.figures]
        return missing + [name for name in _QUOTED.findall(text) if name not in self.text]


def as_sent(text: str, quote: str) -> str:
    """`text` with each figure that `quote`, the stretch as it was sent, spells with a letter (l998) spelt so again and
    marked 【待核】; empty where a figure is in neither spelling there."""
    sent = unicodedata.normalize("NFKC", re.sub(r"\s+", "", quote))
    figures = set(_FIGURE.findall(sent))
    spelt: dict[str, str] = {}
    for figure in dict.fromkeys(_MISREAD.findall(text)):
        if figure in figures:
            continue
        token = re.search("".join(_LOOKS_LIKE.get(sign, re.escape(sign)) for sign in figure), sent)
        if token is None:
            return ""
        if token.group() not in figures:
            spelt[figure] = token.group()
    return _MISREAD.sub(lambda match: _marked(match.group(), spelt), text) if spelt else text


def _marked(figure: str, spelt: dict[str, str]) -> str:
    return f"{spelt[figure]}【待核】" if figure in spelt else figure


def take_inventory(material: Material) -> Inventory:
    """What a draft of `material` may name."""
    whole = re.sub(r"\s+", "", "\n".join(source.text for source in material.sources))
    raw = unicodedata.normalize("NFKC", re.sub(r"\s+", "", "\n".join(source.raw for source in material.sources)))
    # A figure whose letters the reading has put right (l20 for 120) is a guess: it is not in what was sent.
    return Inventory(frozenset(f for f in set(_FIGURE.findall(whole)) if f in raw), whole)

"""Does every figure and name of a draft occur in the material? A local check before the draft leaves this room."""

import re
import unicodedata
from dataclasses import dataclass

from assistant.drafting.material.model import Material

_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
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


def take_inventory(material: Material) -> Inventory:
    """What a draft of `material` may name."""
    whole = re.sub(r"\s+", "", "\n".join(source.text for source in material.sources))
    raw = unicodedata.normalize("NFKC", re.sub(r"\s+", "", "\n".join(source.raw for source in material.sources)))
    # A figure whose letters the reading has put right (l20 for 120) is a guess: it is not in what was sent.
    return Inventory(frozenset(f for f in set(_FIGURE.findall(whole)) if f in raw), whole)

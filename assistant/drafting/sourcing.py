"""Does every figure and name of a draft occur in the material? A local check before the draft leaves this room."""

import re

from assistant.drafting.material.model import Material

_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_QUOTED = re.compile(r"[“《]([^”》]+)[”》]")


def unsourced(text: str, material: Material) -> list[str]:
    """The figures and quoted names of `text` that stand in no file of the material; empty is good."""
    whole = re.sub(r"\s+", "", "\n".join(source.text for source in material.sources))
    figures = set(_FIGURE.findall(whole))
    missing = [figure for figure in _FIGURE.findall(text) if figure not in figures]
    return missing + [name for name in _QUOTED.findall(text) if name not in whole]

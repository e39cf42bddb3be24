"""Figures of a year's business that stand only in cells of a form (2023年营业收入 | 15.72亿元), told as sentences."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.model import Practice, Result
from assistant.drafting.material.scan import Scan

_CELL = re.compile(r"[^\t|｜\n]+")
_FIGURE = re.compile(r"(?:约|近|超)?[0-9][0-9,.]*\s*(?:万|亿|千)?(?:元|美元|%|吨)?")
_UNIT = re.compile(r"（(?:单位：?)?((?:万|亿|千)?(?:元|美元|%|吨))）$")


def table_figures(scan: Scan) -> Iterator[Practice]:
    """One sentence for each line of cells that gives such figures; what is sealed is left out."""
    for _, group in groupby(_pairs(scan), key=lambda pair: scan.text.count("\n", 0, pair[1])):
        pairs = list(group)
        start, end = pairs[0][1], pairs[-1][2]
        text = "，".join(label + figure for label, _, _, figure in pairs) + "。"
        results = tuple(
            Result(label, "", figure, scan.source.span(left, right)) for label, left, right, figure in pairs
        )
        yield Practice(text, scan.source.span(start, end), (), results)


def _pairs(scan: Scan) -> Iterator[tuple[str, int, int, str]]:
    """The label, where label and figure stand, and the figure with its unit."""
    cells = list(_CELL.finditer(scan.text))
    for label, value in pairwise(cells):
        same_line = "\n" not in scan.text[label.end() : value.start()]
        name, figure = label.group().strip(" ："), value.group().strip()
        unit = _UNIT.search(name)
        bare = _UNIT.sub("", name)
        told = load_lexicon("practices").patterns["business_figure"].fullmatch(bare)
        if same_line and told and _FIGURE.fullmatch(figure) and not scan.codes(label.start(), value.end()):
            whole = figure + (unit[1] if unit and not figure.endswith(unit[1]) else "")
            if re.search(r"[元%吨]$", whole):
                yield bare, label.start(), value.end(), whole

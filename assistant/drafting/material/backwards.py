"""A figure that goes the other way than its verb says (一等品率从91%上升到89%): one of the two is wrong."""

import re
from collections.abc import Iterator

from assistant.drafting.material.matter import CODE
from assistant.drafting.material.model import Conflict, Fact
from assistant.drafting.material.scan import Scan, clause_bounds

_UP = r"(?:提升|提高|上升|升高|增长|增加|增|升|涨|攀升|跃升|扩大)"
_DOWN = r"(?:下降|降低|减少|缩短|压缩|压降|降|减|缩|压)"
_WHEN = r"(?:[0-9]{4}年(?:的|底|末)?|去年的?|前年的?|现在的?|目前的?|如今的?|当年的?)?"
_FIGURE = r"(?P<{0}>[0-9]{{1,9}}(?:\.[0-9]{{1,4}})?)"
_MOVED = re.compile(
    rf"(?:由|从){_WHEN}{_FIGURE.format('first')}(?P<unit>[%‰]|[一-鿿]{{0,3}}?)(?:（[^）\n]{{0,12}}）)?[，、]?(?:逐步|稳步|持续|一路|已|又)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到|至|为|成)了?{_WHEN}{_FIGURE.format('last')}(?P=unit)"
)


def backwards(scan: Scan) -> Iterator[Conflict]:
    """Each statement of a change whose two figures contradict its verb; both are readings, neither enters a draft."""
    for match in _MOVED.finditer(scan.text):
        first, last = float(match["first"]), float(match["last"])
        if first == last or (last > first) == bool(match["up"]) or scan.sealed(*match.span()):
            continue
        span = scan.source.span(*clause_bounds(scan.text, *match.span(), "，。；！？\n"))
        readings = tuple(Fact(CODE, match[name] + match["unit"], span) for name in ("first", "last"))
        yield Conflict(match["unit"], CODE, readings)

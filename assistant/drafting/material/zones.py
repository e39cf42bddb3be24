"""Stretches of a reading that carry a flag code, found by place without a look at every one of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.drafting.material.model import Span


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch `text[start:end]` of the reading that carries a flag code; `span` is the evidence to show."""

    code: str
    start: int
    end: int
    span: Span


class Zones:
    """Zones in the order of their text."""

    def __init__(self, zones: Iterable[Zone] = ()) -> None:
        self._zones = sorted(zones, key=lambda zone: zone.start)
        self._longest = max((zone.end - zone.start for zone in self._zones), default=0)

    def __iter__(self) -> Iterator[Zone]:
        return iter(self._zones)

    def codes(self, start: int, end: int) -> set[str]:
        """The flag codes of the zones that touch `text[start:end]`."""
        edges = (start - self._longest, end)
        first, last = (bisect_left(self._zones, edge, key=lambda zone: zone.start) for edge in edges)
        return {zone.code for zone in self._zones[first:last] if start < zone.end}

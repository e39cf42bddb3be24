"""From the material to practices and their dimensions in each framework, as read and as corrected. Pure."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.drafting.material.kind import guess_kind
from assistant.knowledge.dimensions import Framework
from assistant.mapping.coverage import MappingResult, map_practices
from assistant.mapping.mapper import DimensionMapper, DimensionScore
from assistant.mapping.material import Candidates, candidates
from assistant.mapping.opening import frameworks, open_mapper
from assistant.settings import settings
from assistant.ui.components.drafting_state import Texts
from assistant.ui.components.mapping_state import Changes, Chart

_DEFAULTS = {"organisation": ("china", "gbt19580"), "individual": ("yangquan-ind",)}


class CorrectedMapper(DimensionMapper):
    """A mapper that knows what a person said of certain texts; what was set by hand has score 1 and no cues."""

    def __init__(self, mapper: DimensionMapper, changes: Changes) -> None:
        self.framework = mapper.framework
        self._changes = changes

    def classify(self, text: str) -> tuple[DimensionScore, ...]:
        """The dimensions set by hand where there are any, else those read."""
        names = self._changes.labels.get(text, {}).get(self.framework.id)
        if names is None:
            return classified(self.framework.id, text)
        read = {score.name: score for score in classified(self.framework.id, text)}
        known = {dimension.name: dimension for dimension in self.framework.dimensions}
        return tuple(
            read.get(name, DimensionScore(name, 1.0, known[name].citations[0], ())) for name in names if name in known
        )

    def nearest(self, text: str) -> tuple[DimensionScore, ...]:
        """The dimension nearest to a text that tells a practice."""
        return nearest(self.framework.id, text)


@lru_cache(maxsize=4096)
def classified(framework: str, text: str) -> tuple[DimensionScore, ...]:
    """The dimensions read from a text, remembered."""
    return open_mapper(framework).classify(text)


@lru_cache(maxsize=4096)
def nearest(framework: str, text: str) -> tuple[DimensionScore, ...]:
    """The dimension nearest to a text, remembered."""
    return open_mapper(framework).nearest(text)


def all_frameworks() -> dict[str, Framework]:
    """Every framework by id."""
    return frameworks(settings().assistant_corpus)


def short_name(framework: Framework) -> str:
    """A framework's name as it fits beside labels: what stands in brackets, or before 评价 or 评审."""
    match = re.search(r"（(GB/T [0-9]+)", framework.name)
    return match[1] if match else re.sub(r"(?:评价框架|评审重点)$", "", framework.name)


def chosen(chart: Chart, texts: Texts) -> tuple[str, ...]:
    """The frameworks to show: those chosen, else the usual ones for the kind of applicant the texts tell of."""
    known = all_frameworks()
    picked = tuple(one for one in chart.frameworks if one in known)
    if picked:
        return picked
    kind = guess_kind("\n".join(text for _, text in texts))
    return tuple(one for one in _DEFAULTS[kind] if one in known) or tuple(known)[:1]


@lru_cache(maxsize=32)
def sentences(texts: Texts) -> Candidates:
    """The candidate practices of the texts, remembered."""
    return candidates(dict(texts), date.today())


def practices(texts: Texts, changes: Changes) -> list[tuple[str, str]]:
    """The practices as (id, text): those of the material and those added, without those left out."""
    offered = dict.fromkeys((*sentences(texts).rows, *changes.added))
    kept = [text for text in offered if text not in changes.dropped]
    return [(f"p{number}", text) for number, text in enumerate(kept, start=1)]


def mapped(texts: Texts, changes: Changes, ids: Sequence[str]) -> dict[str, MappingResult]:
    """The result in every framework asked for, corrections included."""
    rows = practices(texts, changes)
    known = sentences(texts).known
    by_hand = {one: {text for text, own in changes.labels.items() if one in own} for one in ids}
    return {
        one: map_practices(rows, CorrectedMapper(open_mapper(one), changes), known.without(by_hand[one])) for one in ids
    }

"""Grounding: what of the evidence is strong enough to answer a part with, and whether the notice says it at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Evidence, Support

# Below this a clause only shares words with the question.
FLOOR = 0.3
# A support is shown beside the best one when it is at least this share of it.
_BESIDE = 0.82
# A fact-sheet entry gives the direct sentence when it is at least this share of the best support.
_ENTRY_SHARE = 0.86


@dataclass(frozen=True, slots=True)
class Grounding:
    """`outcome` is `said`, `not_said` or `nothing`; `lead` gives the direct sentence, `supports` what is quoted."""

    part: str
    outcome: str
    supports: tuple[Support, ...]

    @property
    def lead(self) -> Support | None:
        """The support whose sentence answers directly: the best entry near the top, else the best clause."""
        if not self.supports:
            return None
        top = self.supports[0].score
        entries = [s for s in self.supports if s.entry is not None and s.score >= top * _ENTRY_SHARE]
        return entries[0] if entries else self.supports[0]


def ground(evidence: Evidence, most: int) -> Grounding:
    """Decide one part: at most `most` supports are kept."""
    if evidence.best < FLOOR:
        return Grounding(evidence.part, "nothing", ())
    said = [support for support in evidence.supports if support.said]
    silent = [support for support in evidence.supports if not support.said]
    if silent and (not said or silent[0].score > said[0].score):
        return Grounding(evidence.part, "not_said", (silent[0],))
    kept = [support for support in said if support.score >= said[0].score * _BESIDE]
    return Grounding(evidence.part, "said", _distinct(kept, most))


def _distinct(supports: Sequence[Support], most: int) -> tuple[Support, ...]:
    """The first supports that each bring a clause not yet shown, entries first among equals."""
    kept: list[Support] = []
    shown: set[tuple[str, str]] = set()
    for support in supports:
        keys = {(citation.document, citation.clause) for citation in support.citations}
        if keys - shown or (support.entry and not any(one.entry for one in kept)):
            kept.append(support)
            shown |= keys
        if len(kept) == most:
            break
    return tuple(kept)

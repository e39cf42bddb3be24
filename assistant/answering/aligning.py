"""A comparison's row that found nothing is looked up again as the rows that found something are asked: odd wording of
the question comes near to one notice and misses another that says the same."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.ground import Grounding, ground
from assistant.answering.inquiry import Inquiry
from assistant.answering.naming import AwardNames
from assistant.knowledge.entries import Entry

# An authored question of one notice has to come this near to one of another for both to ask the same.
_SAME_ASK = 0.75

Groundings = tuple[Grounding, ...]


class Aligner:
    """Looks up silent rows in the words of the others."""

    def __init__(self, inquiry: Inquiry, names: AwardNames) -> None:
        self._inquiry = inquiry
        self._names = names

    def aligned(self, awards: Sequence[str], rows: Sequence[Groundings]) -> list[Groundings]:
        """The rows (one an award, one grounding an ask), those that found nothing answered by what the notice says
        under an ask of the same topic, where it does."""
        kept = [list(row) for row in rows]
        for place in range(min(map(len, kept), default=0)):
            told = [entry for row in rows if (entry := _told_entry(row[place]))]
            for award, row in zip(awards, kept, strict=True):
                if row[place].outcome == "nothing" and not row[place].untold:
                    row[place] = self._again(row[place], award, told)
        return [tuple(row) for row in kept]

    def _again(self, silent: Grounding, award: str, told: Sequence[Entry]) -> Grounding:
        best = silent
        for entry in told:
            for question in entry.questions:
                found = ground(self._inquiry.gather(self._names.without_names(question), (award,)), 1, 0, _SAME_ASK)
                lead = found.lead
                if lead is None or lead.entry is None or lead.entry.topic != entry.topic:
                    continue
                if best.lead is None or lead.match > best.lead.match:
                    best = replace(found, part=silent.part)
        return best


def _told_entry(grounding: Grounding) -> Entry | None:
    """The entry that a grounding leads with, where the notice says it."""
    return grounding.lead.entry if grounding.outcome == "said" and grounding.lead else None

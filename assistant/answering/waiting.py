"""When one may apply if nothing but time goes by (那最早哪天能报): the checker's day for each track shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.answering.cues import Cues
from assistant.answering.verdicts import Case, Verdicts
from assistant.eligibility.checker import ELIGIBLE
from assistant.eligibility.facts import FACTS
from assistant.eligibility.result import TrackResult
from assistant.eligibility.what_if import earliest, earliest_date
from assistant.eligibility.wording import wanted
from assistant.knowledge.rules import Track

_NEEDED_SHOWN = 4


def asks_when(text: str, cues: Cues) -> bool:
    """Whether a turn asks from when on one may apply; a deadline, a publicity period or applying once more is not."""
    if not cues.has("when", text) or cues.has("apply_again", text):
        return False
    rest = text
    for word in sorted(cues.words["when"], key=len, reverse=True):
        rest = rest.replace(word, "")
    return (cues.has("eligibility", text) or cues.has("ready", text)) and not cues.has("policy_asked", rest)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words the days by the fixed messages."""

    messages: Mapping[str, str]

    def told(self, found: Verdicts, case: Case) -> list[str]:
        """A line for each track shown."""
        return ["\n".join(f"- {self._line(track, result, case)}" for track, result in found.shown)]

    def _line(self, track: Track, result: TrackResult, case: Case) -> str:
        day, anchored = case.on(track)
        if result.verdict == ELIGIBLE:
            return self.messages["earliest_now"].format(track=track.name, day=day.isoformat())
        ready = earliest_date(track, anchored.facts, day)
        if ready is not None:
            return self.messages["earliest"].format(track=track.name, day=ready.isoformat())
        return self._short_of_facts(track, case)

    def _short_of_facts(self, track: Track, case: Case) -> str:
        """Where no day is sure: the first on which nothing known stands in the way, and what is still to be known."""
        day, anchored = case.on(track)
        first = earliest(track, anchored.facts, day, barred_only=True)
        if first is None:
            return self.messages["earliest_never"].format(track=track.name)
        opened, result = first
        facts = "、".join(wanted(FACTS[key]) for key in result.missing[:_NEEDED_SHOWN])
        if not facts:
            return self.messages["earliest_review"].format(track=track.name, day=_day(opened, day))
        return self.messages["earliest_open"].format(track=track.name, day=_day(opened, day), facts=facts)


def _day(opened: date, judged: date) -> str:
    return f"{judged}（申报日）" if opened == judged else f"最早{opened}"

"""The eligibility desk of the conversation: gathers facts over turns, runs the checker, and words its verdicts.

Nothing here decides: every verdict is the checker's, worded by a fixed message.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.answering.answer import Turn
from assistant.answering.composer import References
from assistant.answering.cues import Cues
from assistant.answering.question import Question
from assistant.eligibility.facts import FACTS, Facts, as_json, complete, parse_facts
from assistant.eligibility.match import Match, match
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.opening import open_tracks
from assistant.eligibility.result import RuleResult, TrackResult
from assistant.knowledge.rules import Track

_TRACKS_SHOWN, _NEEDED_SHOWN, _REASONS_SHOWN = 4, 4, 3


@dataclass(frozen=True, slots=True)
class Consultation:
    """What the desk says: paragraphs, whether a verdict was reached for every track shown, and the facts understood."""

    lines: tuple[str, ...]
    settled: bool
    facts: Mapping[str, object]


class EligibilityDesk:
    """Answers 我们能报吗 by the checker. `today` is the date of application where the notice suggests none."""

    def __init__(self, corpus: Path, cues: Cues, messages: Mapping[str, str], today: Callable[[], date]) -> None:
        self._tracks = open_tracks(corpus)
        self._cues = cues
        self._messages = messages
        self._today = today

    def asked(self, asked: Question, history: Sequence[Turn]) -> bool:
        """Whether this turn asks about the speaker's own eligibility, or answers the desk's last question."""
        own = self._cues.has("self", asked.text)
        about = self._cues.has("eligibility", asked.text) or self._cues.has("which_award", asked.text)
        others = self._cues.has("third", asked.text)
        return (own and about and not others) or self.awaits_reply(history)

    def awaits_reply(self, history: Sequence[Turn]) -> bool:
        """Whether the desk's own question was the last thing said."""
        marker = self._messages["ask_next"].split("{", 1)[0]
        return bool(history) and history[-1].role == "assistant" and marker in history[-1].content

    def consult(
        self, asked: Question, history: Sequence[Turn], references: References, corrections: Mapping[str, object]
    ) -> Consultation | None:
        """The checker's verdicts on what the speaker has told so far; None where nothing useful is known.

        `corrections` are facts the speaker set by hand: they win over what was read, and None takes a fact back.
        """
        said = [turn.content for turn in history if turn.role == "user"] + [asked.text]
        tracks = self._candidates(asked.awards)
        day = self._day(tracks)
        read = read_narrative("。".join(said), day).facts
        facts = parse_facts({**{key: as_json(fact.value) for key, fact in read.items()}, **corrections})
        telling = {key: value for key, value in facts.items() if not FACTS[key].hint_only}
        if len(telling) < 2:
            return None
        found = match(tracks, facts, day)
        shown = _worth_showing(found, tracks, facts)
        lines = [self._messages["verdict_lead"].format(day=day.isoformat())]
        lines += [self._verdict(tracks[result.track], result, references) for result in shown]
        lines += self._closing(found, facts, references)
        return Consultation(tuple(lines), all(r.verdict != "undetermined" for r in shown), _readable(facts))

    def _candidates(self, awards: Sequence[str]) -> dict[str, Track]:
        chosen = {name: track for name, track in self._tracks.items() if not awards or track.award in awards}
        return chosen or self._tracks

    def _day(self, tracks: Mapping[str, Track]) -> date:
        """The one date the notices suggest for these tracks, else today."""
        days = {track.timeliness.assumed_as_of for track in tracks.values()}
        (day,) = days if len(days) == 1 else (None,)
        return day or self._today()

    def _verdict(self, track: Track, result: TrackResult, references: References) -> str:
        line = "- " + self._messages[f"verdict_{result.verdict}"].format(track=track.name)
        telling = [rule for rule in result.decisive if rule.status in {"unmet", "needs_review"}][:_REASONS_SHOWN]
        line += "".join(f"{rule.reason.rstrip('。')}。{references.mark(rule.citation)}" for rule in telling)
        if result.verdict == "undetermined" and result.missing:
            labels = "、".join(FACTS[key].label for key in result.missing[:_NEEDED_SHOWN])
            line += self._messages["still_needed"].format(facts=labels)
            line += references.marks(rule.citation for rule in _open(result)[:_REASONS_SHOWN])
        return line

    def _closing(self, found: Match, facts: Facts, references: References) -> list[str]:
        told = "；".join(FACTS[key].tell(value) for key, value in _readable(facts).items())
        lines = [self._messages["understood"].format(facts=told)]
        if found.next_question is not None:
            asking = found.next_question
            lines.append(self._messages["ask_next"].format(question=asking.question) + references.mark(asking.citation))
        return lines


def _open(result: TrackResult) -> list[RuleResult]:
    return [rule for rule in result.decisive if rule.status == "unknown"]


def _worth_showing(found: Match, tracks: Mapping[str, Track], facts: Facts) -> list[TrackResult]:
    """The first tracks made for this kind of applicant; all of them where none is."""
    kind = complete(facts).get("applicant_type")
    fitting = [result for result in found.tracks if kind in (None, tracks[result.track].applicant)]
    return (fitting or list(found.tracks))[:_TRACKS_SHOWN]


def _readable(facts: Facts) -> dict[str, object]:
    return {key: as_json(value) for key, value in facts.items()}

"""All tracks at once, the most promising first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.eligibility.checker import check
from assistant.eligibility.facts import Facts, complete
from assistant.eligibility.next_question import NextQuestion, next_question
from assistant.eligibility.result import TrackResult
from assistant.knowledge.rules import Track
from assistant.language.places import province_of

# Of what a speaker says and no rule judges by (`likely` of answering/verdicts.py).
WORK_PROVINCE = "work_province"
_ORDER = {"eligible": 0, "undetermined": 1, "ineligible": 2}


@dataclass(frozen=True, slots=True)
class Match:
    """The results of all tracks, best first, and the question to ask next."""

    tracks: tuple[TrackResult, ...]
    next_question: NextQuestion | None

    def as_json(self) -> dict[str, Any]:
        """The contract's object of `match`."""
        question = self.next_question
        return {
            "tracks": [result.as_json() for result in self.tracks],
            "next_question": question.as_json() if question else None,
        }


def match(tracks: Mapping[str, Track], facts: Facts, as_of: date | None) -> Match:
    """Judge every track as of one day, or (None) each as of the last safe day of its own notice; a track whose notice
    suggests no day is then left out, since today's date is never assumed.

    Eligible first, then undetermined by how little is open, then ineligible by how little fails.

    Among equals those made for the applicant's kind and category come first.
    """
    days = [(track, as_of or track.timeliness.assumed_as_of) for track in tracks.values()]
    results = [check(track, facts, day) for track, day in days if day is not None]
    known = complete(facts)
    results.sort(key=lambda result: rank(tracks[result.track], result, known))
    fitting = [result for result in results if suits(tracks[result.track], known)]
    return Match(tuple(results), next_question(fitting or results, facts))


def shown_rank(track: Track, result: TrackResult, facts: Facts) -> tuple[bool, int, bool, int, int, int]:
    """As `rank`, another region's channel last whatever its verdict: nobody should go on filling in facts for it."""
    return bool(outside_channel(track, facts)), *rank(track, result, facts)


def rank(track: Track, result: TrackResult, facts: Facts) -> tuple[int, bool, int, int, int]:
    """The sort key of a result, best first; `facts` are completed ones."""
    failing = sum(rule.status == "unmet" for rule in result.rules)
    unsettled = sum(rule.status != "met" for rule in result.rules if rule.kind == "deterministic")
    return _ORDER[result.verdict], not fits(track, facts), failing, unsettled, track.position


def outside_channel(track: Track, facts: Facts) -> str:
    """The province the applicant is in where that is known and the track's notice is addressed to another; else ""."""
    if track.channel is None:
        return ""
    city = facts.get("registered_city" if track.applicant == "organization" else "work_city")
    province = facts.get("registered_province") if track.applicant == "organization" else None
    # WORK_PROVINCE is no fact of a case: where a person only names the province, it chooses what is shown.
    found = province or (province_of(str(city)) if city else facts.get(WORK_PROVINCE))
    return "" if found in (None, track.channel.province) else str(found)


def fits(track: Track, facts: Facts) -> bool:
    """Is the track for this kind of applicant, category and region, as far as known?"""
    return not outside_channel(track, facts) and suits(track, facts)


def suits(track: Track, facts: Facts) -> bool:
    """Is the track for this kind of applicant and category, as far as known?"""
    if facts.get("applicant_type", track.applicant) != track.applicant:
        return False
    category = facts.get("individual_category")
    return not track.categories or category is None or category in track.categories

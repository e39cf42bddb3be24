"""Whether a notice can still be applied under on a day. Apart from eligibility: it never changes a verdict."""

from datetime import date

from assistant.knowledge.rules import Phase, Track


def phase(track: Track, as_of: date) -> Phase:
    """The phase of the track's notice on that day."""
    return next(step for step in track.timeliness.phases if step.through is None or as_of <= step.through)


def state(track: Track, as_of: date) -> str:
    """`open`, `expired` or `unknown` (no closing date is stated, or the notice leaves the day itself open)."""
    return phase(track, as_of).state

"""Plans and what became of them: 原计划2012年注册，推迟到2021年 tells of 2021 only."""

from collections.abc import Iterator
from datetime import date

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import cues
from assistant.language.dates import PartialDate, find_dates

# Relative words count from some day, whichever; here only their place in the text matters.
_SOME_DAY = date(2024, 1, 1)


def planned_dates(narrative: Narrative) -> Iterator[tuple[int, int]]:
    """The spans of dates something was only planned for; a deed told before the plan keeps its own."""
    for clause in narrative.clauses:
        plan = cues("scope.planned").search(clause.text)
        if plan is None or cues("scope.as_planned").search(_with_next(narrative, clause)):
            continue
        done_before = cues("scope.done_before_plan").search(clause.text[: plan.start()])
        for mention in find_dates(clause.text, _SOME_DAY):
            if mention.start > plan.start() or not done_before:
                yield clause.start + mention.start, clause.start + mention.end


def is_planned(clause: Clause) -> bool:
    """The clause tells of a plan."""
    return bool(cues("scope.planned").search(clause.text))


def realised_date(narrative: Narrative, clause: Clause, as_of: date | None) -> tuple[Clause, PartialDate] | None:
    """The clause behind a plan that tells when it came about (推迟到2021年), with its date; None where none does."""
    for other in narrative.after(clause, 2):
        if cues("scope.realised").search(other.text) and (dates := find_dates(other.text, as_of)):
            return other, dates[-1].value
    return None


def _with_next(narrative: Narrative, clause: Clause) -> str:
    return clause.text + "".join(other.text for other in narrative.after(clause)[:1])

"""Whether a denial is asserted at all: 没有违法违规违纪 is; 网传我们没有违法, 没有违法的企业才能申报 are not.

Nobody can list every way of saying a thing without claiming it. But what stands before a denial, once its times and
subjects are taken away, is nearly always nothing; so where a verb of saying, wishing, supposing or obliging is left
there, or the denial goes on as a condition, it is left open.
"""

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.scope import Stance, stance


def claimed_stance(narrative: Narrative, clause: Clause, start: int, end: int) -> Stance:
    """The stance towards the thing named at `clause.text[start:end]`; a denial nobody vouches for is doubted."""
    how = stance(narrative, clause, start, end)
    return Stance.DOUBTED if how is Stance.DENIED and is_framed(clause.text, start, end) else how


def is_framed(text: str, start: int, end: int) -> bool:
    """The denial of the thing named at `text[start:end]` is reported, wished for, supposed, required or a condition."""
    first = [cues("framing.topic").search(text), cues("scope.negators").search(text)]
    opens = min([start, *(match.start() for match in first if match)])
    head = cues("framing.plain").sub("", text[:opens])
    tail = _tail(text, end)
    denied_before = first[1] is not None and first[1].start() < start
    goes_on = denied_before and not cues("framing.ends").search(tail)
    return bool(goes_on or cues("framing.before").search(head) or cues("framing.behind").search(tail))


def _tail(text: str, end: int) -> str:
    """What stands behind the last thing the clause names."""
    last = [match.end() for match in cues("framing.topic").finditer(text)]
    return text[max([end, *last]) :].partition("|")[0]

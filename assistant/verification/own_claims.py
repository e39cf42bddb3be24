"""A sentence without a citation that tells something of the applicant: what none of his facts carries is a claim.

The words are in corpus/verification/own_claims.yaml. Only a stretch that speaks to the applicant is judged, and none
that asks, supposes, advises or wishes: there the learned weights of `remarks.py` decide.
"""

from functools import lru_cache
from typing import Any

from assistant.verification.address import ADDRESS
from assistant.verification.carrying import carried, lines_of, told_shorter
from assistant.verification.conclusions import concluded
from assistant.verification.coverage import weighed
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import read_lists
from assistant.verification.numbers import quantities_of, without_numbers
from assistant.verification.plain import compiled, content, segments
from assistant.verification.verdicts import without_verdict

# A stretch tells what nothing carries from so much weight on (two characters of a noun, a verb of two and more).
_LEAST = 1.2


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    return read_lists("own_claims.yaml")


def untold(said: str, evidence: Evidence) -> str:
    """The first stretch on the applicant with words that his facts and material have not, "" where there is none."""
    known = content("\n".join((evidence.own, *_lists()["talk"])))
    lines = lines_of(evidence.own)
    for piece in _on_applicant(said):
        left = content(without_numbers(without_verdict(ADDRESS.sub("", piece))))
        strange = [w for w, weight in weighed(left) if weight and not (carried(w, known) or told_shorter(w, lines))]
        if sum(dict(weighed(left))[word] for word in strange) >= _LEAST:
            return piece
    return ""


def promises(said: str, *, of_case: bool) -> bool:
    """Whether a flat text promises the applicant an award or an exception, praises him above all others, or, of a case
    at hand, says what has become of his application."""
    names = ("promised", "processed") if of_case else ("promised",)
    pieces = [piece for piece in segments(said) if not compiled(_lists()["open"]).search(piece)]
    return any(compiled(_lists()[name]).search(piece) for name in names for piece in pieces)


def tells_procedure(said: str) -> bool:
    """Whether a stretch of a flat text says what a procedure asks or allows, to nobody: that is no remark."""
    lists = _lists()
    pieces = (piece for piece in segments(said) if not compiled(lists["procedure_open"]).search(piece))
    return any(compiled(lists["procedure"]).search(piece) for piece in pieces)


def only_tells_facts(said: str, evidence: Evidence) -> bool:
    """Whether a flat text says nothing but facts of the applicant's, a conclusion beside them aside."""
    rest = [piece for piece in segments(said) if not concluded(piece)]
    return bool(rest) and all(told_by_facts(piece, evidence) for piece in rest)


def told_by_facts(piece: str, evidence: Evidence) -> bool:
    """Whether a stretch that speaks to the applicant says no more than his facts, figures included."""
    given = {(q.value, q.unit) for q in quantities_of(evidence.own)}
    figures = {(q.value, q.unit) for q in quantities_of(piece)}
    return bool(ADDRESS.search(piece)) and figures <= given and not untold(piece, evidence)


def _on_applicant(said: str) -> list[str]:
    """The stretches from the first one on that speaks to the applicant; none once something is asked or supposed."""
    found: list[str] = []
    for piece in segments(said):
        if compiled(_lists()["open"]).search(piece):
            return found
        if (found or ADDRESS.search(piece)) and not concluded(piece):
            found.append(piece)
    return found

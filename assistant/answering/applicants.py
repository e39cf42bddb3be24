"""Organisations and individuals: which clauses are about which of them, as the rules of the tracks tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.cues import Cues
from assistant.knowledge.rules import Track

# What counts a clause about the other kind of applicant than the one asked about.
_OTHER_KIND = 0.7
_CUES = {"organization": "organisation", "individual": "individual"}


@dataclass(frozen=True, slots=True)
class Applicants:
    """`kinds` of applicant by (document, clause), for the clauses that rules rest on."""

    kinds: Mapping[tuple[str, str], frozenset[str]]
    cues: Cues

    def share(self, question: str, clauses: Sequence[tuple[str, str]]) -> float:
        """What clauses count for a question: less where it is about one kind of applicant, and they about the other."""
        about = {kind for kind, cue in _CUES.items() if self.cues.has(cue, question)}
        of = [self.kinds.get(clause, frozenset()) for clause in clauses]
        other = len(about) == 1 and bool(of) and all(kinds and not kinds & about for kinds in of)
        return _OTHER_KIND if other else 1.0


def read_applicants(tracks: Iterable[Track], cues: Cues) -> Applicants:
    """The kinds of applicant every rule's clause is about, of awards that take both: what an award for organisations
    says is also its answer to individuals."""
    tracks = list(tracks)
    taken: dict[str, set[str]] = defaultdict(set)
    for track in tracks:
        taken[track.award].add(track.applicant)
    kinds: dict[tuple[str, str], set[str]] = defaultdict(set)
    for track in tracks:
        for rule in track.rules if len(taken[track.award]) > 1 else ():
            kinds[rule.document, rule.clause].add(track.applicant)
    return Applicants({clause: frozenset(found) for clause, found in kinds.items()}, cues)

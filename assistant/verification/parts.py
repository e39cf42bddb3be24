"""Within a sentence that cites several clauses, give each stretch the clauses of its own subject."""

import re
from collections.abc import Iterator

from assistant.verification.evidence import Evidence, evidence_for
from assistant.verification.model import Basis
from assistant.verification.subjects import Subject, subjects


def narrowed(said: str, tokens: tuple[str, ...], basis: Basis) -> Iterator[tuple[str, Evidence]]:
    """(stretch, evidence): one pair, or one for each subject where clauses of several documents are cited."""
    documents = {basis.clauses[token].document for token in tokens if token in basis.clauses}
    groups = _by_subject(said) if len(documents) > 1 else []
    if len(groups) < 2:
        owner = groups[0][1] if groups else frozenset()
        yield said, evidence_for(_of(tokens, owner, basis), basis)
        return
    for text, owner in groups:
        yield text, evidence_for(_of(tokens, owner, basis), basis)


def _of(tokens: tuple[str, ...], owner: frozenset[str], basis: Basis) -> tuple[str, ...]:
    if not owner:
        return tokens
    own = tuple(t for t in tokens if t == "m" or (t in basis.clauses and basis.clauses[t].document in owner))
    return own if [t for t in own if t != "m"] else tokens


def _by_subject(said: str) -> list[tuple[str, frozenset[str]]]:
    """Runs of segments that speak of the same documents; a segment naming none goes on with the one before."""
    runs: list[tuple[str, frozenset[str]]] = []
    for piece in re.findall(r"[^,;。、]+[,;。、]?", said):
        named = frozenset(subject.document for subject in _named(piece))
        if runs and (not named or named == runs[-1][1] or not runs[-1][1]):
            runs[-1] = (runs[-1][0] + piece, runs[-1][1] | named)
        else:
            runs.append((piece, named))
    return runs


def _named(piece: str) -> list[Subject]:
    by_name = [s for s in subjects() if any(name in piece for name in s.names)]
    return by_name or [s for s in subjects() if any(place in piece for place in s.places)]

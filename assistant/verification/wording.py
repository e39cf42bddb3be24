"""Negation, modal force, qualifiers and scope must survive from the clause into the sentence."""

from collections.abc import Iterator

from assistant.verification.evidence import Evidence
from assistant.verification.force import check_force
from assistant.verification.model import Reason
from assistant.verification.negation import check_antonyms, check_negation, check_opposed
from assistant.verification.permission import check_permission
from assistant.verification.qualifiers import check_connectives, check_qualifiers, check_scope


def check_wording(said: str, evidence: Evidence) -> Iterator[Reason]:
    """Negation, modality, qualifiers and scope of the flat text `said` against its evidence."""
    yield from check_negation(said, evidence)
    yield from check_own_wording(said, evidence)


def check_own_wording(said: str, evidence: Evidence) -> Iterator[Reason]:
    """The same of a text on the applicant, whose denials and plans are judged apart (`denials`, `plans`)."""
    yield from check_permission(said, evidence)
    yield from check_opposed(said, evidence)
    yield from check_antonyms(said, evidence)
    yield from check_force(said, evidence)
    yield from check_qualifiers(said, evidence)
    yield from check_scope(said, evidence)
    yield from check_connectives(said, evidence)

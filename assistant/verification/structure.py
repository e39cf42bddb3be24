"""What the structure of a sentence makes of the statements it tells: who to whom, in which order, all or only some."""

import re
from collections.abc import Iterator

from assistant.verification.categories import check_categories
from assistant.verification.completion import check_done
from assistant.verification.deadlines import check_within
from assistant.verification.directions import check_directions, check_handing, check_made, check_poles
from assistant.verification.evidence import Evidence
from assistant.verification.model import Reason
from assistant.verification.pairing import check_crossed
from assistant.verification.singled import check_singled
from assistant.verification.skipped import (
    check_either_way,
    check_skipped,
    check_spared,
    check_still_allowed,
    check_twice_denied,
)
from assistant.verification.support import Home


def check_structure(said: str, homes: tuple[Home, ...], evidence: Evidence) -> Iterator[Reason]:
    """A flat text that rests on clauses alone, as a whole and stretch by stretch."""
    if evidence.personal:
        # What a sentence tells of the applicant's case has its own order; who hands in is the clause's to say.
        spoken = re.search(r"[贵您你我咱]", said)
        yield from (reason for home in homes if not spoken for reason in check_handing(home))
        return
    yield from check_directions(said, evidence)
    yield from check_made(said, evidence)
    yield from check_poles(said, evidence)
    yield from check_twice_denied(said, evidence)
    yield from check_still_allowed(said, evidence)
    yield from check_categories(said, evidence)
    yield from check_crossed(homes)
    for home in homes:
        yield from check_done(home)
        yield from check_singled(home)
        yield from check_skipped(home, said)
        yield from check_spared(home)
        yield from check_either_way(home)
        yield from check_handing(home)
        yield from check_within(home, evidence)

"""What a speaker has told of an applicant: one turn, and the facts after all turns with the day each was said."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Change = tuple[object, object]
"""A fact's value before and after; None: it was or is unknown."""


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of the speaker, the day it was written, and the fact it was asked for just before ("": none).

    An `aside` asks of anybody and tells nothing of the applicant.
    """

    text: str
    day: date
    asked: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """The facts as told, each with the day it was said, and what the last turn did.

    `told` are the facts the last turn told, `changed` those it corrected, `supposed` those it only supposes otherwise.
    `misunderstood`: it sounded like a correction of what was told, and nothing could be corrected. `returned`: it goes
    back to what was told after supposing otherwise. `applied` is the day of application last named. `another`: it is
    of another firm than the one the conversation began with. `opened` are facts left open by words that nothing was
    read from.
    """

    facts: Mapping[str, object] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
    changed: Mapping[str, Change] = field(default_factory=dict)
    supposed: Mapping[str, Change] = field(default_factory=dict)
    misunderstood: bool = False
    returned: bool = False
    applied: date | None = None
    another: bool = False
    opened: frozenset[str] = frozenset()
    # Pieces of a correction that nothing told before was found for.
    unread: tuple[str, ...] = ()

"""What came of one planted instruction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case: the text shown, whether a verdict changed, and what the model was sent."""

    shown: str
    flipped: bool = False
    sent: str = ""

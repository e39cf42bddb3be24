"""The cases of the measure: groups of clauses with faithful sentences and hand-written lies.

A lie stands in its group as `- kind: text`; the kinds are those of `DECISIVE` and `wording` for the rest.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.verification.model import EvidenceClause
from assistant.verification.units import tokens_of

# The lies that must all be caught, by kind: hand-written ones and what the mutators of these names make.
DECISIVE = {
    "verdict": ("verdict flipped", "verdict softened"),
    "number": ("number", "unit", "bound", "bound dropped", "numbers exchanged"),
    "quota": ("quota",),
    "date": ("date", "dates exchanged", "old edition as current"),
    "honour": ("invented honour", "plan as achieved"),
    "secret": ("secret leaked", "phone leaked"),
}
HALVES = ("tuned", "held_out", "fresh")
_FOLDER = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Answer:
    """One answer to be judged; `kind` is `faithful`, the name of the mutator or `hand-written` and the lie's kind."""

    kind: str
    text: str
    clauses: Mapping[str, EvidenceClause]
    facts: Mapping[str, Any] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    material: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)


def load(half: str) -> list[Answer]:
    """All answers of one half, faithful and hand-written lies, in file order."""
    groups = yaml.safe_load((_FOLDER / f"{half}.yaml").read_text(encoding="utf-8"))
    return [answer for group in groups for answer in _answers(group)]


def _answers(group: dict[str, Any]) -> Iterator[Answer]:
    clauses = {}
    for number, line in enumerate(group.get("quotes", ()), start=1):
        document, _, quote = line.partition(" | ")
        clauses[f"c{number}"] = EvidenceClause(document, quote)
    rest = (group.get("facts", {}), group.get("verdicts", {}), group.get("material", ""))
    told = [("faithful", text) for text in group.get("faithful", ())]
    told += [(f"hand-written {kind}", text) for lie in group.get("lies", ()) for kind, text in lie.items()]
    for kind, text in told:
        yield Answer(kind, _cited(text, clauses, group), clauses, *rest)


def decisive(kind: str) -> str:
    """Which of the decisive kinds a lie is of, "" where of none."""
    return next((name for name, made in DECISIVE.items() if kind in {*made, f"hand-written {name}"}), "")


def _cited(text: str, clauses: Mapping[str, EvidenceClause], group: dict[str, Any]) -> str:
    """A sentence without a token cites all clauses of its group; courtesy and verdict groups write theirs out."""
    if tokens_of(text) or "verdicts" in group or _courtesy(group):
        return text
    return text + "".join(f"[{token}]" for token in clauses)


def _courtesy(group: dict[str, Any]) -> bool:
    """The groups on sentences that claim nothing cite nothing by themselves."""
    return any("欢迎" in text for text in group.get("faithful", ()))

"""The cases of the measure: groups of clauses with faithful sentences and hand-written lies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.verification.model import EvidenceClause
from assistant.verification.units import tokens_of

HALVES = ("tuned", "held_out", "fresh")
_FOLDER = Path(__file__).with_name("cases")


@dataclass(frozen=True)
class Answer:
    """One answer to be judged; `kind` is `faithful` or the name of the lie."""

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
    for kind, key in (("faithful", "faithful"), ("hand-written", "lies")):
        for text in group.get(key, ()):
            yield Answer(kind, _cited(text, clauses, group, kind), clauses, *rest)


def _cited(text: str, clauses: Mapping[str, EvidenceClause], group: dict[str, Any], kind: str) -> str:
    """A sentence without a token cites all clauses of its group; courtesy and verdict groups write theirs out."""
    if tokens_of(text) or "verdicts" in group or _courtesy(group):
        return text
    return text + "".join(f"[{token}]" for token in clauses)


def _courtesy(group: dict[str, Any]) -> bool:
    """The groups on sentences that claim nothing cite nothing by themselves."""
    return any("欢迎" in text for text in group.get("faithful", ()))

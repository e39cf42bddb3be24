"""The types verification hands around: what is judged, what it rests on, and what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EvidenceClause:
    """What one token stands for: the document's id and a verbatim quote of it."""

    document: str
    quote: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence fails: a stable code and one Chinese sentence for people."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class SentenceReport:
    """One sentence, list item or table row with its verdict; `passed` holds exactly when there are no reasons."""

    text: str
    passed: bool
    reasons: tuple[Reason, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The contract's JSON object of a sentence."""
        reasons = [{"code": reason.code, "message": reason.message} for reason in self.reasons]
        return {"text": self.text, "passed": self.passed, "reasons": reasons}


@dataclass(frozen=True, slots=True)
class Report:
    """A whole text; passed when every sentence passed."""

    passed: bool
    sentences: tuple[SentenceReport, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """All that a text may rest on besides general courtesy. Each call has its own: two are never the same.

    `misquoted` says of each token whose quote does not stand in the library what is wrong with it.
    """

    clauses: Mapping[str, EvidenceClause]
    facts: Mapping[str, object] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    material: str = ""
    limits: Mapping[str, int] = field(default_factory=dict)
    misquoted: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, list item or table row as cut from the text.

    `text` is as written; `claim` is what it says without tokens and list marks (a table row with its headers in
    front of the cells); `tokens` are those it cites, its own or those of the lead-in it stands under. `kind` is
    sentence, item, row or heading. `garbled` names a table whose row does not fit its header;
    `opens` the first sentence of a list item.
    """

    text: str
    claim: str
    tokens: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    kind: str = "sentence"
    garbled: bool = False
    opens: bool = False


def as_clauses(raw: Mapping[str, Mapping[str, str]]) -> dict[str, EvidenceClause]:
    """The clauses of a JSON row; KeyError where one lacks its document or quote."""
    return {token: EvidenceClause(value["document"], value["quote"]) for token, value in raw.items()}


def joined(texts: Sequence[str]) -> str:
    """Several texts as one, so kept apart that nothing matches across a join."""
    return "\n".join(text for text in texts if text)

"""The answer of the pipeline and the enumerated ways it can end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assistant.documents.model import Citation
from assistant.models.completion import Usage


class Status(StrEnum):
    """How an answer ended; the contract's values."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    NOT_IN_DOCUMENTS = "not_in_documents"
    OUT_OF_SCOPE = "out_of_scope"
    REFUSED = "refused"
    NEEDS_FACTS = "needs_facts"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `text` is Markdown in Chinese whose marks `[1]`, `[2]` … number `citations` from 1."""

    status: Status
    text: str
    citations: tuple[Citation, ...] = ()
    composer: str = "quoting"
    notices: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    # The answer without its quoted clauses, for pages that show citations apart; "" where it is the text.
    body: str = ""
    # What the eligibility reader understood of the user, key -> value; shown so that it can be corrected.
    facts: Mapping[str, object] = field(default_factory=dict)
    # What worded it, for the record: prompt id and version, model, tokens; "" for the quoting composer.
    origin: str = ""
    # The tokens its wording took, where the endpoint told; None for the quoting composer.
    usage: Usage | None = None
    # Questions that may be meant where nothing was found: authored ones, which the notices answer.
    suggestions: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The contract's JSON object of an answer."""
        return {
            "status": str(self.status),
            "text": self.text,
            "citations": [citation.as_json() for citation in self.citations],
            "composer": self.composer,
            "notices": list(self.notices),
        }


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of the conversation; `role` is `user` or `assistant`.

    `day` is the day it was written, from which its 去年 and 近三年 count; None: not known, taken for today.
    """

    role: str
    content: str
    day: date | None = None

"""What comes in and what comes out of a bulk run: applicants, and for each a row or the reason there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.drafting.form_rows import FormRow
from assistant.drafting.material.model import Kind
from assistant.drafting.model import TO_BE_FILLED


@dataclass(frozen=True, slots=True)
class Applicant:
    """One applicant as handed in. `label` says where from (`3号材料.docx`, `名单.xlsx 第4行`).

    `texts` are texts by a name to show, `given` the cells of a table by field, which win over what is read from
    texts. `problems` were met while listing; an applicant without files and texts yields no row.
    """

    label: str
    files: tuple[Path, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    kind: Kind | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """Something a person still has to do for an applicant. `code` is a flag code or one of the intake's own."""

    code: str
    what: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One applicant's result. `row` is None where nothing could be written; `needs` then says why.

    `draft` is the contract's JSON of the draft, `left_out` the honours not listed, each with its reason.
    """

    label: str
    row: FormRow | None
    needs: tuple[Need, ...] = ()
    draft: Mapping[str, Any] = field(default_factory=dict)
    left_out: tuple[Need, ...] = ()

    @property
    def nameless(self) -> bool:
        """Whether a row was written for which a person has still to find the name."""
        return self.row is not None and self.row.name == TO_BE_FILLED

    @property
    def applicant(self) -> str:
        """The name in the row, else the label."""
        return f"{self.label}（没有名称）" if self.nameless else self.row.name if self.row else self.label

    def as_json(self) -> dict[str, Any]:
        """All of it, for the journal."""
        return {
            "label": self.label,
            "row": self.row.as_json() if self.row else None,
            "needs": [[need.code, need.what, need.evidence] for need in self.needs],
            "draft": dict(self.draft),
            "left_out": [[need.code, need.what, need.evidence] for need in self.left_out],
        }


def outcome_from(value: Mapping[str, Any]) -> Outcome:
    """The reverse of `Outcome.as_json`."""
    row = value["row"]
    return Outcome(
        value["label"],
        FormRow(**row) if row else None,
        tuple(Need(*need) for need in value["needs"]),
        value["draft"],
        tuple(Need(*need) for need in value["left_out"]),
    )

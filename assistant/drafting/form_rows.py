"""Rows of the summary form: from a draft to the values of its columns, and what of them a person must still fill."""

from dataclasses import asdict, dataclass

from assistant.drafting.material.model import Kind
from assistant.drafting.model import TO_BE_FILLED, Draft


@dataclass(frozen=True, slots=True)
class FormRow:
    """One applicant's row. `kind` and `county` are not printed; the quotas of a county are counted by them."""

    name: str
    place: str
    profile: str
    characterisation: str
    honours: str
    contact: str
    intent: str
    kind: Kind = "organisation"
    county: str = ""

    def value(self, field: str) -> str:
        """The text of one column by the field name of the form's data."""
        return str(getattr(self, field))

    def as_json(self) -> dict[str, str]:
        """All values by name."""
        return {key: str(value) for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands behind the labels of the line above the table; empty leaves the blank to be filled by hand."""

    department: str = ""
    contact: str = ""
    phone: str = ""

    def value(self, field: str) -> str:
        """The text behind one label."""
        return str(getattr(self, field))


def row_of(draft: Draft) -> FormRow:
    """The row of a draft; what the material does not say, or says in two ways, stands as 【待补充】."""
    material = draft.material
    intent = material.value("intent_china_quality_award")
    return FormRow(
        name=str(material.value("name") or TO_BE_FILLED),
        place=_lines(draft, {"county": "所在区县", "industry": "所属行业"}),
        profile=draft.profile or TO_BE_FILLED,
        characterisation=draft.characterisation or TO_BE_FILLED,
        honours=draft.honours_text(),
        contact=_lines(draft, {"contact_name": "姓名", "contact_title": "职务", "contact_phone": "电话"}),
        intent=str(intent or TO_BE_FILLED),
        kind=material.kind,
        county=str(material.value("county") or ""),
    )


def _lines(draft: Draft, parts: dict[str, str]) -> str:
    """One part a line; a missing part names itself, unless all are missing."""
    values = {label: draft.material.value(key) for key, label in parts.items()}
    if not any(values.values()):
        return TO_BE_FILLED
    return "\n".join(str(value) if value else f"{label}{TO_BE_FILLED}" for label, value in values.items())

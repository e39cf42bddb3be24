"""From an applicant's texts and corrections to its material and draft, remembered while nothing changes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant.drafting.characterisation import Line, characterisations
from assistant.drafting.draft import draft
from assistant.drafting.form_rows import FormRow, row_of
from assistant.drafting.intake_material import material_of
from assistant.drafting.intake_reading import closing_date
from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.model import Kind, Material, Source, Span
from assistant.drafting.model import Draft
from assistant.drafting.sourcing import Inventory, take_inventory
from assistant.drafting.wording import as_sentence, pronoun, subject_noun
from assistant.ui.components.drafting_correction import BY_HAND, corrected
from assistant.ui.components.drafting_state import Edits, Texts, Work

# The days a form may be dated by; what lies outside is a slip of the pen.
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)

# What stands before evidence that a person stated rather than the material.
TYPED = "填报人填写："

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is made of one applicant. `lines` are the candidates for the characterisation, best first; `open_text` is
    the material without what is sealed, the only thing an edit may rest on."""

    material: Material
    draft: Draft
    lines: tuple[Line, ...]
    open_text: str
    inventory: Inventory

    def line(self, edits: Edits) -> str:
        """The characterisation as it stands."""
        return self.draft.characterisation if edits.line is None else edits.line

    def profile(self, edits: Edits) -> str:
        """The profile as it stands."""
        return self.draft.profile if edits.profile is None else edits.profile

    def row(self, edits: Edits) -> FormRow:
        """The applicant's row of the form."""
        return row_of(replace(self.draft, characterisation=self.line(edits), profile=self.profile(edits)))

    @property
    def noun(self) -> str:
        """What the draft calls the applicant."""
        return subject_noun(self.material) if self.material.kind == "organisation" else pronoun(self.material)

    def sentences(self) -> dict[str, tuple[str, ...]]:
        """Every sentence this program would write, with the verbatim pieces it rests on."""
        known = {one.sentence: _quotes(one.evidence) for one in self.draft.sources}
        known |= {line.text: _quotes(line.evidence) for line in self.lines}
        for practice in self.material.practices:
            known.setdefault(as_sentence(practice.text, self.noun), (practice.span.quote,))
        return {sentence: quotes for sentence, quotes in known.items() if sentence}


def _quotes(spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(f"{TYPED}{span.quote}" if span.file == BY_HAND else span.quote for span in spans)


def kind_of(work: Work) -> Kind:
    """Organisation or individual: as chosen, else as the texts tell."""
    if work.kind == "organisation":
        return "organisation"
    if work.kind == "individual":
        return "individual"
    return _kind(work.texts)


def day_of(work: Work) -> date:
    """The day the honours window ends on: as chosen, else the date the texts close with, else today."""
    if work.as_of:
        return date.fromisoformat(work.as_of)
    closing = _closing(work.texts)
    return closing if closing and EARLIEST <= closing <= LATEST else date.today()


def dated(work: Work) -> bool:
    """Whether the texts close with a date of their own that can count."""
    closing = _closing(work.texts)
    return closing is not None and EARLIEST <= closing <= LATEST


def read(work: Work) -> Reading:
    """The material and draft of an applicant with its corrections; quick when nothing changed."""
    facts, honours, kept = (_pairs(one) for one in (work.edits.facts, work.edits.honours, work.edits.kept))
    return _read(work.texts, kind_of(work), day_of(work), facts, honours, kept)


def untouched(work: Work) -> Material:
    """The material as read, before any correction."""
    return _material(work.texts, kind_of(work), day_of(work))


def _pairs(values: object) -> Pairs:
    return tuple(sorted(dict(values).items()))  # type: ignore[call-overload]  # a mapping of texts


@lru_cache(maxsize=64)
def _kind(texts: Texts) -> Kind:
    return guess_kind("\n".join(text for _, text in texts))


@lru_cache(maxsize=64)
def _closing(texts: Texts) -> date | None:
    return closing_date("\n".join(text for _, text in texts))


@lru_cache(maxsize=32)
def _material(texts: Texts, kind: Kind, day: date) -> Material:
    return material_of(dict(texts), kind, day)


@lru_cache(maxsize=32)
def _read(texts: Texts, kind: Kind, day: date, facts: Pairs, honours: Pairs, kept: Pairs) -> Reading:
    material = corrected(_material(texts, kind, day), dict(facts), dict(honours), dict(kept))
    unsealed = replace(material, sources=tuple(_unsealed(material, source) for source in material.sources))
    whole = "\n".join(source.text for source in unsealed.sources)
    lines = tuple(characterisations(material))
    return Reading(material, draft(material), lines, whole, take_inventory(unsealed))


def _unsealed(material: Material, source: Source) -> Source:
    """A source whose injected and secret stretches are blank lines."""
    spans = [span for span in material.sealed_spans if span.file == source.file]
    if not spans:
        return source
    text = "".join(
        "\n" if any(span.start <= place < span.end for span in spans) else sign
        for sign, place in zip(source.text, source.origin, strict=True)
    )
    return replace(source, text=text)

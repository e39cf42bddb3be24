"""The candidate practices of an applicant's material: the one way for the command and the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.read import read_material
from assistant.mapping.coverage import practice_rows
from assistant.mapping.plain import Known, known_rows

# Nothing that must stay out of a draft is mapped either.
_OUT = frozenset({"INJECTION", "TRADE_SECRET", "STATE_SECRET", "PERSONAL_PRIVACY"})


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidate practices of the material, the Chinese names of what was left out of it, and what is known of the
    rows."""

    rows: tuple[str, ...]
    left_out: tuple[str, ...]
    known: Known


def candidates(texts: Mapping[str, str], as_of: date) -> Candidates:
    """The sentences of the material that may be practices, each once, without secrets, privacy and instructions."""
    material = read_material(texts=texts, kind=guess_kind("\n".join(texts.values())), as_of=as_of)
    flags = [flag for flag in material.flags if flag.code in _OUT]
    spans = [*material.sealed_spans, *(span for flag in flags for span in flag.spans)]
    rows: dict[str, None] = {}
    for source in material.sources:
        barred = [(span.start, span.end) for span in spans if span.file == source.file]
        open_text = "".join(
            "\n" if any(start <= place < end for start, end in barred) else sign
            for sign, place in zip(source.text, source.origin, strict=True)
        )
        rows |= dict.fromkeys(text for _, text in practice_rows(open_text))
    found = tuple(rows)
    return Candidates(found, tuple(flag.message for flag in flags), known_rows(found, material))

"""The applicant's material as the drafting readers take it: read once for every check that asks them."""

from dataclasses import dataclass
from datetime import date

from assistant.drafting.material.identity import read_name
from assistant.drafting.material.kind import guess_kind
from assistant.drafting.material.labels import head_rows
from assistant.drafting.material.model import Kind
from assistant.drafting.material.scan import Scan, scan
from assistant.drafting.material.source import read_source
from assistant.verification.passing import emptied_after_material, passing


@dataclass(frozen=True, slots=True)
class ReadMaterial:
    """A material with what kind of applicant it tells of, and the applicant's name ("" where it gives none)."""

    kind: Kind
    scan: Scan
    applicant: str


emptied_after_material(head_rows.cache_clear)


@passing(maxsize=64)
def read_material(material: str, day: date) -> ReadMaterial:
    """The material of one applicant; relative dates count from `day`."""
    kind = guess_kind(material)
    one = scan(read_source("", material), day)
    name = read_name((one,), kind)
    return ReadMaterial(kind, one, str(name.value) if name else "")

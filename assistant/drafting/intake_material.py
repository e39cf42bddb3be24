"""From the texts of one applicant to its material: the one way for commands, bulk runs and pages."""

from collections.abc import Mapping
from datetime import date

from assistant.drafting.intake_declared import with_declared
from assistant.drafting.intake_figures import with_figures
from assistant.drafting.intake_honours import with_honours_cell
from assistant.drafting.material.model import Kind, Material
from assistant.drafting.material.read import read_material


def material_of(texts: Mapping[str, str], kind: Kind, as_of: date) -> Material:
    """What is read of the texts (by a name to show), with what their labelled lines tell of figures and honours.

    Raises UnusableInputError where there is more text than is read at once.
    """
    read = read_material(texts=texts, kind=kind, as_of=as_of)
    return with_figures(with_honours_cell(with_declared(read)))

"""The name of whoever a text is about, for pages that only need to call a case by it."""

from datetime import date

from assistant.drafting.material.identity import read_name
from assistant.drafting.material.model import Kind
from assistant.drafting.material.scan import scan
from assistant.drafting.material.source import read_source


def applicant_name(text: str, kind: Kind, as_of: date) -> str:
    """The applicant's full name; "" where the text names none."""
    found = read_name((scan(read_source("自述", text), as_of),), kind)
    return str(found.value) if found else ""

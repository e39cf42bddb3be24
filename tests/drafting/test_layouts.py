"""Facts read from the layouts applicants really send."""

import pytest

from assistant.drafting.material.model import FACT_KEYS, Kind
from tests.drafting.layouts import ORGANISATIONS
from tests.drafting.layouts_individuals import INDIVIDUALS
from tests.drafting.materials import read

ROWS = [("organisation", text, facts) for text, facts in ORGANISATIONS] + [
    ("individual", text, facts) for text, facts in INDIVIDUALS
]


@pytest.mark.parametrize(("kind", "text", "facts"), ROWS, ids=[str(facts["name"]) for _, _, facts in ROWS])
def test_every_fact_is_read(kind: Kind, text: str, facts: dict[str, str | int | None]) -> None:
    material = read(text, kind)
    found = {key: material.value(key) for key in FACT_KEYS}
    if "未明确" in str(found["intent_china_quality_award"]):
        found["intent_china_quality_award"] = "未明确"
    assert found == {key: facts.get(key) for key in FACT_KEYS}

"""Short stretches in full contexts: every fact they state is read, and no fact they do not state."""

from datetime import date
from pathlib import Path

import pytest

from assistant.drafting.material.model import FACT_KEYS
from assistant.drafting.material.read import read_material
from tests.sampling import sampled

# The first letter or two of each fact in the table: kind|facts|text; a fact that is left out is to be null.
_SHORT = dict(zip(["n", "c", "i", "f", "e", "s", "h", "p", "t", "ph", "q"], FACT_KEYS, strict=True))
_ROWS = (Path(__file__).parent / "stretches.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("row", sampled(_ROWS))
def test_a_stretch_gives_its_facts_and_no_others(row: str) -> None:
    kind, facts, text = row.split("|", 2)
    given = dict(fact.split("=", 1) for fact in facts.split(";"))
    expected = {_SHORT[key]: None if value == "null" else value for key, value in given.items()}
    material = read_material(
        texts={"材料.txt": text.replace("\\n", "\n")},
        kind="individual" if kind == "I" else "organisation",
        as_of=date(2024, 2, 22),
    )
    found = {key: material.value(key) for key in FACT_KEYS}
    assert {key: value and str(value) for key, value in found.items()} == {key: expected.get(key) for key in FACT_KEYS}

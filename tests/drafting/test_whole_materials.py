"""Whole materials of every layout: every fact, every flag that must and may be raised, the method in the line."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, fits
from assistant.drafting.material.model import Material
from tests.drafting.materials import codes, read

FILE = Path(__file__).parent / "whole_materials.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
NAMES = [str(row["facts"]["name"]) for row in ROWS]
# Neither lists an honour that is doubtful nor asks for more than the material could give.
_ALWAYS_FAIR = {"NO_QUALIFYING_HONOUR"}


def _read(row: dict[str, Any]) -> Material:
    return read(row["text"], row["kind"], date.fromisoformat(row["as_of"]))


def _plain(value: object) -> object:
    text = str(value).replace("(", "（").replace(")", "）")
    return None if value is None else "未明确" if "未明确" in text else text


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_every_fact_is_read(row: dict[str, Any]) -> None:
    material = _read(row)
    assert {key: _plain(material.value(key)) for key in row["facts"]} == {k: _plain(v) for k, v in row["facts"].items()}


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_what_must_be_flagged_is_and_nothing_is_without_reason(row: dict[str, Any]) -> None:
    raised = codes(_read(row))
    assert set(row["must"]) <= raised
    assert raised <= {*row["must"], *row["may"], *(_ALWAYS_FAIR if not row["listed"] else ())}


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_the_column_and_the_line_are_the_applicants_own(row: dict[str, Any]) -> None:
    material = _read(row)
    written = draft(material)
    assert len(material.listed_honours) == len(row["listed"])
    assert all(any(word in honour.name for honour in material.listed_honours) for word in row["listed"])
    assert any(name in written.characterisation for name in row["names"])


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_every_wording_on_offer_keeps_the_limits(row: dict[str, Any]) -> None:
    limits = {"characterisation": CHARACTERISATION_LIMIT, "profile": PROFILE_LIMIT}
    written = draft(_read(row))
    assert fits(written.characterisation, CHARACTERISATION_LIMIT)
    assert fits(written.profile, PROFILE_LIMIT)
    assert all(fits(other.text, limits[other.column]) for other in written.alternatives)

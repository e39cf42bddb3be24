"""Whole materials of every layout (chat, mail, minutes, web page, scan, table, interview): each fact and what is open.

Written and labelled by the drafting standard before the reader was held against them.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.drafting.material.model import Material
from assistant.language.dates import find_dates
from tests.drafting.materials import codes, read

FILE = Path(__file__).parent / "fact_materials.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
IDS = [str(row["id"]) for row in ROWS]
_ABOUT_FACTS = ("MISSING_", "CONFLICT_FOUNDED", "CONFLICT_EMPLOYEES", "CONFLICT_ECONOMIC_TYPE")


def _read(row: dict[str, Any]) -> Material:
    return read(row["text"], row["kind"], date.fromisoformat(row["as_of"]))


def _plain(key: str, value: object) -> object:
    if key == "founded" and value is not None:
        return find_dates(str(value))[0].value
    text = str(value).replace("(", "（").replace(")", "）")
    return None if value is None else "未明确" if "未明确" in text else text


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_every_fact_is_read_and_none_is_made_up(row: dict[str, Any]) -> None:
    material = _read(row)
    found = {key: _plain(key, material.value(key)) for key in row["facts"]}
    assert found == {key: _plain(key, value) for key, value in row["facts"].items()}


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_is_missing_or_disputed_is_said(row: dict[str, Any]) -> None:
    raised = {code for code in codes(_read(row)) if code.startswith(_ABOUT_FACTS)}
    assert raised == set(row["flags"])


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_every_fact_rests_on_the_file_as_sent(row: dict[str, Any]) -> None:
    material = _read(row)
    assert all(fact.span.quote in row["text"] for fact in material.facts.values())

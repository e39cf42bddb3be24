"""Own materials: the flags of an application's standing, the honours column and the method the one-line is built on."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.drafting.draft import draft
from tests.drafting.materials import codes, read

FILE = Path(__file__).parent / "own_flags_honours.yaml"
ROWS: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
IDS = [row["id"] for row in ROWS]
# What is missing or in dispute of the form's elements is held elsewhere.
_ELEMENTS = ("MISSING_", "CONFLICT_FOUNDED", "CONFLICT_EMPLOYEES", "CONFLICT_ECONOMIC_TYPE")


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_must_be_flagged_is_and_nothing_is_without_reason(row: dict[str, Any]) -> None:
    raised = {code for code in codes(read(row["text"], row["kind"])) if not code.startswith(_ELEMENTS)}
    assert set(row["must"]) <= raised
    assert raised <= {*row["must"], *row["may"], *(() if row.get("listed") else ("NO_QUALIFYING_HONOUR",))}


@pytest.mark.parametrize("row", [row for row in ROWS if "listed" in row], ids=lambda row: row["id"])
def test_the_column_holds_the_applicants_own_honours_and_no_others(row: dict[str, Any]) -> None:
    names = [honour.name for honour in read(row["text"], row["kind"]).listed_honours]
    assert len(names) == len(row["listed"])
    assert all(any(word in name for name in names) for word in row["listed"])


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_the_line_is_built_on_the_method_and_nothing_forbidden_is_written(row: dict[str, Any]) -> None:
    written = draft(read(row["text"], row["kind"]))
    assert any(name in written.characterisation for name in row["names"])
    texts = "\n".join([written.characterisation, written.profile, written.honours_text()])
    assert [words for words in row.get("forbidden", []) if words in texts] == []

"""`extract` and `draft` print one JSON value of the contract's shape."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.commands.draft import app as draft_app
from assistant.commands.extract import app as extract_app
from assistant.drafting.material.model import FACT_KEYS
from assistant.errors import UnusableInputError
from tests.drafting.materials import FOUNDRY


@pytest.fixture
def material(tmp_path: Path) -> Path:
    path = tmp_path / "材料.txt"
    path.write_text(FOUNDRY, encoding="utf-8")
    return path


def test_draft_prints_the_contracts_value(material: Path) -> None:
    arguments = [str(material), "--kind", "organisation", "--as-of", "2024-02-22", "--json"]
    value = json.loads(CliRunner().invoke(draft_app, arguments).stdout)
    assert tuple(value["facts"]) == FACT_KEYS
    assert value["honours"] == [{"name": "陕西省质量奖提名奖", "date": "2021年6月", "level": "省部级"}]
    assert value["lengths"]["characterisation"] <= 25
    assert all(quote in FOUNDRY for source in value["sources"] for quote in source["evidence"])


def test_extract_prints_drafting_and_eligibility_facts_with_their_source(material: Path) -> None:
    value = json.loads(CliRunner().invoke(extract_app, [str(material), "--as-of", "2024-02-22", "--json"]).stdout)
    assert value["facts"]["employees"]["value"] == 230
    assert value["facts"]["applicant_type"]["value"] == "organization"
    assert all(fact["source"]["quote"] in FOUNDRY for fact in value["facts"].values())
    assert set(value) == {"facts", "conflicts", "honours", "flags"}


def test_an_unknown_kind_is_unusable_input(material: Path) -> None:
    with pytest.raises(UnusableInputError, match="organisation"):
        CliRunner().invoke(draft_app, [str(material), "--kind", "x"], catch_exceptions=False)

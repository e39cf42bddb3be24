"""The independently written cases: labels that quote their material and agree with the rules."""

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.drafting.material.read import read_material
from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.opening import open_tracks
from assistant.mapping.opening import frameworks
from assistant.settings import CHECKOUT, settings
from evaluations.halves import studied

EVALUATIONS = CHECKOUT / "evaluations"


def _rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EVALUATIONS / path).read_text(encoding="utf-8").splitlines()]


def test_labelled_facts_of_every_self_description_give_its_verdict() -> None:
    tracks = open_tracks(settings().assistant_corpus)
    rows = _rows("selfdescriptions/cases.jsonl")
    wrong = [
        row["id"]
        for row in rows
        if check(tracks[row["track"]], parse_facts(row["facts"]), date.fromisoformat(row["as_of"])).verdict
        != row["expected"]
    ]
    assert len(rows) >= 120
    assert {row["track"] for row in rows} == set(tracks)
    assert wrong == []


def test_mapping_labels_are_dimensions_of_their_framework() -> None:
    rows = _rows("mapping/cases.jsonl")
    known = {
        name: {one.name for one in framework.dimensions}
        for name, framework in frameworks(settings().assistant_corpus).items()
    }
    strange = [row["id"] for row in rows if not {*row["labels"], *row["acceptable"]} <= known[row["framework"]]]
    assert len(rows) >= 200
    assert strange == []


def test_every_drafting_label_is_quoted_from_its_material() -> None:
    rows = _rows("drafting/cases/cases.jsonl")
    missing = [(row["id"], quote) for row in rows for quote in _quotes(row) if quote not in _text(row["file"])]
    assert len(rows) >= 36
    assert missing == []


def _quotes(row: dict[str, Any]) -> list[str]:
    honours = [*row["honours_recent5y"], *row["honours_borderline"], *row["honours_excluded"]]
    quotes = [word for honour in honours for word in honour["match"]]
    return quotes + [quote for flag in row["must_flag"] for quote in flag["evidence"]] + row["distinctive_practice"]


@lru_cache(maxsize=64)
def _text(file: str) -> str:
    """The material's text in one line: a PDF may break a quote over two."""
    path = EVALUATIONS / "drafting" / "cases" / file
    if path.suffix == ".txt":
        return path.read_text(encoding="utf-8").replace("\n", "")
    sources = read_material([path], kind="organisation", as_of=date(2024, 2, 22)).sources
    return "".join(source.raw for source in sources).replace("\n", "")


def test_only_the_first_half_of_our_own_cases_is_studied() -> None:
    rows = [{"id": number} for number in range(5)]
    assert studied(rows, None) == {"0", "1", "2"}
    assert studied(rows, Path("theirs.jsonl")) == {"0", "1", "2", "3", "4"}

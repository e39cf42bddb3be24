"""Rows written apart from the guard, and the fact sheets' own answers: rates may not fall."""

from pathlib import Path

import pytest

from evaluations.lies.independent import fact_sheet_rows, rows, wrong

_CASES = Path(__file__).parents[2] / "evaluations" / "lies" / "cases"


@pytest.mark.parametrize(
    ("name", "faithful", "lies"),
    [
        pytest.param("independent_a", 0.94, 0.95, marks=pytest.mark.slow),
        pytest.param("independent_b", 0.90, 0.99, marks=pytest.mark.slow),
        pytest.param("independent_d", 0.95, 0.96, marks=pytest.mark.slow),
        pytest.param("independent_e", 0.86, 0.95, marks=pytest.mark.slow),
        pytest.param("independent_h", 0.96, 0.94, marks=pytest.mark.slow),
        pytest.param("independent_j", 0.95, 0.98, marks=pytest.mark.slow),
        pytest.param("independent_f", 0.94, 0.95, marks=pytest.mark.slow),
        pytest.param("independent_i", 0.94, 0.96, marks=pytest.mark.slow),
        pytest.param("independent_n1", 0.93, 0.96, marks=pytest.mark.slow),
        ("independent_n2", 0.96, 0.96),
        ("independent_n3", 0.90, 0.96),
        pytest.param("independent_k", 0.89, 0.95, marks=pytest.mark.slow),
        pytest.param("independent_o", 0.93, 0.97, marks=pytest.mark.slow),
        pytest.param("independent_m2", 0.95, 0.98, marks=pytest.mark.slow),
        pytest.param("independent_n4", 0.93, 0.98, marks=pytest.mark.slow),
        ("independent_p1", 0.97, 0.98),
        ("independent_q1", 0.97, 0.98),
        pytest.param("independent_r", 0.97, 0.99, marks=pytest.mark.slow),
        pytest.param("independent_r2", 0.89, 0.96, marks=pytest.mark.slow),
        pytest.param("independent_u", 0.92, 0.94, marks=pytest.mark.slow),
        pytest.param("independent_u2", 0.86, 0.81, marks=pytest.mark.slow),
        ("independent_v5", 0.91, 0.97),
        pytest.param("independent_w5", 0.97, 0.98, marks=pytest.mark.slow),
        pytest.param("independent_w6", 0.97, 0.96, marks=pytest.mark.slow),
        ("independent_w7", 0.90, 0.97),
        pytest.param("independent_w8", 0.83, 0.92, marks=pytest.mark.slow),
        ("independent_c1", 1.0, 1.0),
        ("independent_c2", 0.87, 0.90),
    ],
)
def test_independent_rows(name: str, faithful: float, lies: float) -> None:
    batch = rows(_CASES / f"{name}.jsonl")
    missed = [row["expect"] for row, _ in wrong(batch)]
    for expect, least in (("pass", faithful), ("fail", lies)):
        total = sum(row["expect"] == expect for row in batch)
        assert 1 - missed.count(expect) / total >= least


@pytest.mark.parametrize("every", [pytest.param(1, marks=pytest.mark.slow), 3])
def test_answers_of_the_fact_sheets_pass(every: int) -> None:
    batch = fact_sheet_rows()[::every]
    assert 1 - len(wrong(batch)) / len(batch) >= 0.88

"""The printable report, written and opened again."""

from datetime import date
from io import BytesIO
from typing import Any

from docx import Document

from assistant.eligibility.checker import ONLY_OBJECTIVE, SELF_DECLARED, check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.report_docx import Finding, report_docx
from assistant.knowledge.rules import Track
from assistant.settings import settings

_FACTS: dict[str, Any] = {
    "org_form": "company",
    "registered_city": "宝鸡市",
    "registered_in_city_since": "2015-03-10",
    "major_accident_free_years": 99,
    "violation_free_years": 5,
    "qms_certified": True,
    "other_ms_certified": True,
    "won_national_quality_award": False,
    "won_provincial_quality_award": False,
}


def _written(tracks: list[Track], facts: dict[str, Any], day: date, sources: dict[str, str] | None = None) -> str:
    findings = [Finding(track, check(track, parse_facts(facts), day)) for track in tracks]
    document = Document(BytesIO(report_docx(findings, facts, sources or {}, settings().assistant_corpus)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_an_eligible_report_says_it_is_only_the_objective_conditions(tracks: dict[str, Track]) -> None:
    text = _written([tracks["baoji-org"]], _FACTS, date(2024, 12, 30), {"registered_city": "我们在宝鸡市注册"})
    assert "结论：符合客观申报条件（判定日 2024-12-30）" in text
    assert ONLY_OBJECTIVE in text
    assert SELF_DECLARED in text
    assert "我们在宝鸡市注册" in text
    assert "从未" in text
    assert "举证清单" in text


def test_every_rule_stands_in_the_report_with_its_clause(tracks: dict[str, Track]) -> None:
    track = tracks["lanzhou-org"]
    text = _written([track], _FACTS, date(2024, 2, 20))
    for rule in track.rules:
        assert rule.id in text
        assert rule.clause.replace("/", " ") in text
    assert "结论：不符合申报条件" in text
    assert ONLY_OBJECTIVE not in text


def test_time_alone_is_told_with_the_day(tracks: dict[str, Track]) -> None:
    # Registered on 2020-01-15: five full years are reached on 2025-01-15.
    text = _written([tracks["baoji-org"]], {**_FACTS, "registered_in_city_since": "2020-01-15"}, date(2024, 12, 30))
    assert "结论：不符合申报条件" in text
    assert "最早到 2025-01-15 符合客观申报条件" in text


def test_all_tracks_and_no_facts_make_a_report(tracks: dict[str, Track]) -> None:
    text = _written(list(tracks.values()), {}, date(2024, 12, 30))
    assert "一览" in text
    assert "没有填写任何情况" in text
    assert all(track.name in text for track in tracks.values())


def test_characters_a_document_cannot_hold_are_left_out(tracks: dict[str, Track]) -> None:
    text = _written([tracks["baoji-org"]], _FACTS, date(2024, 12, 30), {"registered_city": "宝鸡\x00市\x0b注册"})
    assert "宝鸡市注册" in text

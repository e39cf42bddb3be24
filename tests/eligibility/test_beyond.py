"""Beyond a yes or no: match, next question, what-if, earliest date, evidence, ladder."""

from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.evidence import checklist
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.ladder import load_ladder, steps_of
from assistant.eligibility.match import match
from assistant.eligibility.next_question import next_question
from assistant.eligibility.what_if import changed, earliest_date, grown, smallest_change
from assistant.knowledge.rules import Track
from assistant.settings import settings
from evaluations.eligibility.golden import GoldenCase, golden_cases

CORPUS = settings().assistant_corpus


def test_first_application_stands_for_three_unknown_bars(tracks: dict[str, Track]) -> None:
    facts = parse_facts({
        "applicant_type": "organization", "registered_city": "兰州市", "operation_start_date": "2010",
        "major_accident_free_years": 99, "major_complaint_free_years": 99, "violation_free_years": 99,
    })  # fmt: skip
    question = next_question([check(tracks["lanzhou-org"], facts, date(2025, 7, 8))], facts)
    assert question is not None
    assert question.fact == "first_time_applicant"
    assert set(question.settles) == {"LZ-12", "LZ-13", "LZ-14"}
    assert question.citation.document == "lanzhou-2023"


def test_the_next_question_settles_rules_of_several_tracks(tracks: dict[str, Track]) -> None:
    facts = parse_facts({"applicant_type": "organization", "org_form": "company", "registered_city": "兰州市"})
    found = match(tracks, facts, date(2024, 1, 1))
    assert found.next_question is not None
    assert len(found.next_question.settles) >= 2


def test_nothing_is_asked_where_no_answer_could_change_anything(tracks: dict[str, Track]) -> None:
    facts = parse_facts({"applicant_type": "individual"})
    assert next_question([check(tracks["chongqing-mayor"], facts, date(2024, 2, 1))], facts) is None


def test_answering_questions_one_after_another_ends(tracks: dict[str, Track]) -> None:
    """Every question asked is of a fact not yet known, or too vaguely known."""
    facts = {"applicant_type": "organization"}
    answers = {"first_time_applicant": True, "registered_city": "兰州市", "operation_start_date": "2010-01-01"}
    asked: list[str] = []
    while len(asked) < 12:
        question = next_question(
            [check(tracks["lanzhou-org"], parse_facts(facts), date(2025, 7, 8))], parse_facts(facts)
        )
        if question is None:
            break
        assert question.fact not in asked
        asked.append(question.fact)
        facts[question.fact] = answers.get(question.fact, 99)
    assert check(tracks["lanzhou-org"], parse_facts(facts), date(2025, 7, 8)).verdict == "eligible"


@pytest.mark.parametrize("case", golden_cases()[::7], ids=lambda case: case.name)
def test_the_smallest_change_makes_the_track_eligible(case: GoldenCase, tracks: dict[str, Track]) -> None:
    track = tracks[case.track]
    found = smallest_change(track, case.facts, case.as_of)
    assert found is not None
    assert check(track, changed(case.facts, found.changes), case.as_of).verdict == "eligible"
    assert bool(found.changes) is (case.verdict != "eligible")


def test_one_wrong_fact_needs_one_change(tracks: dict[str, Track]) -> None:
    base = next(case for case in golden_cases() if case.track == "chongqing-mayor" and case.verdict == "eligible")
    facts = {**base.facts, "gbt4754_section": "F"}
    found = smallest_change(tracks["chongqing-mayor"], facts, base.as_of)
    assert found is not None
    assert list(found.changes) == ["gbt4754_section"]


@pytest.mark.parametrize(
    ("track", "facts", "expected"),
    [
        # 2020-06-01 + 5 years
        ("chongqing-mayor", {"operation_start_date": "2020-06-01"}, "2025-06-01"),
        # known to the year: certain only from the last reading, 2020-12-31 + 5 years
        ("chongqing-mayor", {"operation_start_date": "2020"}, "2025-12-31"),
        # a violation of 2022-05-06 leaves the window after 2025-05-06; the cover of 1 year is 3 only on 2026-02-20
        ("baoji-org", {"violation_date": "2022-05-06", "violation_confirmed": True, "violation_free_years": 1},
         "2026-02-20"),
        # 8 years on the front line today: 10 two years later
        ("yangquan-ind-frontline", {"role_years": 8}, "2026-02-20"),
        # a ban of five years lifts the day after the corresponding day
        ("lanzhou-org", {"past_false_application_date": "2023-09-01"}, "2028-09-02"),
        # no time makes a person a company
        ("chongqing-mayor", {"applicant_type": "individual", "org_form": None}, None),
        ("chongqing-mayor", {}, "2024-02-20"),
    ],
)  # fmt: skip
def test_the_earliest_date_on_which_time_alone_suffices(
    track: str, facts: dict[str, object], expected: str | None, tracks: dict[str, Track]
) -> None:
    base = next(case for case in golden_cases() if case.track == track and case.verdict == "eligible")
    as_of = date(2024, 2, 20)
    merged = changed(base.facts, {**parse_facts(facts), **{key: None for key, value in facts.items() if value is None}})
    found = earliest_date(tracks[track], merged, as_of)
    assert (str(found) if found else None) == expected
    if found and found > as_of:
        before = date.fromordinal(found.toordinal() - 1)
        assert check(tracks[track], grown(merged, as_of, before), before).verdict != "eligible"


def test_every_subjective_condition_has_something_to_prepare(tracks: dict[str, Track]) -> None:
    for track in tracks.values():
        items = checklist(track, CORPUS)
        assert [item.rule.id for item in items] == [rule.id for rule in track.rules if rule.kind == "evidence"]
        assert all(item.prepare and item.themes for item in items)


def test_the_ladder_cites_the_notices() -> None:
    ladder = load_ladder(CORPUS)
    for step in ladder:
        assert step.quote in (CORPUS / "documents" / f"{step.document}.txt").read_text(encoding="utf-8")
    assert {step.effect for step in steps_of("baoji", ladder)} == {"closes"}
    assert "opens" in {step.effect for step in steps_of("lanzhou", ladder)}


def test_years_said_that_cover_too_little_stand_in_the_way_of_nothing(tracks: dict[str, Track]) -> None:
    known = {
        "applicant_type": "organization",
        "org_form": "company",
        "registered_city": "兰州市",
        "operation_start_date": "2010",
        "major_accident_free_years": 99,
        "major_complaint_free_years": 99,
        "violation_free_years": 3,
        "first_time_applicant": True,
    }
    found = smallest_change(tracks["lanzhou-org"], parse_facts(known), date(2026, 11, 20))
    assert found is not None
    assert found.changes == {"violation_free_years": 5}
    assert found.open == {"violation_free_years"}


def test_a_fine_stands_in_the_way(tracks: dict[str, Track]) -> None:
    known = {"org_form": "company", "registered_city": "宝鸡市", "violation_date": "2024-05", "penalized": True}
    found = smallest_change(tracks["baoji-org"], parse_facts(known), date(2024, 12, 20))
    assert found is not None
    assert "violation_date" in found.changes
    assert "violation_date" not in found.open

"""What a result carries beside statuses: reasons, citations, notices, missing facts."""

import json
from datetime import date

import pytest

from assistant.eligibility.checker import ONLY_OBJECTIVE, SELF_DECLARED, check
from assistant.eligibility.facts import parse_facts
from assistant.errors import FactsError
from assistant.knowledge.rules import Track

MAYOR = {
    "applicant_type": "organization", "org_form": "company", "registered_city": "重庆市", "gbt4754_section": "C",
    "operation_start_date": "2019-02-21", "operation_continuous": True, "major_accident_free_years": 99,
    "spot_check_issue_free_years": 99, "in_abnormal_list": False, "in_serious_illegal_list": False,
}  # fmt: skip


def test_the_reason_is_a_sentence_a_person_would_write(tracks: dict[str, Track]) -> None:
    result = check(tracks["chongqing-mayor"], parse_facts(MAYOR), date(2024, 2, 20))
    assert result.rule("CQ-M-06").reason == (
        "2019-02-21 投产，至 2024-02-20 差 1 天满5年，不满足“连续正常生产经营5年以上”"
    )
    assert [rule.id for rule in result.decisive] == ["CQ-M-06"]


def test_one_day_later_it_is_reached_with_a_notice_to_wait_a_day(tracks: dict[str, Track]) -> None:
    result = check(tracks["chongqing-mayor"], parse_facts(MAYOR), date(2024, 2, 21))
    assert result.verdict == "eligible"
    assert ONLY_OBJECTIVE in result.notices
    assert result.notices[-1] == SELF_DECLARED
    assert any("建议次日再申报" in notice for notice in result.notices)


def test_ineligible_asks_for_nothing(tracks: dict[str, Track]) -> None:
    result = check(tracks["chongqing-mayor"], parse_facts({"applicant_type": "individual"}), date(2024, 2, 20))
    assert (result.verdict, result.missing) == ("ineligible", ())


def test_missing_names_every_fact_that_settles_an_unknown_rule(tracks: dict[str, Track]) -> None:
    facts = {key: value for key, value in MAYOR.items() if not key.startswith("operation")}
    result = check(tracks["chongqing-mayor"], parse_facts(facts), date(2024, 2, 20))
    assert set(result.missing) == {"operation_start_date", "operation_continuous"}


def test_evidence_procedural_and_informational_rules_never_decide(tracks: dict[str, Track]) -> None:
    for track in tracks.values():
        result = check(track, {}, date(2024, 2, 20))
        assert len(result.rules) == len(track.rules)
        assert not any(rule.decisive for rule in result.rules if rule.kind != "deterministic")


def test_json_has_the_keys_of_the_contract(tracks: dict[str, Track]) -> None:
    value = check(
        tracks["baoji-org"], parse_facts({"registered_in_city_since": "2015-03"}), date(2024, 12, 8)
    ).as_json()
    assert set(value) == {
        "track", "as_of", "verdict", "rules", "missing", "needs_review", "timeliness", "notices",
    }  # fmt: skip
    rule = value["rules"][0]
    assert set(rule) >= {"id", "status", "decisive", "citation", "reason", "facts"}
    assert set(rule["citation"]) == {"document", "clause", "quote", "page"}


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"registered_ciy": "兰州市"}, ["registered_ciy", "registered_city"]),
        ({"accident_date": "去年"}, ["accident_date", "YYYY-MM-DD"]),
        ({"accident_date": "2023-02-30"}, ["accident_date"]),
        ({"accident_level": "huge"}, ["accident_level", "extraordinary"]),
        ({"is_legal_person": "yes"}, ["is_legal_person", "true"]),
        ({"role_years": -1}, ["role_years"]),
        ({"role_years": float("nan")}, ["role_years"]),
        ({"role_years": True}, ["role_years"]),
        ({"work_city": ""}, ["work_city"]),
        ([], ["JSON 对象"]),
    ],
)
def test_malformed_facts_name_key_and_remedy(raw: object, words: list[str]) -> None:
    with pytest.raises(FactsError) as caught:
        parse_facts(raw)
    assert all(word in str(caught.value) for word in words)


def test_null_means_unknown() -> None:
    assert parse_facts({"is_cqo": None}) == {}


def test_the_branch_notice_appears_for_branches_only(tracks: dict[str, Track]) -> None:
    told = [
        any("总公司" in notice for notice in check(tracks["lanzhou-org"], {"org_form": form}, date(2025, 1, 1)).notices)
        for form in ("branch", "company")
    ]
    assert told == [True, False]


def test_the_channel_notice_does_not_touch_the_verdict(tracks: dict[str, Track]) -> None:
    result = check(tracks["chongqing-mayor"], parse_facts(MAYOR), date(2024, 2, 21))
    assert result.verdict == "eligible"
    assert any("本渠道可能不受理" in notice for notice in result.notices)


def test_the_quick_text_is_the_same_json(tracks: dict[str, Track]) -> None:
    result = check(tracks["chongqing-mayor"], parse_facts(MAYOR), date(2024, 2, 21))
    assert json.loads(result.as_text("r1")) == {"id": "r1", **result.as_json()}


@pytest.mark.parametrize(
    ("given", "full"),
    [("阳泉", "阳泉市"), ("岐山县", "宝鸡市"), ("重庆", "重庆市"), ("兰州市", "兰州市"), ("火星基地", "火星基地")],
)
def test_cities_are_named_in_full_and_counties_count_for_their_city(given: str, full: str) -> None:
    assert parse_facts({"registered_city": given}) == {"registered_city": full}


@pytest.mark.parametrize(
    ("given", "full"), [("甘肃", "甘肃省"), ("山西省", "山西省"), ("重庆市", "重庆市"), ("内蒙古", "内蒙古自治区")]
)
def test_provinces_are_named_in_full(given: str, full: str) -> None:
    assert parse_facts({"registered_province": given}) == {"registered_province": full}

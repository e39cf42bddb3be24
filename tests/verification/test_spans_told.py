"""Spans and dates told of the applicant are worked out from the facts; a window is not a floor."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_RUN = EvidenceClause(
    "lanzhou-2023", "(一) 符合国家法律法规和相关产业、环保、安全、质量等政策，且在本市注册登记并正常运行5年以上；"
)
_MOVED = EvidenceClause(
    "baoji-2024",
    "（二）在本市行政区域内合法注册5年以上的法人或者其他组织。近三年内无重大质量、生产安全、劳动保障、环境保护等事故，"
    "无违法、违规、违纪、弄虚作假以及质量失信等行为，具有良好的信用记录和社会声誉。",
)
_GANSU = EvidenceClause(
    "gansu-2023", "在甘肃省内依法设立，近5年内无重大质量、安全、环保等事故，无相关违法、违规、违纪行为。"
)
_MAYOR = EvidenceClause("chongqing-2024", "1.符合国家产业、环保、节能、质量政策，连续正常生产经营5年以上；")


def _codes(text: str, clause: EvidenceClause, facts: dict[str, object], verdict: dict[str, str]) -> set[str]:
    report = verify_text(text, clauses={"c1": clause}, facts=facts, verdicts=verdict)
    return {reason.code for sentence in report.sentences for reason in sentence.reasons}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("贵公司在兰州正常运行已满五年，这一条达到了[c1]。", set()),
        ("在兰州运行不满五年，所以不行[c1]。", {"fact"}),
        ("贵公司在兰州运行不足5年[c1]。", {"fact"}),
    ],
)
def test_years_told_as_reached_or_not(text: str, codes: set[str]) -> None:
    facts: dict[str, object] = {"registered_city": "兰州市", "operation_years": 16, "registered_in_city_years": 16}
    assert _codes(text, _RUN, facts, {"lanzhou-org": "ineligible"}) >= codes
    assert bool(_codes(text, _RUN, facts, {"lanzhou-org": "ineligible"})) is bool(codes)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("贵院2016年5月把注册迁到宝鸡，到2024年12月已经超过5年[c1]。", True),
        ("贵院2010年3月起就注册在宝鸡，到2024年12月已经超过5年[c1]。", False),
        ("贵院2016年5月把注册迁到宝鸡，到2024年12月还不满5年[c1]。", False),
    ],
)
def test_a_date_goes_with_its_own_event(text: str, passes: bool) -> None:
    facts: dict[str, object] = {
        "registered_city": "宝鸡市",
        "established_date": "2010-03",
        "registered_in_city_since": "2016-05",
    }
    assert _codes(text, _MOVED, facts, {"baoji-org": "undetermined"}) is not passes


def test_years_since_a_date_of_the_applicants_are_worked_out() -> None:
    facts: dict[str, object] = {
        "operation_continuous": False,
        "operation_resumed_date": "2021-03",
        "gbt4754_section": "C",
    }
    text = "贵公司2021年3月才恢复，到2024年2月还不满{}年，达不到“连续正常生产经营5年以上”[c1]。"
    verdict = {"chongqing-mayor": "ineligible"}
    assert _codes(text.format("三"), _MAYOR, facts, verdict) == set()
    assert _codes(text.format("两"), _MAYOR, facts, verdict)


@pytest.mark.parametrize(("told", "passes"), [("近5年内没有重大事故", True), ("设立满5年", False)])
def test_a_window_is_no_floor(told: str, passes: bool) -> None:
    facts: dict[str, object] = {"registered_province": "甘肃省", "major_accident_free_years": 99}
    text = f"条件看的是在甘肃省内依法设立和{told}[c1]。"
    assert ("number" in _codes(text, _GANSU, facts, {"china-org-gansu": "undetermined"})) is not passes


def test_what_is_left_of_a_window_is_counted() -> None:
    facts: dict[str, object] = {"registered_province": "甘肃省", "major_accident_free_years": 3}
    text = "条件看的是近5年，您的说明只覆盖了近3年，更早的{}年有没有重大事故还不清楚[c1]。"
    verdict = {"china-org-gansu": "undetermined"}
    assert _codes(text.format("两"), _GANSU, facts, verdict) == set()
    assert _codes(text.format("四"), _GANSU, facts, verdict)

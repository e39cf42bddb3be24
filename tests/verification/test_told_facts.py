"""What a sentence tells of the applicant must be among its facts; what is asked or still missing claims nothing."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_CLEAN = EvidenceClause(
    "lanzhou-2023",
    "(六) 近5年内未发生重大质量、安全、服务、环境、公共卫生等事故，没有因自身原因导致服务对象（用户、顾客）的重大投诉，"
    "无违反法律法规的行为。",
)
_RUN = EvidenceClause(
    "lanzhou-2023", "(一) 符合国家法律法规和相关产业、环保、安全、质量等政策，且在本市注册登记并正常运行5年以上；"
)
_LISTS = EvidenceClause(
    "chongqing-2024", "5.有良好的诚信记录，模范履行社会责任，未被列入企业经营异常名录和严重违法企业名单。"
)
_YEARS = EvidenceClause("chongqing-2024", "1.符合国家产业、环保、节能、质量政策，连续正常生产经营5年以上；")

_LANZHOU = {
    "applicant_type": "organization",
    "registered_city": "兰州市",
    "operation_years": 8,
    "registered_in_city_years": 8,
}
_MAYOR = {"applicant_type": "organization", "registered_city": "重庆市", "gbt4754_section": "C", "operation_years": 9}


def _codes(text: str, clause: EvidenceClause, facts: dict[str, object], track: str = "lanzhou-org") -> set[str]:
    verdicts = {track: "undetermined"} if facts else {}
    report = verify_text(text, clauses={"c1": clause}, facts=facts, verdicts=verdicts)
    return {reason.code for sentence in report.sentences for reason in sentence.reasons}


@pytest.mark.parametrize(
    ("text", "clause", "facts"),
    [
        ("贵单位近5年没有发生过重大事故[c1]。", _CLEAN, _LANZHOU),
        ("近5年也没有重大投诉，这一条没有问题[c1]。", _CLEAN, _LANZHOU),
        ("贵公司从未受过处罚[c1]。", _CLEAN, _LANZHOU),
        ("近5年没有重大事故[c1]。", _CLEAN, {**_LANZHOU, "major_accident_free_years": 3}),
        ("贵公司一直连续经营，没有停过产[c1]。", _YEARS, _MAYOR),
        ("贵公司不在异常名录里[c1]。", _LISTS, _MAYOR),
        ("您公司没有被列入经营异常名录，符合要求[c1]。", _LISTS, {}),
        ("贵公司的产品实物质量已达到国内先进[c1]。", _YEARS, _MAYOR),
    ],
)
def test_what_no_fact_tells_is_refused(text: str, clause: EvidenceClause, facts: dict[str, object]) -> None:
    track = "chongqing-mayor" if clause.document == "chongqing-2024" else "lanzhou-org"
    assert "fact" in _codes(text, clause, facts, track)


@pytest.mark.parametrize(
    ("text", "clause", "facts"),
    [
        ("近5年有没有发生过重大事故，您还没有说明，所以结论是待定[c1]。", _CLEAN, _LANZHOU),
        ("办法要求近5年没有重大事故，这方面的情况还没有提供，所以待定[c1]。", _CLEAN, _LANZHOU),
        ("请补充近5年的投诉情况。", _CLEAN, _LANZHOU),
        ("方便的话，告诉我们近五年有没有重大投诉就行。", _CLEAN, _LANZHOU),
        ("贵公司从未发生重大事故[c1]。", _CLEAN, {**_LANZHOU, "major_accident_free_years": 99}),
        ("贵公司如果发生过重大事故，就不符合[c1]。", _CLEAN, _LANZHOU),
        ("缺的是投诉情况，结论待定[c1]。", _CLEAN, _LANZHOU),
    ],
)
def test_what_is_asked_missing_or_known_is_no_finding(
    text: str, clause: EvidenceClause, facts: dict[str, object]
) -> None:
    assert not _codes(text, clause, facts) & {"fact", "uncited"}


def test_years_up_to_the_notice_may_be_worked_out() -> None:
    facts = {"applicant_type": "organization", "registered_city": "兰州市", "operation_start_date": "2021-03"}
    told = "贵公司2021年3月投产，到2023年8月只有两年多，不满5年，所以不符合[c1]。"
    wrong = "贵公司2021年3月投产，到2023年8月只有四年多，不满5年，所以不符合[c1]。"
    for text, passes in ((told, True), (wrong, False)):
        report = verify_text(text, clauses={"c1": _RUN}, facts=facts, verdicts={"lanzhou-org": "ineligible"})
        assert report.passed == passes


@pytest.mark.parametrize("text", ["这一条没有例外，不好通融，结论是不符合[c1]。", "核对结果是不符合，没法变通[c1]。"])
def test_softening_denied_is_no_softening(text: str) -> None:
    report = verify_text(
        text, clauses={"c1": _RUN}, facts={"operation_years": 3}, verdicts={"lanzhou-org": "ineligible"}
    )
    assert "verdict" not in {reason.code for sentence in report.sentences for reason in sentence.reasons}


@pytest.mark.parametrize(("facts", "told"), [({}, False), ({"violation_free_years": 99}, True)])
def test_what_the_reader_is_said_to_have_told_is_on_the_topic_before(facts: dict[str, object], told: bool) -> None:
    text = "有没有违法违规行为，贵公司已说明没有[c1]。"
    assert ("fact" in _codes(text, _CLEAN, {**_LANZHOU, **facts})) is not told

"""What a sentence says became of the applicant's own events, spans and places: as the checker finds it, no other."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_CLAUSES = {
    "c1": EvidenceClause(
        "lanzhou-2023",
        "（六）近5年内未发生重大质量、安全、服务、环境、公共卫生等事故，没有因自身原因导致服务对象（用户、顾客）的重大投诉，"
        "无违反法律法规的行为；",
    ),
    "c2": EvidenceClause(
        "lanzhou-2023",
        "（一）符合国家法律法规和相关产业、环保、安全、质量等政策，且在本市注册登记并正常运行5年以上；",
    ),
}
_FIRM: dict[str, object] = {
    "applicant_type": "organization",
    "org_form": "company",
    "registered_city": "兰州市",
    "registered_in_city_since": "2016-03",
    "operation_start_date": "2016-03",
    "established_date": "2016-03",
    "major_accident_free_years": 99,
}
_PUNISHED = {
    **_FIRM,
    "violation_date": "2024-06",
    "violation_type": "environment",
    "violation_confirmed": True,
    "penalized": True,
}
_LONG_AGO = {**_PUNISHED, "violation_date": "2015-06"}
_CLEAN = {**_FIRM, "violation_free_years": 99}


def _passed(text: str, facts: dict[str, object], verdict: str = "") -> bool:
    verdicts = {"lanzhou-org": verdict} if verdict else {}
    return verify_text(text, clauses=_CLAUSES, facts=facts, verdicts=verdicts).passed


@pytest.mark.parametrize(
    "text",
    [
        "贵公司无违反法律法规的行为[c1]。",
        "贵公司未违反法律法规[c1]。",
        "贵公司合法合规经营[c1]。",
        "贵公司一直守法经营[c1]。",
        "贵公司处罚不在近5年内[c1]。",
        "贵公司的处罚属一般处罚，不在此列[c1]。",
        "贵公司2024年的环保处罚不算违法行为[c1]。",
        "贵公司2024年被罚过一次，但已超出窗口，不影响申报[c1]。",
        "贵公司2024年6月的处罚已经过了年限[c1]。",
        "贵公司2024年6月受过环保处罚，这次处罚可以忽略不计[c1]。",
        "贵公司不在兰州注册[c2]。",
        "贵公司注册地不在兰州市[c2]。",
        "贵公司运行年限不足5年[c2]。",
        "贵公司的运行时间还不到五年[c2]。",
        "事故一条卡住了贵公司[c1]。",
        "贵公司因事故被挡在门外[c1]。",
        "贵公司因自身原因导致重大投诉[c1]。",
        "贵公司的环保处罚是2019年的事。",
    ],
)
def test_what_the_checker_finds_otherwise_is_caught(text: str) -> None:
    assert not _passed(text, _PUNISHED, "ineligible")


@pytest.mark.parametrize(
    "text",
    [
        "贵公司2024年6月受到环保处罚，触碰了“无违反法律法规的行为”这一条[c1]。",
        "贵公司2024年6月的环保处罚在近5年内[c1]。",
        "贵公司的处罚仍在窗口之内，因此不符合申报条件[c1]。",
        "贵公司在兰州市注册，运行已超过5年[c2]。",
        "贵公司没有发生过重大事故[c1]。",
        "贵公司没有发生重大事故，但2024年6月因环保违法被处罚，不符合这一条[c1]。",
        "贵公司的环保处罚是2024年6月的事。",
        "办法要求近5年内无违反法律法规的行为[c1]。",
    ],
)
def test_what_the_checker_finds_passes(text: str) -> None:
    assert _passed(text, _PUNISHED, "ineligible")


def test_the_same_words_of_another_case_pass() -> None:
    assert _passed("贵公司2015年6月的环保处罚已超出近5年的窗口，不影响申报[c1]。", _LONG_AGO)
    assert _passed("贵公司无违反法律法规的行为[c1]。", _CLEAN)
    assert _passed("贵公司合法合规经营[c1]。", _CLEAN)
    assert not _passed("违法一条挡住了贵公司[c1]。", _CLEAN)

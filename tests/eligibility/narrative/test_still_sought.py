"""What is still being looked into leaves its topic open, however firmly the rest is denied."""

from datetime import date

import pytest

from assistant.eligibility.narrative.reader import read_narrative

AS_OF = date(2025, 6, 5)
PERSON = "我在阳泉一家阀门厂当质量工程师，做质量技术十六年。"
FIRM = "我们是兰州一家有限公司，2012年在兰州注册并一直正常运行。"
CASES = [
    (PERSON + "今年3月厂里的储气罐裂了，是产品质量安全事故，等级没定。除此之外没出过事故。", "employer_accident_level"),
    (PERSON + "今年3月厂里出了事故，省里的调查组还没走。别的事故没有。", "employer_major_accident_free_years"),
    (PERSON + "以前从没有违法违规违纪。上个月有人写匿名信，纪委立了核查组，到今天还没有结论。", "violation_free_years"),
    (FIRM + "今年4月百来人联名投诉。是我们装配的问题，还是供应商的问题，鉴定要到八月才出。", "complaint_self_caused"),
    (FIRM + "有人举报我们，核查还没有结果。从来没有违法违规。", "violation_free_years"),
]


@pytest.mark.parametrize(("told", "key"), CASES)
def test_what_is_still_sought_is_left_open(told: str, key: str) -> None:
    reading = read_narrative(told, AS_OF)

    assert key in {doubt.key for doubt in reading.unsure}
    assert key not in reading.facts


@pytest.mark.parametrize(
    "told",
    [
        FIRM + "从没有违法违规，也没有被举报过。还没有结果的只有去年那项专利。",
        FIRM + "没有违法违规。至于评不评得上，现在还没有结论，想先问问。",
    ],
)
def test_what_is_sought_elsewhere_leaves_a_denial_standing(told: str) -> None:
    assert read_narrative(told, AS_OF).values()["violation_free_years"] == 99


def test_a_post_the_firm_never_set_up_is_not_held() -> None:
    told = PERSON + "首席质量官嘛，厂里现在没设这个职务。"

    assert read_narrative(told, AS_OF).values().get("is_cqo") is not True


def test_commendations_denied_behind_their_name_are_none() -> None:
    told = PERSON + "区政府质量工作先进个人三次。市里、省里的质量表彰，没有，一次也没有。"

    assert read_narrative(told, AS_OF).values()["highest_quality_commendation_level"] == "county"


def test_names_of_events_alone_are_no_event() -> None:
    told = PERSON + "处分、罚款、违纪、违法，统统没有过，一次都没有。"
    reading = read_narrative(told, AS_OF).values()

    assert not {"penalized", "violation_confirmed", "violation_type"} & set(reading)


def test_a_system_of_ones_own_making_is_not_certified_by_anothers_certificate() -> None:
    told = FIRM + "认证那套东西我们没弄。质量管理体系自己建的，跑得很顺，环境管理体系倒是去年过了认证。"

    assert read_narrative(told, AS_OF).values().get("qms_certified") is not True

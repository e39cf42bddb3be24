"""Whose blame an accident is, and whether a penalty still stands."""

from datetime import date

import pytest

from assistant.eligibility.narrative.reader import read_narrative

FIRM = "兰州西固一家有限公司，在兰州注册，独立法人，2010年投产至今连续生产。"
ACCIDENT = FIRM + "2023年3月厂里发生一起重大安全事故，"
PENALTY = FIRM + "没有重大事故。2023年因虚假宣传被罚款30万元，{}，其余没有违法违规。"
AS_OF = date(2024, 2, 1)


@pytest.mark.parametrize(
    "told",
    [
        "安装公司负主要责任，我们没有责任",
        "施工单位承担主要责任，我公司不承担责任",
        "调查认定不是我公司负主要责任",
        "调查组没有认定我们负次要责任",
        "起初说我们负主要责任，后来改判我们无责任",
    ],
)
def test_anothers_blame_is_not_the_applicants(told: str) -> None:
    assert read_narrative(ACCIDENT + told + "。", AS_OF).values().get("accident_self_liable") is not True


@pytest.mark.parametrize("told", ["安装公司负主要责任，我们负次要责任", "我公司负管理责任", "认定公司负同等责任"])
def test_a_share_of_the_blame_is_the_applicants(told: str) -> None:
    assert read_narrative(ACCIDENT + told + "。", AS_OF).values()["accident_self_liable"] is True


@pytest.mark.parametrize(
    "told",
    [
        "法院没把处罚撤销掉",
        "我们起诉到法院想把处罚撤销了",
        "行政处罚撤销了我们的销售资质",
        "行政处罚撤销了生产许可",
    ],
)
def test_a_penalty_that_stands_is_not_lifted(told: str) -> None:
    assert "violation_free_years" not in read_narrative(PENALTY.format(told), AS_OF).values()


@pytest.mark.parametrize("told", ["后来法院把处罚撤销了", "处罚决定已经被市里依法撤销了", "复议机关撤销了那个处罚"])
def test_a_penalty_that_was_lifted_bars_nothing(told: str) -> None:
    assert read_narrative(PENALTY.format(told), AS_OF).values()["violation_free_years"] == 99


@pytest.mark.parametrize(
    "told",
    ["2022年车间发生重大安全事故，伤亡人员都是劳务公司的", "2022年厂房发生重大火灾事故，货物都是客户公司的"],
)
def test_an_accident_in_the_house_is_the_applicants_whoever_was_hurt(told: str) -> None:
    assert read_narrative(FIRM + told + "。", AS_OF).values()["accident_level"] == "major"


@pytest.mark.parametrize("told", ["以前厂里没有这个职务，2018年才设的", "当年厂里没有这个岗位，是我来了才设的"])
def test_a_post_of_former_days_is_no_matter(told: str) -> None:
    person = "我在阳泉一家阀门厂管质量十六年。我是首席质量官，"

    assert read_narrative(person + told + "。", AS_OF).values()["is_cqo"] is True

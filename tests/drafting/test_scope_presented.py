"""A business scope told in passing, in the sentence that presents the applicant."""

import pytest

from assistant.drafting.draft import draft
from tests.drafting.materials import read


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "宝鸡麦香面业有限公司2012年6月成立，有限责任公司，粮食加工业，磨面、压挂面，也做馒头。有员工85人。",
            "磨面、压挂面，也做馒头",
        ),
        (
            "我院在兰州市城关区，1993年5月建院，事业单位，承担辖区居民的诊疗和康复护理。现有职工210人。",
            "辖区居民的诊疗和康复护理",
        ),
        (
            "阳泉恒暖物业有限公司在阳泉市城区，2009年4月登记，物业管理，给老旧小区做供暖维修和保洁。全员96人。",
            "供暖维修和保洁",
        ),
        (
            "重庆稻里合作社2015年3月注册，农民专业合作社，收购、烘干、销售优质稻，还加工米粉。社员120户。",
            "收购、烘干、销售优质稻，还加工米粉",
        ),
    ],
)
def test_the_clause_of_a_presentation_that_tells_the_trade(text: str, scope: str) -> None:
    assert read(text).facts["business_scope"].value == scope


@pytest.mark.parametrize(
    "text",
    [
        "宝鸡麦香面业有限公司2012年6月成立，有限责任公司，粮食加工业。生产部当班做了记录，把问题写在板上。",
        "公司2012年6月成立，在宝鸡市金台区，有限责任公司，做质量管理制度的修订，开展质量月活动。",
    ],
)
def test_what_somebody_does_for_quality_is_no_trade(text: str) -> None:
    assert "business_scope" not in read(text).facts


@pytest.mark.parametrize(("scope", "told"), [("纺织产品", "主营纺织产品"), ("生产纺织产品", "从事生产纺织产品")])
def test_things_are_the_business_and_doing_is_done(scope: str, told: str) -> None:
    text = f"汾阳县霜桥纺织有限公司\n公司成立于2005年，员工120人。\n经营范围：{scope}"
    assert told in draft(read(text)).profile

"""Figures exchanged between conditions, deeds put to the wrong body, those barred let in, and sentences that stop."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_CLAUSES = {
    "c1": EvidenceClause("lanzhou-2023", "申报企业和组织隐瞒有关情况或者提供虚假材料进行申报的，5年内不予受理其申报。"),
    "c2": EvidenceClause(
        "lanzhou-2023",
        "获奖企业和组织以欺骗、贿赂等不正当手段获奖的，取消其奖励，收回奖牌、证书，10年内不予受理其申报，依法依规予以处理，并向社会公开。",
    ),
    "c3": EvidenceClause(
        "yangquan-3",
        "2、近3年发生重大违法违规违纪行为的，或发生质量安全、环境保护、生产安全、公共卫生、食品安全等重大事故的，或引起重大群体性事件的；",
    ),
    "c4": EvidenceClause(
        "lanzhou-2023",
        "第十九条 市政府质量奖和提名奖拟获奖名单经公示无异议后，由市质量工作议事协调机构牵头部门提交市政府审定。",
    ),
    "c5": EvidenceClause("yangquan-3", "不得以任何方式向参评对象收费或变相收费、搭车收费。"),
    "c6": EvidenceClause("chongqing-2024", "近5年内无重大质量、安全、环保等事故，无相关违法、违规、违纪行为。"),
    "c7": EvidenceClause(
        "lanzhou-2023",
        "县（区）质量工作议事协调机构牵头部门应当对申报材料的完整性、真实性、准确性、合法性进行审核，征求相关部门意见后向社会公示。",
    ),
    "c8": EvidenceClause("baoji-2024", "公示期为15天"),
    "c9": EvidenceClause("baoji-2024", "在本市行政区域内合法注册5年以上的法人或者其他组织。"),
}


def passed(text: str, **rest: object) -> bool:
    return verify_text(text, clauses=_CLAUSES, **rest).passed  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "瞒报情况的，十年之内不受理申报；骗来的奖，五年之内不受理申报。[c1][c2]",
        "靠贿赂拿奖的5年报不了，材料作假的10年报不了。[c1][c2]",
        "近3年内出过重大群体性事件的组织，可以照常参评。[c3]",
        "公示无异议后，市政府把名单报市牵头部门审定。[c4]",
        "公示结束后，名单由市人民政府报送市牵头部门批准。[c4]",
        "参评对象不得以任何方式搭车收费。[c5]",
        "近5年内有过较大安全事故的同样不行。[c6]",
        "县（区）牵头部门不必对申报材料的真实性、准确性进行审核。[c7]",
        "兰州市政府质量奖的有",
        "获奖企业的奖励标",
        "严禁借评审的机会谋利。",
        "现有文件没有提到公示期。",
    ],
)
def test_what_is_exchanged_turned_or_cut_does_not_pass(text: str) -> None:
    assert not passed(text)


@pytest.mark.parametrize(
    "text",
    [
        "瞒报情况的，五年之内不受理申报；骗来的奖，十年之内不受理申报。[c1][c2]",
        "靠贿赂拿奖的10年报不了，材料作假的5年报不了。[c1][c2]",
        "近3年没有重大违法行为的单位，可以申报阳泉市质量奖。[c3]",
        "公示结束没有异议的，名单由市牵头部门报市人民政府审定。[c4]",
        "不得向参评对象收费。[c5]",
        "不是10天，公示期是15天。[c8]",
        "入围不等于一定能获奖。",
        "材料受理了并不意味着会被推荐。",
        "方案里没有给出邮箱地址。",
    ],
)
def test_what_keeps_each_figure_and_body_passes(text: str) -> None:
    assert passed(text)


@pytest.mark.parametrize(
    ("text", "years", "verdict"),
    [
        ("贵单位注册8年，没有达到5年以上的门槛。[c9]", 8, "undetermined"),
        ("贵单位注册2年，达到了5年以上的要求。[c9]", 2, "ineligible"),
        ("贵单位注册2年，达不到5年以内的门槛。[c9]", 2, "ineligible"),
    ],
)
def test_years_are_held_against_the_floor_both_ways(text: str, years: int, verdict: str) -> None:
    facts = {"registered_city": "宝鸡市", "registered_in_city_years": years}
    assert not passed(text, facts=facts, verdicts={"baoji-org": verdict})


@pytest.mark.parametrize(
    ("text", "years"),
    [("贵单位注册8年，达到了5年以上的门槛。[c9]", 8), ("贵单位注册2年，不满足5年以上的要求。[c9]", 2)],
)
def test_years_rightly_held_against_the_floor_pass(text: str, years: int) -> None:
    verdict = "undetermined" if years > 2 else "ineligible"
    facts = {"registered_city": "宝鸡市", "registered_in_city_years": years}
    assert passed(text, facts=facts, verdicts={"baoji-org": verdict})

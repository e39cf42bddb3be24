"""What a sentence tells of the applicant's own case: held to his facts, his material and the drafting standard."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_CLAUSE = {"c1": EvidenceClause("gansu-2023", "恪守职业道德和社会规范，无相关违法、违规、违纪行为")}
_FACTS = {"applicant_type": "individual", "individual_category": "frontline", "violation_free_years": 3}
_MATERIAL = """某厂材料
2012年成立，技术部64人，全厂人数没有统计。推行“一浆三测”，超出的整锅转作饲料。
厂长患有腰椎间盘突出，2022年做过手术。
荣誉：
2021年11月 重庆市市长质量管理奖提名奖（重庆市人民政府）
2022年8月 梁平区区长质量奖（梁平区人民政府）
正在参评第五届中国质量奖，结果尚未公布"""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("还不能确定能不能申报[c1]。", ""),
        ("您从参加工作起就没有过，这一点已经确认[c1]。", "fact"),
        ("个人条件限定为近3年，您近3年没有违法[c1]。", "number"),
    ],
)
def test_the_rule_and_the_facts_are_told_as_they_stand(text: str, code: str) -> None:
    report = verify_text(text, clauses=_CLAUSE, facts=_FACTS, verdicts={"china-ind-gansu": "undetermined"})
    codes = {reason.code for sentence in report.sentences for reason in sentence.reasons}
    assert code in codes if code else report.passed


def test_a_verdict_that_is_settled_is_not_left_open() -> None:
    verdicts = {"china-ind-gansu": "ineligible"}
    assert not verify_text("能不能申报，现在说不好[c1]。", clauses=_CLAUSE, facts=_FACTS, verdicts=verdicts).passed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("一浆五测连成浆线[m]", "number"),
        ("厂长术后仍守在锅边，推行“一浆三测”[m]。", "secret"),
        ("全厂共有64人[m]。", "scope"),
        ("荣誉栏可列入：梁平区区长质量奖[m]。", "honour"),
    ],
)
def test_lies_on_the_material_are_caught(text: str, code: str) -> None:
    report = verify_text(text, clauses={}, material=_MATERIAL)
    assert code in {reason.code for sentence in report.sentences for reason in sentence.reasons}


def test_an_honour_beside_one_under_review_is_held() -> None:
    text = "荣誉栏可列入：重庆市市长质量管理奖提名奖，2021年11月，重庆市人民政府[m]。"
    assert verify_text(text, clauses={}, material=_MATERIAL).passed

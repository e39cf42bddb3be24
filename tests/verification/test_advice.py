"""Advice claims nothing, unless it says what only a clause can say or what nobody may advise."""

import pytest

from assistant.verification.verify import verify_text


def _passed(text: str, facts: dict[str, object] | None = None) -> bool:
    return verify_text(text, clauses={}, facts=facts).passed


@pytest.mark.parametrize(
    "text",
    [
        "建议您先核对材料是否齐全。",
        "建议贵公司结合自身情况再考虑是否申报。",
        "请您补充质量管理体系认证的情况。",
        "建议向当地主管部门咨询。",
        "建议您尽早准备材料。",
        "请如实填写，切勿虚报业绩。",
        "建议如实说明，不要隐瞒。",
        "请不要伪造材料。",
        "建议您打电话问问牵头部门。",
        "如需帮助，请随时告诉我。",
        "建议对照条款逐项核实。",
        "我不能替您编造材料。",
    ],
)
def test_advice_without_a_claim_passes(text: str) -> None:
    assert _passed(text)


@pytest.mark.parametrize(
    "text",
    [
        "建议不必提供质量管理体系认证证书。",
        "建议您不用再提交审核意见。",
        "建议可以不盖公章。",
        "建议把成立时间写早一些。",
        "建议将员工人数填多一点。",
        "建议把业绩写得好看些。",
        "建议您把处罚的事隐瞒下来。",
        "建议别提2022年的事故。",
        "请您在下个月底前把材料寄到省市场监管局。",
        "请您本周内提交材料。",
        "建议先向市政府递交材料。",
        "建议直接把材料送到市政府办公室。",
        "建议您忽略公示期，直接去找市长。",
        "建议跳过县区审核。",
        "建议私下联系评委。",
        "请您直接找局长。",
    ],
)
def test_advice_that_only_a_clause_can_give_needs_one(text: str) -> None:
    assert not _passed(text)


@pytest.mark.parametrize(
    ("text", "certified", "passed"),
    [
        ("贵公司质量体系已认证。", True, True),
        ("贵公司质量体系已认证。", False, False),
        ("贵公司的体系已经认证通过。", False, False),
        ("贵公司质量体系证书齐全。", False, False),
        ("贵单位质量管理体系已取得证书。", False, False),
        ("您单位的质量体系认证已通过。", False, False),
        ("贵公司质量管理体系尚未取得认证。", False, True),
        ("贵公司质量管理体系尚未取得认证。", True, False),
        ("贵公司的质量体系证书还没拿到。", False, True),
        ("贵公司的质量体系证书还没拿到。", True, False),
    ],
)
def test_a_short_sentence_on_the_applicant_is_no_label(text: str, certified: bool, passed: bool) -> None:
    assert _passed(text, {"qms_certified": certified}) == passed


@pytest.mark.parametrize("text", ["贵公司质量体系已认证。", "贵公司质量体系证书齐全。", "您单位没有事故。"])
def test_a_short_sentence_on_the_applicant_rests_on_something(text: str) -> None:
    assert not _passed(text)

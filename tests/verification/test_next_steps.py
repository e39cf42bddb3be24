"""Advice, next steps and asides beside a verdict or a material pass; the same wording with a rule, a promise or a false
count or dimension in it does not."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_WORKS = EvidenceClause(
    "chongqing-2024",
    "在重庆市行政区域内依法注册的具有独立法人资格的工业企业"
    "（《国民经济行业分类》（GB/T 4754－2017）中B、C、D三类）可申报重庆市市长质量管理奖。",
)
_CHECKED = EvidenceClause("chongqing-2024", "在国家或我市监督抽查工作中，未发现产品质量问题")
_BRANCH = {
    "applicant_type": "organization",
    "org_form": "branch",
    "is_legal_person": False,
    "registered_city": "重庆市",
    "gbt4754_section": "C",
}
_PENDING = {
    "applicant_type": "organization",
    "org_form": "company",
    "registered_city": "重庆市",
    "spot_check_pending": True,
}


def _beside_verdict(sentence: str, verdict: str = "ineligible") -> bool:
    text = f"贵公司是分公司，不具有独立法人资格，不符合重庆市市长质量管理奖的申报条件[c1]。{sentence}"
    if verdict != "ineligible":
        text = sentence
    verdicts = {"chongqing-mayor": verdict}
    return verify_text(text, clauses={"c1": _WORKS}, facts=_BRANCH, verdicts=verdicts).passed


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("这回就不用填表了。", True),
        ("这次不必准备材料了。", True),
        ("您不妨考虑冲击中国质量奖。", True),
        ("您不妨考虑重庆市市长质量管理奖。", False),
        ("可以考虑由集团公司出面，前提是集团公司自己符合全部条件。", True),
        ("可以考虑由集团公司出面，集团公司符合全部条件。", False),
        ("建议先跟区里的市场监管部门打个招呼。", True),
        ("建议先跟评委打个招呼。", False),
        ("建议换个法人再报，处罚跟着老法人走。", False),
    ],
)
def test_what_follows_from_a_verdict(sentence: str, passes: bool) -> None:
    assert _beside_verdict(sentence) is passes


def test_papers_are_spared_only_who_may_not_apply() -> None:
    assert not _beside_verdict("这次不必准备材料了。", "eligible")


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("抽检报告一下来，您发我就行。", True),
        ("等抽查结果公布，您告诉我一声。", True),
        ("抽检结果已经出来，合格。", False),
    ],
)
def test_what_is_waited_for_has_not_happened(sentence: str, passes: bool) -> None:
    text = f"目前还不能判定，要等抽检结果[c1]。{sentence}"
    verdicts = {"chongqing-mayor": "undetermined"}
    assert verify_text(text, clauses={"c1": _CHECKED}, facts=_PENDING, verdicts=verdicts).passed is passes


_FOUR = EvidenceClause("yangquan-3", "对参评个人的评审重点围绕思想品质、技能素养、个人业绩、社会影响等方面开展")
_WELDER = "焊工老白，参加过省里的技能竞赛。带徒11名。"


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("照阳泉个人评审的四个方面[c1]：技能竞赛归技能素养[m][c1]。", True),
        ("照阳泉个人评审的五个方面[c1]：技能竞赛归技能素养[m][c1]。", False),
        ("照阳泉个人评审的三个方面[c1]：技能竞赛归技能素养[m][c1]。", False),
        ("材料没有提到年龄和职务[m]。这两项请您补一下。", True),
    ],
)
def test_a_count_is_that_of_its_clause_or_of_what_stands_before(text: str, passes: bool) -> None:
    assert verify_text(text, clauses={"c1": _FOUR}, material=_WELDER).passed is passes


_PROFILE = EvidenceClause(
    "chongqing-2024",
    "“组织（个人）简况”栏重点填写组织或个人的基本情况（若是组织需包括涉及成立时间、经济类型、业务范围、员工数量等），原则上不超过300个字。",
)


@pytest.mark.parametrize(("count", "passes"), [("两", True), ("三", False), ("七", False)])
def test_what_is_taken_up_again_is_counted(count: str, passes: bool) -> None:
    text = f"材料里员工数量和经济类型没有提到[m]。这{count}项简况里要有[c1]。"
    material = "岐山沣麦食品，2011年8月办的执照，加工手工挂面。"
    assert verify_text(text, clauses={"c1": _PROFILE}, material=material).passed is passes


_SPREAD = EvidenceClause("chongqing-2024", "将质量管理的成功经验和先进方法向全行业和产业链两端延伸推广")
_NEW = EvidenceClause("chongqing-2024", "将创新作为提升质量的有效手段，加快质量技术创新应用，关键核心技术自主可控")
_DOORS = "璧山一家木门厂。自研水性漆附着力配方，拿了两件发明专利。每季度办一次培训，向上下游16家小厂开放。"


@pytest.mark.parametrize(("dimension", "passes"), [("示范推广", True), ("质量基础", False)])
def test_a_cell_under_a_column_of_dimensions(dimension: str, passes: bool) -> None:
    rows = (
        f"| 自研水性漆附着力配方，获发明专利2件[m] | 创新发展[c2] |\n| 向上下游16家小厂开放培训[m] | {dimension}[c1] |"
    )
    text = f"| 做法 | 维度 |\n|---|---|\n{rows}"
    assert verify_text(text, clauses={"c1": _SPREAD, "c2": _NEW}, material=_DOORS).passed is passes


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("声纹不合的退回重配[m]。", True),
        ("声纹不达标的退回重配[m]。", True),
        ("声纹超出带宽也不退回[m]。", False),
    ],
)
def test_what_is_wrong_with_a_thing_denies_nothing_of_what_is_done(sentence: str, passes: bool) -> None:
    material = "每套轴承下线录一段运转声，声纹超出带宽就退回重配。"
    assert verify_text(sentence, clauses={}, material=material).passed is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("已经获奖但靠的是欺骗、贿赂，取消其奖励，收回奖牌、证书[c1]。", True),
        ("您已经获奖，等着收奖牌、证书[c1]。", False),
    ],
)
def test_who_has_won_by_deceit_is_promised_nothing(text: str, passes: bool) -> None:
    clause = EvidenceClause(
        "lanzhou-2023",
        "获奖企业和组织以欺骗、贿赂等不正当手段获奖的，取消其奖励，收回奖牌、证书，10年内不予受理其申报。",
    )
    assert verify_text(text, clauses={"c1": clause}).passed is passes

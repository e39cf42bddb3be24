"""Shares, multiples and halves are worked out from the material's own figures of the same thing, never from those the
sentence brings."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text


def _passes(said: str, material: str) -> bool:
    return verify_text(f"{said}[m]。", clauses={}, material=material).passed


_MADE = "宝塔石食品公司，2010年成立。合格率98.7%。"
_MORE = "陇上面粉公司，员工120人，其中女工36人。顾客满意率99.2%，成品率由97.1%提高到99.6%。"


@pytest.mark.parametrize(
    ("material", "said", "passes"),
    [
        (_MADE, "合格率98.7%", True),
        (_MADE, "合格率5%", False),
        (_MADE, "合格率30%", False),
        (_MADE, "产品优等率80%", False),
        (_MADE, "合格率由60%提高到98.7%", False),
        (_MORE, "顾客满意率99.2%", True),
        (_MORE, "顾客满意率60%", False),
        (_MORE, "一次交验合格率70%", False),
        (_MORE, "成品率由97.1%提高到99.6%", True),
        (_MORE, "成品率由80%提高到99.6%", False),
        (_MORE, "女工占30%", True),
        (_MORE, "女工占三成", True),
        (_MORE, "女工占45%", False),
    ],
)
def test_a_share_is_not_its_own_evidence(material: str, said: str, passes: bool) -> None:
    assert _passes(said, material) is passes


_SPRING = (
    "宝塔石矿泉水公司，有员工206人，其中研发41人、质检19人。年产1.25亿瓶，产品进了31家商超，线上收入占38.6%。"
    "客诉由每月52件降到每月13件，换线时间由2.5小时压到50分钟。废品率由2.4%降到0.6%。省内客户210家、省外客户64家。"
)
_LOOM = (
    "河州地毯公司，职工150人，其中织工96人、设计8人。年产地毯4.5万条，产品销往18个省。出口收入占61.5%。"
    "老客户90家、新客户30家。返工由每月40条降到每月10条，退货率由3.2%降到0.8%。"
)


@pytest.mark.parametrize(
    ("material", "said", "passes"),
    [
        (_SPRING, "线上收入约占四成", True),
        (_SPRING, "线下收入约占四成", False),
        (_SPRING, "大部分收入来自线上", False),
        (_SPRING, "大多数员工从事研发", False),
        (_SPRING, "近半数员工从事研发", False),
        (_SPRING, "员工的一半是研发人员", False),
        (_SPRING, "省内客户是省外客户的三倍多", True),
        (_SPRING, "省外客户是省内客户的三倍多", False),
        (_SPRING, "年产矿泉水1.25亿瓶", True),
        (_SPRING, "日产矿泉水1.25亿瓶", False),
        (_SPRING, "产品进了31家商超", True),
        (_SPRING, "产品进了31个国家", False),
        (_SPRING, "客诉降到原来的四分之一", True),
        (_SPRING, "客诉降到原来的三分之一", False),
        (_SPRING, "换线时间降到原来的三分之一", True),
        (_SPRING, "换线时间降到原来的四分之一", False),
        (_SPRING, "废品率降低了1.8个百分点", True),
        (_SPRING, "废品率降低了75%", True),
        (_SPRING, "废品率降低了1.8%", False),
        (_LOOM, "大多数职工是织工", True),
        (_LOOM, "大多数职工是设计人员", False),
        (_LOOM, "半数以上的职工是织工", True),
        (_LOOM, "近半数职工是织工", False),
        (_LOOM, "大部分收入来自出口", True),
        (_LOOM, "出口收入占六成多", True),
        (_LOOM, "内销收入占六成多", False),
        (_LOOM, "老客户是新客户的三倍", True),
        (_LOOM, "新客户是老客户的三倍", False),
        (_LOOM, "月产地毯4.5万条", False),
        (_LOOM, "产品销往18个国家", False),
        (_LOOM, "产品销往18个省", True),
        (_LOOM, "退货率降低了2.4%", False),
        (_LOOM, "退货率降低了2.4个百分点", True),
        (_LOOM, "返工降到原来的三分之一", False),
        (_LOOM, "产品销往18个县", False),
        (_LOOM, "设计人员约占职工的二十分之一", True),
        (_LOOM, "设计人员约占职工的十分之一", False),
    ],
)
def test_a_share_is_of_the_thing_it_is_told_of(material: str, said: str, passes: bool) -> None:
    assert _passes(said, material) is passes


_PLANS = "公司现有员工90人。计划2026年建成二期，产能翻番。力争2027年产值突破5亿元。"


@pytest.mark.parametrize(
    ("said", "passes"),
    [
        ("公司产能已经翻番", False),
        ("产值翻了一番", False),
        ("产能翻了一番", False),
        ("公司计划2026年建成二期，产能翻番", True),
    ],
)
def test_what_is_planned_to_double_has_not_doubled(said: str, passes: bool) -> None:
    assert _passes(said, _PLANS) is passes


_OBJECTION = EvidenceClause("baoji-2024", "自收到异议之日起5个工作日内完成审查。")
_CYCLE = EvidenceClause("x", "市政府质量奖每两年评选一次，每届不超过10个。")


@pytest.mark.parametrize(
    ("clause", "said", "passes"),
    [
        (_OBJECTION, "收到异议之日起5个工作日内完成审查", True),
        (_OBJECTION, "收到异议之日起一个月内完成审查", False),
        (_OBJECTION, "收到异议之日起一周内完成审查", False),
        (_OBJECTION, "收到异议当天完成审查", False),
        (_OBJECTION, "异议受理后一个月内审查", False),
        (_OBJECTION, "异议受理后一年内审查", False),
        (_OBJECTION, "异议材料当天审查", False),
        (_CYCLE, "市政府质量奖每届不超过10个", True),
        (_CYCLE, "市政府质量奖每届一个", False),
        (_CYCLE, "市政府质量奖每届不超过一个", False),
    ],
)
def test_one_of_a_span_or_a_quota_is_a_figure(clause: EvidenceClause, said: str, passes: bool) -> None:
    assert verify_text(f"{said}[c1]。", clauses={"c1": clause}).passed is passes


_PUPILS = "秦师傅带出徒弟14人，8人已能独立上岗。车间职工40人，其中女工15人。"


@pytest.mark.parametrize(
    ("said", "passes"),
    [
        ("徒弟14人里8人已能独立上岗，还有6人没有出师", True),
        ("徒弟14人里8人已能独立上岗，还有5人没有出师", False),
        ("车间职工40人，女工15人，其余25人", True),
        ("车间职工40人，女工15人，其余26人", False),
    ],
)
def test_a_rest_is_of_the_whole_and_part_it_is_told_with(said: str, passes: bool) -> None:
    assert _passes(said, _PUPILS) is passes


_JUICE = "在册员工263人，其中化验员14人。销售收入2.4亿元，其中出口1.5亿元。"


@pytest.mark.parametrize(
    ("said", "passes"),
    [
        ("销售收入2.4亿元，出口1.5亿元，占六成多", True),
        ("销售收入2.4亿元，出口1.5亿元，占五成多", False),
        ("销售收入2.4亿元，出口1.5亿元，占七成多", False),
        ("销售收入2.4亿元，出口1.5亿元，不到七成", True),
        ("销售收入2.4亿元，出口1.5亿元，不到六成", False),
        ("化验员14人，不到员工数的一成", True),
        ("化验员14人，占员工数的一成多", False),
    ],
)
def test_tenths_are_told_to_the_next_one(said: str, passes: bool) -> None:
    assert _passes(said, _JUICE) is passes

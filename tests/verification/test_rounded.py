"""Figures given roughly or worked out from two others pass within the meaning of the word; wrong by figure or direction
they do not."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_SPRING = (
    "宝塔石矿泉水公司，在职员工206人，其中质检19人、研发41人。年产矿泉水1.25亿瓶，每瓶净含量550毫升，合格率98.7%。"
    "2020年起推行“瓶口三看”，客诉由2020年每月52件降到2023年每月13件，换线时间由2.5小时压到50分钟。"
    "产品进了31家商超，线上收入占38.6%。省内客户210家、省外客户64家。"
)
_BOTTLES = (
    "白银区玉寒药玻：年产药用玻璃瓶3.6亿只，在线检测机92台。瓶口裂纹率由6‰降到1.5‰。"
    "返工工时由120小时缩短到45小时，日产从2万只提高到5万只。"
)
_STAFF = "兰州新区泓岑精细化工：在册职工346人，其中研发76人。出口23个国家，出口占营业收入49.2%。"


@pytest.mark.parametrize(
    ("material", "faithful", "lying"),
    [
        (_STAFF, "这家企业有三百多名职工[m]。", "这家企业有四百多名职工[m]。"),
        (_STAFF, "这家企业有近350名职工[m]。", "这家企业有近300名职工[m]。"),
        (_STAFF, "企业约有350名职工[m]。", "企业约有450名职工[m]。"),
        (_STAFF, "在册职工不到350人[m]。", "在册职工不到340人[m]。"),
        (_STAFF, "在册职工逾340人[m]。", "在册职工逾360人[m]。"),
        (_STAFF, "产品销往二十余个国家，出口约占营收的一半[m]。", "产品销往三十余个国家，出口约占营收的一半[m]。"),
        (_STAFF, "出口约占营收的一半[m]。", "出口约占营收的三分之一[m]。"),
        (_STAFF, "这家企业有三百多名职工[m]。", "这家企业有三百多名研发人员[m]。"),
        (_SPRING, "质检人员近20人[m]。", "质检人员近30人[m]。"),
        (_SPRING, "研发人员约占两成[m]。", "研发人员约占四成[m]。"),
        (_SPRING, "研发人员占员工总数的近五分之一[m]。", "研发人员占员工总数的近三分之一[m]。"),
        (_SPRING, "年产矿泉水一亿两千五百万瓶[m]。", "年产矿泉水一亿五千二百万瓶[m]。"),
        (_SPRING, "年产矿泉水超过1.2亿瓶[m]。", "年产矿泉水超过1.5亿瓶[m]。"),
        (_SPRING, "每瓶净含量0.55升[m]。", "每瓶净含量5.5升[m]。"),
        (_SPRING, "产品进了三十多家商超[m]。", "产品进了四十多家商超[m]。"),
        (_SPRING, "线上收入占近四成[m]。", "线上收入占近六成[m]。"),
    ],
)
def test_a_rough_figure_is_one_the_word_may_mean(material: str, faithful: str, lying: str) -> None:
    assert verify_text(faithful, clauses={}, material=material).passed
    assert not verify_text(lying, clauses={}, material=material).passed


@pytest.mark.parametrize(
    ("material", "faithful", "lying"),
    [
        (_SPRING, "每月客诉只剩原来的四分之一[m]。", "每月客诉只剩原来的五分之一[m]。"),
        (_SPRING, "每月客诉减少了四分之三[m]。", "每月客诉增加了四分之三[m]。"),
        (_SPRING, "每月客诉少了39件[m]。", "每月客诉少了29件[m]。"),
        (_SPRING, "三年间，每月客诉由52件降到13件[m]。", "六年间，每月客诉由52件降到13件[m]。"),
        (_SPRING, "省内外客户合计274家[m]。", "省内外客户合计294家[m]。"),
        (_SPRING, "换线时间由150分钟压到50分钟[m]。", "换线时间由250分钟压到50分钟[m]。"),
        (_SPRING, "换线时间缩短了三分之二[m]。", "换线时间缩短了三分之一[m]。"),
        (_SPRING, "换线时间只有原来的三分之一[m]。", "换线时间只有原来的四分之一[m]。"),
        (_BOTTLES, "瓶口裂纹率降了0.45个百分点[m]。", "瓶口裂纹率升了0.45个百分点[m]。"),
        (_BOTTLES, "返工工时缩短了近80小时[m]。", "返工工时缩短了近100小时[m]。"),
        (_BOTTLES, "返工工时缩短了一半还多[m]。", "瓶口裂纹率下降了四分之一[m]。"),
        (_BOTTLES, "日产提高到原来的2.5倍[m]。", "日产提高到原来的4倍[m]。"),
    ],
)
def test_a_figure_follows_from_two_of_the_material(material: str, faithful: str, lying: str) -> None:
    assert verify_text(faithful, clauses={}, material=material).passed
    assert not verify_text(lying, clauses={}, material=material).passed


_RUNNING = EvidenceClause("chongqing-2024", "连续正常生产经营5年以上")
_HIDDEN = EvidenceClause("lanzhou-2023", "申报企业和组织隐瞒有关情况或者提供虚假材料进行申报的，5年内不予受理其申报。")
_BRIBED = EvidenceClause(
    "lanzhou-2023",
    "获奖企业和组织以欺骗、贿赂等不正当手段获奖的，取消其奖励，收回奖牌、证书，10年内不予受理其申报，依法依规予以处理，并向社会公开。",
)
_ENGINEER = EvidenceClause("yangquan-3", "坚守在质量工程技术一线，从事或涉及质量技术工作10年以上或业绩特别优异")
_FIRM = {"applicant_type": "organization", "is_legal_person": True, "operation_years": 16, "operation_continuous": True}


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("贵公司连续生产经营16年，是门槛的三倍还多[c1]。", True),
        ("贵公司连续生产经营16年，是门槛的四倍还多[c1]。", False),
        ("贵公司连续生产经营16年，比要求多11年[c1]。", True),
        ("贵公司连续生产经营16年，比要求多一年[c1]。", False),
        ("贵公司连续生产经营16年，比要求少11年[c1]。", False),
    ],
)
def test_what_the_applicant_has_beyond_the_threshold(sentence: str, passes: bool) -> None:
    verdicts = {"chongqing-mayor": "undetermined"}
    assert verify_text(sentence, clauses={"c1": _RUNNING}, facts=_FIRM, verdicts=verdicts).passed is passes


@pytest.mark.parametrize(
    ("comparison", "passes"),
    [
        ("后者的禁止期比前者多5年[c1][c2]。", True),
        ("前者比后者短5年[c1][c2]。", True),
        ("前者比后者长5年[c1][c2]。", False),
        ("后者比前者长3年[c1][c2]。", False),
    ],
)
def test_two_clauses_are_compared_in_the_order_they_are_cited(comparison: str, passes: bool) -> None:
    text = f"隐瞒情况或交虚假材料的，5年内不予受理[c1]；靠欺骗、贿赂获奖的，10年内不予受理[c2]。{comparison}"
    assert verify_text(text, clauses={"c1": _HIDDEN, "c2": _BRIBED}).passed is passes


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("质量技术工作不满十年的，业绩特别优异也行[c1]。", True),
        ("质量技术工作不满十年的，社会影响大也行[c1]。", False),
        ("质量技术工作不满八年的，业绩特别优异也行[c1]。", False),
        ("质量技术工作不满十年的，业绩特别优异也不行[c1]。", False),
    ],
)
def test_one_short_of_the_span_is_let_in_by_what_stands_beside_it(sentence: str, passes: bool) -> None:
    assert verify_text(sentence, clauses={"c1": _ENGINEER}).passed is passes


_PLANT = (
    "宝塔石矿泉水公司，2010年成立，在职员工206人，其中质检19人、研发41人，党员52人。年产矿泉水1.25亿瓶，合格率98.7%。"
    "2020年起推行“瓶口三看”，客诉由2020年每月52件降到2023年每月13件，换线时间由2.5小时压到50分钟。"
    "设备64台，其中进口16台。线上收入占38.6%，出口占12%。"
)


@pytest.mark.parametrize(
    "faithful",
    [
        "研发人员是质检人员的两倍多[m]。",
        "进口设备占设备总数的四分之一[m]。",
        "党员占员工的约四分之一[m]。",
        "换线时间缩短了一百分钟[m]。",
        "员工总数两百出头[m]。",
        "研发和质检人员合计60人[m]。",
        "公司成立十余年[m]。",
    ],
)
def test_figures_of_one_thing_are_set_side_by_side(faithful: str) -> None:
    assert verify_text(faithful, clauses={}, material=_PLANT).passed


@pytest.mark.parametrize(
    "lying",
    [
        "研发人员五十余人[m]。",
        "党员占员工的近四成[m]。",
        "换线时间缩短了一百五十分钟[m]。",
        "换线时间延长了一百分钟[m]。",
        "出口收入占近四成[m]。",
        "线上收入约占一成[m]。",
        "进口设备六十余台[m]。",
        "员工和设备合计270台[m]。",
        "公司成立近二十年[m]。",
        "“瓶口三看”推行了十三年[m]。",
        "研发人员是质检人员的三倍[m]。",
        "质检人员是研发人员的两倍多[m]。",
        "年产矿泉水1.25万瓶[m]。",
        "党员四十余人[m]。",
        "研发人员近二十人[m]。",
    ],
)
def test_a_figure_of_another_thing_is_not_given_roughly(lying: str) -> None:
    assert not verify_text(lying, clauses={}, material=_PLANT).passed

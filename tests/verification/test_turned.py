"""What a second hostile reader got past the guard: deeds turned about, rolls that say something, conditions joined."""

import time

import pytest

from assistant.verification.model import Basis, EvidenceClause
from assistant.verification.verify import prepare, verify_sentence, verify_text
from tests.pace import allowed

SECRET = EvidenceClause(
    "lanzhou-2023", "评审专家所在单位与申报企业和组织存在利害关系的，应当回避，并对其知悉的商业秘密予以保密。"
)
OBJECTION = EvidenceClause("lanzhou-2023", "经调查异议不成立的，不影响符合要求的申报组织继续参加评审。")
ENTERING = EvidenceClause(
    "chongqing-2024",
    "在重庆市行政区域内依法注册的具有独立法人资格的工业企业（《国民经济行业分类》（GB/T 4754－2017）中B、C、D三类）"
    "可申报重庆市市长质量管理奖。",
)
SHOWN = EvidenceClause(
    "baoji-2024",
    "组委会办公室将获奖组织和单位候选名单通过相关媒体向社会公示，公示期为15天。组委会根据公示情况，提出获奖组织和单位名单",
)
SIDES = EvidenceClause(
    "yangquan-3",
    "对参评组织的评审重点围绕质量基础、创新驱动、品牌影响、经营绩效等四个方面开展，对参评个人的评审重点围绕思想品质、"
    "技能素养、个人业绩、社会影响等方面开展。",
)
STEPS = (
    EvidenceClause("baoji-2024", "评选活动共分为七个步骤"),
    EvidenceClause("baoji-2024", "（二）申请申报（2024年12月底前）。"),
    EvidenceClause("baoji-2024", "（三）资料评审（2025年2月底前）。"),
    EvidenceClause("baoji-2024", "（四）陈述答辩（2025年3月中旬）。"),
    EvidenceClause(
        "baoji-2024",
        "（五）现场评审（2025年3月底前）。评审专家组深入相关组织和单位进行现场评审，并出具现场评审报告。",
    ),
)


def _passes(said: str, *clauses: EvidenceClause) -> bool:
    cited = {f"c{at}": clause for at, clause in enumerate(clauses, 1)}
    return verify_text(said + "".join(f"[{token}]" for token in cited) + "。", clauses=cited).passed


@pytest.mark.parametrize(
    "said",
    [
        "客户名单、底价这类商业秘密由评审专家公开",
        "评审专家公开配方、工艺这类商业秘密",
        "评审专家可以使用配方、工艺这类商业秘密",
        "报价等商业秘密由申报企业予以公布",
        "商业秘密由评审专家公开",
        "评审专家应当披露其知悉的商业秘密",
        "评审专家将商业秘密对外发布",
        "评审专家有权使用申报企业的商业秘密",
        "评审专家知悉配方、工艺这类商业秘密的，应当回避",
        "评审专家知悉商业秘密的，应当回避",
    ],
)
def test_what_is_kept_secret_is_not_told_or_used(said: str) -> None:
    assert not _passes(said, SECRET)


@pytest.mark.parametrize(
    "said",
    [
        "评审专家对知悉的配方、工艺这类商业秘密应当保密",
        "评审专家不得泄露知悉的商业秘密",
        "报价、客户名单等商业秘密，评审专家要替企业保密",
        "评审专家所在单位与申报企业有利害关系的，应当回避",
        "利害关系的要回避，知悉的商业秘密要保密",
    ],
)
def test_secrecy_told_as_it_is_passes(said: str) -> None:
    assert _passes(said, SECRET)


@pytest.mark.parametrize(
    "head", ["最重要的是：", "最花钱的是：", "一票否决的是：", "最先开展的是：", "企业必须到场的是：", "可以跳过的是："]
)
def test_a_roll_whose_head_says_something_is_judged(head: str) -> None:
    assert not _passes(f"{head}资料评审、陈述答辩、现场评审", *STEPS[2:])


@pytest.mark.parametrize("head", ["评审程序包括", "评审步骤包括"])
def test_a_roll_with_a_bare_head_passes(head: str) -> None:
    assert _passes(f"{head}资料评审、陈述答辩、现场评审", *STEPS[2:])


@pytest.mark.parametrize("said", ["评选活动共有三步，即：", "评选活动分三步：", "评选活动只有3个环节："])
def test_another_count_of_the_steps_is_a_lie(said: str) -> None:
    assert not _passes(f"{said}申请申报、资料评审、陈述答辩", *STEPS[:4])


@pytest.mark.parametrize(
    "said",
    [
        "须具有独立法人资格或者在重庆注册",
        "须在重庆注册或者属于工业企业",
        "须具备独立法人资格才可申报，个人也要注册",
        "企业须是C类工业企业",
        "在重庆市行政区域内依法注册的企业须是C类工业企业",
        "须是大型工业企业",
        "须是国有工业企业",
        "须为民营工业企业",
    ],
)
def test_what_is_asked_to_enter_is_all_of_it_and_no_more(said: str) -> None:
    assert not _passes(said, ENTERING)


@pytest.mark.parametrize(
    "said", ["须具有独立法人资格", "企业须在重庆市行政区域内依法注册", "须在重庆注册并具有独立法人资格"]
)
def test_part_of_what_is_asked_to_enter_passes(said: str) -> None:
    assert _passes(said, ENTERING)


@pytest.mark.parametrize(
    "said",
    [
        "异议成立的企业，应当继续参加评审",
        "异议成立的，不影响申报组织继续参加评审",
        "经调查异议属实的，不影响申报组织继续参加评审",
        "异议经查证成立，申报组织照常参加评审",
    ],
)
def test_a_condition_that_lost_its_denial(said: str) -> None:
    assert not _passes(said, OBJECTION)


def test_the_condition_with_its_denial_passes() -> None:
    assert _passes("异议不成立的，不影响申报组织继续参加评审", OBJECTION)


@pytest.mark.parametrize("said", ["公示最长持续15天", "公示期最长为15天", "公示顶多15天", "公示最短15天"])
def test_a_fixed_span_is_no_limit(said: str) -> None:
    assert not _passes(said, SHOWN)


@pytest.mark.parametrize("said", ["公示15天", "公示期为15天", "公示持续15天"])
def test_a_fixed_span_passes(said: str) -> None:
    assert _passes(said, SHOWN)


def test_a_side_named_behind_what_somebody_has() -> None:
    assert not _passes("对个人业绩突出的组织来说，重点围绕思想品质、技能素养、个人业绩、社会影响", SIDES)
    assert _passes("对组织来说，评审重点围绕质量基础、创新驱动、品牌影响、经营绩效", SIDES)


def test_a_row_without_end_is_refused_before_it_is_looked_through() -> None:
    prepare()
    row = "、".join(f"资料{at}" for at in range(1500))
    started = time.process_time()
    report = verify_text(f"|甲|\n|---|\n|{row}[c1]|", clauses={"c1": STEPS[0]})
    alone = verify_sentence(f"{row}[c1]。", Basis({"c1": STEPS[0]}, {}, {}, "", {}, {}))
    assert {reason.code for each in report.sentences for reason in each.reasons} >= {"endless"}
    assert [reason.code for reason in alone.reasons] == ["endless"]
    assert time.process_time() - started < allowed(0.5)

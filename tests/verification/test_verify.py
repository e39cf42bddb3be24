"""The guard lets faithful sentences through and stops lies, each for its own reason."""

import pytest

from assistant.verification.model import Basis, EvidenceClause, Report
from assistant.verification.verify import verify_sentence, verify_text

QUOTA = EvidenceClause(
    "baoji-2024", "“宝鸡市质量奖”获奖组织和单位总数不超过3个，“宝鸡市质量奖提名奖”获奖组织和单位总数不超过5个。"
)
NOTICE = EvidenceClause("lanzhou-2023", "公示时间不少于5个工作日")
MAY = EvidenceClause("lanzhou-2023", "符合条件的企业和组织数量不足时，名额可以空缺。")
CLAUSES = {"c1": QUOTA, "c2": NOTICE, "c3": MAY}
MATERIAL = "公司2008年6月成立，员工312人。2025年计划建成智能检测中心。工艺配方编号QC-77属商业秘密。"


def judge(text: str, **rest: object) -> Report:
    return verify_text(text, clauses=CLAUSES, material=MATERIAL, **rest)  # type: ignore[arg-type]


def codes(text: str, **rest: object) -> set[str]:
    return {reason.code for sentence in judge(text, **rest).sentences for reason in sentence.reasons}


@pytest.mark.parametrize(
    "text",
    [
        "宝鸡市质量奖最多评３个，提名奖最多评五个。[c1]",
        "兰州的公示时间至少五个工作日[c2]。",
        "| 奖项 | 名额 |\n|---|---|\n| 宝鸡市质量奖 | 不超过3个[c1] |\n| 宝鸡市质量奖提名奖 | 不超过5个[c1] |",
        "您好，很高兴为您服务。\n如有疑问，欢迎继续提问。",
        "建议您提前准备证明材料。",
        "公司2008年6月成立，员工312人。[m]",
    ],
)
def test_faithful_sentences_pass(text: str) -> None:
    assert codes(text) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("宝鸡市质量奖不超过8个。[c1]", "number"),
        ("宝鸡市质量奖不超过5个，提名奖不超过3个。[c1]", "pairing"),
        ("宝鸡市质量奖至少3个。[c1]", "bound"),
        ("兰州的公示时间不少于5天。[c2]", "number"),
        ("阳泉的公示时间不少于5个工作日。[c2]", "subject"),
        ("名额不得空缺。[c3]", "negation"),
        ("名额应当空缺。[c3]", "modality"),
        ("宝鸡市质量奖不超过3个。", "uncited"),
        ("宝鸡市质量奖不超过3个。[c9]", "unknown_clause"),
        ("获奖者可享受税收减免。[c1]", "unsupported"),
        ("公司2025年建成智能检测中心。[m]", "qualifier"),
        ("公司的配方编号为QC-77。[m]", "secret"),
        ("公司荣获中国质量奖。[m]", "honour"),
        ("<think>先看条款</think>宝鸡市质量奖不超过3个。[c1]", "prompt"),
        ("The quota is limited to three awards. [c1]", "language"),
        ("贵公司符合宝鸡市质量奖的申报条件。", "verdict"),
        ("宝鸡市质量奖不超过3个。[c1]\n宝鸡市质量奖不超过3个。[c1]", "repetition"),
        ("原文写明“宝鸡市质量奖一律3个”。[c1]", "quote"),
    ],
)
def test_lies_are_named(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    ("verdict", "text", "passed"),
    [
        ("eligible", "贵公司符合宝鸡市质量奖的申报条件。", True),
        ("eligible", "贵公司可能符合宝鸡市质量奖的申报条件。", False),
        ("ineligible", "贵公司符合宝鸡市质量奖的申报条件。", False),
        ("ineligible", "贵公司不符合宝鸡市质量奖的申报条件。", True),
        ("undetermined", "贵公司能否申报宝鸡市质量奖尚不能确定。", True),
        ("undetermined", "贵公司不符合宝鸡市质量奖的申报条件。", False),
    ],
)
def test_an_eligibility_statement_is_the_verdict(verdict: str, text: str, passed: bool) -> None:
    assert verify_text(text, clauses={}, verdicts={"baoji-org": verdict}).passed is passed


def test_one_sentence_as_it_streams_in() -> None:
    basis = Basis(CLAUSES)
    assert verify_sentence("宝鸡市质量奖提名奖不超过5个。[c1]", basis).passed
    assert not verify_sentence("宝鸡市质量奖提名奖不超过6个。[c1]", basis).passed


def test_limits_are_counted_over_the_whole_text() -> None:
    text = "公司2008年6月成立。[m]"
    assert "limit" not in codes(text, limits={"profile": 300})
    assert "limit" in codes(text, limits={"characterisation": 5})


def test_reasons_are_chinese_and_name_what_is_wrong() -> None:
    (reason,) = judge("宝鸡市质量奖不超过8个。[c1]").sentences[0].reasons
    assert reason.message == "句中“8个”不在所引条款中"


def test_an_empty_text_does_not_pass() -> None:
    assert not judge("").passed

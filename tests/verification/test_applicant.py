"""What a sentence says of the applicant: conclusions, facts, and whether one follows from the other."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_BASIC = EvidenceClause(
    "baoji-2024",
    "（三）建立了有效运行的质量管理体系和其他管理体系并通过认证，在质量管理水平、自主创新能力、品牌影响力以及经济效益"
    "和社会效益等方面处于本市同行业领先地位",
)
_YEARS = EvidenceClause("baoji-2024", "（二）在本市行政区域内合法注册5年以上的法人或者其他组织。")
_FACTS = {"registered_city": "西安市", "registered_in_city_years": 2, "qms_certified": False}


def codes(text: str, verdict: str = "ineligible", facts: dict[str, object] | None = None) -> set[str]:
    report = verify_text(
        text,
        clauses={"c1": _BASIC, "c2": _YEARS},
        facts=_FACTS if facts is None else facts,
        verdicts={"baoji-org": verdict},
    )
    return {reason.code for sentence in report.sentences for reason in sentence.reasons}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("贵公司的质量管理体系还没有通过认证，所以不符合[c1]。", "ineligible"),
        ("结论是符合申报条件。", "eligible"),
        ("贵公司材料还缺一项，目前待定。", "undetermined"),
        ("贵公司在宝鸡注册才2年，没到5年的门槛，结论不符合[c2]。", "ineligible"),
    ],
)
def test_a_conclusion_that_is_the_verdict_passes(text: str, verdict: str) -> None:
    assert codes(text, verdict) == set()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("贵公司在外省注册，但结论是符合申报条件。", "ineligible"),
        ("您的资格目前是待定，也就是符合。", "undetermined"),
        ("经核对，可以判定为符合。", "undetermined"),
        ("现有信息尚可以确定贵公司能否申报。", "undetermined"),
        ("推荐上去就等于获奖。", "eligible"),
        ("贵公司不在范围内，不过仍可以先以个人名义报。", "ineligible"),
    ],
)
def test_a_conclusion_turned_round_does_not(text: str, verdict: str) -> None:
    assert codes(text, verdict) & {"verdict", "guarantee"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("贵公司的质量管理体系已通过认证[c1]。", "fact"),
        ("贵公司的其他管理体系也都取得了认证[c1]。", "fact"),
        ("贵公司的质量管理体系还没有通过认证，这一条已经满足[c1]。", "verdict"),
        ("您在宝鸡注册才2年，已经跨过5年的门槛[c2]。", "verdict"),
        ("正常运行2年，离5年以上还差4年[c2]。", "number"),
    ],
)
def test_what_the_facts_do_not_say_is_not_said_of_the_applicant(text: str, code: str) -> None:
    assert code in codes(text)


def test_asking_for_a_fact_claims_none() -> None:
    assert "fact" not in codes("请说明其他管理体系是否通过了认证。", "undetermined", {})


@pytest.mark.parametrize(
    "sentence",
    [
        "贵公司完全够得上宝鸡市质量奖的门槛。",
        "贵单位各项都达标，准备材料就行。",
        "贵公司达到宝鸡市质量奖的要求。",
        "核对已经通过。",
        "您报宝鸡市质量奖，没有什么拦着。",
        "| 贵公司可以申报 | 准能评上 |",
        "贵公司完全符合宝鸡市质量奖的申报条件||，奖金100万元。",
    ],
)
def test_no_wording_of_a_verdict_gets_past_the_checker_s(sentence: str) -> None:
    report = verify_text(sentence, clauses={}, verdicts={"baoji-org": "ineligible"})
    assert not report.passed


@pytest.mark.parametrize("header", ["| 奖金100万元 | 名额无限 |", "| 密钥sk-abcdef123456 | 说明 |"])
def test_the_head_of_a_table_is_judged_like_its_rows(header: str) -> None:
    rows = f"{header}\n|---|---|\n| 宝鸡 | 不多 |"
    assert not verify_text(rows, clauses={}).sentences[0].passed


def test_what_was_taken_out_of_a_sentence_is_told_as_an_ellipsis() -> None:
    report = verify_text("该公司年产值500亿元[m]。", clauses={}, material="该公司生产铸铁件。")
    assert not report.passed
    assert not any("\x02" in reason.message for sentence in report.sentences for reason in sentence.reasons)

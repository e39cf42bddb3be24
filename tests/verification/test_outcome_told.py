"""What becomes of an application is said by nobody: neither an award to come nor a door closed beyond the verdict."""

import pytest

from assistant.verification.verify import verify_text

_FIRM: dict[str, object] = {
    "applicant_type": "organization",
    "org_form": "company",
    "registered_city": "兰州市",
    "operation_start_date": "2016-03",
    "registered_in_city_since": "2016-03",
    "major_accident_free_years": 99,
}
_PUNISHED = {**_FIRM, "violation_date": "2024-06", "violation_confirmed": True, "penalized": True}


def _passed(text: str, verdict: str) -> bool:
    facts = _PUNISHED if verdict == "ineligible" else _FIRM
    return verify_text(text, clauses={}, facts=facts, verdicts={"lanzhou-org": verdict}).passed


@pytest.mark.parametrize(
    "text",
    [
        "贵公司将获推荐。",
        "符合条件就能入围。",
        "客观条件未见障碍，因此会获推荐。",
        "获奖也顺理成章。",
        "离获奖只差一步。",
        "接下来只等领奖。",
        "贵公司进入现场评审不成问题。",
        "贵公司符合条件，将顺利入围。",
        "评上指日可待。",
    ],
)
def test_no_award_is_told_to_come(text: str) -> None:
    assert not _passed(text, "eligible")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("还是别报了，不可能通过。", "undetermined"),
        ("贵公司出局了。", "undetermined"),
        ("贵公司没希望了。", "undetermined"),
        ("这次肯定轮不上您。", "eligible"),
        ("您尽管报。", "undetermined"),
        ("您放心报吧。", "ineligible"),
        ("贵公司已经过关了。", "undetermined"),
        ("贵公司的条件其实差不多够了。", "ineligible"),
        ("贵公司离符合也就一点点。", "ineligible"),
        ("贵公司的条件总的来说过得去。", "ineligible"),
    ],
)
def test_nothing_is_told_beyond_the_verdict(text: str, verdict: str) -> None:
    assert not _passed(text, verdict)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("客观条件未见障碍，符合条件不等于获推荐。", "eligible"),
        ("贵公司符合客观条件，能否获推荐由评审决定。", "eligible"),
        ("能不能获奖，要看评审。", "eligible"),
        ("您尽管报。", "eligible"),
        ("贵公司出局了。", "ineligible"),
        ("所以不符合。", "ineligible"),
        ("贵公司能否申报尚不能确定。", "undetermined"),
        ("请先别急着报，等认定结果出来再说。", "undetermined"),
    ],
)
def test_what_the_verdict_says_may_be_said(text: str, verdict: str) -> None:
    assert _passed(text, verdict)


@pytest.mark.parametrize(
    "text",
    [
        "申报材料须加盖公章并装订成册。",
        "申报前须参加培训。",
        "申报通道全年开放。",
        "补件机会只有一次。",
        "材料要一式三份。",
        "公示期间不接受补充材料。",
        "申报系统长期开放。",
    ],
)
@pytest.mark.parametrize("verdict", ["eligible", "undetermined", "ineligible"])
def test_a_procedure_told_to_nobody_needs_a_clause(text: str, verdict: str) -> None:
    assert not _passed(text, verdict)


@pytest.mark.parametrize(
    "text",
    [
        "请准备好申报材料。",
        "申报材料请按通知要求准备。",
        "具体时间请以当届申报通知为准。",
        "准备材料时请留意通知的要求。",
        "需要请您告诉我注册地。",
    ],
)
@pytest.mark.parametrize("verdict", ["eligible", "undetermined"])
def test_what_the_reader_is_asked_to_do_is_no_procedure(text: str, verdict: str) -> None:
    assert _passed(text, verdict)

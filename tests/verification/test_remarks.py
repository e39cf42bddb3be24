"""Advice, comfort and lead-ins claim nothing; a rule put as advice does. Whom to ask is no claim either."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_BAOJI = EvidenceClause(
    "baoji-2024",
    "参评单位包括制造业、农业、服务业、医疗机构、教育机构、其他非营利组织等，已荣获国家或省级质量奖的单位不再参与本级质量奖评选。",
)
_LANZHOU = EvidenceClause("lanzhou-2023", "本办法所称的企业和组织，是指在兰州市注册的企业、社会团体和其他组织。")
_COMPLAINT = EvidenceClause(
    "baoji-2024",
    "（二）在本市行政区域内合法注册5年以上的法人或者其他组织。近三年内无重大质量、生产安全、劳动保障、环境保护等事故，"
    "无违法、违规、违纪、弄虚作假以及质量失信等行为，具有良好的信用记录和社会声誉。",
)
_YANGQUAN = EvidenceClause("yangquan-3", "原则上每个县（区）申报组织不超过5个，申报个人不超过2名。")


def _passes(text: str, *clauses: EvidenceClause) -> bool:
    return verify_text(text, clauses={f"c{n}": clause for n, clause in enumerate(clauses, 1)}).passed


@pytest.mark.parametrize(
    "remark",
    [
        "您可以先对着这三条自查，缺证的抓紧办。",
        "心里别太难受，整改的记录留好，以后用得上。",
        "表格最好提前一天盖好章，免得赶最后几个小时。",
        "建议先请法务把近三年的记录拉一份清单。",
        "证书快到期的话，请先把复审安排上。",
        "这件事得分两头看。",
    ],
)
def test_a_remark_needs_no_clause(remark: str) -> None:
    assert _passes(f"医疗机构在参评单位之列[c1]。{remark}", _BAOJI)


@pytest.mark.parametrize(
    "claim",
    [
        "建议走邮寄，邮寄也收。",
        "别急，迟几天交也来得及。",
        "放心，县里会派人上门辅导。",
        "建议您最迟12月20日前交上去。",
        "您先备好3万元评审费。",
        "建议先跟评委打个招呼。",
        "材料不退，请自己留底。",
        "获奖后贷款会好批得多。",
    ],
)
def test_a_rule_put_as_advice_needs_one(claim: str) -> None:
    assert not _passes(f"医疗机构在参评单位之列[c1]。{claim}", _BAOJI)


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("近三年内无重大质量事故，出过的事故算不算重大，请向组委会办公室核实[c1]。", True),
        ("近三年内无重大质量事故，拿不准的请问主管部门[c1]。", True),
        ("近三年内无重大质量事故，出过的事故请向省纪委核实[c1]。", False),
        ("近三年内无重大质量事故，罚款2万元的请向组委会办公室核实[c1]。", False),
    ],
)
def test_whom_to_ask_is_no_claim(sentence: str, passes: bool) -> None:
    assert _passes(sentence, _COMPLAINT) is passes


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("企业和组织是指在兰州市注册的企业、社会团体和其他组织，不包括个人[c1]。", True),
        ("企业和组织是指在兰州市注册的企业、社会团体、其他组织和个人[c1]。", False),
    ],
)
def test_awards_without_a_track_for_individuals_leave_them_out(sentence: str, passes: bool) -> None:
    assert _passes(sentence, _LANZHOU) is passes


def test_an_award_with_such_a_track_does_not() -> None:
    organisations = EvidenceClause("yangquan-3", "原则上每个县（区）申报组织不超过5个。")
    assert not _passes("阳泉市质量奖每个县（区）申报组织原则上不超过5个，不评个人[c1]。", organisations)


@pytest.mark.parametrize(
    ("sentence", "passes"),
    [
        ("评审分两种：材料评审和现场评审[c1]。", True),
        ("评审分三种：材料评审和现场评审[c1]。", False),
    ],
)
def test_a_count_is_that_of_the_two_it_names(sentence: str, passes: bool) -> None:
    clause = EvidenceClause("lanzhou-2023", "评审包括材料评审和现场评审。")
    assert _passes(sentence, clause) is passes


def test_an_opening_that_sets_two_awards_side_by_side_rests_on_both() -> None:
    lanzhou = "兰州看的是在兰州市注册的企业、社会团体和其他组织[c1]"
    text = f"兰州和阳泉不一样：{lanzhou}；阳泉原则上每个县（区）申报个人不超过2名[c2]。"
    assert _passes(text, _LANZHOU, _YANGQUAN)
    assert not _passes(text.replace("阳泉原则上", "宝鸡原则上"), _LANZHOU, _YANGQUAN)


@pytest.mark.parametrize(
    "claim",
    [
        "有效期到了自动续上，不用管。",
        "等公示完了钱就会打到账上。",
        "之前被撤过也没啥，重新来就是。",
        "电话里说一声就算报名了。",
    ],
)
def test_facts_at_hand_carry_no_rule(claim: str) -> None:
    facts = {"registered_city": "宝鸡市", "registered_in_city_years": 8}
    text = f"贵公司在宝鸡注册8年，达到了5年以上的要求[c1]。{claim}"
    verdicts = {"baoji-org": "undetermined"}
    assert not verify_text(text, clauses={"c1": _COMPLAINT}, facts=facts, verdicts=verdicts).passed


@pytest.mark.parametrize(
    "sentence",
    [
        "提名奖80万元补助能否一次到账请向组委会办公室核实[c1]。",
        "须在宝鸡合法注册8年以上是否含分公司请向主管部门核实[c1]。",
        "个人也可参评是否要推荐请向组委会办公室核实[c1]。",
    ],
)
def test_a_question_on_its_way_to_somebody_tells_no_rule(sentence: str) -> None:
    assert not _passes(sentence, _COMPLAINT)


def test_no_case_is_judged_by_a_day_far_ahead() -> None:
    facts = {"registered_city": "宝鸡市", "registered_in_city_since": "2022-03-10"}
    text = "截至2031年1月1日核算，贵公司在宝鸡注册已满5年[c1]。"
    assert not verify_text(text, clauses={"c1": _COMPLAINT}, facts=facts, verdicts={"baoji-org": "ineligible"}).passed

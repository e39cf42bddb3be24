"""Whose case a turn is of, and which award's: another subject, a clerk, an award named, reasons, what is required."""

import pytest

from assistant.answering.answer import Answer, Turn
from assistant.answering.pipeline import Assistant

WORKS = "我们公司2016年在宝鸡注册，没出过事故，能报宝鸡市质量奖吗"
PERSON = "我在阳泉一家厂干了8年质检，去年拿了个厂级先进，能报阳泉质量奖个人吗"
QUOTA = "每个县（区）申报组织不超过5个，申报个人不超过2名"
FAILS, OPEN, KNOWN = "不符合申报条件", "尚不能确定", "我理解的情况"


def last(assistant: Assistant, *said: str) -> Answer:
    """The answer to the last of several turns."""
    history: list[Turn] = []
    for text in said[:-1]:
        history += [Turn("user", text), Turn("assistant", assistant.ask(text, history=history).text)]
    return assistant.ask(said[-1], history=history)


def test_an_award_named_has_verdicts_of_its_own_tracks_only(assistant: Assistant) -> None:
    answer = last(assistant, PERSON, "兰州的能报不")
    assert "兰州市政府质量奖" in answer.body
    assert "**阳泉市质量奖" not in answer.body


@pytest.mark.parametrize("said", ["我们是医院，能报宝鸡市质量奖吗", "我们是一所学校，能报宝鸡的质量奖吗"])
def test_another_kind_of_subject_takes_nothing_of_the_former(assistant: Assistant, said: str) -> None:
    for before in ([WORKS], [PERSON], [WORKS, PERSON]):
        answer = last(assistant, *before, said)
        assert not {"established_date", "registered_city", "work_city"} & set(answer.facts)
        assert "阳泉市质量奖·" not in answer.body


def test_a_firm_after_a_person_is_the_applicant(assistant: Assistant) -> None:
    answer = last(assistant, WORKS, PERSON, "哪个奖门槛最低？我公司成立4年，在太原")
    assert answer.facts["applicant_type"] == "organization"
    assert answer.facts["registered_city"] == "太原市"
    assert answer.facts["established_date"] == "2022"
    assert "阳泉市质量奖·一线" not in answer.body


def test_a_works_founded_elsewhere_is_no_hospital(assistant: Assistant) -> None:
    hospital = "我们是宝鸡的一家医院，2010年成立，能报宝鸡市质量奖吗"
    same = last(assistant, hospital, "我们是有限责任公司")
    assert same.facts["registered_city"] == "宝鸡市"
    answer = last(assistant, hospital, "我们公司没出过事故", "换个问题，我们是机械厂，2012年在兰州注册，能报兰州的吗")
    assert (answer.facts["registered_city"], answer.facts["established_date"]) == ("兰州市", "2012")
    assert "major_accident_free_years" not in answer.facts


def test_the_employer_spoken_of_stays_the_employer(assistant: Assistant) -> None:
    answer = last(assistant, PERSON, "我们公司没出过事故")
    assert answer.facts["applicant_type"] == "individual"


@pytest.mark.parametrize(
    "said", ["我是县里市监局的，我们县最多能报几家几个人", "我们县最多能报几家几个人？阳泉的", "我们区能推荐几家企业"]
)
def test_a_clerk_asks_the_notices(assistant: Assistant, said: str) -> None:
    for before in ([], [PERSON]):
        answer = last(assistant, *before, said)
        assert QUOTA in answer.body
        assert KNOWN not in answer.body


def test_who_works_at_an_authority_may_be_an_applicant(assistant: Assistant) -> None:
    answer = assistant.ask("我是阳泉市场监管局的工程师，从事质量技术工作12年，能报阳泉市质量奖吗")
    assert answer.facts["applicant_type"] == "individual"


def test_one_commendation_in_passing_is_not_the_highest(assistant: Assistant) -> None:
    answer = assistant.ask(PERSON)
    assert "highest_quality_commendation_level" not in answer.facts
    assert FAILS not in answer.body
    only = assistant.ask(PERSON.replace("去年拿了个厂级先进", "质量表彰只拿过厂级的"))
    assert only.facts["highest_quality_commendation_level"] == "enterprise"


@pytest.mark.parametrize("why", ["为什么呢", "为啥", "为什么不符合", "凭什么不能报？", "依据是什么"])
def test_reasons_of_verdicts_are_the_rule_and_the_fact(assistant: Assistant, why: str) -> None:
    answer = last(assistant, "我们公司2022年在兰州注册，能报宝鸡市质量奖吗", why)
    assert "依据如下" in answer.body
    assert "注册登记的城市为兰州市，不满足“在本市行政区域内合法注册5年以上”" in answer.body


def test_what_a_notice_requires_moves_nobody(assistant: Assistant) -> None:
    said = "甘肃要求公司成立满5年，我们才3年是不是没戏了"
    for before in ([], ["我们公司在宝鸡，能报哪个奖"]):
        answer = last(assistant, *before, said)
        assert "没有写明组织成立年限" in answer.body
        assert "已按您说的更正" not in answer.body
        assert "重大质量、安全、环保等事故" not in answer.body


@pytest.mark.parametrize("said", ["宝鸡现场评审是在答辩前面吗", "宝鸡的评审是不是分六步？现场评审在答辩前面吧"])
def test_the_order_of_steps_is_set_right(assistant: Assistant, said: str) -> None:
    body = assistant.ask(said).body
    assert body.startswith("不对，评选共七个步骤")
    assert not assistant.ask("宝鸡的答辩在现场评审前面吧").body.startswith("不对")


def test_a_form_that_is_not_held_is_said_not_to_be(assistant: Assistant) -> None:
    assert "没有收录宝鸡市质量奖自己的申报书" in assistant.ask("帮我写一份宝鸡的申报书").body
    assert "没有收录" not in assistant.ask("帮我起草重庆的汇总表").body


def test_an_honour_before_the_five_years_cannot_be_put_in(assistant: Assistant) -> None:
    assert assistant.ask("2018年拿的国家级荣誉能填到汇总表里吗").body.startswith("不能，")
    assert "不能" not in assistant.ask("2021年拿的国家级荣誉能填到汇总表里吗").body


def test_a_notice_that_is_silent_is_not_told_beside_one_that_says(assistant: Assistant) -> None:
    body = assistant.ask("中国质量奖每年评一次对吧，名额多少").body
    assert "不超过10个和90个" in body
    assert "没有写明" not in body

"""Applicants from a place no award covers, of a kind nobody named, and winners of before."""

import pytest

from assistant.answering.answer import Status
from assistant.answering.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    ["我们是太原的企业，能报阳泉市质量奖吗", "太原的公司可以申报兰州市政府质量奖吗", "我们厂在太原，该报哪个奖"],
)
def test_a_place_that_is_not_covered_is_told_with_the_areas_of_all_awards(assistant: Assistant, question: str) -> None:
    first = assistant.ask(question).body.split("\n\n")[0]
    assert "不覆盖太原" in first
    assert all(area in first for area in ("山西省阳泉市", "甘肃省兰州市", "陕西省宝鸡市", "重庆市"))


@pytest.mark.parametrize(
    "question", ["我们公司在阳泉，能报阳泉市质量奖吗", "榆中县的企业能报兰州吗", "天水的企业能报中国质量奖吗"]
)
def test_a_place_inside_the_area_is_not_complained_of(assistant: Assistant, question: str) -> None:
    assert "不覆盖" not in assistant.ask(question).body


def test_where_nobody_said_which_the_organisation_is_judged_beside_persons(assistant: Assistant) -> None:
    body = assistant.ask("去年被罚款500元，能报阳泉吗").body
    assert "阳泉市质量奖·组织：" in body and "阳泉市质量奖·一线工作人员" in body
    assert "近3年发生重大违法违规违纪行为" in body


def test_a_firm_is_judged_as_an_organisation_only(assistant: Assistant) -> None:
    body = assistant.ask("我们厂去年被罚了500元，能报阳泉吗").body
    assert "阳泉市质量奖·组织：" in body and "一线工作人员" not in body


@pytest.mark.parametrize(
    "question",
    ["宝鸡拿过奖的还能再报吗", "阳泉获过奖的企业过几年还能再报吗", "重庆市长质量管理奖获奖企业几年后可以再报"],
)
def test_whether_a_winner_may_apply_again_is_said_to_be_unsaid(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS and not answer.body.startswith("不能")


@pytest.mark.parametrize("question", ["2019年用哪个办法", "兰州2019年用哪个办法评"])
def test_the_rules_of_a_year_nobody_holds_are_said_to_be_missing(assistant: Assistant, question: str) -> None:
    assert "没有收录2019年的办法" in assistant.ask(question).body


def test_whether_old_rules_hold_is_told_by_what_the_notices_write(assistant: Assistant) -> None:
    body = assistant.ask("去年的办法还有效吗").body
    assert ("文件没有写明" in body and "长期" in body) or "常设办法" in body


@pytest.mark.parametrize("number", ["5", "123456", "2024"])
def test_a_bare_number_is_asked_back(assistant: Assistant, number: str) -> None:
    assert assistant.ask(number).status is Status.NEEDS_FACTS


def test_a_question_behind_a_long_pasted_text_is_answered_and_the_rest_said_to_be_unread(assistant: Assistant) -> None:
    answer = assistant.ask("我们公司做机械，管理规范，注重质量文化。" * 250 + "兰州市政府质量奖公示几天？")
    assert answer.body.startswith("您贴的内容有") and "不少于5个工作日" in answer.body


def test_a_long_text_without_a_question_at_its_end_is_too_long(assistant: Assistant) -> None:
    assert assistant.ask("我们公司做机械，管理规范，注重质量文化。" * 250).status is Status.ERROR


@pytest.mark.parametrize(
    "question",
    [
        "产品销往上海的企业能申报宝鸡市质量奖吗？",
        "宝鸡企业在北京设有分公司，可以申报宝鸡市质量奖吗",
        "我们母公司在上海，子公司注册在兰州，能报兰州奖吗",
        "我毕业于北京大学，在阳泉工作，能报阳泉市质量奖吗？",
        "我老家是西安的，在兰州开厂，能报兰州奖吗？",
        "听说杭州的企业评上了，我们宝鸡的能申报吗？",
    ],
)
def test_a_place_that_is_no_seat_of_the_applicant_is_not_complained_of(assistant: Assistant, question: str) -> None:
    assert "不覆盖" not in assistant.ask(question).body


def test_a_seat_told_of_twice_is_complained_of_once(assistant: Assistant) -> None:
    assert assistant.ask("我在西安的开发区，能报宝鸡质量奖吗").body.count("不覆盖") == 1

"""Follow-ups that put another year, kind of applicant or place into the question before them, or ask why."""

import pytest

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.pipeline import Assistant
from assistant.answering.varying import varied


def turns(*said: str) -> list[Turn]:
    return [Turn("assistant" if place % 2 else "user", one) for place, one in enumerate(said)]


def after(assistant: Assistant, *said: str) -> Answer:
    return assistant.ask(said[-1], history=turns(*said[:-1]))


@pytest.mark.parametrize(
    ("before", "follow_up", "whole"),
    [
        ("宝鸡2024年质量奖什么时候截止", "换成2025年呢", "2025年宝鸡质量奖什么时候截止"),
        ("阳泉组织申报条件是什么", "那个人呢", "阳泉个人申报条件是什么"),
        ("阳泉有几个名额", "那第四届呢", "第四届阳泉有几个名额"),
        ("宝鸡要注册几年？", "20年吧", "宝鸡要注册20年吗？"),
        ("阳泉一线工作人员要10年吗？", "25年吗", "阳泉一线工作人员要25年吗？"),
        ("宝鸡要注册几年？", "25年行吗？", "宝鸡要注册几年？"),
        ("宝鸡2024年的名额几个", "25年呢", "2025年宝鸡名额几个"),
        ("阳泉材料评审对单位看哪些方面？", "要是评的是人不是单位呢，看哪几条？", "阳泉材料评审对个人看哪些方面？"),
        ("阳泉个人几个名额", "那要是报单位呢", "阳泉单位几个名额"),
    ],
)
def test_the_question_before_is_asked_of_something_else(before: str, follow_up: str, whole: str) -> None:
    found = varied(follow_up, turns(before, "……"))
    assert found is not None and found.text == whole


@pytest.mark.parametrize("follow_up", ["那提名奖呢", "公示几天", "还有呢", "那要盖章吗"])
def test_any_other_follow_up_is_left_as_it_is(follow_up: str) -> None:
    assert varied(follow_up, turns("宝鸡奖金多少", "50万元。")) is None


def test_a_place_without_an_award_held_is_said_to_be_none(assistant: Assistant) -> None:
    answer = after(assistant, "阳泉市质量奖名额多少", "3个。", "那太原呢")
    assert answer.status is Status.NOT_IN_DOCUMENTS and "没有收录太原质量奖" in answer.text and "3个" not in answer.text


def test_an_edition_not_held_is_said_to_be_none(assistant: Assistant) -> None:
    answer = after(assistant, "宝鸡奖金多少", "50万元。", "那2023年的呢")
    assert "没有收录2023年宝鸡市质量奖" in answer.body and "50万元" in answer.body


def test_the_question_goes_on_through_several_such_turns(assistant: Assistant) -> None:
    answer = after(assistant, "宝鸡奖金多少", "50万元。", "那2023年的呢", "没有收录。", "那兰州呢")
    assert "没有写明奖金金额" in answer.body and "50万元" not in answer.body


@pytest.mark.parametrize("why", ["为什么", "为什么这么规定", "为啥呀", "凭什么"])
def test_reasons_no_notice_gives_are_not_made_up(assistant: Assistant, why: str) -> None:
    answer = after(assistant, "兰州有效期几年", "5年。", why)
    assert answer.body.startswith("文件只写了规定本身，没有写明这样规定的理由")
    assert "有效期为5年" in answer.body


@pytest.mark.parametrize("follow_up", ["为什么？", "2025年呢？", "个人呢？"])
def test_nothing_leans_on_a_greeting(assistant: Assistant, follow_up: str) -> None:
    answer = after(assistant, "你好", "您好", follow_up)
    assert not answer.body.startswith(("您好！", "文件只写了规定本身"))


def test_a_refusal_is_not_told_as_what_a_notice_says(assistant: Assistant) -> None:
    answer = after(assistant, "写首诗给我", "不行", "凭什么")
    assert "文件是这样写的" not in answer.body


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("宝鸡奖金多少", "提名奖呢", "那阳泉那边呢"), "没有写明奖金数额"),
        (("阳泉个人要什么条件", "专家呢", "要几年"), "10年以上"),
        (("兰州公示几天", "那要是有人提异议呢", "几天处理完"), "5个工作日内进行审查"),
    ],
)
def test_what_leans_is_carried_on(assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    *before, last = turns
    history = [turn for said in before for turn in (Turn("user", said), Turn("assistant", "…"))]
    assert told in assistant.ask(last, history=history).body


def test_a_year_behind_a_greeting_is_asked_back(assistant: Assistant) -> None:
    answer = assistant.ask("2025年呢", history=(Turn("user", "你好"), Turn("assistant", "您好！")))
    assert answer.status is Status.NEEDS_FACTS


@pytest.mark.parametrize(
    ("turns", "told", "document"),
    [
        (["宝鸡奖金多少", "兰州呢", "专家呢", "具体哪天"], "", "lanzhou-2023"),
        (["兰州公示几次", "怎么交", "几天"], "不少于5个工作日", "lanzhou-2023"),
        (["兰州有效期几年", "那提名奖呢", "要几年"], "有效期为5年", "lanzhou-2023"),
    ],
)
def test_a_third_follow_up_stays_with_its_award_and_matter(
    assistant: Assistant, turns: list[str], told: str, document: str
) -> None:
    *before, last = turns
    answer = assistant.ask(last, history=[Turn("user", one) for one in before])
    assert told in answer.body
    assert {one.document for one in answer.citations} == {document}

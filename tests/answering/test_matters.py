"""What is asked for by name: only what tells of it answers, lists get a column each, follow-ups compare."""

import pytest

from assistant.answering.answer import Status, Turn
from assistant.answering.cues import load_cues
from assistant.answering.matters import listed_matters
from assistant.answering.pipeline import Assistant
from assistant.settings import Settings


@pytest.mark.parametrize("question", ["GB/T 19580的分值是多少", "卓越绩效那个国标满分几分", "领导这一类占多少分值"])
def test_no_notice_is_said_to_tell_what_none_does(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "写到这一点的是" not in answer.body and "没有写" in answer.body
    assert answer.status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize("question", ["公章要盖吗", "申报表要不要盖章", "要盖红章不"])
def test_only_notices_that_tell_of_the_seal_are_named_for_it(assistant: Assistant, question: str) -> None:
    lead = assistant.ask(question).body.split("；")[0]
    assert "重庆" in lead and "宝鸡" not in lead and "阳泉" not in lead


@pytest.mark.parametrize("ask", ["奖金和名额对比一下", "奖金、名额各是多少", "名额和奖金有什么不同"])
def test_a_list_of_matters_is_answered_for_every_award_and_matter(assistant: Assistant, ask: str) -> None:
    body = assistant.ask(f"宝鸡、兰州、阳泉的{ask}").body
    assert all(said in body for said in ("50万元", "不超过3个", "3个“阳泉市质量奖”"))
    assert "奖金：写到这一点的是宝鸡市质量奖；兰州市政府质量奖、阳泉市质量奖的文件没有写明" in body
    assert "| 奖项 | 奖金 | 名额 |" in body or "| 奖项 | 名额 | 奖金 |" in body


def test_matters_that_are_asked_how_they_stand_to_each_other_are_no_list(real_settings: Settings) -> None:
    matters = load_cues(real_settings.assistant_corpus).matters
    assert listed_matters("答辩和现场评审哪个在先", matters, several=False) == ()
    assert listed_matters("奖金和名额有区别吗", matters, several=False) == ()
    assert [one.label for one in listed_matters("传真、联系人和邮编", matters, several=False)] == [
        "传真",
        "联系人",
        "邮编",
    ]


@pytest.mark.parametrize("turn", ["跟兰州的比呢", "和兰州一样吗", "兰州的比它多还是少"])
def test_a_turn_that_sets_an_award_against_the_one_before_compares_both(assistant: Assistant, turn: str) -> None:
    body = assistant.ask(turn, history=(Turn("user", "宝鸡公示几天"),)).body
    assert "15天" in body and "5个工作日" in body


def test_a_turn_that_names_award_and_matter_leaves_the_turns_before_behind(assistant: Assistant) -> None:
    before = (Turn("user", "宝鸡要注册满几年"), Turn("user", "兰州呢"))
    body = assistant.ask("兰州和宝鸡的名额比一比", history=before).body
    assert "不超过3个" in body and "5年以上" not in body


@pytest.mark.parametrize("question", ["员工人数要不要写", "职工总数填不填", "不写员工人数行吗"])
def test_what_the_form_asks_for_is_told_by_the_notice_with_the_form_alone(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert "员工数量" in answer.body and "宝鸡" not in answer.body


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("一句话写30个字行不行", "不行，"),
        ("一句话写20个字可以吗", "可以，"),
        ("兰州公示不是7天吗", "不是7天，"),
        ("荣誉栏能不能写市级的", "不能"),
        ("个体工商户能报阳泉吗", "不能"),
    ],
)
def test_yes_or_no_comes_first(assistant: Assistant, question: str, opening: str) -> None:
    assert assistant.ask(question).body.startswith(opening)


@pytest.mark.parametrize(
    "question",
    ["标点算不算字数", "宝鸡15天是工作日还是自然日", "兰州县里审核要多久", "外地户口能报阳泉个人吗"],
)
def test_what_a_notice_leaves_open_is_said_to_be_open(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.NOT_IN_DOCUMENTS and "没有写" in answer.body


@pytest.mark.parametrize("question", ["甘肃省人民政府质量奖怎么报", "甘肃省质量奖奖金几万", "巴南区质量奖有什么条件"])
def test_an_award_of_a_place_that_holds_none_here_is_not_held(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).body.startswith("库中没有收录") or "没有收录" in assistant.ask(question).text
    assert "得奖" not in assistant.ask(question).body and not assistant.ask(question).citations


@pytest.mark.parametrize(
    ("award", "told"),
    [
        ("兰州质量奖", "所在县（区）质量工作议事协调机构牵头部门"),
        ("兰州市政府质量奖", "所在县（区）质量工作议事协调机构牵头部门"),
        ("宝鸡市质量奖", "统一报送组委会办公室"),
        ("阳泉市质量奖", "县（区）市场监管部门"),
        ("重庆市市长质量管理奖", "政务服务大厅"),
    ],
)
@pytest.mark.parametrize("wording", ["{}怎么申报？", "{}如何申报", "怎样申请{}", "{}怎么报名"])
def test_how_to_apply_is_answered_by_how_and_of_the_very_award(
    assistant: Assistant, award: str, told: str, wording: str
) -> None:
    body = assistant.ask(wording.format(award)).body
    assert told in body and "甘肃省人民政府质量奖的条件和流程" not in body


def test_what_a_certificate_measures_is_not_answered_by_another_certificate(assistant: Assistant) -> None:
    assert "尺寸" in assistant.ask("兰州市政府质量奖证书多大尺寸").body.split("\n\n")[0]

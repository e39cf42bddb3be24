"""What the library does not hold, wrong premises, other matters: said before anything else."""

import re
from pathlib import Path

import pytest

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.ground import new_share
from assistant.answering.pipeline import Assistant
from assistant.answering.sheetless import with_sheetless
from assistant.library.intake import add_file
from assistant.library.store import Library


def first(answer: Answer) -> str:
    return answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "edition", "held"),
    [
        ("2026年宝鸡市质量奖评几个", "2026年", "3个"),
        ("第五届阳泉市质量奖提名奖几个", "第五届", "5个"),
        ("第7届中国质量奖甘肃这边找谁联系", "第七届", "8533511"),
        ("2027年兰州市政府质量奖名额几个", "2027年", "3个"),
    ],
)
def test_an_edition_not_held_is_told_and_the_held_one_offered(
    assistant: Assistant, question: str, edition: str, held: str
) -> None:
    answer = assistant.ask(question)
    assert f"没有收录{edition}" in first(answer)
    assert held in answer.text
    assert answer.status is Status.PARTLY_ANSWERED


@pytest.mark.parametrize(
    "question",
    ["2024年宝鸡市质量奖评几个", "第三届阳泉市质量奖评几个", "宝鸡2025年3月是哪一步", "我们2019年注册的，宝鸡要求几年"],
)
def test_the_edition_held_and_other_years_are_no_matter(assistant: Assistant, question: str) -> None:
    assert "没有收录" not in assistant.ask(question).text


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("宝鸡评奖一共分9个组对吧", "六个组"),
        ("阳泉每个县能推6个个人是吧", "不超过2名"),
        ("兰州提名奖每届评7个没错吧", "不超过5个"),
        ("宝鸡陈述答辩是2025年5月对吗", "3月中旬"),
    ],
)
def test_a_wrong_figure_is_denied_with_the_right_one_first(assistant: Assistant, question: str, right: str) -> None:
    said = first(assistant.ask(question))
    assert said.startswith("不对")
    assert right in said


@pytest.mark.parametrize("question", ["兰州提名奖每届评5个没错吧", "我们注册9年了，报宝鸡没问题吧", "宝鸡公示15天对吧"])
def test_a_right_figure_and_ones_own_are_not_denied(assistant: Assistant, question: str) -> None:
    assert not first(assistant.ask(question)).startswith("不对")


@pytest.mark.parametrize(
    "question",
    ["阳泉的二手房多少钱一平", "宝鸡哪家医院看牙好", "重庆今年中考多少分上线", "甘肃哪里的温泉好"],
)
def test_a_place_alone_makes_no_question_ours(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.OUT_OF_SCOPE


def test_a_standard_nobody_knows_is_said_to_be_unknown(assistant: Assistant) -> None:
    answer = assistant.ask("宝鸡评奖用不用IATF16949")
    assert "没有提到IATF16949" in first(answer)
    assert answer.status is not Status.ANSWERED


def test_others_taking_part_are_no_applicants(assistant: Assistant) -> None:
    history = (Turn("user", "兰州评审专家有什么要求"), Turn("assistant", "有利害关系的应当回避。"))
    answer = assistant.ask("我们的供应商是评委，他能参加评审吗", history=history)
    assert "申报日" not in answer.text


def test_a_comparison_names_first_whose_notices_are_silent(assistant: Assistant) -> None:
    said = first(assistant.ask("宝鸡和阳泉都给多少奖金"))
    assert said.startswith("写到这一点的是宝鸡市质量奖")
    assert "阳泉市质量奖的文件没有写明" in said


def test_a_notice_without_a_sheet_runs_out_by_the_day_it_names(tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(
        "渭南市人民政府办公室关于开展第三届渭南市质量奖评选工作的通知\n\n各单位：\n\n一、申报\n\n"
        "申报材料于2023年6月30日前报送市市场监管局。\n\n渭南市人民政府办公室\n2023年5月8日\n",
        encoding="utf-8",
    )
    library = Library(tmp_path / "home")
    document, _ = add_file(library, notice, "weinan-3")
    timeliness = with_sheetless({}, library)[document.id].timeliness
    assert str(timeliness.deadline) == "2023-06-30"
    assert "6月30日前" in timeliness.label


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("兰州评奖要不要给评审费", "不"),
        ("宝鸡是不是国企才报得了", "不是，"),
        ("甘肃说了只有大型国企能争国家奖，小公司没戏对吧", "不是，"),
        ("甘肃省里评完就能定中国质量奖，不用等国家对吧", "不能由省里"),
    ],
)
def test_a_choice_is_answered_and_a_belief_denied(assistant: Assistant, question: str, right: str) -> None:
    said = first(assistant.ask(question))
    assert right in said
    assert not said.startswith("不对")


@pytest.mark.parametrize(
    "question",
    ["阳泉往县里交材料，纸质几份", "宝鸡体系没拿证书行不行", "兰州第一步材料递到哪，直接送市里吗"],
)
def test_no_sentence_repeats_what_is_said(assistant: Assistant, question: str) -> None:
    body = assistant.ask(question).body.split("\n\n")
    sentences = [re.sub(r"\[\d+\]", "", line) for line in body]
    for place, sentence in enumerate(sentences[1:], start=1):
        told = "".join(sentences[:place])
        assert new_share(sentence, told) >= 0.25 or set(re.findall(r"\d+", sentence)) - set(re.findall(r"\d+", told))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("阳泉的耐火材料厂，材料评审时专家按哪几块打分", "质量基础、创新驱动、品牌影响、经营绩效"),
        ("阳泉交表才一年多，注册两年半，组织类年限够吗", "3年以上"),
        ("兰州的学会想争市里的质量荣誉，报什么奖对口", "兰州市政府质量奖"),
    ],
)
def test_the_first_sentence_answers(assistant: Assistant, question: str, sentence: str) -> None:
    assert sentence in first(assistant.ask(question))


def test_who_holds_the_main_prize_is_not_told_what_holds_for_the_nomination(assistant: Assistant) -> None:
    body = assistant.ask("我们去年刚拿了兰州市政府质量奖，今年接着还能报不").body
    assert "5年有效期内能否再次申报，办法没有写明" in body and "期满后重新进行考核评价" in body
    assert "提名奖的，再次申报市政府质量奖不受此规定限制" in body and "可以：" not in body


def test_two_silences_worded_alike_are_both_told(assistant: Assistant) -> None:
    body = assistant.ask("甘肃申报截止几号、推荐几家、奖金多少").body
    assert "申报截止日" in body and "推荐名额" in body and "奖金数额" in body


def test_a_notice_without_a_sheet_that_names_a_start_is_past_when_the_start_is(tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(
        "渭南市人民政府办公室关于开展第四届渭南市质量奖评选工作的通知\n\n各单位：\n\n一、申报\n\n"
        "评选活动将于2025年下半年正式启动。\n\n渭南市人民政府办公室\n2025年5月8日\n",
        encoding="utf-8",
    )
    library = Library(tmp_path / "home")
    document, _ = add_file(library, notice, "weinan-4")
    timeliness = with_sheetless({}, library)[document.id].timeliness
    assert timeliness.announces and str(timeliness.deadline) == "2025-12-31"

"""Awards side by side: which has most or least of one thing, and how they differ as a whole."""

import re

import pytest

from assistant.answering.pipeline import Assistant
from assistant.knowledge.aspects import load_aspects
from assistant.settings import settings


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("哪个奖要求的经营年限最短", "最短的是阳泉市质量奖：3年"),
        ("哪个奖给钱最多", "只有宝鸡市质量奖：50万元"),
        ("哪个奖名额最多", "最多的是中国质量奖（重庆推荐）：不超过10个"),
        ("公示期最长的是哪个奖", "最长的是宝鸡市质量奖：15天"),
        ("兰州和阳泉谁的年限更严", "最长的是兰州市政府质量奖：5年"),
        ("哪个奖只看重大违法违规", "写到“重大”的是阳泉市质量奖"),
        ("哪个奖的截止日离现在最近", "宝鸡市质量奖：2024年12月底前"),
    ],
)
def test_the_award_that_comes_first_is_named_with_its_number(assistant: Assistant, question: str, first: str) -> None:
    answer = assistant.ask(question)
    assert first in answer.text.split("\n\n")[0]
    assert answer.citations


def test_two_superlatives_are_both_answered(assistant: Assistant) -> None:
    text = assistant.ask("哪个奖的奖金最高、哪个公示最久").text
    assert "只有宝鸡市质量奖：50万元" in text and "最长的是宝鸡市质量奖：15天" in text


@pytest.mark.parametrize(
    "question",
    [
        "哪个奖公示轮次最多",
        "哪个奖的整改期限最长",
        "哪个奖流程最快",
        "哪个奖的奖牌最大",
        "市级的奖里哪个名额最多",
        "哪个奖的个人名额最多",
        "谁的奖金不是最高的",
        "哪个奖奖金第二高",
    ],
)
def test_what_is_not_the_very_thing_an_aspect_ranks_is_not_ranked(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).body
    assert not re.match("“.+”最.的是|写明“|写明的申报截止", text)


def test_both_ends_of_a_scale_and_two_scales_are_told(assistant: Assistant) -> None:
    ends = assistant.ask("名额最多和最少的奖分别是哪个").body
    assert "最多的是中国质量奖（重庆推荐）" in ends and "最少的是宝鸡市质量奖、兰州市政府质量奖、阳泉市质量奖" in ends
    both = assistant.ask("哪个奖奖金最高的同时名额最少").body
    assert "只有宝鸡市质量奖：50万元" in both and "“名额”最少的是" in both
    later = assistant.ask("哪个奖的公示时间最长，哪个最短").body
    assert "最长的是宝鸡市质量奖：15天" in later and "最短的是" in later


def test_numbers_of_two_units_are_ranked_with_their_bounds_and_a_word_on_the_units(assistant: Assistant) -> None:
    lead = assistant.ask("谁的公示期最长").body.split("\n\n")[0]
    assert "兰州市政府质量奖不少于5个工作日" in lead and "单位不同（天、个工作日）" in lead


def test_what_others_write_is_not_told_of_the_awards_asked_about(assistant: Assistant) -> None:
    lead = assistant.ask("兰州和宝鸡是不是只看重大违法").body.split("\n\n")[0]
    assert "阳泉" not in lead and "问到的兰州市政府质量奖、宝鸡市质量奖" in lead


def test_an_award_without_the_number_is_said_not_to_be_comparable(assistant: Assistant) -> None:
    assert "中国质量奖（甘肃选拔培育）的文件没有写明数字" in assistant.ask("哪个奖要求的经营年限最短").text


@pytest.mark.parametrize(
    "question",
    ["兰州和宝鸡的区别", "兰州和阳泉哪个更容易", "兰州、宝鸡、阳泉谁更严", "宝鸡 PK 阳泉，帮我做个对比"],
)
def test_a_comparison_as_a_whole_is_a_table_with_every_cell_cited(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    rows = [line for line in answer.body.splitlines() if line.startswith("|")][2:]
    assert len(rows) >= 8
    for row in rows:
        assert all(re.search(r"\[\d+\]", cell) for cell in row.strip("| ").split(" | ")[1:]), row


def test_no_verdict_is_given_where_no_notice_gives_one(assistant: Assistant) -> None:
    assert assistant.ask("兰州和宝鸡哪个更好拿").text.startswith("文件没有写明哪个奖更容易")


def test_every_aspect_tells_of_every_award(assistant: Assistant) -> None:
    held = {award.id for award in assistant.awards}
    for aspect in load_aspects(settings().assistant_corpus, {award.id: award for award in assistant.awards}):
        assert set(aspect.entries) == held, aspect.name
        assert all(value.entry.kind == "said" for value in aspect.values.values()), aspect.name


@pytest.mark.parametrize(
    ("question", "first", "left_out"),
    [
        ("市级奖里哪个奖金最高", "只有宝鸡市质量奖：50万元", "中国质量奖"),
        ("个人能报的奖里哪个名额最多", "最多的是中国质量奖（重庆推荐）", "| 宝鸡"),
        ("国家级的奖名额最多的是哪个", "只有中国质量奖（重庆推荐）：不超过10个", "| 兰州"),
        ("除了宝鸡哪个奖金最高", "都没有写明“奖金或补助”的数字", "| 宝鸡"),
    ],
)
def test_a_superlative_is_restricted_to_the_awards_it_names(
    assistant: Assistant, question: str, first: str, left_out: str
) -> None:
    text = assistant.ask(question).body
    assert first in text and left_out not in text


def test_how_often_is_ranked_by_how_often(assistant: Assistant) -> None:
    assert "“公示次数”最多的是兰州市政府质量奖：3次" in assistant.ask("哪个奖公示次数最多").body

"""What a single turn speaks of: a place or its award, anybody or the speaker, a day of application."""

from datetime import date

import pytest

from assistant.answering.turns import application, is_general, without_awards


def test_an_application_of_the_past_is_no_day_to_judge_on() -> None:
    today = date(2026, 11, 20)
    assert application("2021年3月5日申报过一次，没评上", today) is None
    assert application("2021年3月5日申报时隐瞒情况被认定", today) is None
    assert application("2024年12月20日被罚，能报吗", today) is None


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("阳泉我们能报吗", True),
        ("我们宝鸡公司能报吗", False),
        ("阳泉的公司能报吗", False),
        ("在宝鸡能报吗", True),
        ("我们在宝鸡注册的", False),
        ("兰州市政府质量奖呢", True),
        ("如果我们是宝鸡的呢", False),
        ("迁到兰州了", False),
        ("2020年拿过陕西省质量奖", False),
        ("没得过陕西省质量奖", False),
    ],
)
def test_a_place_names_an_award_or_where_somebody_is(text: str, blanked: bool) -> None:
    assert ("□" in without_awards(text)) is blanked


@pytest.mark.parametrize(
    ("text", "told", "general"),
    [
        ("高中能报吗", "我们是一家机床公司", True),
        ("高中能报吗", "我们是一所高中", False),
        ("那公司能报吗", "我们是一家机床公司", False),
        ("软件公司能报吗", "我们是一家机床公司", True),
        ("如果是事业单位能报吗", "我们是一家机床公司", False),
        ("我们分公司能报吗", "我们是一家机床公司", False),
        ("这家企业能报吗", "我们是一家机床公司", False),
        ("学校能报吗", "我们是一所大学", False),
    ],
)
def test_a_kind_is_asked_of_anybody_unless_it_is_the_speakers(text: str, told: str, general: bool) -> None:
    assert is_general(text, told) is general


def test_material_asks_of_nobody() -> None:
    told = "我公司2009年成立。" + "每天下午围着当天的锋谱开十分钟站会，谁的工序拐弯谁解释。" * 5
    assert not is_general(told.replace("我公司", "公司"), "")
    assert is_general("谁能报质量奖", "")

"""A belief that shares its number or its words with a notice is right only where it points the same way."""

import pytest

from assistant.answering.pipeline import Assistant
from assistant.answering.polarity import Polarity, polarity, waives

_YEARS = "申报单位须在兰州市注册登记并正常运行5年以上。"
_LAWFUL = "近三年内有违法、违规、违纪等行为的，不符合申报条件。"
_PUBLIC = "审定公示向社会公示，公示期为15天。"


@pytest.mark.parametrize(
    ("claim", "answer", "found"),
    [
        ("注册要满5年，对吧？", _YEARS, Polarity.SAME),
        ("不要求注册满五年，对吧？", _YEARS, Polarity.AGAINST),
        ("没规定要运行五年，没错吧？", _YEARS, Polarity.AGAINST),
        ("没满五年也能报，对吧？", _YEARS, Polarity.AGAINST),
        ("没满五年不能报，对吧？", _YEARS, Polarity.SAME),
        ("三年内有违法也能报，对吧？", _LAWFUL, Polarity.AGAINST),
        ("三年内有违规照报，对吧？", _LAWFUL, Polarity.AGAINST),
        ("三年内有违规不能报，对吧？", _LAWFUL, Polarity.SAME),
        # Two denials are not told apart, and a wider claim is not the notice's own.
        ("三年内没有违法就能报，对吧？", _LAWFUL, Polarity.OPEN),
        ("周末也公示15天，对吧？", _PUBLIC, Polarity.OPEN),
        ("公示不少于15天，对不对？", _PUBLIC, Polarity.SAME),
        ("不是公示15天吗", _PUBLIC, Polarity.SAME),
    ],
)
def test_which_way_a_belief_points(claim: str, answer: str, found: Polarity) -> None:
    assert polarity(claim, answer) is found


def test_a_requirement_taken_away_with_another_number_is_neither_right_nor_wrong() -> None:
    assert waives("不要求注册满三年，对吧？")
    assert not waives("注册要满三年，对吧？")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("兰州不要求注册满五年，是不是真的？", "不对，申报单位须"),
        ("兰州不需要正常运行五年，对吧？", "不对，申报单位须"),
        ("兰州没有要求满5年，对吗？", "不对，申报单位须"),
        ("兰州注册没满五年也能报，对吧？", "不对，申报单位须"),
        ("重庆不要求连续经营五年，对吧？", "不对，"),
        ("宝鸡三年内有违法也能报，是不是真的？", "不对，近三年内"),
        ("宝鸡近三年有质量失信照报，没错吧？", "不对，近三年内"),
        ("宝鸡近三年有违规不能报，对吧？", "：对，近三年内"),
        ("兰州奖牌不能出租，没错吧？", "对，获奖企业和组织不得"),
        ("兰州的证书不能出租，对吧？", "：对，获奖企业和组织不得"),
        ("兰州奖牌可以出租，对吧？", "不行，获奖企业和组织不得"),
        ("兰州奖牌能不能出租？", "不行，获奖企业和组织不得"),
        ("兰州注册要满5年，对吧？", "：对，申报单位须"),
    ],
)
def test_the_verdict_goes_by_which_way_both_point(assistant: Assistant, question: str, said: str) -> None:
    body = assistant.ask(question).body
    assert said in body
    assert said.startswith("不") or f"不{said}" not in body


@pytest.mark.parametrize("question", ["兰州不要求注册满三年，对吧？", "宝鸡三年内没有违法就能报，对吧？"])
def test_where_neither_is_certain_no_verdict_is_told(assistant: Assistant, question: str) -> None:
    body = assistant.ask(question).body
    assert not any(word in body for word in ("不对，", "不行，", "对，"))

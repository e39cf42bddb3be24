"""A number or date put up to be confirmed is answered with yes or no, and with what the notice says."""

import pytest

from assistant.answering.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("宝鸡公示是15天对吗", "对，"),
        ("宝鸡奖金是不是50万", "对，"),
        ("兰州注册要满5年对吧", "对，"),
        ("阳泉截止是2021年11月25日对吧", "对，"),
        ("阳泉截止是11月25日吗", "对，"),
        ("兰州公示是5天对吗", "数字对，准确的写法是：兰州市政府质量奖有三次公示，每次不少于5个工作日"),
        ("中国质量奖提名奖90个对不对", "数字对，"),
        ("兰州公示15天对吗", "不对，"),
        ("宝鸡奖金是不是100万", "不对，"),
        ("阳泉截止是2022年11月25日对吧", "不对，"),
        ("兰州是两次公示吗", "不对，"),
        # A number of the other prize, the other kind of applicant, or bounded the other way is not the one asked.
        ("中国质量奖名额是90个吗", "不对，"),
        ("中国质量奖提名奖名额是10个吗", "不对，"),
        ("阳泉每个县区组织可报2个吗", "不对，"),
        ("兰州要求注册5年以内吗", "不对，"),
        ("宝鸡的公示期少于15天吗", "不对，"),
        ("兰州每次公示最多5个工作日吗", "不对，"),
        ("重庆报送截止是2月22日24点吗", "不对，"),
        ("宝鸡截止是2024年12月底吗", "对，"),
        ("宝鸡市质量奖奖金是50万吗", "对，宝鸡市政府"),
        ("阳泉正奖3个，对吗", "对，"),
    ],
)
def test_a_number_put_up_is_confirmed_or_denied(assistant: Assistant, question: str, opening: str) -> None:
    assert assistant.ask(question).body.startswith(opening)


def test_in_a_table_every_award_is_answered_with_yes_or_no(assistant: Assistant) -> None:
    rows = {
        line.split("|")[1].strip(): line for line in assistant.ask("公示是15天对吗").body.splitlines() if "|" in line
    }
    assert "| 对，" in rows["宝鸡市质量奖"] and "| 不对，" in rows["兰州市政府质量奖"]


@pytest.mark.parametrize(
    "question",
    [
        "宝鸡公示几天",
        "我们成立5年了，能报宝鸡吗",
        "宝鸡公示不少于5天吗",
        "阳泉公示至少3个工作日吗",
        "宝鸡奖金50万以下吗",
    ],
)
def test_who_only_asks_or_believes_what_is_not_wrong_is_told_neither(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(question).body.startswith(("对，", "不对，", "数字对，"))

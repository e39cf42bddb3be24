"""What names nothing is asked back; what is asked of this program itself has its own answer."""

import pytest

from assistant.answering.answer import Status, Turn
from assistant.answering.pipeline import Assistant

BEFORE = (Turn("user", "兰州公示几天"), Turn("assistant", "不少于5个工作日。[1]"))


@pytest.mark.parametrize("text", ["那个事情怎么弄", "这件事咋整", "质量", "申报", "怎么弄"])
def test_what_names_nothing_is_asked_back(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text)
    assert answer.status is Status.NEEDS_FACTS and not answer.citations and "请说具体一些" in answer.text


@pytest.mark.parametrize("text", ["宝鸡", "宝鸡市", "宝鸡的质量奖"])
def test_a_bare_name_is_asked_back_by_name(assistant: Assistant, text: str) -> None:
    assert assistant.ask(text).text.startswith("想了解宝鸡市质量奖的哪一方面")


def test_a_name_after_a_question_is_a_follow_up(assistant: Assistant) -> None:
    assert "15天" in assistant.ask("宝鸡呢", history=BEFORE).text


@pytest.mark.parametrize("text", ["停", "打住", "不用了", "算了吧"])
def test_stop_repeats_nothing(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text, history=BEFORE)
    assert "公示" not in answer.text and not answer.citations


@pytest.mark.parametrize(
    "text",
    ["会不会把我的材料传出去", "你是谁做的，会不会把我的材料传出去", "我上传的材料安全吗", "软件会偷偷上传数据吗"],
)
def test_where_ones_material_goes_is_told(assistant: Assistant, text: str) -> None:
    assert "这台机器" in assistant.ask(text).text


def test_secrecy_of_experts_is_a_matter_of_the_notice(assistant: Assistant) -> None:
    assert "保密" in assistant.ask("评审专家会不会泄露我们的商业秘密").body


@pytest.mark.parametrize("text", ["能帮我写一封举报信吗", "替我拟一份检举材料", "写封投诉信告评委"])
def test_a_letter_is_not_written_but_the_channel_is_told(assistant: Assistant, text: str) -> None:
    body = assistant.ask(text).text
    assert "不代写" in body and "纪委监委" in body and "伪造" not in body


def test_a_forged_letter_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("帮我写一封冒名的举报信搞掉对手").status is Status.REFUSED


@pytest.mark.parametrize("text", ["它最大的短板在哪个方面", "我们最薄弱的是哪一块", "这家公司哪方面最差"])
def test_weaknesses_are_shown_the_page_that_finds_them(assistant: Assistant, text: str) -> None:
    assert "维度对标" in assistant.ask(text).text


@pytest.mark.parametrize("text", ["名字写错了，公司叫重庆渝川轴承有限公司", "厂名打错了，是兰州黄河机械厂"])
def test_a_name_put_right_changes_no_verdict(assistant: Assistant, text: str) -> None:
    assert assistant.ask(text).text.startswith("好的")


@pytest.mark.parametrize("text", ["怎么才能最快符合宝鸡的条件", "怎样尽快达到兰州的要求"])
def test_how_to_meet_the_conditions_is_answered(assistant: Assistant, text: str) -> None:
    assert "5年以上" in assistant.ask(text).text


@pytest.mark.parametrize("history", [(), BEFORE])
def test_the_day_and_every_notice_are_told(assistant: Assistant, history: tuple[Turn, ...]) -> None:
    body = assistant.ask("今天几号，还来得及报吗", history=history).body
    assert body.startswith("今天是2026年11月20日")
    assert all(said in body for said in ("2024年12月底前", "2024年2月22日", "2021年11月25日前", "长期施行"))

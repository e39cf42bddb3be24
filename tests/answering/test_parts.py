"""Questions with several asks: how they are cut, and that each is answered or said to be unsaid."""

import pytest

from assistant.answering.answer import Status
from assistant.answering.cues import load_cues
from assistant.answering.parts import core_asks, split_asks
from assistant.answering.pipeline import Assistant
from assistant.settings import Settings


def asks(text: str, settings: Settings) -> list[str]:
    return [part.text for part in split_asks(text, load_cues(settings.assistant_corpus))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("名额几个，奖金多少，找谁报", ["名额几个", "奖金多少", "找谁报"]),
        ("表什么时候交、交到哪、归谁管", ["表什么时候交", "交到哪", "归谁管"]),
        ("兰州、宝鸡、阳泉各评几家", ["兰州、宝鸡、阳泉各评几家"]),
        ("奖金是50万，对吧", ["奖金是50万，对吧"]),
        ("正奖评几个？提名奖呢？", ["正奖评几个？提名奖呢？"]),
        ("组织能不能报？换作个人，车间出过人命事故呢", ["组织能不能报", "车间出过人命事故呢"]),
        ("交给谁？哪天截止？谢谢", ["交给谁", "哪天截止"]),
        ("我们是一家酒厂，去年刚搬来，能报吗", ["我们是一家酒厂，去年刚搬来，能报吗"]),
    ],
)
def test_asks_are_parted_and_the_rest_stays(real_settings: Settings, text: str, parts: list[str]) -> None:
    assert asks(text, real_settings) == parts


def test_an_ask_keeps_what_was_told_before_it(real_settings: Settings) -> None:
    first, second = split_asks("厂里出过事，还能报吗？几年之内的算", load_cues(real_settings.assistant_corpus))
    assert first.scene == "厂里出过事"
    assert second.before == "还能报吗"


def test_what_opens_a_sentence_belongs_to_the_ask_behind_it(real_settings: Settings) -> None:
    _, second = split_asks("组织能不能报？换作个人，车间出过人命事故呢", load_cues(real_settings.assistant_corpus))
    assert second.scene == "换作个人"


def test_a_long_story_is_read_for_what_it_asks(real_settings: Settings) -> None:
    story = "我在区里上班，前天领导开会说市里有个质量方面的奖，让我赶紧打听，我也不懂行，想问一下文号是多少，好写请示"
    assert core_asks(story, load_cues(real_settings.assistant_corpus)) == ("让我赶紧打听", "想问一下文号是多少")


def test_every_ask_is_answered(assistant: Assistant) -> None:
    text = assistant.ask("宝鸡正奖几个名额，公示多少天，抄送给哪些单位").text
    assert all(told in text for told in ("3个", "15天", "检察院"))


def test_the_ask_the_notice_is_silent_on_is_said_to_be(assistant: Assistant) -> None:
    answer = assistant.ask("兰州正奖评几个？奖金给多少？")
    assert answer.status is Status.PARTLY_ANSWERED
    assert "不超过3个" in answer.text
    assert "没有写明" in answer.text


def test_asks_of_different_awards_are_looked_up_in_their_own(assistant: Assistant) -> None:
    answer = assistant.ask("宝鸡公示多少天？重庆的表交到哪儿？")
    assert {citation.document for citation in answer.citations} == {"baoji-2024", "chongqing-2024"}
    assert "15天" in answer.text
    assert "云杉南路12号" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("宝鸡有没有奖金？今天天气怎么样", ("50万元", "“今天天气怎么样”与质量奖申报无关")),
        ("重庆汇总表报到哪里，联系谁，另外给我讲个笑话", ("政务服务大厅", "曹文华", "讲个笑话”与质量奖申报无关")),
        ("宝鸡奖金多少，顺便帮我写首诗", ("50万元", "写首诗”与质量奖申报无关")),
        ("阳泉有奖金吗还有要年龄限制吗还有公示多久", ("没有写明奖金数额", "年龄", "5个工作日")),
        ("阳泉提名奖几个，有没有奖金，公示几天", ("5个“阳泉市质量奖提名奖”", "没有写明奖金数额", "5个工作日")),
        ("兰州：谁受理、几天公示、谁审定、发不发钱", ("受理", "5个工作日", "提交市政府审定", "没有写明奖金金额")),
    ],
)
def test_every_part_is_answered_or_said_to_be_none_of_ours(
    assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    body = assistant.ask(question).body
    assert not [one for one in told if one not in body]


def test_all_off_topic_is_out_of_scope_as_a_whole(assistant: Assistant) -> None:
    assert assistant.ask("今天天气怎么样？给我讲个笑话").status is Status.OUT_OF_SCOPE


def test_a_belief_put_up_before_another_ask_is_an_ask_of_its_own(assistant: Assistant) -> None:
    body = assistant.ask("宝鸡奖金是一百万对吧，公示是5天吗？").body
    assert "50万元" in body and "公示期为15天" in body

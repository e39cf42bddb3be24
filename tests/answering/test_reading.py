"""Questions as people type them: other scripts, misspelt names, English, pinyin; and what is left as it is."""

import pytest

from assistant.answering.answer import Status
from assistant.answering.cues import load_cues
from assistant.answering.pipeline import Assistant
from assistant.answering.reading import Reader
from assistant.knowledge.awards import load_awards
from assistant.settings import Settings

REGIONS = ("兰州", "宝鸡", "阳泉", "重庆", "甘肃")


@pytest.fixture(scope="module")
def reader(real_settings: Settings) -> Reader:
    corpus = real_settings.assistant_corpus
    return Reader(corpus, load_awards(corpus), REGIONS, load_cues(corpus))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("寶雞市質量獎的獎勵是什麼", "宝鸡市质量奖的奖励是什么"),
        ("ＧＢ／Ｔ１９５８０ 是哪年的", "GB／T19580 是哪年的"),
        ("重\u200b庆\ufeff的表", "重庆的表"),
        ("洋泉市质亮奖评几个", "阳泉市质量奖评几个"),
        ("甘素那边找谁", "甘肃那边找谁"),
        ("宝鸡的gongshi几天", "宝鸡的公示几天"),
        ("chongqing lianxi dianhua duoshao", "重庆联系电话多少"),
    ],
)
def test_a_question_is_read_as_plain_chinese(reader: Reader, typed: str, read: str) -> None:
    assert reader.read(typed).text == read


@pytest.mark.parametrize(
    "typed",
    ["质量将来会更好", "报几个奖", "兰周边的企业", "QC小组能报吗", "GB/T19580是什么", "EFQM奖怎么申请", "重启申报"],
)
def test_words_of_their_own_stay(reader: Reader, typed: str) -> None:
    assert reader.read(typed).text == typed
    assert not reader.read(typed).translated


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("How much money does the Baoji quality award give?", "50万元"),
        ("What is the phone number of the contact person in Yangquan?", "2880836"),
        ("lanzhou zhiliangjiang youxiaoqi jinian", "5年"),
        ("陽泉公示多少天", "5个工作日"),
    ],
)
def test_what_is_understood_is_answered_in_chinese(assistant: Assistant, asked: str, told: str) -> None:
    answer = assistant.ask(asked)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


def test_how_a_question_was_read_is_told(assistant: Assistant) -> None:
    assert any("宝鸡" in notice for notice in assistant.ask("baoji zhiliangjiang jiangjin duoshao").notices)
    assert not any("理解" in notice for notice in assistant.ask("寶雞獎金多少").notices)


def test_what_is_not_understood_is_asked_for_in_chinese(assistant: Assistant) -> None:
    answer = assistant.ask("Elaborate upon quantum entanglement phenomena")
    assert answer.status is Status.OUT_OF_SCOPE
    assert "请用中文" in answer.text

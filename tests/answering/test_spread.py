"""One question of several awards, levels of awards and accidents, sums nobody wrote, and the day of asking."""

from datetime import date

import pytest

from assistant.answering.amounts import unwritten_sums
from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.cues import load_cues
from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.settings import Settings

HELD = ("宝鸡市质量奖", "中国质量奖（重庆推荐）", "中国质量奖（甘肃选拔培育）", "重庆市市长质量管理奖")
EVERY = (*HELD, "兰州市政府质量奖", "阳泉市质量奖")


def prose(answer: Answer) -> str:
    return answer.body


@pytest.mark.parametrize("question", ["申报要交钱吗", "评选收费不收费", "四个地方公示期各几天", "得了奖有效期几年"])
def test_what_is_asked_of_no_award_is_answered_for_every_award_held(assistant: Assistant, question: str) -> None:
    table = [line for line in prose(assistant.ask(question)).splitlines() if line.startswith("|")]
    assert all(any(name in line.split("|")[1] for line in table) for name in EVERY)


def test_a_word_only_one_notice_uses_makes_it_a_question_about_that_notice(assistant: Assistant) -> None:
    answer = prose(assistant.ask("汇总表的简况最多多少字"))
    assert "300个字" in answer and "兰州" not in answer and "阳泉" not in answer


def test_what_is_asked_of_all_and_what_of_one_are_both_answered(assistant: Assistant) -> None:
    answer = prose(assistant.ask("四个地方公示期各几天，兰州有几次公示"))
    assert "15天" in answer and "三次公示" in answer.split("|")[-1]


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("我们得过陕西省质量奖提名奖，还能参加宝鸡的评选吗", "提名奖"),
        ("我们拿过兰州市质量奖，还能报宝鸡吗", "市级"),
        ("区长质量奖我们得过，宝鸡还能报不", "区县级"),
    ],
)
def test_another_level_than_the_clause_names_is_left_open(assistant: Assistant, question: str, level: str) -> None:
    answer = prose(assistant.ask(question))
    assert "没有写明" in answer and level in answer and not answer.startswith("不能")


@pytest.mark.parametrize("question", ["我们得过陕西省质量奖，还能报宝鸡吗", "拿过中国质量奖的还能评宝鸡市质量奖吗"])
def test_the_level_the_clause_names_is_denied(assistant: Assistant, question: str) -> None:
    assert "不再参与" in prose(assistant.ask(question))


@pytest.mark.parametrize(
    "question",
    [
        "去年出了个安全事故死了1人，能不能报甘肃的中国质量奖",
        "前年厂里起火伤了人，宝鸡质量奖还能报吗",
        "近三年死过人，重庆市长奖还能报吗",
    ],
)
def test_an_accident_of_no_level_is_met_with_what_major_leaves_open(assistant: Assistant, question: str) -> None:
    answer = prose(assistant.ask(question))
    assert "重大" in answer and "没有写明“重大”" in answer


def test_a_sum_no_notice_writes_is_said_to_be_unwritten(assistant: Assistant, real_settings: Settings) -> None:
    assert "没有写到20万元" in prose(assistant.ask("提名奖补助20万元什么时候到账"))
    assert "没有写到" not in prose(assistant.ask("宝鸡的50万元补助给谁"))
    cues = load_cues(real_settings.assistant_corpus)
    assert unwritten_sums("我们年产值3亿元，奖励多少", ["给予50万元"], cues) == []
    assert unwritten_sums("奖励30万元吗", ["给予50万元"], cues) == ["30万元"]


def test_a_place_without_notice_beside_one_that_has_is_named(assistant: Assistant) -> None:
    answer = prose(assistant.ask("西安和宝鸡的奖金分别是多少"))
    assert "没有收录西安" in answer and "50万元" in answer
    assert "没有收录" not in prose(assistant.ask("兰州和宝鸡的公示期分别几天"))


def test_whether_one_can_still_apply_is_told_by_the_day_of_asking(
    assistant: Assistant, real_settings: Settings
) -> None:
    now = prose(assistant.ask("宝鸡今年还能报吗，什么时候截止"))
    assert "2026年11月20日）已过" in now and "当届通知" in now
    early = open_assistant(real_settings, today=lambda: date(2024, 12, 1))
    assert "还在期限内" in prose(early.ask("宝鸡现在还能报吗"))
    assert "长期施行" in prose(assistant.ask("兰州今年什么时候能报"))
    assert "已过；库中没有收录" not in prose(assistant.ask("今年车间起火伤了人，报宝鸡有影响吗"))


def test_an_announced_start_that_is_past_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("第五届中国质量奖甘肃什么时候启动")
    assert any("2023年上半年" in notice and "已过" in notice for notice in answer.notices)


def test_what_one_notice_leaves_open_another_of_the_award_may_say(assistant: Assistant) -> None:
    answer = assistant.ask("第五届中国质量奖名额多少")
    assert "10个和90个" in prose(answer) and answer.status is Status.PARTLY_ANSWERED


@pytest.mark.parametrize("question", ["个人可以报兰州市政府质量奖吗", "个人能报宝鸡市质量奖吗"])
def test_who_only_asks_is_told_no_once(assistant: Assistant, question: str) -> None:
    answer = prose(assistant.ask(question))
    assert answer.count("个人不能申报") == 1 and not answer.startswith("不行")


def test_an_own_award_told_of_is_not_what_is_asked_about(assistant: Assistant) -> None:
    answer = assistant.ask("近五年的荣誉从哪天算起，公司拿的2019年1月省长质量奖能写吗")
    assert "甘肃省人民政府质量奖" not in answer.text and "近五年" in prose(answer)
    assert "没有收录" in assistant.ask("浙江省省长质量奖奖金多少").text


@pytest.mark.parametrize(
    ("question", "must"),
    [("重庆的汇总表交到哪个窗口，找谁", "曹文华"), ("阳泉的材料交到哪里", "县（区）市场监管部门")],
)
def test_where_to_hand_in_names_the_place_and_whom_to_ask(assistant: Assistant, question: str, must: str) -> None:
    assert must in prose(assistant.ask(question))


def test_an_english_question_is_read_as_proper_chinese(assistant: Assistant) -> None:
    answer = assistant.ask("How long is the Lanzhou award valid?")
    assert any("有效期多久？" in notice and "Answers are in Chinese" in notice for notice in answer.notices)


def test_a_prize_and_its_nomination_are_two_asks(assistant: Assistant) -> None:
    answer = prose(assistant.ask("宝鸡市质量奖奖金多少？提名奖有没有钱？", history=(Turn("user", "你好"),)))
    assert answer.index("给予50万元一次性补助") < answer.index("提名奖没有写补助")


def test_awards_named_apart_are_answered_apart(assistant: Assistant) -> None:
    body = assistant.ask("兰州公示几天？宝鸡和阳泉的年限哪个更严").body
    first, *rest = body.split("\n\n")
    assert first.startswith("兰州市政府质量奖有三次公示") and "公示" not in "".join(rest)
    assert "最长的是宝鸡市质量奖" in body


def test_awards_named_by_their_number_are_the_ones_answered_for(assistant: Assistant) -> None:
    body = assistant.ask("三个市的奖都不收费吧").body
    assert "宝鸡市质量奖" in body and "中国质量奖" not in body and "| 对，不收费" in body
    assert "按三个市的奖" not in assistant.ask("三个市——兰州、阳泉、宝鸡，哪个明说了给钱").body


def test_a_word_others_asked_of_another_notice_leaves_no_award(assistant: Assistant) -> None:
    before = Turn("user", "重庆市市长质量管理奖工业企业都能报吗？"), Turn("assistant", "须在重庆依法注册。")
    told = assistant.ask("我们搅拌站没有自己的法人执照，是成都母公司在这边的分公司，也可以吗？", history=before)
    assert told.awards == ("chongqing-mayor",) and told.body.startswith("没有独立法人资格的分公司")


@pytest.mark.parametrize(
    ("question", "must", "must_not"),
    [
        ("阳泉收电子版的那个信箱地址发我一下，谢啦~", "yqzlfz@163.com", ""),
        ("宝鸡评审这活是政府自己干还是外包？外包给哪家公司了", "没有写明评审机构的名称", ""),
        ("阳泉在经营绩效那段说，企业要帮着树起哪两块“招牌”形象", "“阳泉制造”和“阳泉服务”", ""),
        ("渝经信那份通知，落款写的哪天？办公室印发又是哪天", "2024年2月8日印发", "阳泉"),
        ("我个人想对兰州的评审结果提异议，材料里要写什么、附什么？要是以单位名义提呢", "并提供身份证明", "国家秘密"),
        ("重大事故这条红线，兰州奖往回查几年，重庆市长质量管理奖又查几年？", "近3年", "收回奖牌"),
        ("争市长质量管理奖，厂子第四年歇过一年业，那个“五年”是咋个算法，断过还作数不", "停过的不算连续", "评价标准"),
    ],
)
def test_every_part_is_answered_and_nothing_else(assistant: Assistant, question: str, must: str, must_not: str) -> None:
    body = assistant.ask(question).body
    assert must in body and (not must_not or must_not not in body)


@pytest.mark.parametrize(
    "question",
    [
        "兰州、宝鸡、阳泉三家，企业第一手材料分别往哪儿递？帮我列个对照",
        "兰州和宝鸡两地，厂子的申请本本先往哪个衙门递？",
    ],
)
def test_odd_words_that_reach_one_notice_reach_the_other_that_says_the_same(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    row = next(line for line in answer.body.splitlines() if line.startswith("| 宝鸡市质量奖"))
    assert "行业行政主管部门" in row and "没有写明" not in answer.body


@pytest.mark.parametrize("question", ["重庆每届评5家对吧", "重庆每届评5个，对吗"])
def test_a_number_believed_of_a_place_is_judged_for_each_of_its_awards(assistant: Assistant, question: str) -> None:
    table = [line for line in prose(assistant.ask(question)).splitlines() if line.startswith("|")]
    rows = {line.split("|")[1].strip(): line for line in table}
    assert "数字对" in rows["重庆市市长质量管理奖"] and "不对" in rows["中国质量奖（重庆推荐）"]


def test_a_number_believed_of_one_award_named_is_judged_for_that_one_alone(assistant: Assistant) -> None:
    answer = prose(assistant.ask("重庆市市长质量管理奖每届评5家对吧"))
    assert answer.startswith("数字对") and "90个" not in answer


@pytest.mark.parametrize("question", ["听说兰州一年评10家，是真的吗", "兰州每届能评上七八个吧"])
def test_so_many_selected_are_winners_though_no_award_is_named(assistant: Assistant, question: str) -> None:
    assert "不超过3个" in prose(assistant.ask(question))


@pytest.mark.parametrize("question", ["豆瓣评8个高分电影推荐", "幼儿园评3个好孩子发什么礼物"])
def test_so_many_selected_elsewhere_are_none_of_ours(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.OUT_OF_SCOPE

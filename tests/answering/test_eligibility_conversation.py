"""The eligibility conversation over the real pipeline: corrections, suppositions, bare answers, days, persons."""

from collections.abc import Sequence
from datetime import date

import pytest

from assistant.answering.answer import Answer, Turn
from assistant.answering.pipeline import Assistant

VERDICT = "按您提供的情况核对"
PUMPS = "我们是宝鸡陈仓区的泵业公司，2012年5月注册，能报宝鸡市质量奖吗？"
MACHINES = "我们是阳泉的机械公司，2017年3月投产，一直经营。去年因环保被罚了3万元，能报阳泉市质量奖吗"
SCHOOL = "我们是一所大学，能报中国质量奖吗"


def talk(assistant: Assistant, *said: str, days: Sequence[date] = ()) -> Answer:
    """The answer to the last of several turns."""
    history: list[Turn] = []
    for number, text in enumerate(said):
        answer = assistant.ask(text, history=history)
        day = days[number] if number < len(days) else None
        history += [Turn("user", text, day), Turn("assistant", answer.text)]
    return answer


@pytest.mark.parametrize(
    "said",
    [
        "说错了，是2022年5月注册的",
        "更正：注册时间是2022年5月",
        "不是2012年，是2022年",
        "注册时间写错了，应该是2022年5月",
        "记错了，是2022年5月",
        "把2012年改成2022年",
        "我们是2022年注册的，不是2012年",
        "我们2022年5月才注册",
    ],
)
def test_a_corrected_date_changes_all_that_follows_from_it(assistant: Assistant, said: str) -> None:
    answer = talk(assistant, PUMPS, said)
    assert str(answer.facts["registered_in_city_since"]).startswith("2022")
    assert "改为2022" in answer.text
    assert "不符合申报条件" in answer.text


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("不是去年，是四年前罚的", "2022"),
        ("更正：是前年罚的", "2024"),
        ("罚款是2021年的事，我记错了", "2021"),
        ("去年说错了，是三年前", "2023"),
        ("把去年改成2020年", "2020"),
    ],
)
def test_a_corrected_event_is_dated_anew_and_stays_so(assistant: Assistant, said: str, year: str) -> None:
    assert talk(assistant, MACHINES, said).facts["violation_date"] == year
    assert talk(assistant, MACHINES, said, "我们质量管理体系通过了认证").facts["violation_date"] == year


@pytest.mark.parametrize(
    "said",
    ["说错了，没有被罚过", "没有罚款，我说错了", "我们没被罚过，刚才搞错了", "更正：没有受过处罚", "不对，没有处罚过"],
)
def test_an_event_taken_back_is_no_fact_any_more(assistant: Assistant, said: str) -> None:
    assert "violation_date" not in talk(assistant, MACHINES, said).facts


@pytest.mark.parametrize("said", ["说错了", "刚才说得不对", "更正一下", "我记错了", "前面填错了"])
def test_what_cannot_be_corrected_is_said_not_to_be_understood(assistant: Assistant, said: str) -> None:
    answer = talk(assistant, PUMPS, said)
    assert "没有听懂" in answer.text
    assert answer.facts["registered_in_city_since"] == "2012-05"


@pytest.mark.parametrize(
    ("before", "said", "key", "value", "kept"),
    [
        (MACHINES, "那要是2020年投产的呢", "operation_start_date", "2020", "2017-03"),
        (MACHINES, "如果2020年投产的话能报吗", "operation_start_date", "2020", "2017-03"),
        (PUMPS, "2021年注册的行不行", "registered_in_city_since", "2021", "2012-05"),
        (PUMPS, "假如我们是事业单位呢", "org_form", "public_institution", "company"),
        (SCHOOL, "高中呢", "education_institution_type", "senior_high", "university"),
        (SCHOOL, "那换成小学呢", "education_institution_type", "primary_school", "university"),
    ],
)
def test_a_supposition_holds_for_its_own_turn(
    assistant: Assistant, before: str, said: str, key: str, value: str, kept: str
) -> None:
    answer = talk(assistant, before, said)
    assert answer.facts[key] == value
    assert "假设" in answer.text
    assert talk(assistant, before, said, "我们质量管理体系通过了认证").facts[key] == kept


@pytest.mark.parametrize("said", ["没有", "从来没有过", "没发生过", "5年", "从未"])
def test_a_bare_answer_is_the_answer_to_what_was_asked(assistant: Assistant, said: str) -> None:
    asked = talk(assistant, PUMPS)
    assert "未发生重大事故" in asked.text
    value = talk(assistant, PUMPS, said).facts["major_accident_free_years"]
    assert value == (5 if said == "5年" else 99)


@pytest.mark.parametrize("said", ["不知道", "不太清楚", "可能没有吧", "说不准", "好像没有"])
def test_an_open_answer_is_no_fact(assistant: Assistant, said: str) -> None:
    assert "major_accident_free_years" not in talk(assistant, PUMPS, said).facts


@pytest.mark.parametrize(
    "said",
    [
        "厂子近三年没出过事故",
        "我们近三年没有发生过重大质量安全事故",
        "最近三年没有事故",
        "近3年无重大安全事故",
        "过去三年都没出过事故",
    ],
)
def test_years_said_today_do_not_cover_the_years_before_a_past_notice(assistant: Assistant, said: str) -> None:
    answer = talk(assistant, "我们是宝鸡的泵业公司，2012年5月注册，能报宝鸡市质量奖吗", said)
    assert answer.facts["major_accident_free_years"] == 3
    assert "只说明 2023-11-20 以后" in answer.text
    assert "未发生重大事故的年数" in answer.text.split("还需要确认", 1)[1].split("。", 1)[0]


def test_the_same_words_read_alike_on_a_later_day_and_after_thanks(assistant: Assistant) -> None:
    assert talk(assistant, MACHINES, "谢谢", "那公司还能报吗").facts["violation_date"] == "2025"
    old = [date(2025, 3, 1)]
    assert talk(assistant, MACHINES, "我们质量管理体系通过了认证", days=old).facts["violation_date"] == "2024"


@pytest.mark.parametrize(
    "said",
    [
        "谢谢",
        "好的，明白了",
        "西安和宝鸡的奖金分别是多少",
        "公示几天",
        "材料交到哪个部门",
        "奖金什么时候发",
        "提名奖有钱吗",
    ],
)
def test_what_is_not_about_eligibility_gets_no_verdict(assistant: Assistant, said: str) -> None:
    answer = talk(assistant, PUMPS, said)
    assert VERDICT not in answer.text
    assert not answer.facts


@pytest.mark.parametrize(
    "said",
    [
        "我是这家公司的一线工人，干了12年，能报个人吗",
        "我自己在厂里一线干了12年，我能报吗",
        "我是车间的一线焊工，从事焊接12年，可以申报个人奖吗",
        "我本人是一线操作工，12年工龄，报个人够条件吗",
        "那我呢，我是一线工人，干了12年，有资格吗",
    ],
)
def test_who_asks_for_himself_gets_the_tracks_for_persons(assistant: Assistant, said: str) -> None:
    answer = talk(assistant, MACHINES, said)
    assert "阳泉市质量奖·一线工作人员" in answer.text
    assert "阳泉市质量奖·组织：" not in answer.text
    assert answer.facts["work_city"] == "阳泉市"


def test_a_firm_that_asks_again_gets_its_own_track(assistant: Assistant) -> None:
    answer = talk(assistant, MACHINES, "我是这家公司的一线工人，干了12年，能报个人吗", "那公司能报吗")
    assert "阳泉市质量奖·组织：" in answer.text


@pytest.mark.parametrize(
    "said",
    [
        "重庆江津的一家白酒厂，独立法人，2001年投产，没有出过事故，能报吗",
        "兰州市城关区的公司2018年9月成立，前年发生过一起火灾死亡3人的较大事故，今年能报兰州市政府质量奖吗",
        "去年出了个安全事故死了1人，能不能报甘肃的中国质量奖",
        "宝鸡金台区某机械厂，2016年3月注册，去年被环保罚过，可以申报宝鸡市质量奖吗",
        "阳泉一家民营医院，2015年开业，连续经营，没有医疗事故，够条件吗",
    ],
)
def test_a_description_typed_as_a_question_is_checked(assistant: Assistant, said: str) -> None:
    answer = talk(assistant, said)
    assert VERDICT in answer.text
    assert answer.facts


@pytest.mark.parametrize(
    "said",
    [
        "分公司能不能报重庆市长奖",
        "成立不满三年的公司能报宝鸡的奖吗",
        "个人可以报兰州市政府质量奖吗",
        "大学能报中国质量奖吗",
        "出过较大事故的企业能报兰州的奖吗",
    ],
)
def test_a_question_about_anybody_is_answered_from_the_notices(assistant: Assistant, said: str) -> None:
    assert VERDICT not in talk(assistant, said).text


def test_a_school_is_judged_as_an_organisation(assistant: Assistant) -> None:
    text = talk(assistant, "那学校能报中国质量奖吗？我们是一所大学").text
    assert "中国质量奖·组织（重庆渠道）：不符合" in text
    assert "中国质量奖·个人" not in text.split("文件的规定", 1)[0]


def test_another_provinces_channel_comes_last_and_is_told_as_such(assistant: Assistant) -> None:
    text = talk(assistant, "我们是宝鸡的公司，2012年注册，能报中国质量奖吗").text
    assert "（重庆渠道）：不是您的申报渠道" in text
    assert "中国质量奖·组织（重庆渠道）：尚不能确定" not in text


def test_lacking_time_is_no_more_precise_than_the_date(assistant: Assistant) -> None:
    text = talk(assistant, "我们是宝鸡的公司，2022年注册，能报宝鸡市质量奖吗").text
    assert "至少差约" in text
    assert "天满5年" not in text


def test_never_is_said_in_words_and_passed_deadlines_in_one_sentence(assistant: Assistant) -> None:
    answer = talk(assistant, "我们是阳泉的公司，2015年投产，没有出过事故，能报哪些奖")
    assert "从未" in answer.text
    assert "填 99" not in answer.text
    assert len([notice for notice in answer.notices if "已过" in notice]) == 1


def test_an_event_after_the_deadline_bars_whoever_applies_today(assistant: Assistant) -> None:
    body = assistant.ask("前年我们厂出过重大质量安全事故，可我只是个车间工人，跟我没关系，报阳泉个人奖受不受牵连").body
    assert "若现在（2026-11-20）申报，不符合申报条件" in body
    assert body.index("若现在") < body.index("尚不能确定")


def test_a_state_told_in_spoken_words_is_judged(assistant: Assistant) -> None:
    asked = "年报忘了报，公司眼下还挂在经营异常名录里头，重庆市长奖还能申不？"
    assert "重庆市市长质量管理奖：不符合申报条件" in assistant.ask(asked).body

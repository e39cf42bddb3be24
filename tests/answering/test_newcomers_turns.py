"""Turns of newcomers: who speaks, what a turn asks of the notices, which award it is about, and yes or no."""

from datetime import date

import pytest

from assistant.answering.answer import Answer, Turn
from assistant.answering.handing import handed_in, judged
from assistant.answering.pipeline import Assistant
from assistant.answering.turns import faults_apart
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.awards import Timeliness

UNDERSTOOD = "我理解的情况"


def talk(assistant: Assistant, *said: str) -> Answer:
    history: list[Turn] = []
    for text in said:
        answer = assistant.ask(text, history=history)
        history += [Turn("user", text), Turn("assistant", answer.text)]
    return answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我是兰州一家物业公司，想问有效期", "organization"),
        ("你好，我是阳泉的铸造厂，2011年建厂", "organization"),
        ("我是重庆一家合作社，能报市长质量管理奖吗", "organization"),
        ("我是宝鸡一家医院，能报吗", "organization"),
        ("我是阳泉一家铸造厂的质检员，干了12年", "individual"),
        ("我是兰州一家医院护士，能报吗", "individual"),
    ],
)
def test_who_says_i_am_a_firm_is_one_and_its_worker_is_not(text: str, kind: str) -> None:
    assert read_narrative(text, date(2026, 11, 20)).facts["applicant_type"].value == kind


@pytest.mark.parametrize(
    "text", ["不找主管部门盖章成不成", "没有牵头部门推荐可以吗", "县级部门不同意怎么办", "我们行业部门没签意见行不行"]
)
def test_authorities_are_never_the_applicants_form(assistant: Assistant, text: str) -> None:
    told = "我们是宝鸡的阀门厂，2012年6月注册，能报宝鸡市质量奖吗"
    history = [Turn("user", told), Turn("assistant", assistant.ask(told).text)]
    assert "org_form" not in assistant.newly_told(text, history)
    assert "内设部门" not in assistant.ask(text, history=history).text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("弄虚作假拿了奖，多少年不让报", "10年内不予受理"),
        ("隐瞒情况申报的几年不能再报", "5年内不予受理"),
        ("提供虚假材料会有什么后果", "5年内不予受理"),
    ],
)
def test_what_follows_of_a_fault_is_asked_of_the_notices(assistant: Assistant, text: str, right: str) -> None:
    told = ("我在兰州当了20年电焊工，能报哪个奖", "兰州市政府质量奖有效期几年")
    answer = talk(assistant, *told, text)
    assert right in answer.text
    assert UNDERSTOOD not in answer.text
    assert "只等时间" not in answer.text


def test_who_asks_besides_whether_he_may_apply_has_his_case_judged(assistant: Assistant) -> None:
    assert not faults_apart("我们能报兰州质量奖吗")
    answer = assistant.ask("我们公司2022年申报兰州质量奖时材料造假被查实，怎么处理，现在能报吗")
    assert UNDERSTOOD in answer.text


def test_a_turn_without_a_name_is_about_the_award_last_spoken_of_however_long_ago(assistant: Assistant) -> None:
    asked = ["宝鸡市质量奖评几个", "提名奖有补助吗", "公示几天", "要答辩吗", "截止是哪天", "组委会副主任是谁"]
    answer = talk(assistant, *asked)
    assert {one.document for one in answer.citations} == {"baoji-2024"}
    everywhere = talk(assistant, *asked, "各地的公示期分别是几天")
    assert len({one.document for one in everywhere.citations}) > 1


def test_a_question_behind_a_verdict_does_not_lean_on_the_case(assistant: Assistant) -> None:
    told = "宝鸡纺织厂2014年3月注册，没出过事故没违法，没得过省奖国家奖，现在能报吗"
    case = assistant.ask(told)
    assert case.facts["won_national_quality_award"] is False
    assert "甘肃渠道" not in case.text
    answer = talk(assistant, told, "今年还办吗")
    assert "2024年12月底前" in answer.body
    assert "事故" not in answer.body


@pytest.mark.parametrize("text", ["一句话特色写30字可以吗", "特色那栏填28个字行不行"])
def test_one_form_has_one_limit(assistant: Assistant, text: str) -> None:
    answer = talk(assistant, "汇总表里的简况最多写几百字", text)
    assert answer.body.startswith("不行")
    assert "不超过25个字" in answer.body
    assert "300个字" not in answer.body


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("自然人填简况要不要写业务范围", False),
        ("个人的简况里也得填经济类型吗", False),
        ("组织的简况要写员工数量吗", True),
    ],
)
def test_what_the_note_asks_of_organisations_alone_no_person_writes(
    assistant: Assistant, text: str, needed: bool
) -> None:
    body = assistant.ask(text).body
    assert body.startswith("要写") is needed
    assert ("个人不用写" in body) is not needed


@pytest.mark.parametrize("text", ["电子版要交吗", "GB/T19580是2012版还是2024版"])
def test_no_lead_names_notices_that_do_not_tell_of_it(assistant: Assistant, text: str) -> None:
    assert "写到这一点的是" not in assistant.ask(text).body


def test_a_lead_counts_what_says_it_gives_none_as_silent(assistant: Assistant) -> None:
    lead = assistant.ask("各地的奖什么时候截止").body
    said, _, silent = lead.partition("写到这一点的是")[2].partition("的文件没有写明")[0].partition("；")
    assert "甘肃" not in said
    assert "甘肃" in silent


@pytest.mark.parametrize("text", ["材料得递到发改局吗", "是不是直接交给组委会", "可以自己报送到市场监管局吗"])
def test_where_papers_go_is_answered_by_where_they_go(assistant: Assistant, text: str) -> None:
    answer = talk(assistant, "宝鸡的材料交给谁", text)
    assert "统一报送组委会办公室" in answer.body


def test_other_ways_of_asking(assistant: Assistant) -> None:
    assert "列出哪些荣誉算" in assistant.ask("省级专精特新算不算质量荣誉").body
    assert "优先推荐参加甘肃省人民政府质量奖" in assistant.ask("兰州市的质量奖跟甘肃省的有什么关系").body
    assert "质量帮扶" in talk(assistant, "重庆的征集到几号", "交了以后能帮我们干点啥").body
    assert "市卫生健康委" in talk(assistant, "宝鸡评几个奖", "评委会都有哪些部门，有没有审计局").body


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("2月22日18:00交行不行", "不行"),
        ("2月22号晚上6点半报送行吗", "不行"),
        ("2月23号交汇总表来得及吗", "不行"),
        ("2月22日下午五点半送过去可以吗", "按通知写的时间可以"),
        ("2月22号交行吗", "要看钟点"),
    ],
)
def test_a_day_put_up_for_handing_in_has_yes_or_no(assistant: Assistant, text: str, opening: str) -> None:
    put = handed_in(text)
    assert put is not None
    known = assistant.awards
    award = next(one for one in known if one.id == "chongqing-mayor")
    messages = assistant._known.messages
    assert judged(put, award.timeliness, messages).startswith(opening)
    assert judged(put, Timeliness(standing=True), messages) == ""
    body = talk(assistant, "重庆市市长质量管理奖评几个", text).body
    assert opening in body
    assert "2月22日18:00前" in body


def test_achievements_put_up_for_years_have_yes_or_no_for_the_kind_spoken_of(assistant: Assistant) -> None:
    body = talk(assistant, "阳泉的一线工人要干几年", "成绩很突出的话不到10年可以吗").body
    assert "业绩特别优异的可以不满10年" in body
    assert "组织管理人员须担任" not in body


def test_a_penalty_after_the_deadline_gives_one_line_for_its_award(assistant: Assistant) -> None:
    told = "我们是宝鸡的阀门厂，2012年注册，去年被环保罚了5万，还能报宝鸡市质量奖吗"
    lines = [line for line in assistant.ask(told).body.splitlines() if line.startswith("- **宝鸡市质量奖")]
    assert len(lines) == 1
    assert "若现在（2026-11-20）申报，不符合申报条件" in lines[0]
    assert "申报日（2024-12-30）" in lines[0]


def test_who_asks_which_award_is_told_of_the_channel_of_where_he_is(assistant: Assistant) -> None:
    assert "甘肃渠道" in assistant.ask("我是兰州的车工，干了22年，能报啥奖").body
    body = talk(assistant, "我是甘肃的，干了25年钳工，能报哪个奖", "没有违法违纪，从来没有").body
    assert "所在省份：甘肃省" in body
    assert "一线工作人员" in body
    assert "重庆渠道）：客观" not in body


def test_who_never_won_is_not_told_that_winners_may_not(assistant: Assistant) -> None:
    assert not assistant.ask("没得过省质量奖的企业能报宝鸡市质量奖吗").body.startswith("不能")
    assert assistant.ask("得过省质量奖的还能报宝鸡市质量奖吗").body.startswith("不能")


def test_who_writes_as_a_firm_stays_one_until_he_speaks_of_himself(assistant: Assistant) -> None:
    told = "我是兰州一家物业公司，弄虚作假拿了奖会怎么处理"
    assert talk(assistant, told, "那我能报兰州市政府质量奖吗").facts["applicant_type"] == "organization"
    assert talk(assistant, told, "我个人能报兰州市政府质量奖吗").facts["applicant_type"] == "individual"

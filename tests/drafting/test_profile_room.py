"""The profile uses its room: lists are told to their end, two years' figures are a result."""

from datetime import date

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.limits import count_characters
from assistant.drafting.material.model import Material
from assistant.drafting.material.read import read_material

MILL = (
    "惠民面粉厂1998年成立，个人独资企业，位于重庆市巴南区，从事面粉加工，现有职工37人。\n我厂做法：一是“一袋一签”，每袋面粉附小票，"
    "写明麦源地块、磨粉班次、磨粉师傅姓名，顾客凭票可到厂里查当天的留样；二是每批小麦入库前测水分、面筋、呕吐毒素三项，不合格当场退车，"
    "2023年共退车19车；三是每月8日请镇上的馒头铺老板、食堂大师傅到厂试吃打分，得分低于8分的批次停售返工。\n"
    "效果：2021年顾客退货126袋，2023年退货17袋。\n"
)


def of(text: str) -> Material:
    return read_material(texts={"材料": text}, kind="organisation", as_of=date(2024, 2, 7))


def test_every_item_of_a_list_and_the_result_stand_in_the_profile() -> None:
    profile = draft(of(MILL)).profile
    for told in ("一袋一签", "呕吐毒素", "试吃打分", "2021年顾客退货126袋，2023年退货17袋"):
        assert told in profile
    assert "做法：" not in profile
    assert count_characters(profile) <= 300


def test_a_method_is_told_with_its_own_item_and_whole_comparisons_only() -> None:
    written = draft(of(MILL))
    lines = [written.characterisation, *(a.text for a in written.alternatives if a.column == "characterisation")]
    for line in lines:
        assert not ("一袋一签" in line and ("返工" in line or "退车" in line)), line
        assert "126" not in line
        assert "效果" not in line


@pytest.mark.parametrize(
    ("told", "before", "after"),
    [
        ("2021年顾客退货126袋，2023年退货17袋。", "126袋", "17袋"),
        ("2020年投诉41起，2023年9起。", "41起", "9起"),
        ("2019年上报83例，2023年上报412例。", "83例", "412例"),
        ("2021年返工率为3.1%、2023年返工率为0.8%。", "3.1%", "0.8%"),
        ("2021年客户索赔26万元，2023年只有4万元。", "26万元", "4万元"),
        ("2020年破损312件，到2023年仅剩18件。", "312件", "18件"),
        ("2021年差错4.2起，2023年降到0.7起。", "4.2起", "0.7起"),
    ],
)
def test_two_years_of_one_thing_are_a_result(told: str, before: str, after: str) -> None:
    assert [(one.before, one.after) for one in of(f"重庆甲有限公司。{told}").results] == [(before, after)]


@pytest.mark.parametrize("told", ["2021年员工120人，2023年产值3000万元。", "2021年培训12次，2023年投诉3次。"])
def test_two_years_of_two_things_are_none(told: str) -> None:
    assert not any(one.before for one in of(f"重庆甲有限公司。{told}").results)


@pytest.mark.parametrize(
    "practice",
    [
        "每天午餐前食堂主管按留样标准取样三份，不合格整锅停售。",
        "停车场每班巡检两次，发现漏油当班清理并登记。",
    ],
)
def test_where_quality_is_worked_at_is_no_trivia(practice: str) -> None:
    assert of(f"重庆甲有限公司。{practice}").practices


def test_a_kindness_is_still_none() -> None:
    assert not of("重庆甲有限公司。公司每年慰问敬老院老人，捐款5万元。").practices

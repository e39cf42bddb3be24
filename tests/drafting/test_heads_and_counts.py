"""Lists of plans under one head, honours set apart by blanks, counts told in passing: what a third author asked for."""

import pytest

from assistant.drafting.draft import draft
from tests.drafting.materials import codes, read

_FIRM = "兰州岚谷电机有限公司2009年3月成立，主营电机。推行“三看一停”，报废率由5%降到1.2%。\n"


@pytest.mark.parametrize(
    "told",
    [
        "2025年目标：返修率降到千分之二；在西宁建成2个服务站；把“三看一停”教给9家配套厂。",
        "下一步打算（还没有做）：新增产线3条；产值翻番到9亿元。",
        "今后三年规划：培养9名质量工程师；覆盖西北9个市。",
    ],
)
def test_every_item_behind_the_head_of_plans_is_planned(told: str) -> None:
    material = read(_FIRM + told)
    assert "PLAN_NOT_ACHIEVED" in codes(material)
    assert "9" not in draft(material).profile.replace("2009", "")


@pytest.mark.parametrize("told", ["班长在单子上写明打算开几台风机，班后对照。", "每人班前填打算返修的3件。"])
def test_what_a_worker_writes_down_to_do_is_no_plan(told: str) -> None:
    assert "PLAN_NOT_ACHIEVED" not in codes(read(_FIRM + told))


@pytest.mark.parametrize(
    ("row", "issuer"),
    [
        ("2021年11月 甘肃省质量工作先进集体 甘肃省人民政府", "甘肃省人民政府"),
        ("2022年5月 甘肃省质量标杆企业 甘肃省市场监督管理局", "甘肃省市场监督管理局"),
    ],
)
def test_the_last_of_three_told_with_blanks_gave_the_honour(row: str, issuer: str) -> None:
    (honour,) = read(f"{_FIRM}荣誉\n{row}\n").honours
    assert honour.issuer == issuer


@pytest.mark.parametrize("told", ["2023年，学院师德标兵", "2022年，学院教学能手"])
def test_what_a_college_gives_its_own_is_no_honour_in_doubt(told: str) -> None:
    person = "祁小满，女，兰州职业学院教师，从事质量教学12年。\n荣誉：\n"
    assert "HONOUR_BORDERLINE" not in codes(read(person + told + "\n", kind="individual"))


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("母公司在四省有员工3100余人；本公司自己152人，其中运行班60人。", 152),
        ("员工数按2023年末在册口径为163人，旺季短工不算在内。", 163),
        ("本厂自家88人，其中检验员6人。", 88),
    ],
)
def test_a_count_told_in_passing_is_the_firms_own(told: str, count: int) -> None:
    assert read(_FIRM + told).facts["employees"].value == count

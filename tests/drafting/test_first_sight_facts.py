"""Facts as authors not read before tell them, and what only sounds like one; a team's honours and its firm's."""

from pathlib import Path

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.material.model import Kind
from tests.drafting.materials import codes, read

_ROWS = [
    tuple(line.split("\t", 3))
    for line in (Path(__file__).parent / "first_sight_facts.tsv").read_text(encoding="utf-8").splitlines()
]
_TEAM = (
    "班组名称：重庆硖岭化工有限公司精制一班\n班组所在：重庆市长寿区\n班组组建时间：2010年5月\n班组人数：15人\n荣誉：\n"
)


@pytest.mark.parametrize(("kind", "key", "value", "text"), _ROWS)
def test_a_fact_is_read_as_told_and_what_is_like_it_is_none(kind: Kind, key: str, value: str, text: str) -> None:
    """A row without a value is a near miss, or two readings that nobody has decided between."""
    read_value = read(text.replace("\\n", "\n"), kind).value(key)
    assert ("" if read_value is None else str(read_value)) == value


@pytest.mark.parametrize("whose", ["——公司", "——所在公司", "（获奖单位：公司）", "（公司）"])
def test_an_honour_marked_as_the_firms_is_not_the_teams(whose: str) -> None:
    material = read(f"{_TEAM}（1）重庆市市长质量管理奖，2021年12月，重庆市人民政府{whose}")
    assert [honour.standing for honour in material.honours] == ["excluded"]
    assert "HONOUR_NOT_OWN" in codes(material)


@pytest.mark.parametrize("whose", ["——本班组", "", "——班组"])
def test_an_honour_marked_as_the_teams_own_stays(whose: str) -> None:
    material = read(f"{_TEAM}（1）重庆市质量工作先进集体，2021年12月，重庆市人民政府{whose}")
    assert [honour.standing for honour in material.honours] == ["listed"]


@pytest.mark.parametrize(
    "told",
    [
        "给药前必须请一位不在本科室当班的同事复念一遍。",
        "成立时间我记得是2013年3月，手头没有执照，回去查。",
        "注册日期身边没有执照，明天补。",
    ],
)
def test_a_colleague_of_another_ward_or_a_licence_left_at_home_mixes_no_subjects(told: str) -> None:
    assert "SUBJECT_SCOPE" not in codes(read("阳泉坪清环境卫生服务有限公司，员工56人。" + told))


@pytest.mark.parametrize("told", ["以本科室名义申报。", "我们没有执照，跟着总厂走。"])
def test_a_part_that_applies_is_still_told(told: str) -> None:
    assert "SUBJECT_SCOPE" in codes(read("阳泉坪清环境卫生服务有限公司，员工56人。" + told))


def test_a_letter_read_for_a_figure_is_not_printed_where_a_note_gives_the_date() -> None:
    text = "皋兰县砂垄瓜果专业合作社，主营西瓜的种植。成立日期：2O12年6月8日（注：原件为2012年6月8日）。聘用人员12名。"
    profile = draft(read(text)).profile
    assert "2012年6月8日" in profile
    assert "2O12" not in profile


def test_a_letter_read_for_a_figure_stays_to_be_checked_where_nothing_puts_it_right() -> None:
    text = "皋兰县砂垄瓜果专业合作社，主营西瓜的种植。成立日期：2O12年6月8日。聘用人员12名。"
    assert "待核" in draft(read(text)).profile

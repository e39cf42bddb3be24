"""Columns of business figures in an applicants' list: told in a thin profile as the applicant wrote them."""

from pathlib import Path

import pytest

from tests.drafting.test_intake_table import only, row_with

FIRM = {"单位名称": "重庆鼎力齿轮有限公司", "区县": "璧山区", "成立时间": "2011年3月"}


@pytest.mark.parametrize(
    ("head", "cell", "told"),
    [
        ("年销售额", "3200万元", "年销售额3200万元。"),
        ("2023年销售收入（万元）", "3200", "2023年销售收入3200万元。"),
        ("营收(亿元)", "1.25", "营收1.25亿元。"),
        ("年产值/万元", "5600", "年产值5600万元。"),
        ("上年纳税", "约210万元", "上年纳税约210万元。"),
        ("销售", "2022年1.2亿元、2023年1.5亿元", "销售：2022年1.2亿元、2023年1.5亿元。"),
        ("营业收入", "3200万元，同比增长12%", "营业收入3200万元，同比增长12%。"),
        ("纳税（万元，2023年）", "210", "纳税（万元，2023年）：210。"),
        ("产品合格率", "99.2%", "产品合格率99.2%。"),
    ],
)
def test_a_figure_is_told_behind_its_head_and_rests_on_its_cell(
    tmp_path: Path, head: str, cell: str, told: str
) -> None:
    report = row_with(tmp_path, **FIRM, **{head: cell})
    assert only(report).profile.endswith(told)
    source = next(one for one in report.outcomes[0].draft["sources"] if one["sentence"] == told)
    assert source["evidence"] == [f"{head}：{cell}"]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("2025年目标销售额", "5000万元"),
        ("预计营收", "5000万元"),
        ("客户销售额", "5000万元"),
        ("利润", "保密"),
        ("纳税信用等级", "A级"),
        ("销售人员", "5000人"),
        ("邮政编码", "500000"),
        ("销售额（商业秘密）", "5000万元"),
    ],
)
def test_plans_others_secrets_and_what_is_no_figure_are_not_told(tmp_path: Path, head: str, cell: str) -> None:
    row = only(row_with(tmp_path, **FIRM, **{head: cell}))
    assert cell not in row.profile + row.characterisation


def test_several_stand_in_one_sentence_and_never_in_the_one_line(tmp_path: Path) -> None:
    row = only(row_with(tmp_path, **FIRM, 年销售额="3200万元", 年纳税="210万元", 主要做法="实行“九蒸九看”。"))
    assert row.profile.endswith("年销售额3200万元，年纳税210万元。")
    assert row.characterisation == "九蒸九看"


def test_a_figure_without_a_unit_is_asked_for(tmp_path: Path) -> None:
    report = row_with(tmp_path, **FIRM, 年销售额="3200")
    assert "3200" not in only(report).profile
    assert any("没有单位" in need.what for need in report.outcomes[0].needs)


def test_a_person_is_not_given_the_sales_of_the_employer(tmp_path: Path) -> None:
    row = only(row_with(tmp_path, 姓名="李建设", 主要事迹="创“七步焊接法”，每道焊缝走七步。", 年销售额="3200万元"))
    assert "3200" not in row.profile

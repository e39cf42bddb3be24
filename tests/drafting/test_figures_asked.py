"""A figure that is negative, bears a remark or lacks its unit is asked about and never told, whoever reads it."""

from datetime import date
from pathlib import Path

import pytest

from assistant.commands.material import open_material
from assistant.drafting.draft import draft
from assistant.drafting.intake_figures import CODE
from assistant.drafting.intake_material import material_of
from assistant.drafting.material.model import Material
from assistant.ui.components.drafting_reading import read
from assistant.ui.components.drafting_state import Work
from tests.drafting.test_intake_figures import FIRM
from tests.drafting.test_intake_table import only, row_with

_HEAD = "单位名称：重庆鼎力齿轮有限公司\n所在区县：璧山区\n成立时间：2011年3月\n"


def material(line: str) -> Material:
    return material_of({"材料.txt": _HEAD + line}, "organisation", date(2024, 2, 22))


def asked(found: Material) -> list[str]:
    return [span.quote for flag in found.flags if flag.code == CODE for span in flag.spans]


@pytest.mark.parametrize(
    "line",
    [
        "利润（万元）：-50",
        "利润：－50万元",
        "净利润（万元）：(50)",
        "利润：亏损50万元",
        "年销售额：3200万元（未经审计，内部数据）",
        "年销售额：3200万元，未经审计。",
        "年销售额：3200万元。（财务科暂时统计的数字，没有经过会计师事务所审计，以后可能会有所调整）",
        "年销售额（未审数）：3200万元",
        "年销售额：（未审计）3200万元",
        "利润（万元）：50（暂估）",
        "年销售额：3200",
    ],
)
def test_it_is_asked_about_with_its_line_and_not_told(line: str) -> None:
    found = material(line)
    assert asked(found) == [line]
    assert not found.figures
    assert "50" not in draft(found).profile and "3200" not in draft(found).profile


@pytest.mark.parametrize(
    "line",
    ["年销售额：3200万元（同比增长12%）", "专利：12项（发明3项）", "年销售额（含税）：3200万元", "产量：5200吨。"],
)
def test_a_year_a_course_or_a_share_beside_it_is_no_remark(line: str) -> None:
    found = material(line)
    assert [one.span.quote for one in found.figures] == [line]
    assert not asked(found)


@pytest.mark.parametrize(
    "line", ["纳税人识别号：91610300719787", "销售电话：13800001111", "销售人员：5000人", "专利数：12"]
)
def test_what_is_no_figure_of_the_business_is_neither(line: str) -> None:
    found = material(line)
    assert not found.figures and not asked(found)


def test_a_cell_of_a_list_is_asked_about(tmp_path: Path) -> None:
    report = row_with(tmp_path, **FIRM, **{"利润（万元）": "-50", "年销售额": "3200万元（未经审计，内部数据）"})
    (need,) = [need for need in report.outcomes[0].needs if need.code == CODE]
    assert need.evidence == "利润（万元）：-50；年销售额：3200万元（未经审计，内部数据）"
    assert "50" not in only(report).profile and "3200" not in only(report).profile


def test_the_command_and_the_page_read_one_file_alike(tmp_path: Path) -> None:
    text = _HEAD + "年销售额：3200万元\n产量：5200吨\n利润：-50万元\n"
    file = tmp_path / "材料.txt"
    file.write_text(text, encoding="utf-8")
    by_command = draft(open_material([str(file)], "organisation", "2024-02-22"))
    on_page = read(Work("1", texts=(("材料.txt", text),), kind="organisation", as_of="2024-02-22")).draft
    assert by_command.profile == on_page.profile
    assert by_command.profile.endswith("年销售额3200万元，产量5200吨。")
    assert set(by_command.material.flags) == set(on_page.material.flags)


def test_honours_under_their_label_do_not_swallow_the_text_behind_them() -> None:
    told = material("荣誉：\n2021年6月获甘肃省质量奖\n主要做法：公司推行“末件必检”，每批最后一件拆检。\n")
    assert [name for one in told.practices for name in one.names] == ["末件必检"]

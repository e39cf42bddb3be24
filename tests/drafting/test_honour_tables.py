"""Tables of honours in whatever columns: every row is judged, and none that was not read is passed over as 无."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from assistant.documents.readers.files import read_file
from assistant.drafting.draft import draft
from assistant.drafting.material.model import Material
from tests.drafting.materials import codes, read

HEAD = "重庆渝砺轴承有限公司材料\n重庆渝砺轴承有限公司2008年6月成立，有员工300人。\n"
AWARD, GIVER, WHEN = "全国质量标杆", "工业和信息化部", "2022年10月"
CITY = ("璧山区区长质量奖", "璧山区人民政府", "2023年")
ON = date(2024, 2, 22)


def listed(material: Material) -> list[tuple[str, str, str]]:
    return [(one.name, one.issuer, one.date) for one in material.listed_honours]


def table(*rows: tuple[str, ...], edge: str = "\t") -> str:
    return "\n".join(edge.join(row) for row in rows)


LAYOUTS = [
    (("序号", "荣誉名称", "授予单位", "获得时间"), ("1", AWARD, GIVER, WHEN)),
    (("序号", "奖项名称", "颁发单位", "获奖时间"), ("1", AWARD, GIVER, WHEN)),
    (("时间", "荣誉名称", "授予单位"), (WHEN, AWARD, GIVER)),
    (("授予单位", "获奖年份", "奖项"), (GIVER, "2022", AWARD)),
    (("获奖日期", "级别", "荣誉称号", "颁奖机关", "备注"), ("2022.10", "国家级", AWARD, GIVER, "")),
    (("编号", "获奖名称", "评选单位", "年度", "证书编号"), ("（1）", f"“{AWARD}”", GIVER, "2022年度", "甲2号")),
    (("No.", "荣誉/奖项", "发证机关", "取得时间"), ("1", AWARD, GIVER, "2022-10")),
]


@pytest.mark.parametrize("edge", ["\t", " | ", "　"])
@pytest.mark.parametrize(("heads", "row"), LAYOUTS)
def test_rows_are_read_by_their_heads(heads: tuple[str, ...], row: tuple[str, ...], edge: str) -> None:
    if edge == "　" and "" in row:
        pytest.skip("without edges an empty cell cannot be told")
    heads = tuple(head.replace("/", "") for head in heads)
    material = read(f"{HEAD}获得荣誉一览表\n{table(heads, row, edge=edge)}\n", as_of=ON)
    (honour,) = [one for one in material.honours if AWARD in one.name]
    assert (honour.issuer, honour.standing) == (GIVER, "listed")
    assert not [one for one in material.honours if one.name in heads]


def test_all_rows_of_a_table_are_judged_each_by_its_own_cells() -> None:
    rows = table(LAYOUTS[0][0], LAYOUTS[0][1], ("2", *CITY), ("3", "中国驰名商标", "国家工商总局", "2017年"))
    material = read(HEAD + rows + "\n联系人：质量部部长 周砺，023-41234567。\n", as_of=ON)
    assert listed(material) == [(AWARD, GIVER, WHEN)]
    reasons = {one.name: one.reason_code for one in material.honours}
    assert reasons["璧山区区长质量奖"] == "BELOW_PROVINCE" and reasons["中国驰名商标"] == "OUT_OF_WINDOW"
    assert material.value("contact_name") == "周砺"


def test_a_row_that_names_another_winner_is_not_the_applicants() -> None:
    heads = ("获奖单位", "荣誉名称", "授予单位", "时间")
    material = read(HEAD + table(heads, ("重庆长锚集团有限公司", AWARD, GIVER, WHEN)), as_of=ON)
    assert not listed(material)
    assert {one.reason_code for one in material.honours} == {"NOT_OWN"}


def test_a_cell_that_tells_the_honour_whole_is_read_as_prose() -> None:
    rows = table(("序号", "获奖情况", "级别"), ("1", f"{WHEN}被{GIVER}授予{AWARD}", "国家级"))
    material = read(f"{HEAD}三、荣誉\n{rows}\n", as_of=ON)
    assert [one.name for one in material.honours] == [AWARD]


@pytest.mark.parametrize("cell", ["无", "暂无", "—"])
def test_a_table_that_says_none_leaves_the_column_at_none(cell: str) -> None:
    material = read(HEAD + table(("序号", "荣誉名称", "授予单位"), ("1", cell, "/")), as_of=ON)
    assert draft(material).honours_text() == "无" and not material.unread_honours


def test_a_row_that_cannot_be_read_is_shown_and_never_passed_over_as_none() -> None:
    odd = ("1", "天府之约", "某组委会", "2023", "补充", "多出一格")
    material = read(f"{HEAD}荣誉\n{table(('序号', '荣誉名称', '授予单位', '时间'), odd)}\n", as_of=ON)
    assert [span.quote for span in material.unread_honours] == ["\t".join(odd)]
    assert draft(material).honours_text().startswith("【待核实】")
    assert "HONOUR_BORDERLINE" in codes(material)
    told = next(flag.message for flag in material.flags if flag.code == "NO_QUALIFYING_HONOUR")
    assert "填“无”" not in told.split("；")[0]


def test_tables_of_other_things_are_no_honours() -> None:
    others = table(("序号", "名称", "单位", "时间"), ("1", "三坐标测量机", "台", "2022年"))
    parameters = table(("项目", "级别", "备注"), ("表面粗糙度", "一级", "合格"))
    assert not read(f"{HEAD}主要设备\n{others}\n\n检验结果\n{parameters}\n", as_of=ON).honours


def test_certificates_in_the_table_are_no_honours() -> None:
    rows = table(("时间", "荣誉名称", "颁发单位"), ("2022年6月", "检验检测机构资质认定证书（CMA）", "省市场监管局"))
    assert {one.reason_code for one in read(HEAD + rows, as_of=ON).honours} == {"CERT_NOT_HONOUR"}


def test_a_word_file_with_a_numbered_table_gives_its_honours(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("重庆渝砺轴承有限公司")
    document.add_paragraph("获得荣誉一览表")
    grid = document.add_table(rows=0, cols=4)
    for row in (LAYOUTS[0][0], LAYOUTS[0][1], ("2", *CITY)):
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "材料.docx"))
    material = read(read_file(tmp_path / "材料.docx").text, as_of=ON)
    assert listed(material) == [(AWARD, GIVER, WHEN)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2023年荣获省卫健委“改善医疗服务先进典型”。", "改善医疗服务先进典型"),
        ("2023年获城关区“敬老文明号”。", "敬老文明号"),
        ("2023年5月获全国五一劳动奖状。", "全国五一劳动奖状"),
        ("2022年被市总工会评为“五星匠作坊”。", "五星匠作坊"),
    ],
)
def test_every_title_obtained_is_in_some_list_under_its_whole_name(line: str, name: str) -> None:
    assert any(one.name.strip("”").endswith(name) for one in read(HEAD + line + "\n", as_of=ON).honours)


@pytest.mark.parametrize(
    "line",
    ["公司获得“一种轴承保持架”发明专利3项。", "员工获得“三检”培训证书。", "获得奖状制度的说明。", "获“星火”课题立项。"],
)
def test_patents_training_and_projects_are_no_honours(line: str) -> None:
    assert not [one for one in read(HEAD + line + "\n", as_of=ON).honours if one.reason_code != "CERT_NOT_HONOUR"]

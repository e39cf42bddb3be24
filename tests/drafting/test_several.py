"""A list handed in as one applicant's material is refused with what to do; a pair is told."""

from pathlib import Path

import pytest
from docx import Document

from assistant.cli import main
from assistant.drafting.intake_folder import applicant_at
from assistant.drafting.intake_reading import read_applicant
from assistant.drafting.several import applicants_named
from assistant.errors import UnusableInputError
from tests.drafting.materials import AS_OF, FOUNDRY, WELDER

_FIRMS = ("汾阳市霜桥机械有限公司", "汾阳市岐炉铸件二厂", "介休市砚秋食品有限公司", "阳泉市晋焊检测中心")


def refused(path: Path) -> str:
    with pytest.raises(UnusableInputError) as problem:
        read_applicant(applicant_at(path), None, AS_OF)
    return str(problem.value)


def test_a_file_that_presents_many_is_a_list(tmp_path: Path) -> None:
    lines = [f"{number}. {name}成立于200{number}年，现有员工{number}20人。" for number, name in enumerate(_FIRMS, 1)]
    (tmp_path / "名单.txt").write_text("推荐名单\n" + "\n".join(lines), encoding="utf-8")
    assert "4 个申报主体" in (told := refused(tmp_path / "名单.txt")) and "--intake" in told


def test_a_folder_of_a_file_for_each_is_a_list(tmp_path: Path) -> None:
    for name in _FIRMS[:3]:
        (tmp_path / f"{name}.txt").write_text(f"{name}简介\n公司推行“一包一签”，员工120人。", encoding="utf-8")
    assert "3 个申报主体" in refused(tmp_path)


def test_a_table_of_a_document_is_a_list(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=0, cols=4)
    for row in (
        ("序号", "单位名称", "所在县", "质量做法"),
        *((str(n), f, "汾阳市", "三检") for n, f in enumerate(_FIRMS)),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "名单.docx"))
    assert "4 个申报主体" in refused(tmp_path / "名单.docx")


def test_a_spreadsheet_in_a_folder_is_named_as_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "\n".join(f"{name},汾阳市,推行三检制" for name in _FIRMS)
    (tmp_path / "名单.csv").write_text(f"单位名称,所在县,质量做法\n{rows}", encoding="utf-8")
    with pytest.raises(SystemExit) as leaving:
        main(["form", str(tmp_path), "-o", str(tmp_path / "表.docx")])
    assert leaving.value.code == 2
    assert "--intake 名单.csv" in capsys.readouterr().err


def test_two_in_one_file_are_told_and_one_row_is_written(tmp_path: Path) -> None:
    text = "\n\n".join(f"{name}成立于2005年，现有员工120人。公司推行“一包一签”。" for name in _FIRMS[:2])
    (tmp_path / "两家.txt").write_text(text, encoding="utf-8")
    _, needs = read_applicant(applicant_at(tmp_path / "两家.txt"), None, AS_OF)
    assert any("两个申报主体" in need.what for need in needs)


@pytest.mark.parametrize(
    "more",
    [
        "",
        "子公司阳泉市晋焊检测中心成立于2015年。\n前身岐山铸造社始建于1969年。",
        "主要客户\n单位名称\t供应产品\n甲机械有限公司\t铸件\n乙机械有限公司\t铸件\n丙机械有限公司\t铸件",
        "亓望山，男，质管部部长。\n邸长河，男，车间主任。\n缪砺锋，现任总经理。",
    ],
)
def test_what_else_one_applicant_tells_makes_no_list(more: str) -> None:
    assert len(applicants_named({"材料": f"{FOUNDRY}\n{more}"})) == 1
    assert len(applicants_named({"材料": WELDER})) == 1

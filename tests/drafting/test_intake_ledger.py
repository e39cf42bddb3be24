"""A county's ledger as it comes: practice in the column of the one-line, persons among firms, and what is told."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from assistant.drafting.form_check import excess
from assistant.drafting.intake import Batch, IntakeReport, run_intake
from assistant.drafting.intake_journal import Journal
from assistant.drafting.intake_reading import closing_date
from assistant.drafting.intake_table import applicants_of
from assistant.drafting.limits import count_characters
from assistant.drafting.material.garbled import garbled

HEADS = ("序号", "组织（个人）名称", "所在区县及所属行业", "基本情况", "质量工作特色", "所获荣誉", "联系人及电话")
FIRM = "公司成立于1996年2月，民营企业，员工93人，主要生产棉纱。"


def ledger(
    folder: Path, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS, as_of: date | None = None
) -> IntakeReport:
    book = Workbook()
    assert book.active is not None
    for row in (heads, *rows):
        book.active.append(row)
    book.save(folder / "台账.xlsx")
    journal = Journal(folder / "home")
    try:
        return run_intake(applicants_of(folder / "台账.xlsx"), folder / "表.docx", Batch(as_of=as_of, journal=journal))
    finally:
        journal.close()


def row_of(told: str, honour: str = "", name: str = "重庆云岭纺织有限公司") -> tuple[str, ...]:
    return ("1", name, "綦江区 纺织业", FIRM, told, honour, "张一 13800000001")


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("推行“首件三检”，一次交验合格率由91.1%提升到98.1%。", "首件三检，一次交验合格率由91.1%升至98.1%"),
        ("推行“关键工序双人复核”，一次交验合格率由94.4%提升到97.4%。", "关键工序双人复核，一次交验合格率升至97.4%"),
        ("实行“班组质量看板”，客户投诉率由2.6%下降到0.3%，客户投诉下降。", "班组质量看板，客户投诉率由2.6%降至0.3%"),
    ],
)
def test_practice_over_the_limit_of_its_column_gives_a_true_shorter_line(tmp_path: Path, told: str, line: str) -> None:
    report = ledger(tmp_path, row_of(told))
    assert report.rows[0].characterisation == line and count_characters(line) <= 25
    needs = {need.code: need for need in report.outcomes[0].needs}
    assert needs["READY_OVER_LIMIT"].evidence == told and line in needs["READY_OVER_LIMIT"].what
    assert f"超出部分为“{excess(told, 25)}”" in needs["READY_OVER_LIMIT"].what
    assert "MISSING_PRACTICE" not in needs


def test_a_text_that_gives_no_shorter_line_is_marked_and_told_whole(tmp_path: Path) -> None:
    told = "质量第一、客户至上、精益求精、追求卓越，永无止境地服务好每一位尊敬的客户朋友。"
    report = ledger(tmp_path, row_of(told))
    needs = {need.code: need for need in report.outcomes[0].needs}
    assert report.rows[0].characterisation == "【待补充】"
    assert needs["READY_OVER_LIMIT"].evidence == told and "照原文改短" in needs["READY_OVER_LIMIT"].what
    assert "已改用" not in needs["READY_OVER_LIMIT"].what and "MISSING_PRACTICE" not in needs


def test_a_fitting_text_stands_as_it_is(tmp_path: Path) -> None:
    assert ledger(tmp_path, row_of("推行“首件三检”工作法")).rows[0].characterisation == "推行“首件三检”工作法"


@pytest.mark.parametrize(
    ("name", "shown", "kind"),
    [
        ("李建设（个人）", "李建设", "individual"),
        ("欧阳砺(个人)", "欧阳砺", "individual"),
        ("周砺锋", "周砺锋", "individual"),
        ("重庆周砺锋机械有限公司", "重庆周砺锋机械有限公司", "organisation"),
        ("重庆长锚（集团）有限公司", "重庆长锚（集团）有限公司", "organisation"),
        ("云岭茶厂（组织）", "云岭茶厂", "organisation"),
    ],
)
def test_the_name_tells_a_person_from_an_organisation(tmp_path: Path, name: str, shown: str, kind: str) -> None:
    rest = ("渝北区", "从事焊装一线工作22年，创“七步焊接法”，每道焊缝走七步。")
    report = ledger(tmp_path, (name, *rest), heads=("组织（个人）名称", "区县", "基本情况"))
    assert (report.rows[0].name, report.rows[0].kind) == (shown, kind)
    if kind == "individual":
        assert "经济类型" not in report.rows[0].profile and "员工数量" not in report.rows[0].profile
        assert not {"MISSING_FOUNDED", "MISSING_EMPLOYEES"} & {need.code for need in report.outcomes[0].needs}


def test_a_column_for_persons_tells_it_too(tmp_path: Path) -> None:
    report = ledger(tmp_path, ("谷雨", "渝北区", "焊工，创“七步焊接法”。"), heads=("姓名", "区县", "主要事迹"))
    assert report.rows[0].kind == "individual"


def test_the_day_of_the_batch_moves_the_window_of_every_row(tmp_path: Path) -> None:
    honour = "2019年6月重庆市人民政府重庆市市长质量管理奖"
    folders = [tmp_path / "一", tmp_path / "二"]
    for folder in folders:
        folder.mkdir()
    days = (date(2024, 2, 22), date(2026, 11, 30))
    columns = [
        ledger(folder, row_of("推行“首件三检”工作法", honour), as_of=day).rows[0].honours
        for folder, day in zip(folders, days, strict=True)
    ]
    assert "市长质量管理奖" in columns[0] and columns[1] == "无"


def test_doubtful_honours_alone_leave_the_column_of_both_files_open(tmp_path: Path) -> None:
    ledger(
        tmp_path, row_of("推行“首件三检”工作法", "2023年全国质量信得过班组（中国质量协会）"), as_of=date(2024, 2, 22)
    )
    book = load_workbook(tmp_path / "表.xlsx")
    cells = [str(cell) for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert any(cell.startswith("【待核实】") for cell in cells) and "无" not in cells


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("（填表部门：质量部  2024年2月10日）\n正文。", date(2024, 2, 10)),
        ("甲公司\n填报日期：2024-01-05\n", date(2024, 1, 5)),
        ("报送单位：甲公司　2024 年 1 月 2 日", date(2024, 1, 2)),
        ("推行“五步校准法”。2024年1月15日", date(2024, 1, 15)),
        ("【2024年3月1日】", date(2024, 3, 1)),
        ("成立时间：2008年9月18日\n", None),
        ("注册日期 2008年9月18日\n", None),
        ("2024年3月1日，公司投产。\n", None),
    ],
)
def test_a_closing_date_is_found_in_brackets_and_beside_who_hands_in(text: str, day: date | None) -> None:
    assert closing_date(text) == day


@pytest.mark.parametrize(
    "text", ["甘肃某公司 锟斤拷锟斤拷 2023年", "烫烫烫烫", "单位\ufffd\ufffd名称", "扌召聘，l攵入", "è´¨é‡管理"]
)
def test_spoiled_text_is_noticed(text: str) -> None:
    assert garbled(text)


@pytest.mark.parametrize(
    "text", [FIRM, "café、Müller 公司", "“扌”旁的字写错三处", "温度860℃×2h，误差±0.5%", "烫金工艺，屯垦戍边"]
)
def test_ordinary_text_is_not(text: str) -> None:
    assert not garbled(text)


def test_a_spoiled_file_is_told_in_a_bulk_run(tmp_path: Path) -> None:
    report = ledger(tmp_path, row_of("推行“首件三检”工作法，锟斤拷锟斤拷，一次交验合格率由91.1%提升到98.1%。"))
    assert "GARBLED" in {need.code for need in report.outcomes[0].needs}

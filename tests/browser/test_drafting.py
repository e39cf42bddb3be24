"""Drafting in a real browser: a Word file with a table of honours, and a ledger drafted row by row."""

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.browser.test_conversation import page, settle  # noqa: F401  the fixture

pytestmark = pytest.mark.browser

_FIRM = "重庆渝砺轴承有限公司"


def _material(folder: Path) -> Path:
    document = Document()
    document.add_paragraph(f"{_FIRM}，2008年6月成立，有员工300人。推行“一轴一档”，每根轴一份档案，错装当班停线。")
    document.add_paragraph("获得荣誉一览表")
    grid = document.add_table(rows=0, cols=4)
    for row in (("序号", "荣誉名称", "授予单位", "获得时间"), ("1", "全国质量标杆", "工业和信息化部", "2022年10月")):
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(folder / "材料.docx"))
    return folder / "材料.docx"


def _ledger(folder: Path) -> Path:
    book = Workbook()
    assert book.active is not None
    book.active.append(["组织（个人）名称", "区县", "质量工作特色"])
    book.active.append([_FIRM, "綦江区", "推行“首件三检”，一次交验合格率由91.1%提升到98.1%。"])
    book.active.append(["李建设（个人）", "渝北区", "创“七步焊接法”，每道焊缝走七步。"])
    book.save(folder / "台账.xlsx")
    return folder / "台账.xlsx"


def test_a_numbered_table_of_honours_reaches_the_form(page: Page, address: str, tmp_path: Path) -> None:  # noqa: F811
    page.goto(f"{address}/drafting")
    page.locator("input[type=file]").first.set_input_files(_material(tmp_path))
    page.get_by_role("tab", name="荣誉").click()
    expect(page.get_by_text("列入“近五年国家级或省部级质量荣誉”（1）")).to_be_visible()
    page.get_by_role("tab", name="汇总表").click()
    expect(page.locator(".paper")).to_contain_text("2022年10月 全国质量标杆（工业和信息化部）")


def test_a_row_of_a_ledger_is_opened_from_its_run(page: Page, address: str, tmp_path: Path) -> None:  # noqa: F811
    page.goto(f"{address}/drafting")
    page.get_by_text("批量起草（许多申报主体）").click()
    # The last uploader of a page that is still coming up is another one.
    bulk = page.get_by_test_id("stExpander").filter(has_text="批量起草（许多申报主体）")
    bulk.locator("input[type=file]").set_input_files(_ledger(tmp_path))
    settle(page)
    page.get_by_role("button", name="开始批量起草").click()
    expect(page.get_by_text("共 2 个申报主体，写入汇总表 2 行")).to_be_visible()
    page.get_by_role("button", name="打开这一行").click()
    expect(page.get_by_label("一句话质量工作特色（不超过 25 字）")).to_have_value(
        "首件三检，一次交验合格率由91.1%升至98.1%"
    )

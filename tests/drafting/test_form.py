"""The written summary form, read again: wording, layout, limits, and nothing lost."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from openpyxl import load_workbook

from assistant.drafting.draft import draft
from assistant.drafting.flags import messages
from assistant.drafting.form import write_form
from assistant.drafting.form_check import excess
from assistant.drafting.form_rows import FormRow, Heading, row_of
from assistant.errors import UnusableInputError
from assistant.settings import settings
from tests.drafting.materials import FOUNDRY, WELDER, read

NOTICE = (settings().assistant_corpus / "documents" / "chongqing-2024.txt").read_text(encoding="utf-8")
HEADS = [
    "序号",
    "组织（个人）名称",
    "所在区县及所属行业",
    "组织（个人）简况",
    "请用一句话概括组织或个人的质量工作特色（不超过25个字）",
    "近五年所获的国家级或省部级质量荣誉",
    "联系人姓名、职务及联系电话",
    "是否有意愿申报中国质量奖",
]
ROW = FormRow("甲厂", "大足区\n金属制品业", "简况。", "一件一码", "无", "张望\n部长\n0353-6660001", "是")


def cells(path: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in Document(str(path)).tables[0].rows]


def test_the_form_holds_the_wording_of_attachment_2(tmp_path: Path) -> None:
    path = write_form([ROW], tmp_path / "表.docx", heading=Heading("大足区市场监管局", "李四", "023-1")).docx
    label, title, line, note = [paragraph.text for paragraph in Document(str(path)).paragraphs]
    assert (label, title) == ("附件2", "推荐质量领域优质组织和个人信息汇总表")
    assert line == "填报部门：大足区市场监管局\t联系人：李四\t联系电话：023-1"
    assert note.startswith("注：“组织（个人）简况”栏") and note in NOTICE
    assert cells(path)[0] == HEADS
    assert all(head in NOTICE for head in HEADS)


def test_only_a_row_that_fits_no_page_may_be_split(tmp_path: Path) -> None:
    longest = replace(ROW, profile="质" * 300)  # 300 characters, about 21 to a line: a third of a page
    endless = replace(ROW, honours="\n".join(["2023年省质量奖"] * 60))  # 60 lines, some 30 to a page
    document = Document(str(write_form([longest, endless], tmp_path / "表.docx").docx))
    whole = [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in document.tables[0].rows]
    assert whole == [True, True, False]


def test_drafts_become_numbered_rows(tmp_path: Path) -> None:
    rows = [row_of(draft(read(FOUNDRY))), row_of(draft(read(WELDER, "individual")))]
    written = cells(write_form(rows, tmp_path / "表.docx").docx)
    assert [row[0] for row in written[1:]] == ["1", "2"]
    assert written[1][1] == "宝鸡市岐炉铸件有限公司"
    assert written[1][5] == "2021年6月 陕西省质量奖提名奖（陕西省人民政府）"
    assert written[2][6] == "邸长河\n车间主任\n0353-2210007"
    assert written[2][7] == "否"


def test_what_the_material_does_not_say_stands_as_to_be_filled() -> None:
    row = row_of(draft(read("某厂推行“一件一码”：每件贴码，错一件整批返工。联系人：张望。")))
    assert row.place == "【待补充】"
    assert row.contact == "张望\n职务【待补充】\n电话【待补充】"
    assert row.intent == "【待补充】"


def test_the_page_is_landscape_a4_with_a_repeated_head_and_whole_rows(tmp_path: Path) -> None:
    document = Document(str(write_form([ROW] * 30, tmp_path / "表.docx").docx))
    section, table = document.sections[0], document.tables[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    rows = [row._tr.trPr for row in table.rows]
    assert all(row.find("{*}cantSplit") is not None for row in rows)
    assert [row.find("{*}tblHeader") is not None for row in rows] == [True] + [False] * 30


def test_the_fonts_are_those_of_official_documents_with_stand_ins(tmp_path: Path) -> None:
    path = write_form([ROW], tmp_path / "表.docx").docx
    with zipfile.ZipFile(path) as archive:
        body, fonts = (archive.read(f"word/{name}.xml").decode() for name in ("document", "fontTable"))
    for name in ("方正小标宋简体", "黑体", "仿宋_GB2312"):
        assert f'w:eastAsia="{name}"' in body
        assert f'w:name="{name}"' in fonts
    assert 'w:val="仿宋,FangSong,华文仿宋"' in fonts


def test_the_xlsx_keeps_zeros_and_holds_no_formula(tmp_path: Path) -> None:
    rows = [replace(ROW, name=name, contact="035366600010") for name in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1")]
    sheet = load_workbook(write_form(rows, tmp_path / "表.docx").xlsx).active
    assert sheet is not None
    body = list(sheet.iter_rows(min_row=5, max_row=9))
    assert [row[1].value for row in body] == ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"]
    assert {cell.data_type for row in body for cell in row} == {"s"}
    assert body[0][6].value == "035366600010"
    assert [cell.value for cell in sheet[4]] == HEADS


@pytest.mark.parametrize(("field", "limit"), [("characterisation", 25), ("profile", 300)])
def test_a_text_of_exactly_its_limit_is_written_and_one_more_is_refused(tmp_path: Path, field: str, limit: int) -> None:
    fitting, over = "质" * limit, "质" * limit + "量奖"
    assert write_form([replace(ROW, **{field: fitting})], tmp_path / "可.docx").rows[0].value(field) == fitting
    with pytest.raises(UnusableInputError) as refusal:
        write_form([ROW, replace(ROW, **{field: over})], tmp_path / "否.docx")
    assert "第2行" in str(refusal.value)
    assert f"有 {limit + 2} 字" in str(refusal.value)
    assert "超出部分为“量奖”" in str(refusal.value)
    assert not list(tmp_path.glob("否*"))


def test_the_excess_counts_like_the_limit() -> None:
    assert excess("一 二\u200b三四", 2) == "三四"
    assert excess("一二", 2) == ""


def test_characters_a_document_cannot_hold_are_taken_out_and_told(tmp_path: Path) -> None:
    report = write_form([replace(ROW, contact="张\x07望\x0b部长\ud800\ufffe")], tmp_path / "表.docx")
    assert cells(report.docx)[1][6] == "张望\n部长"
    assert report.notices == (
        "甲厂：“联系人姓名、职务及联系电话”含文档不能保存的控制字符 U+0007、U+D800、U+FFFE，已去掉，请核对原文。",
    )


def test_markup_and_rare_characters_come_back_as_they_were(tmp_path: Path) -> None:
    odd = "<w:p>&amp;]]>  两个空格\t制表 𠮷 é 〇"
    report = write_form([replace(ROW, name=odd)], tmp_path / "表.docx")
    assert cells(report.docx)[1][1] == odd


def test_an_existing_file_is_left_alone_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_text("别人的", encoding="utf-8")
    with pytest.raises(UnusableInputError, match="--force"):
        write_form([ROW], tmp_path / "表.docx")
    assert (tmp_path / "表.xlsx").read_text(encoding="utf-8") == "别人的"
    assert not (tmp_path / "表.docx").exists()
    write_form([ROW], tmp_path / "表.docx", force=True)
    assert cells(tmp_path / "表.docx")[1][1] == "甲厂"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["表.docx", "表.xlsx"]


@pytest.mark.parametrize("name", ["表.doc", "没有/表.docx"])
def test_an_output_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnusableInputError, match="请"):
        write_form([ROW], tmp_path / name)


def test_a_form_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="没有可以写入"):
        write_form([], tmp_path / "表.docx")


def test_what_is_open_is_marked_in_the_word_file(tmp_path: Path) -> None:
    row = replace(
        ROW,
        profile="厂2009年成立，员工数量【待核：材料载80人、95人两说】，业务范围【待补充】。",
        honours="【待核实】两项",
    )
    report = write_form([row], tmp_path / "表.docx")
    cells = Document(str(report.docx)).tables[0].rows[1].cells
    runs = [run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs]
    marked = [run.text for run in runs if run.font.highlight_color is not None]
    assert marked == ["【待核：材料载80人、95人两说】", "【待补充】", "【待核实】"]


@pytest.mark.parametrize("code", ["CHANNEL_SCOPE", "CHANNEL_ELSEWHERE"])
def test_what_is_said_of_the_notice_is_quoted_from_it(code: str) -> None:
    quote = messages()[code].split("它写明“")[1].split("”征集")[0].rstrip("…")
    assert len(quote) > 10 and quote in NOTICE

"""Readers on real files made here: text in several encodings, Word files, PDF files, and files that must be refused."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from pypdf import PdfReader, PdfWriter

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import load_document
from assistant.documents.readers.child import Child
from assistant.documents.readers.files import read_file
from assistant.documents.readers.pdf import agree
from assistant.documents.readers.radicals import without_radicals
from assistant.errors import DocumentError

FILES = Path(__file__).parent / "files"
CORPUS = Path(__file__).parents[2] / "corpus" / "documents"
TEXT = "质量奖管理办法\n第一条 为了推进质量强市，制定本办法。\n第二条 评选每两年一次。\n"
TRADITIONAL = "質量獎管理辦法\n第一條 為了推進質量強市，制定本辦法。評選每兩年一次，對獲獎組織給予獎勵。\n"


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_file(path).text == TEXT


def test_big5_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "辦法.txt"
    path.write_bytes(TRADITIONAL.encode("big5"))
    assert read_file(path).text == TRADITIONAL


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_policies_survive_other_encodings(tmp_path: Path, path: Path, encoding: str) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    assert read_file(copy).text == path.read_text(encoding="utf-8")


def test_windows_line_ends_become_plain_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("一、甲\r\n乙\r丙".encode())
    assert read_file(path).text == "一、甲\n乙\n丙"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("空.txt", b"  \n", "没有文字"),
        ("图.txt", bytes(range(256)) * 40, "编码"),
        ("表.xlsx", b"PK\x03\x04", "不支持"),
        ("坏.docx", b"PK\x03\x04 broken", "不是完好的"),
        ("旧.docx", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "打开密码"),
        ("坏.pdf", b"%PDF-1.4 nothing", "无法解析"),
    ],
)
def test_an_unusable_file_is_refused_in_one_clear_sentence(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=says) as refused:
        read_file(path)
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith("。")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"没有\.txt"):
        read_file(tmp_path / "没有.txt")


def word_file(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("青石市质量奖申报通知")
    document.add_paragraph("一、申报条件")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ("序号", "单位名称", "1", "青石轴承"), strict=True
    ):
        cell.text = text
    hidden = document.add_paragraph("公开的话。").add_run("藏着的话")
    hidden.font.hidden = True
    document.sections[0].header.paragraphs[0].text = "青石市市场监督管理局文件"
    document.save(str(path))
    return path


def test_word_paragraphs_tables_and_headers_are_read_and_hidden_text_is_reported(tmp_path: Path) -> None:
    raw = read_file(word_file(tmp_path / "通知.docx"))
    lines = [line for line in raw.text.splitlines() if line.strip()]
    assert lines == [
        "青石市市场监督管理局文件",
        "青石市质量奖申报通知",
        "一、申报条件",
        "序号\t单位名称\t",
        "1\t青石轴承\t",
        "公开的话。",
    ]
    assert raw.warnings == ("“通知.docx”中有 4 个字设为隐藏文字，未收录，请核对原件。",)


def test_a_word_table_gives_a_clause_for_every_column_head(tmp_path: Path) -> None:
    document = load_document(word_file(tmp_path / "通知.docx"))
    paths = [clause.path for clause in split_clauses(document)]
    assert "一、申报条件/表头/单位名称" in paths
    assert "一、申报条件/表格/第1行" in paths


def test_automatic_numbering_of_word_becomes_text(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, form, pattern in ((0, "chineseCounting", "%1、"), (1, "chineseCounting", "（%2）")):
        holder = OxmlElement("w:lvl")
        holder.set(qn("w:ilvl"), str(level))
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", pattern)):
            child = OxmlElement(f"w:{name}")
            child.set(qn("w:val"), value)
            holder.append(child)
        abstract.append(holder)
    numbering.insert(0, abstract)
    number = numbering.add_num(90)
    for text, level in (("申报条件", 0), ("守法经营。", 1), ("质量领先。", 1), ("申报程序", 0), ("自愿申报。", 1)):
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number.numId
    path = tmp_path / "编号.docx"
    document.save(str(path))
    assert read_file(path).text.split() == [
        "一、申报条件",
        "（一）守法经营。",
        "（二）质量领先。",
        "二、申报程序",
        "（一）自愿申报。",
    ]


def test_a_zip_bomb_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "炸弹.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (61 * 1024 * 1024))
    with pytest.raises(DocumentError, match="展开后过大"):
        read_file(path)


@pytest.mark.parametrize("name", ["lanzhou-2023", "baoji-2024"])
def test_a_chinese_pdf_is_read_exactly_with_its_pages(name: str) -> None:
    raw = read_file(FILES / f"{name}.pdf")
    assert flat(raw.text) == flat((CORPUS / f"{name}.txt").read_text(encoding="utf-8"))
    assert len(raw.page_starts) == len(PdfReader(FILES / f"{name}.pdf").pages)
    assert raw.page_starts[0] == 0
    assert raw.warnings == ()


def test_clauses_of_a_pdf_know_their_page() -> None:
    document = load_document(FILES / "lanzhou-2023.pdf")
    pages = {clause.path: clause.page for clause in split_clauses(document)}
    assert pages["第一章 总则/第一条"] == 1
    assert pages["第八章 附则/第三十九条"] == len(document.page_starts)


def test_a_pdf_has_the_clauses_of_the_text_it_was_made_from() -> None:
    def articles(name: Path) -> set[tuple[str, str]]:
        return {(c.path, flat(c.text)) for c in split_clauses(load_document(name)) if "条" in c.path.split("/")[-1]}

    assert articles(FILES / "lanzhou-2023.pdf") == articles(CORPUS / "lanzhou-2023.txt")


def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=FILES / "baoji-2024.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    path = tmp_path / "加密.pdf"
    writer.write(path)
    with pytest.raises(DocumentError, match="打开密码"):
        read_file(path)


def test_a_pdf_without_text_is_called_a_scan(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    path = tmp_path / "扫描.pdf"
    writer.write(path)
    with pytest.raises(DocumentError, match="扫描件"):
        read_file(path)


def test_a_parser_that_takes_too_long_is_stopped() -> None:
    child = Child("pdfium", FILES / "lanzhou-2023.pdf")
    with pytest.raises(DocumentError, match="秒仍未完成"):
        child.result(seconds=0.001)
    assert child._process.poll() is not None


@pytest.mark.parametrize(
    ("first", "second", "share"), [("甲乙丙", "甲 乙\n丙", 1.0), ("", "", 1.0), ("甲乙丙丁戊", "戊丁丙乙甲", 0.0)]
)
def test_agreement_of_two_readings_ignores_white_space(first: str, second: str, share: float) -> None:
    assert agree(first, second) == share


def inserted(xml: str) -> object:
    namespaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    return parse_xml(xml.replace(">", f" {namespaces}>", 1))


def test_text_boxes_content_controls_and_insertions_are_read_once_and_deletions_are_not(tmp_path: Path) -> None:
    document = docx.Document()
    body = document.element.body
    box = "<w:p><w:r><w:t>框里的话。</w:t></w:r></w:p>"
    for xml in (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{box}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>正文的话。</w:t></w:r></w:p>",
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>控件里的话。</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:ins><w:r><w:t>新增的话。</w:t></w:r></w:ins><w:del><w:r><w:delText>删去的话。</w:delText></w:r></w:del></w:p>",
    ):
        body.insert(len(body) - 1, inserted(xml))
    path = tmp_path / "框.docx"
    document.save(str(path))
    assert read_file(path).text.split() == ["正文的话。", "框里的话。", "控件里的话。", "新增的话。"]


def test_a_word_file_with_a_broken_body_is_refused(tmp_path: Path) -> None:
    path = word_file(tmp_path / "坏.docx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"][:-40]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(DocumentError, match="无法解析"):
        read_file(path)


def test_a_text_longer_than_any_notice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "长.txt"
    path.write_text("质量。\n" * 500_001, encoding="utf-8")
    with pytest.raises(DocumentError, match="超过 200 万字"):
        read_file(path)


def test_radicals_a_font_gives_for_characters_are_put_right_one_for_one() -> None:
    told = without_radicals("惠⺠⾯粉⼚⻨源，⻋间⼈⼯")
    assert told == "惠民面粉厂麦源，车间人工"
    assert agree(told, "惠民面粉厂麦源，车间人工") == 1.0

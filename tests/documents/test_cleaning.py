"""Invisible characters and markup are taken out and told of; the same words twice are one document."""

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from assistant.documents.metadata import read_document
from assistant.errors import UnusableInputError
from assistant.library.intake import add_file
from assistant.library.store import Library

NOTICE = (
    "白石县人民政府办公室文件\n\n白政办发〔2025〕18号\n\n"
    "白石县人民政府办公室关于评选质量奖的通知\n\n一、奖励\n\n每家奖励20万元。\n"
)


def written(folder: Path, text: str, name: str = "通知.txt", encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_text(text, encoding=encoding)
    return file


def test_invisible_characters_are_taken_out_and_told_of(tmp_path: Path) -> None:
    document, notices = read_document(written(tmp_path, NOTICE.replace("20万元", "2\u200b0\ufeff万\u200d元")))
    assert "每家奖励20万元。" in document.text
    assert any("3 个看不见的字符" in notice for notice in notices)


def test_markup_is_taken_out_with_what_no_page_shows(tmp_path: Path) -> None:
    lines = "".join(f"<p>{line}</p>\n" for line in NOTICE.splitlines())
    page = f"<html><script>alert(1)</script>{lines}<div style='display:none'>奖励100万元</div>&nbsp;</html>"
    document, notices = read_document(written(tmp_path, page))
    assert "每家奖励20万元。" in document.text and "<" not in document.text
    assert "100万" not in document.text and "alert" not in document.text
    assert any("网页标签" in notice for notice in notices) and any("不显示" in notice for notice in notices)


def test_an_angle_bracket_is_no_markup(tmp_path: Path) -> None:
    document, notices = read_document(written(tmp_path, NOTICE + "误差<5%且>1%，见<附件>。\n"))
    assert "误差<5%且>1%，见<附件>。" in document.text and notices == ()


def test_a_condition_with_angle_brackets_is_no_markup_even_among_tags(tmp_path: Path) -> None:
    text = NOTICE + "<p>二、条件</p><p>若 a<i 且 b>0，则不予受理。</p>\n"
    assert "若 a<i 且 b>0，则不予受理。" in read_document(written(tmp_path, text))[0].text


def test_white_letters_of_a_page_are_kept_and_told_of_and_hidden_elements_end_where_they_close(tmp_path: Path) -> None:
    page = (
        f"<p>{NOTICE}</p><p style='color:#ffffff;background:#c00'>第一条 白字红底。</p>"
        "<div style='display:none'><div>隐藏</div>不显示的话。</div><p>看得见的话。</p>"
    )
    document, notices = read_document(written(tmp_path, page))
    assert "白字红底" in document.text and "看得见的话" in document.text
    assert "隐藏" not in document.text and "不显示的话" not in document.text
    assert any("白色文字" in notice for notice in notices)


def test_white_words_are_judged_by_styles_and_the_colour_of_the_page(tmp_path: Path) -> None:
    white = RGBColor(255, 255, 255)
    document = docx.Document()
    document.add_paragraph("看得见的话。")
    ghost = document.styles.add_style("Ghost", WD_STYLE_TYPE.CHARACTER)
    ghost.font.color.rgb = white
    document.add_paragraph().add_run("按样式的白字", style="Ghost")
    band = document.styles.add_style("Band", WD_STYLE_TYPE.PARAGRAPH)
    band.element.get_or_add_pPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="C00000"/>'))
    document.add_paragraph(style="Band").add_run("红底白字").font.color.rgb = white
    document.save(str(tmp_path / "样式.docx"))
    text = read_document(tmp_path / "样式.docx")[0].text
    assert "红底白字" in text and "按样式的白字" not in text
    document.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="1F3864"/>'))
    document.save(str(tmp_path / "底色.docx"))
    read, notices = read_document(tmp_path / "底色.docx")
    assert "按样式的白字" in read.text and any("6 个白字写在页面底色上" in notice for notice in notices)


def test_white_and_tiny_words_of_a_word_file_are_left_out_and_told_of(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("看得见的话。").add_run("白字十万").font.color.rgb = RGBColor(255, 255, 255)
    document.add_paragraph("又一句。").add_run("小字").font.size = Pt(1)
    file = tmp_path / "通知.docx"
    document.save(str(file))
    read, notices = read_document(file)
    assert "看得见的话。" in read.text and "白字" not in read.text and "小字" not in read.text
    assert any("6 个字在纸面上看不见" in notice for notice in notices)


def test_white_words_on_a_dark_cell_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    cell = table.cell(0, 0)
    cell.paragraphs[0].add_run("白字表头").font.color.rgb = RGBColor(255, 255, 255)
    file = tmp_path / "通知.docx"
    document.save(str(file))
    assert "白字表头" in read_document(file)[0].text


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_same_words_in_another_encoding_are_refused_by_the_name_of_the_first(tmp_path: Path, encoding: str) -> None:
    library = Library(tmp_path / "home")
    add_file(library, written(tmp_path, NOTICE), "first")
    with pytest.raises(UnusableInputError, match=r"first.*文字完全相同"):
        add_file(library, written(tmp_path, NOTICE, "另一份.txt", encoding), "second")
    assert [one.id for one in library.documents()] == ["first"]


def test_another_text_of_the_same_number_is_told_of(tmp_path: Path) -> None:
    library = Library(tmp_path / "home")
    add_file(library, written(tmp_path, NOTICE), "first")
    _, notices = add_file(library, written(tmp_path, NOTICE.replace("20万元", "30万元"), "改.txt"), "second")
    assert any("同一文号" in notice and "first" in notice for notice in notices)

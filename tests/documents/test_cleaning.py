"""Invisible characters and markup are taken out and told of; the same words twice are one document."""

from pathlib import Path

import docx
import pytest
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

"""Notices and what applicants tell of themselves are told apart when a file is added."""

from pathlib import Path

import pytest

from assistant.documents.model import Document
from assistant.documents.nature import is_notice
from assistant.library.intake import add_file
from assistant.library.store import Library

OWN = """重庆渝川精工轴承股份有限公司质量工作情况

一、基本情况
公司成立于2009年6月，注册地在重庆市巴南区，现有员工486人。
二、质量管理做法
推行“三检两追一复盘”质量管理法。2023年12月，公司参评第五届中国质量奖。
"""


@pytest.mark.parametrize(
    "title", ["关于开展第二届吴忠市质量奖评选工作的通知", "《松江市质量奖评审办法》解读", "质量提升行动方案"]
)
def test_titles_of_notices(title: str) -> None:
    assert is_notice(Document("x", title, title))


@pytest.mark.parametrize(
    "title", ["某公司质量工作情况", "巴南区惠民面粉厂申报材料", "宝鸡市质量奖申报表（征求意见稿）", "个人事迹"]
)
def test_titles_of_applicants(title: str) -> None:
    assert not is_notice(Document("x", title, OWN))


def test_an_untitled_text_that_speaks_like_a_notice_is_one() -> None:
    assert is_notice(Document("x", "质量奖", "各县区：现将申报条件和评选程序印发给你们。特此通知。"))


def test_an_applicants_text_is_taken_with_a_plain_warning(tmp_path: Path) -> None:
    file = tmp_path / "材料.txt"
    file.write_text(OWN, encoding="utf-8")
    library = Library(tmp_path / "home")
    document, notices = add_file(library, file, "own")
    assert library.document("own") == document
    assert any("不像" in one or "不是政策通知" in one for one in notices)

"""The form as LibreOffice opens and prints it."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from assistant.drafting.form import write_form
from tests.drafting.test_form import HEADS, ROW

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed here")


def printed(path: Path) -> list[str]:
    """The text of each printed page, white space removed."""
    command = ["soffice", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=200)
    pdf = pypdfium2.PdfDocument(path.with_suffix(".pdf"))
    assert {tuple(round(side) for side in pdf[i].get_size()) for i in range(len(pdf))} == {(842, 595)}
    return ["".join(pdf[i].get_textpage().get_text_range().split()) for i in range(len(pdf))]


def test_every_page_prints_the_heads_and_no_row_is_split(tmp_path: Path) -> None:
    rows = [replace(ROW, name=f"第{n}号申报单位", profile="质量" * 140 + f"此处止{n}。") for n in range(1, 15)]
    pages = printed(write_form(rows, tmp_path / "表.docx").docx)
    assert len(pages) > 2
    assert all(head in page for page in pages[:-1] for head in HEADS)
    for number in range(1, 15):
        (page,) = [page for page in pages if f"第{number}号申报单位" in page]
        assert f"此处止{number}。" in page
    assert pages[0].startswith("附件2推荐质量领域优质组织和个人信息汇总表填报部门：联系人：联系电话：")
    assert "原则上不超过300个字。" in pages[-1]


def test_a_row_higher_than_a_page_runs_on_and_loses_nothing(tmp_path: Path) -> None:
    honours = "\n".join(f"2023年{n % 12 + 1}月 第{n}项省质量信得过班组一等奖" for n in range(1, 61))
    pages = printed(write_form([ROW, replace(ROW, honours=honours), ROW], tmp_path / "表.docx").docx)
    whole = "".join(pages)
    assert all(f"第{n}项省质量信得过班组一等奖" in whole for n in range(1, 61))
    assert all(HEADS[5] in page for page in pages if "一等奖" in page)

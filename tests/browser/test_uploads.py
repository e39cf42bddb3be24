"""Files that cannot be taken, and work wished for in the chat, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_conversation import page  # noqa: F401  the fixture

pytestmark = pytest.mark.browser

_EXE = {"name": "安装.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"}
_STORY = {"name": "自述.txt", "mimeType": "text/plain", "buffer": "我公司2008年在宝鸡成立，主营水泵。".encode()}


@pytest.mark.parametrize("name", ["", "drafting", "documents"])
def test_a_wrong_type_is_refused_in_chinese_on_the_page(page: Page, address: str, name: str) -> None:  # noqa: F811
    page.goto(f"{address}/{name}")
    page.locator("input[type=file]").first.set_input_files(_EXE)
    told = "没有上传“安装.exe”：读不了这种文件。请换成 txt、md、docx、pdf"
    expect(page.locator(".refused").first).to_contain_text(told)
    expect(page.locator("h1").first).to_be_visible()


def test_a_file_over_the_limit_is_refused_with_both_sizes(page: Page, tmp_path: Path) -> None:  # noqa: F811
    big = tmp_path / "总结.txt"
    big.write_bytes(b"x" * (31 * 1024 * 1024))
    page.locator("input[type=file]").first.set_input_files(big)
    expect(page.locator(".refused")).to_contain_text("31.0 MB，超过每份 30 MB")


def test_an_attached_file_with_a_wish_leads_to_the_page_with_the_material(page: Page) -> None:  # noqa: F811
    # Streamlit takes no message while a file is still on its way.
    with page.expect_response(lambda answer: answer.request.method == "PUT"):
        page.locator("input[type=file]").first.set_input_files([_STORY, _EXE])
    expect(page.locator(".refused")).to_contain_text("安装.exe")
    page.get_by_test_id("stChatInputTextArea").fill("请根据附件拟一份汇总表")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="用这份材料起草汇总表").click()
    expect(page.get_by_role("heading", name="汇总表起草")).to_be_visible()
    expect(page.get_by_text("材料（1 份").first).to_be_visible()

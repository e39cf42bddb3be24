"""The documents page and what stands behind it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.documents.grammar import split_clauses
from assistant.documents.model import Document
from assistant.library.store import Library
from assistant.ui import session
from assistant.ui.components.source import find, outline_html, parts, source_html
from tests.ui.conftest import html_of

Page = Callable[[str], AppTest]


def test_the_list_tells_number_issuer_and_whether_the_deadline_passed(page: Page) -> None:
    app = page("documents")
    assert not app.exception
    told = "\n".join(caption.value for caption in app.caption)
    assert "兰政发〔2023〕32号" in told
    assert "宝鸡市人民政府办公室" in told
    badges = "\n".join(markdown.value for markdown in app.markdown)
    assert "长期有效" in badges
    assert "期限已过" in badges


def test_a_document_is_read_whole_with_outline_and_search(page: Page) -> None:
    app = page("documents")
    app.button(key="read-lanzhou-2023").click().run()
    text = html_of(app)
    assert "class='outline'" in text
    # An article that is only paragraphs (第二条) is led to like any other.
    assert all(f">{article}</button>" in text for article in ("第一条", "第二条", "第三条"))
    assert session.library().document("lanzhou-2023").text.strip()[-10:] in text
    app.text_input(key="find-lanzhou-2023").set_value("提名奖").run()
    assert "<span class='found'>提名奖</span>" in html_of(app)
    app.text_input(key="find-lanzhou-2023").set_value("量子纠缠").run()
    assert any("文中没有“量子纠缠”" in caption.value for caption in app.caption)


def test_an_unknown_document_is_one_sentence_and_the_list(page: Page) -> None:
    app = page("documents")
    app.query_params["document"] = "not-there"
    app.run()
    assert "文件库中没有“not\\-there”" in app.info[0].value or "not-there" in app.info[0].value
    assert any(button.key == "read-baoji-2024" for button in app.button)


NOTICE = """丹江口市人民政府关于开展第二届丹江口市市长质量奖评选的通知

一、奖项设置
丹江口市市长质量奖每届不超过4家，奖金每家80万元。

二、申报方式
通过系统申报，系统登录密码：Abc12345
"""


def test_an_uploaded_notice_is_answerable_at_once_and_its_removal_can_be_undone(page: Page) -> None:
    app = page("documents")
    app.file_uploader[0].set_value([("丹江口.txt", NOTICE.encode(), "text/plain")]).run()
    next(button for button in app.button if button.label.startswith("加入文件库")).click().run()
    assert "丹江口市人民政府" in app.success[0].value
    assert any("已隐去" in warning.value for warning in app.warning)
    assert "Abc12345" not in session.library().document("丹江口").text
    assert "80万元" in session.assistant().ask("丹江口市市长质量奖奖金多少？").text

    app.file_uploader[0].set_value([("丹江口.txt", NOTICE.encode(), "text/plain")]).run()
    next(button for button in app.button if button.label.startswith("加入文件库")).click().run()
    assert len(app.error) == 1
    assert "--id" not in app.error[0].value

    app.button(key="remove-丹江口").click().run()
    assert "丹江口" not in {document.id for document in session.library().documents()}
    app.button(key="undo-remove").click().run()
    assert "丹江口" in {document.id for document in session.library().documents()}
    session.library().remove("丹江口")


@pytest.mark.parametrize(
    ("name", "content"), [("空.txt", b""), ("坏.pdf", b"%PDF-1.7 broken"), ("坏.docx", b"PK\x03\x04 broken")]
)
def test_an_unreadable_file_is_one_clear_sentence(page: Page, name: str, content: bytes) -> None:
    app = page("documents")
    app.file_uploader[0].set_value([(name, content, "")]).run()
    next(button for button in app.button if button.label.startswith("加入文件库")).click().run()
    assert not app.exception
    assert len(app.error) == 1
    assert name.split(".")[0] in app.error[0].value


@pytest.fixture
def long_library(tmp_path: Path) -> Library:
    paragraphs = [f"第{number}条 申报单位<b>须</b>遵守规定{number}。" + "说明文字，" * 60 for number in range(1, 401)]
    document = Document("long", "很长的办法", "\n\n".join(paragraphs))
    library = Library(tmp_path)
    library.add(document, split_clauses(document))
    return library


def test_a_very_long_document_is_shown_around_the_clause_and_escaped(long_library: Library) -> None:
    clause = next(clause for clause in long_library.clauses("long") if "规定300。" in clause.text)
    page = source_html(long_library, "long", clause.path)
    assert len(page) < 90_000 < len(long_library.document("long").text)
    assert "规定300。" in page.split("<mark", 1)[1].split("</mark>", 1)[0]
    assert "前面还有约" in page
    assert "后面还有约" in page
    assert "<b>" not in page


def test_a_very_long_document_is_leafed_through_without_a_gap(long_library: Library) -> None:
    document = long_library.document("long")
    spans = parts(document)
    assert "".join(document.text[start:end] for start, end in spans) == document.text
    assert outline_html(long_library, "long", span=spans[0]).count("<button") < 200 < len(long_library.clauses("long"))


def test_a_search_counts_its_hits_and_the_outline_lists_only_them(long_library: Library) -> None:
    finding = find(long_library, "long", " 规定39。 ")
    assert finding.total == 1  # 规定39。 with its full stop, so not 390 to 399
    assert outline_html(long_library, "long", finding).count("<button") == 1

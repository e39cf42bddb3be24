"""The settings page: what it tells without an endpoint, with one, and with one that does not answer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.retrieval.index import build
from assistant.settings import settings
from tests.ui.conftest import html_of

Page = Callable[[str], AppTest]


def words(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.error, *app.success, *app.code]
    return "\n".join(str(part.value) for part in parts) + html_of(app)


def test_without_an_endpoint_the_page_says_nothing_is_missing(page: Page) -> None:
    build(settings())
    app = page("settings")
    assert not app.exception
    assert "没有配置语言模型" in words(app)
    assert "与文件库一致" in words(app)


@pytest.fixture
def endpoint(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_BASE_URL", "http://127.0.0.1:9/v1")  # the discard port: nobody answers there
    monkeypatch.setenv("LLM_MODEL", "some-model")
    monkeypatch.setenv("LLM_API_KEY", "sk-never-shown-0123456789")
    monkeypatch.setenv("LLM_TIMEOUT_SECONDS", "3")
    settings.cache_clear()


@pytest.mark.usefixtures("endpoint")
def test_the_key_is_never_shown_and_a_dead_endpoint_is_one_sentence(page: Page) -> None:
    try:
        app = page("settings")
        assert "密钥已设置" in words(app)
        next(button for button in app.button if button.label == "测试连接").click().run()
        assert len(app.error) == 1
        assert "sk-never-shown" not in words(app)
    finally:
        settings.cache_clear()

"""The settings page: what it tells without an endpoint, and how one is set, tested, kept, replaced and removed."""

import json
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.models.endpoint import FILE, EndpointStore
from assistant.models.presets import PRESETS
from assistant.models.prompts import load_prompt
from assistant.retrieval.index import build
from assistant.settings import settings
from assistant.ui import session
from evaluations.lies.server import LoopbackServer
from tests.ui.conftest import html_of

Page = Callable[[str], AppTest]
KEY = "sk-never-shown-0123456789"


def words(app: AppTest) -> str:
    parts = [*app.markdown, *app.caption, *app.error, *app.success, *app.code, *app.info, *app.warning]
    return "\n".join(str(part.value) for part in parts) + html_of(app)


def test_without_an_endpoint_the_page_says_nothing_is_missing(page: Page) -> None:
    build(settings())
    app = page("settings")
    assert not app.exception
    assert "没有配置语言模型" in words(app)
    assert "与文件库一致" in words(app)


@pytest.fixture
def own(home: Path) -> Iterator[Path]:
    """The home, left without an endpoint afterwards."""
    yield home
    EndpointStore(home).remove()
    settings.cache_clear()


@pytest.fixture
def endpoint(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LLM_BASE_URL", "http://127.0.0.1:9/v1")  # the discard port: nobody answers there
    monkeypatch.setenv("LLM_MODEL", "some-model")
    monkeypatch.setenv("LLM_API_KEY", KEY)
    monkeypatch.setenv("LLM_TIMEOUT_SECONDS", "3")
    settings.cache_clear()
    yield
    settings.cache_clear()


def filled(app: AppTest, url: str, key: str = KEY, model: str = "loopback") -> AppTest:
    app.text_input(key="endpoint-url").set_value(url).run()
    app.text_input(key="endpoint-model").set_value(model).run()
    field = next(one for one in app.text_input if one.label == "密钥")
    return field.set_value(key).run()


@pytest.mark.usefixtures("endpoint")
def test_the_key_is_never_shown_and_a_dead_endpoint_is_one_sentence(page: Page) -> None:
    app = page("settings")
    assert "密钥已设置" in words(app)
    app.button(key="endpoint-test").click().run()
    assert len(app.error) == 1
    assert KEY not in words(app)


@pytest.mark.usefixtures("endpoint")
def test_what_the_environment_sets_cannot_be_changed_here(page: Page, own: Path) -> None:
    app = page("settings")
    assert "由环境变量或 .env 设置，页面不能改" in words(app)
    assert app.text_input(key="endpoint-url").disabled
    assert app.text_input(key="endpoint-model").disabled
    assert not [one for one in app.text_input if one.label == "密钥"]
    app.button(key="endpoint-save").click().run()
    assert settings().llm_base_url == "http://127.0.0.1:9/v1"
    assert KEY not in (own / FILE).read_text(encoding="utf-8")


def test_an_endpoint_is_tested_before_and_holds_right_after_saving(page: Page, own: Path) -> None:
    with LoopbackServer() as server:
        app = filled(page("settings"), server.url)
        app.button(key="endpoint-test").click().run()
        assert "连接正常" in words(app)
        assert server.keys[-1] == f"Bearer {KEY}"
        assert not (own / FILE).exists()
        app.button(key="endpoint-save").click().run()
        assert not app.exception
        assert "已保存" in words(app)
        assert settings().llm_base_url == server.url
        model = session.model()
        assert model is not None and model.name == "loopback"


@pytest.mark.parametrize("tested_before", [True, False])
def test_what_does_not_answer_is_saved_with_a_warning_and_never_a_tick(
    page: Page, own: Path, tested_before: bool
) -> None:
    app = filled(page("settings"), "http://127.0.0.1:9/v1")
    if tested_before:
        app.button(key="endpoint-test").click().run()
    app.button(key="endpoint-save").click().run()
    assert settings().llm_base_url == "http://127.0.0.1:9/v1"
    for _ in range(2):  # and it is still said when the page is drawn again
        assert not app.success
        (told,) = [one.value for one in app.warning if "测试没有成功" in one.value]
        assert "连不上语言模型服务" in told and "按原文摘录" in told and "再测一次" in told
        app.run()


def test_a_dead_endpoint_is_told_whatever_else_was_tested_since(page: Page, own: Path) -> None:
    dead = "http://127.0.0.1:9/v1"
    app = filled(page("settings"), dead)
    app.button(key="endpoint-save").click().run()
    with LoopbackServer() as server:
        app = filled(app, server.url)
        app.button(key="endpoint-test").click().run()
    app.text_input(key="endpoint-url").set_value(dead).run()
    assert settings().llm_base_url == dead
    assert any("测试没有成功" in one.value for one in app.warning)


def test_a_shorter_wait_is_tested_before_it_is_said_to_answer(page: Page, own: Path) -> None:
    with LoopbackServer() as server:
        app = filled(page("settings"), server.url)
        app.button(key="endpoint-save").click().run()
        asked = len(server.keys)
        app.number_input(key="endpoint-timeout_seconds").set_value(1.0).run()
        app.button(key="endpoint-save").click().run()
        assert settings().llm_timeout_seconds == 1.0
        assert len(server.keys) > asked


def test_a_wrong_key_is_named_and_the_warning_goes_once_it_is_right(page: Page, own: Path) -> None:
    with LoopbackServer("status 401") as server:
        app = filled(page("settings"), server.url)
        app.button(key="endpoint-save").click().run()
        assert "不接受这个密钥" in words(app) and not app.success
        server.mode = "faithful"
        app.button(key="endpoint-save").click().run()
        assert [one.value for one in app.success] == ["已保存，连接正常，从下一次回答起生效。"]
        assert not app.warning


def test_the_file_is_the_owners_alone_and_the_key_is_not_shown_again(page: Page, own: Path) -> None:
    app = filled(page("settings"), "https://model.example.invalid/v1")
    app.button(key="endpoint-save").click().run()
    assert stat.S_IMODE((own / FILE).stat().st_mode) == 0o600
    assert KEY in (own / FILE).read_text(encoding="utf-8")
    again = page("settings")
    assert "密钥：已设置" in words(again)
    assert KEY not in words(again)
    assert all(one.value != KEY for one in again.text_input)
    assert KEY not in repr(app.session_state._state.filtered_state)
    for file in own.rglob("*"):
        if file.is_file() and file.name != FILE:
            assert KEY.encode() not in file.read_bytes(), file


def test_a_key_held_in_memory_is_on_no_disk(page: Page, own: Path) -> None:
    app = filled(page("settings"), "https://model.example.invalid/v1")
    app.checkbox(key="endpoint-memory").check().run()
    app.button(key="endpoint-save").click().run()
    assert KEY not in (own / FILE).read_text(encoding="utf-8")
    assert settings().llm_api_key.get_secret_value() == KEY
    assert "只在内存里" in words(page("settings"))


def test_a_key_is_replaced_and_removed(page: Page, own: Path) -> None:
    filled(page("settings"), "https://model.example.invalid/v1").button(key="endpoint-save").click().run()
    app = page("settings")
    app.button(key="endpoint-replace").click().run()
    field = next(one for one in app.text_input if one.label == "密钥")
    assert field.value == ""
    field.set_value("sk-second-9876543210").run()
    app.button(key="endpoint-save").click().run()
    assert settings().llm_api_key.get_secret_value() == "sk-second-9876543210"
    app.button(key="endpoint-remove").click().run()
    assert settings().llm_api_key.get_secret_value() == ""
    assert settings().llm_base_url == "https://model.example.invalid/v1"


def test_a_key_does_not_follow_to_another_service(page: Page, own: Path) -> None:
    filled(page("settings"), "https://model.example.invalid/v1").button(key="endpoint-save").click().run()
    with LoopbackServer() as server:
        app = page("settings")
        app.text_input(key="endpoint-url").set_value(server.url).run()
        assert "原来的密钥不会发到新地址" in words(app)
        app.button(key="endpoint-test").click().run()
        assert KEY not in "".join(server.keys)
        app.button(key="endpoint-save").click().run()
    assert settings().llm_api_key.get_secret_value() == ""
    assert KEY not in (own / FILE).read_text(encoding="utf-8")


@pytest.mark.parametrize("preset", PRESETS, ids=[one.name for one in PRESETS])
def test_a_service_fills_in_its_address(page: Page, own: Path, preset: object) -> None:
    app = page("settings")
    app.selectbox(key="endpoint-service").set_value(preset.name).run()
    assert app.text_input(key="endpoint-url").value == preset.base_url


@pytest.mark.parametrize(
    ("url", "model"), [("ftp://x/v1", "m"), ("没有地址", "m"), ("https://u:p@h/v1", "m"), ("https://h/v1", "")]
)
def test_an_unusable_endpoint_is_not_saved(page: Page, own: Path, url: str, model: str) -> None:
    app = filled(page("settings"), url, model=model)
    app.button(key="endpoint-save").click().run()
    assert len(app.error) == 1
    assert not (own / FILE).exists()


def test_clearing_forgets_the_endpoint_and_its_key(page: Page, own: Path) -> None:
    filled(page("settings"), "https://model.example.invalid/v1").button(key="endpoint-save").click().run()
    app = page("settings")
    app.button(key="endpoint-clear").click().run()
    assert not (own / FILE).exists()
    assert settings().llm_base_url == "" and session.model() is None


def test_a_broken_file_counts_as_none(own: Path) -> None:
    for text in ("", "[]", '{"base_url": 1', json.dumps({"base_url": "https://h/v1"}), '{"model": null}'):
        (own / FILE).write_text(text, encoding="utf-8")
        assert EndpointStore(own).read().base_url == ""


def test_what_a_session_used_is_told_where_the_endpoint_tells(page: Page, own: Path) -> None:
    with LoopbackServer() as server:
        app = filled(page("settings"), server.url)
        app.number_input(key="endpoint-price_input").set_value(2.0).run()
        app.button(key="endpoint-save").click().run()
        session.model().complete(load_prompt("probe"), {"word": "质量"})
        told = words(page("settings"))
    # 120 tokens at 2 per million.
    assert "输入 120、输出 40 个计费单位，约 0.0002 元" in told.replace("\\", "")

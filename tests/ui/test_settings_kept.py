"""What the settings page keeps while the environment fixes a part, and what it says of addresses and files."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from streamlit.testing.v1 import AppTest

from assistant.models.endpoint import FILE, Endpoint, EndpointStore
from assistant.settings import settings

Page = Callable[[str], AppTest]
_SAVED = Endpoint("https://one.example/v1", "one-model", SecretStr("sk-of-service-one"), timeout_seconds=44.0)


@pytest.fixture
def saved(home: Path) -> Iterator[EndpointStore]:
    store = EndpointStore(home)
    store.save(_SAVED)
    settings.cache_clear()
    yield store
    store.remove()
    settings.cache_clear()


def test_saving_beside_an_environment_keeps_the_saved_pair(
    page: Page, saved: EndpointStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LLM_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("LLM_MODEL", "told-model")
    monkeypatch.setenv("LLM_TIMEOUT_SECONDS", "7")
    settings.cache_clear()
    app = page("settings")
    app.button(key="endpoint-save").click().run()
    assert not app.exception
    assert saved.read() == _SAVED


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:abc/v1", "http://[::1", "https://one.example／v1", "http://one.example:99999/v1", "http://a b/"],
)
@pytest.mark.parametrize("button", ["endpoint-save", "endpoint-test"])
def test_a_wrong_address_is_one_sentence(page: Page, saved: EndpointStore, url: str, button: str) -> None:
    app = page("settings")
    app.text_input(key="endpoint-url").set_value(url).run()
    app.button(key=button).click().run()
    assert not app.exception
    assert any("接口地址" in error.value for error in app.error)
    assert saved.read() == _SAVED


def test_a_file_with_impossible_values_is_told_and_ignored(page: Page, home: Path, saved: EndpointStore) -> None:
    row = json.loads((home / FILE).read_text())
    (home / FILE).write_text(json.dumps({**row, "max_tokens": float("inf"), "price_input": [1]}))
    settings.cache_clear()
    app = page("settings")
    assert not app.exception
    assert settings().llm_base_url == ""
    assert any("max_tokens" in one.value.replace("\\", "") for one in app.warning)

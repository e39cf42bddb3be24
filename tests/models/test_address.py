"""Wrong addresses, keys and saved values are told in one sentence; nothing of the environment joins a call."""

import json
from pathlib import Path
from typing import Any

import httpcore2
import pytest
from pydantic import SecretStr

from assistant.answering.opening import open_helpers
from assistant.errors import ModelError
from assistant.models.address import checked_address
from assistant.models.client import LanguageModel
from assistant.models.endpoint import FILE, Endpoint, EndpointStore, same_service
from assistant.models.prompts import load_prompt
from tests.models.conftest import KEY, settings_for

WRONG = [
    "http://127.0.0.1:abc/v1",
    "http://[::1",
    "http://host.example／v1",
    "http://a／b.example/v1",
    "http://127.0.0.1:99999/v1",
    "http://127.0.0.1:0/v1",
    "http://host example/v1",
    "http://例子.中国/v1",
    "http://" + "a" * 300 + "/v1",
    "http://*.example/v1",
    "ftp://host.example/v1",
    "http://",
    "http://.:1/",
    "http://[fe80::1%eth0]/v1",
    "http://someone:word@host.example/v1",
    "http://host\x00.example/v1",
]


@pytest.mark.parametrize("url", WRONG)
def test_a_wrong_address_is_one_sentence_and_answers_go_on(url: str, tmp_path: Path) -> None:
    chosen = settings_for(url, tmp_path)
    with pytest.raises(ModelError, match="接口地址") as caught:
        LanguageModel(chosen)
    assert str(caught.value).count("\n") == 0
    helpers = open_helpers(chosen)
    assert helpers != open_helpers(settings_for("", tmp_path))  # a composer that tells of it, not an exception
    assert not same_service(url, url)


@pytest.mark.parametrize(
    "url", ["https://host.example/v1", "HTTP://Host.example:8000", "http://[::1]:9/v1", "http://10.0.0.5/v1 \n"]
)
def test_a_usable_address_is_taken(url: str) -> None:
    assert checked_address(url).hostname


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"llm_api_key": SecretStr("密钥")}, "密钥"),
        ({"llm_api_key": SecretStr("sk-one two")}, "密钥"),
        ({"llm_model": "甲" * 201}, "模型名称"),
        ({"llm_model": "one\ntwo"}, "模型名称"),
    ],
)
def test_an_unusable_key_or_name_is_told_before_a_call(changes: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=said):
        LanguageModel(settings_for("http://127.0.0.1:1/v1", tmp_path, **changes))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPENAI_ORG_ID", "org-of-another"),
        ("OPENAI_ORGANIZATION", "org-of-another"),
        ("OPENAI_PROJECT_ID", "proj-of-another"),
        ("OPENAI_API_KEY", "sk-of-another"),
        ("OPENAI_ADMIN_KEY", "sk-of-another"),
        ("OPENAI_CUSTOM_HEADERS", "X-Corp-Token: of-another\nAuthorization: Bearer of-another"),
        ("OPENAI_PROXY", "http://127.0.0.1:9"),
        ("OPENAI_BASE_URL", "http://127.0.0.1:9"),
        ("HTTP_PROXY", "http://127.0.0.1:9"),
    ],
)
def test_nothing_of_the_environment_joins_a_call(
    name: str, value: str, serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    seen: list[tuple[bytes, bytes]] = []
    send = httpcore2.ConnectionPool.handle_request

    def listening(pool: httpcore2.ConnectionPool, request: httpcore2.Request) -> httpcore2.Response:
        seen.extend(request.headers)
        return send(pool, request)

    monkeypatch.setattr(httpcore2.ConnectionPool, "handle_request", listening)
    with serve() as (server, model):
        model.complete(load_prompt("probe"), {"word": "质量"})
        assert server.keys == [f"Bearer {KEY}"]
    headers = {key.decode().lower(): one.decode() for key, one in seen}
    assert headers["authorization"] == f"Bearer {KEY}"
    assert not [one for one in headers.values() if "another" in one]
    assert set(headers) <= {
        "host", "connection", "accept", "accept-encoding", "content-type", "content-length", "authorization",
    }  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [
        {"max_tokens": float("inf")},
        {"timeout_seconds": float("nan")},
        {"price_input": -1},
        {"price_output": "3"},
        {"max_tokens": True},
        {"base_url": ["http://host.example/v1"]},
        {"model": None},
        {"key": 5},
    ],
)
def test_a_saved_value_that_cannot_be_is_left_out_and_told(changes: dict[str, Any], tmp_path: Path) -> None:
    row = {"base_url": "http://host.example/v1", "model": "m", "timeout_seconds": 9}
    (tmp_path / FILE).write_text(json.dumps({**row, **changes}), encoding="utf-8")
    (name,) = changes
    found = EndpointStore(tmp_path).read()
    assert name in found.notice
    assert found == Endpoint(notice=found.notice)


@pytest.mark.parametrize("text", ["[1]", "null", "{", "9" * 5000, "[" * 100_000, '"x"'])
def test_a_file_that_is_no_endpoint_counts_as_none_and_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    found = EndpointStore(tmp_path).read()
    assert found.notice and not found.base_url


def test_a_held_key_does_not_follow_a_file_that_names_another_service(tmp_path: Path) -> None:
    store = EndpointStore(tmp_path)
    store.save(Endpoint("https://one.example/v1", "m", SecretStr(KEY), held=True))
    row = json.loads((tmp_path / FILE).read_text())
    (tmp_path / FILE).write_text(json.dumps({**row, "base_url": "https://two.example/v1"}))
    assert not store.read().has_key
    store.remove()

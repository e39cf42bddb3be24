"""The client against a real HTTP server: good replies, and every known way to break one."""

import gc
import logging
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import ModelError
from assistant.models.client import open_model
from assistant.models.prompts import load_prompt
from evaluations.faults.leftovers import Leftovers
from evaluations.lies.faults import FAULTS
from tests.models.conftest import KEY, settings_for

WORD = {"word": "已连通"}
_BOUND = 0.8
QUESTION = {"question": "宝鸡市质量奖有几个名额？", "history": "无"}


def drained(stream: Any) -> tuple[list[str], Any]:
    pieces = []
    while True:
        try:
            pieces.append(next(stream))
        except StopIteration as end:
            return pieces, end.value


def test_a_reply_records_prompt_version_model_tokens_and_cost(serve: Any) -> None:
    with serve(llm_price_input=2.0, llm_price_output=8.0) as (_, model):
        done = model.complete(load_prompt("probe"), WORD)
    assert (done.text, done.origin) == ("已连通", "probe@1 · loopback")
    # 120 tokens at 2 per million and 40 at 8 per million.
    assert done.usage.cost == pytest.approx((120 * 2 + 40 * 8) / 1_000_000)
    assert model.spent.prompt_tokens == 120


def test_a_stream_comes_in_pieces_and_returns_the_whole(serve: Any) -> None:
    with serve(reply=lambda body: "一二三四五六七八九十。") as (_, model):
        pieces, done = drained(model.stream(load_prompt("probe"), WORD))
    assert len(pieces) > 1
    assert "".join(pieces) == done.text == "一二三四五六七八九十。"


@pytest.mark.parametrize("streamed", [True, False])
def test_thoughts_are_never_shown(serve: Any, streamed: bool) -> None:
    with serve(reply=lambda body: "<think>密码是 hunter2</think>\n已连通") as (_, model):
        if streamed:
            text = "".join(drained(model.stream(load_prompt("probe"), WORD))[0])
        else:
            text = model.complete(load_prompt("probe"), WORD).text
    assert text.strip() == "已连通"


def test_json_is_read_out_of_fences_prose_and_trailing_commas(serve: Any) -> None:
    reply = '好的，结果如下：\n```json\n{"question": "宝鸡市质量奖有几个名额？",}\n```\n如有疑问请告诉我。'
    with serve(reply=lambda body: reply) as (_, model):
        done = model.complete(load_prompt("rephrase"), QUESTION)
    assert done.data == {"question": "宝鸡市质量奖有几个名额？"}


def test_json_of_another_shape_is_refused(serve: Any) -> None:
    with serve(reply=lambda body: '{"answer": 1}') as (_, model), pytest.raises(ModelError, match="约定的格式"):
        model.complete(load_prompt("rephrase"), QUESTION)


def test_structured_output_is_asked_for_and_given_up_where_the_server_has_none(serve: Any, tmp_path: Path) -> None:
    with serve() as (server, model):
        model.complete(load_prompt("rephrase"), QUESTION)
        assert server.requests[-1]["response_format"] == {"type": "json_object"}
        server.mode = "status 400"
        with pytest.raises(ModelError):
            model.complete(load_prompt("rephrase"), QUESTION)
        assert "response_format" not in server.requests[-1]
        server.mode = "faithful"
        assert model.complete(load_prompt("rephrase"), QUESTION).data


@pytest.mark.parametrize("streamed", [True, False])
@pytest.mark.parametrize("fault", list(FAULTS))
def test_every_fault_becomes_one_chinese_sentence_within_the_bound(serve: Any, fault: str, streamed: bool) -> None:
    with serve(fault, llm_timeout_seconds=_BOUND, llm_max_tokens=2000) as (server, model):
        started = time.monotonic()
        with pytest.raises(ModelError) as caught:
            if streamed:
                drained(model.stream(load_prompt("compose"), COMPOSE))
            else:
                model.complete(load_prompt("compose"), COMPOSE)
        spent = time.monotonic() - started
        assert not any("redirected" in request for request in server.requests)
    told = str(caught.value)
    assert spent < _BOUND + 0.5
    assert told.endswith("。") and "\n" not in told
    assert KEY not in told and "provider secret" not in told and "sk-live" not in told


COMPOSE = {
    "question": "奖金多少？",
    "context": "无",
    "clauses": {"c1": "市政府对首次获得“宝鸡市质量奖”的组织和单位给予50万元一次性补助。"},
    "outline": "首次获得宝鸡市质量奖的组织和单位，市政府给予50万元一次性补助。[c1]",
}


def recover_after_first_request(server: Any) -> None:
    """The server answers well once it has been asked, however long the client takes to start."""
    while not server.requests:
        time.sleep(0.01)
    time.sleep(0.1)
    server.mode = "faithful"


def test_a_busy_server_is_asked_again_within_the_bound(serve: Any) -> None:
    with serve("status 429", llm_timeout_seconds=20.0) as (server, model):
        threading.Thread(target=recover_after_first_request, args=(server,), daemon=True).start()
        assert model.complete(load_prompt("probe"), WORD).text == "已连通"
        assert len(server.requests) == 2


def test_a_key_refused_is_not_tried_again(serve: Any) -> None:
    with serve("status 401") as (server, model):
        with pytest.raises(ModelError, match="LLM_API_KEY"):
            model.complete(load_prompt("probe"), WORD)
        assert len(server.requests) == 1


@pytest.mark.parametrize("mode", ["timeout", "slow drip", "endless stream"])
def test_cancelling_ends_a_call_at_once(serve: Any, mode: str) -> None:
    cancel = threading.Event()
    with serve(mode, llm_timeout_seconds=20.0) as (_, model):
        threading.Timer(0.3, cancel.set).start()
        started = time.monotonic()
        with pytest.raises(ModelError, match="已停止"):
            drained(model.stream(load_prompt("compose"), COMPOSE, cancel=cancel))
        assert time.monotonic() - started < 1.0


def test_nothing_is_left_behind_by_faulty_calls(serve: Any) -> None:
    with serve(llm_timeout_seconds=0.6, llm_attempts=1) as (server, model):
        model.complete(load_prompt("probe"), WORD)
        before = Leftovers.now()
        for fault in FAULTS:
            server.mode = fault
            with pytest.raises(ModelError):
                drained(model.stream(load_prompt("compose"), COMPOSE))
    gc.collect()
    time.sleep(0.3)
    after = Leftovers.now()
    assert after.threads <= before.threads
    assert after.sockets <= before.sockets


def test_a_stream_left_early_closes_its_connection(serve: Any) -> None:
    with serve("endless stream", llm_timeout_seconds=20.0) as (_, model):
        before = Leftovers.now()
        stream = model.stream(load_prompt("compose"), COMPOSE)
        next(stream)
        stream.close()
        gc.collect()
        assert Leftovers.now().sockets <= before.sockets + 1  # the server's own end may take a moment


def test_the_key_is_sent_but_never_logged(serve: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serve("status 401") as (server, model):
        with pytest.raises(ModelError):
            model.complete(load_prompt("probe"), WORD)
        assert server.keys == [f"Bearer {KEY}"]
    assert KEY not in caplog.text
    assert KEY not in repr(model.__dict__)


@pytest.mark.parametrize("url", ["ftp://x/v1", "deepseek", "https://user:pass@host/v1", "http://"])
def test_an_unusable_address_is_told(url: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="LLM_BASE_URL"):
        open_model(settings_for(url, tmp_path))


def test_no_endpoint_no_model(tmp_path: Path) -> None:
    assert open_model(settings_for("", tmp_path)) is None


def test_nobody_listening_is_told(tmp_path: Path) -> None:
    model = open_model(settings_for("http://127.0.0.1:9/v1", tmp_path, llm_attempts=1))
    assert model is not None
    with pytest.raises(ModelError, match="连不上"):
        model.complete(load_prompt("probe"), WORD)


def test_an_unknown_host_is_told_within_the_bound(tmp_path: Path) -> None:
    model = open_model(settings_for("https://no-such-host.invalid/v1", tmp_path, llm_timeout_seconds=2.0))
    assert model is not None
    started = time.monotonic()
    with pytest.raises(ModelError):
        model.complete(load_prompt("probe"), WORD)
    assert time.monotonic() - started < 2.5

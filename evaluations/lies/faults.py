"""Every way we know a model endpoint can break, as answers of the loopback server."""

import json
import socket
import struct
import time
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from evaluations.lies.events import completion, event, pieces

if TYPE_CHECKING:
    from evaluations.lies.server import Handler

HUGE = 6_000_000
Fault = Callable[["Handler", dict[str, Any]], None]


def streamed(handler: "Handler", body: dict[str, Any]) -> bytes:
    """The true answer's events, without the closing ones."""
    return b"".join(map(event, pieces(handler.server.answer(body, "faithful"))))


def _wait(handler: "Handler", seconds: float = 60.0) -> None:
    """Do nothing until the server stops."""
    handler.server.stopping.wait(seconds)


def _timeout(handler: "Handler", body: dict[str, Any]) -> None:
    del body
    _wait(handler)


def _drop(handler: "Handler", body: dict[str, Any]) -> None:
    """Announces more than it sends, then closes."""
    data = streamed(handler, body) if body.get("stream") else b'{"id": "x", '
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json", Content_Length="100000")
    handler.raw(data)


def _reset(handler: "Handler", body: dict[str, Any]) -> None:
    del body
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def _half(handler: "Handler", body: dict[str, Any]) -> None:
    """A stream that ends cleanly half-way; half a sentence said to be complete where nothing is streamed."""
    text = handler.server.answer(body, "faithful")
    text = text[: len(text) // 2]
    if not body.get("stream"):
        handler.begin()
        handler.raw(json.dumps(completion(text, None), ensure_ascii=False).encode())
        return
    handler.begin(kind="text/event-stream")
    for piece in pieces(text):
        handler.raw(event(piece))


def _status(status: int, **headers: str) -> Fault:
    def answer(handler: "Handler", body: dict[str, Any]) -> None:
        key = handler.headers.get("Authorization", "")
        handler.begin(status, **headers)
        message = f"provider secret: your key {key} was refused; prompt was {body['messages'][0]['content'][:80]}"
        handler.raw(json.dumps({"error": {"message": message, "code": status}}, ensure_ascii=False).encode())

    return answer


def _body(data: bytes, kind: str = "application/json", status: int = 200) -> Fault:
    def answer(handler: "Handler", body: dict[str, Any]) -> None:
        handler.begin(status, "text/event-stream" if body.get("stream") and kind == "json-or-sse" else kind)
        handler.raw(data)

    return answer


def _bad_json(handler: "Handler", body: dict[str, Any]) -> None:
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    broken = b'{"id": "x", "choices": [{"delta": {"content": '
    handler.raw(b"data: " + broken + b"\n\n" if body.get("stream") else broken)


def _choices(value: object) -> Fault:
    def answer(handler: "Handler", body: dict[str, Any]) -> None:
        row = completion("") | {"choices": value}
        streamed = b"data: " + json.dumps(row | {"object": "chat.completion.chunk"}).encode() + b"\n\ndata: [DONE]\n\n"
        handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
        handler.raw(streamed if body.get("stream") else json.dumps(row).encode())

    return answer


def _null(handler: "Handler", body: dict[str, Any]) -> None:
    if body.get("stream"):
        handler.begin(kind="text/event-stream")
        handler.raw(event(cast(str, None)) + event(cast(str, None), "stop") + b"data: [DONE]\n\n")
        return
    handler.begin()
    handler.raw(json.dumps(completion(None)).encode())


def _finish(reason: str) -> Fault:
    def answer(handler: "Handler", body: dict[str, Any]) -> None:
        handler.whole(body, handler.server.answer(body, "faithful"), reason)

    return answer


def _said(text: str) -> Fault:
    return lambda handler, body: handler.whole(body, text)


def _huge(handler: "Handler", body: dict[str, Any]) -> None:
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    if body.get("stream"):
        for _ in range(HUGE // 60_000):
            handler.raw(event("宝鸡市质量奖。" * 1200))
        return
    handler.raw(json.dumps(completion("宝" * (HUGE // 3)), ensure_ascii=False).encode())


def _encoding(handler: "Handler", body: dict[str, Any]) -> None:
    """GB18030 sent as UTF-8."""
    text = handler.server.answer(body, "faithful")
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    if body.get("stream"):
        for piece in pieces(text):
            handler.raw(event(piece).decode().encode("gb18030"))
        handler.raw(event("", "stop") + b"data: [DONE]\n\n")
        return
    handler.raw(json.dumps(completion(text), ensure_ascii=False).encode("gb18030"))


def _redirect(handler: "Handler", body: dict[str, Any]) -> None:
    del body
    handler.begin(307, Location=f"http://127.0.0.1:{handler.server.server_port}/stolen")


def _endless(handler: "Handler", body: dict[str, Any]) -> None:
    handler.begin(kind="text/event-stream")
    while not handler.server.stopping.is_set():
        handler.raw(event("好的，我再补充一点。") if body.get("stream") else b"  ")
        time.sleep(0.01)


def _drip(handler: "Handler", body: dict[str, Any]) -> None:
    """A byte at a time, never a whole reply within any bound."""
    data = streamed(handler, body) if body.get("stream") else b" " * 10_000
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    for at in range(len(data)):
        if handler.server.stopping.wait(0.2):
            return
        handler.raw(data[at : at + 1])


def _drip_headers(handler: "Handler", body: dict[str, Any]) -> None:
    del body
    handler.raw(b"HTTP/1.1 200 OK\r\n")
    for _ in range(10_000):
        if handler.server.stopping.wait(0.2):
            return
        handler.raw(b"X")


@lru_cache(maxsize=1)
def _bomb() -> bytes:
    """20 MB packed bit by bit and once: the server lives in the process whose memory is measured."""
    packer = zlib.compressobj(wbits=31)
    return b"".join([*(packer.compress(b" " * 100_000) for _ in range(200)), packer.flush()])


def _gzip(handler: "Handler", body: dict[str, Any]) -> None:
    """A small body that would unpack to a huge one, although none was asked to be packed."""
    del body
    handler.begin(Content_Encoding="gzip")
    handler.raw(_bomb())


HTML = "<!doctype html><html><body><h1>登录</h1><p>请先登录</p></body></html>".encode()
FAULTS: dict[str, Fault] = {
    "timeout": _timeout,
    "drop mid-stream": _drop,
    "reset": _reset,
    "clean half stream": _half,
    "status 400": _status(400),
    "status 401": _status(401),
    "status 404": _status(404),
    "status 429": _status(429),
    "status 429 long wait": _status(429, Retry_After="3600"),
    "status 500": _status(500),
    "status 503": _status(503),
    "malformed JSON": _bad_json,
    "HTML page": _body(HTML, "text/html; charset=utf-8"),
    "HTML as JSON": _body(HTML),
    "plain text": _body("服务正在维护".encode(), "text/plain"),
    "no body": _body(b""),
    "JSON list": _body(b"[]"),
    "JSON null": _body(b"null"),
    "error with 200": _body(b'{"error": {"message": "quota of key sk-live-000 exhausted"}}'),
    "null content": _null,
    "no choices": _choices([]),
    "null choices": _choices(None),
    "choices of another kind": _choices("none"),
    "finish_reason length": _finish("length"),
    "finish_reason content_filter": _finish("content_filter"),
    "empty": _said(""),
    "white space": _said(" \n\n"),
    "only thoughts": _said("<think>用户在问奖金，我先想想。</think>"),
    "unfinished thoughts": _said("<think>用户在问奖金，我先想想"),
    "huge": _huge,
    "wrong encoding": _encoding,
    "redirect": _redirect,
    "endless stream": _endless,
    "slow drip": _drip,
    "slow headers": _drip_headers,
    "packed bomb": _gzip,
}

"""A loopback OpenAI-compatible server: faithful, lying, obedient to injections, or broken in every way we know.

`python -m evaluations.lies.server --mode lie --port 8199` serves until stopped; in tests `with LoopbackServer(...)`.
The mode of a request is the server's, unless the model name asks for another (`loopback:fault-timeout`).
"""

import argparse
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from evaluations.lies.replies import reply_to

HUGE = 6_000_000
Reply = Callable[[dict[str, Any]], str]


class LoopbackServer(ThreadingHTTPServer):
    """Serves on 127.0.0.1 in a thread of its own while used as a context manager.

    `reply` (prompt → text) overrides what is answered in the modes that answer; `requests` keeps what was asked.
    """

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, mode: str = "faithful", reply: Reply | None = None, port: int = 0, pause: float = 0.0) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.mode = mode
        self.reply = reply
        self.pause = pause
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.stopping = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        """The base URL for LLM_BASE_URL."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def __enter__(self) -> "LoopbackServer":
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what many modes provoke; they are no news."""

    def answer(self, body: dict[str, Any], mode: str) -> str:
        """The reply's text in a mode that answers."""
        return self.reply(body) if self.reply else reply_to(body, mode)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: LoopbackServer

    def log_message(self, *arguments: object) -> None:
        """Nothing is logged: requests carry keys."""

    def do_POST(self) -> None:
        """One chat completion."""
        size = int(self.headers.get("Content-Length", "0"))
        body: dict[str, Any] = json.loads(self.rfile.read(size))
        self.server.requests.append(body)
        self.server.keys.append(self.headers.get("Authorization", ""))
        asked = str(body.get("model", ""))
        mode = asked.split(":", 1)[1] if asked.startswith("loopback:") else self.server.mode
        self.close_connection = True
        try:
            if mode in FAULTS:
                FAULTS[mode](self, body)
            else:
                self.whole(body, self.server.answer(body, mode))
        except (BrokenPipeError, ConnectionResetError):
            return

    def do_GET(self) -> None:
        """Where a redirect would lead: a page nobody may fetch."""
        self.server.requests.append({"redirected": self.path})
        self.send_error(404)

    def begin(self, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        """Status line and headers; the connection closes at the end."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def raw(self, data: bytes) -> None:
        """Bytes at once."""
        self.wfile.write(data)
        self.wfile.flush()

    def whole(self, body: dict[str, Any], text: str, finish: str | None = "stop") -> None:
        """A reply as it should be, streamed where the request asks for it."""
        if body.get("stream"):
            self.begin(kind="text/event-stream")
            for piece in pieces(text):
                self.raw(event(piece))
                time.sleep(self.server.pause)
            self.raw(event("", finish) + usage_event() + b"data: [DONE]\n\n")
            return
        self.begin()
        self.raw(json.dumps(completion(text, finish), ensure_ascii=False).encode())


def pieces(text: str, size: int = 6) -> Iterator[str]:
    """The text in small pieces, as a stream brings it."""
    return (text[at : at + size] for at in range(0, len(text), size))


def event(text: str, finish: str | None = None) -> bytes:
    """One server-sent event."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": finish}
    row = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "loopback", "choices": [choice]}
    return b"data: " + json.dumps(row, ensure_ascii=False).encode() + b"\n\n"


def usage_event() -> bytes:
    """The closing event with the token counts."""
    row = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "loopback", "choices": []}
    row["usage"] = USAGE
    return b"data: " + json.dumps(row).encode() + b"\n\n"


USAGE = {"prompt_tokens": 120, "completion_tokens": 40, "total_tokens": 160}


def completion(text: str | None, finish: str | None = "stop") -> dict[str, Any]:
    """A whole reply as JSON."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return {
        "id": "x", "object": "chat.completion", "created": 1, "model": "loopback", "choices": [choice], "usage": USAGE,
    }


def streamed(handler: _Handler, body: dict[str, Any]) -> bytes:
    """The true answer's events, without the closing ones."""
    return b"".join(map(event, pieces(handler.server.answer(body, "faithful"))))


def _wait(handler: _Handler, seconds: float = 60.0) -> None:
    """Do nothing until the server stops."""
    handler.server.stopping.wait(seconds)


def _timeout(handler: _Handler, body: dict[str, Any]) -> None:
    del body
    _wait(handler)


def _drop(handler: _Handler, body: dict[str, Any]) -> None:
    """Announces more than it sends, then closes."""
    data = streamed(handler, body) if body.get("stream") else b'{"id": "x", '
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json", Content_Length="100000")
    handler.raw(data)


def _reset(handler: _Handler, body: dict[str, Any]) -> None:
    del body
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def _half(handler: _Handler, body: dict[str, Any]) -> None:
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


def _status(status: int, **headers: str) -> Callable[[_Handler, dict[str, Any]], None]:
    def answer(handler: _Handler, body: dict[str, Any]) -> None:
        key = handler.headers.get("Authorization", "")
        handler.begin(status, **headers)
        message = f"provider secret: your key {key} was refused; prompt was {body['messages'][0]['content'][:80]}"
        handler.raw(json.dumps({"error": {"message": message, "code": status}}, ensure_ascii=False).encode())

    return answer


def _body(data: bytes, kind: str = "application/json", status: int = 200) -> Callable[[_Handler, dict[str, Any]], None]:
    def answer(handler: _Handler, body: dict[str, Any]) -> None:
        handler.begin(status, "text/event-stream" if body.get("stream") and kind == "json-or-sse" else kind)
        handler.raw(data)

    return answer


def _bad_json(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    broken = b'{"id": "x", "choices": [{"delta": {"content": '
    handler.raw(b"data: " + broken + b"\n\n" if body.get("stream") else broken)


def _choices(value: object) -> Callable[[_Handler, dict[str, Any]], None]:
    def answer(handler: _Handler, body: dict[str, Any]) -> None:
        row = completion("") | {"choices": value}
        streamed = b"data: " + json.dumps(row | {"object": "chat.completion.chunk"}).encode() + b"\n\ndata: [DONE]\n\n"
        handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
        handler.raw(streamed if body.get("stream") else json.dumps(row).encode())

    return answer


def _null(handler: _Handler, body: dict[str, Any]) -> None:
    if body.get("stream"):
        handler.begin(kind="text/event-stream")
        handler.raw(event(cast(str, None)) + event(cast(str, None), "stop") + b"data: [DONE]\n\n")
        return
    handler.begin()
    handler.raw(json.dumps(completion(None)).encode())


def _finish(reason: str) -> Callable[[_Handler, dict[str, Any]], None]:
    def answer(handler: _Handler, body: dict[str, Any]) -> None:
        handler.whole(body, handler.server.answer(body, "faithful"), reason)

    return answer


def _said(text: str) -> Callable[[_Handler, dict[str, Any]], None]:
    return lambda handler, body: handler.whole(body, text)


def _huge(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    if body.get("stream"):
        for _ in range(HUGE // 60_000):
            handler.raw(event("宝鸡市质量奖。" * 1200))
        return
    handler.raw(json.dumps(completion("宝" * (HUGE // 3)), ensure_ascii=False).encode())


def _encoding(handler: _Handler, body: dict[str, Any]) -> None:
    """GB18030 sent as UTF-8."""
    text = handler.server.answer(body, "faithful")
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    if body.get("stream"):
        for piece in pieces(text):
            handler.raw(event(piece).decode().encode("gb18030"))
        handler.raw(event("", "stop") + b"data: [DONE]\n\n")
        return
    handler.raw(json.dumps(completion(text), ensure_ascii=False).encode("gb18030"))


def _redirect(handler: _Handler, body: dict[str, Any]) -> None:
    del body
    handler.begin(307, Location=f"http://127.0.0.1:{handler.server.server_port}/stolen")


def _endless(handler: _Handler, body: dict[str, Any]) -> None:
    handler.begin(kind="text/event-stream")
    while not handler.server.stopping.is_set():
        handler.raw(event("好的，我再补充一点。") if body.get("stream") else b"  ")
        time.sleep(0.01)


def _drip(handler: _Handler, body: dict[str, Any]) -> None:
    """A byte at a time, never a whole reply within any bound."""
    data = streamed(handler, body) if body.get("stream") else b" " * 10_000
    handler.begin(kind="text/event-stream" if body.get("stream") else "application/json")
    for at in range(len(data)):
        if handler.server.stopping.wait(0.2):
            return
        handler.raw(data[at : at + 1])


def _drip_headers(handler: _Handler, body: dict[str, Any]) -> None:
    del body
    handler.raw(b"HTTP/1.1 200 OK\r\n")
    for _ in range(10_000):
        if handler.server.stopping.wait(0.2):
            return
        handler.raw(b"X")


def _gzip(handler: _Handler, body: dict[str, Any]) -> None:
    """A small body that would unpack to a huge one, although none was asked to be packed."""
    import gzip

    del body
    handler.begin(Content_Encoding="gzip")
    handler.raw(gzip.compress(b" " * 20_000_000))


HTML = "<!doctype html><html><body><h1>登录</h1><p>请先登录</p></body></html>".encode()
FAULTS: dict[str, Callable[[_Handler, dict[str, Any]], None]] = {
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


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="回环模型服务")
    parser.add_argument("--mode", default="faithful")
    parser.add_argument("--port", type=int, default=8199)
    chosen = parser.parse_args()
    with LoopbackServer(chosen.mode, port=chosen.port) as server:
        print(f"LLM_BASE_URL={server.url} LLM_MODEL=loopback", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()

"""A loopback OpenAI-compatible server: faithful, lying, obedient to injections, or broken in every way we know.

`python -m evaluations.lies.server --mode lie --port 8199` serves until stopped; in tests `with LoopbackServer(...)`.
The mode of a request is the server's, unless the model name asks for another (`loopback:timeout`).
"""

import argparse
import json
import threading
import time
from collections import deque
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from evaluations.lies.events import completion, event, pieces, usage_event
from evaluations.lies.faults import FAULTS
from evaluations.lies.replies import reply_to

Reply = Callable[[dict[str, Any]], str]


class LoopbackServer(ThreadingHTTPServer):
    """Serves on 127.0.0.1 in a thread of its own while used as a context manager.

    `reply` (prompt → text) overrides what is answered in the modes that answer; `requests` keeps what was asked.
    """

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, mode: str = "faithful", reply: Reply | None = None, port: int = 0, pause: float = 0.0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.mode = mode
        self.reply = reply
        self.pause = pause
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str] = []
        # When how much of a streamed reply had been sent: (time.perf_counter(), the text so far).
        self.sent: deque[tuple[float, str]] = deque(maxlen=2000)
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


class Handler(BaseHTTPRequestHandler):
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
            so_far = ""
            for piece in pieces(text):
                so_far += piece
                self.server.sent.append((time.perf_counter(), so_far))
                self.raw(event(piece))
                time.sleep(self.server.pause)
            self.server.sent.append((time.perf_counter(), text))
            self.raw(event("", finish) + usage_event() + b"data: [DONE]\n\n")
            return
        self.begin()
        self.raw(json.dumps(completion(text, finish), ensure_ascii=False).encode())


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

"""The wire to a model endpoint: one call's whole time and size are bounded where the bytes come in.

A read timeout starts anew with every byte, so a slow drip outlives it. Here every connect, write and read gets only
what is left of the call's time, and each look at the socket is short, so that cancelling works at once. No thread is
needed, so none can be left behind (host names are looked up in a daemon thread that ends with the resolver).
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import httpcore2
import httpx2

from assistant.errors import ModelError
from assistant.models.messages import message

_LOOK = 0.1
# Kept back of a call's time, so that what answers instead is there within the bound the user has set.
_KEPT_SHARE, _KEPT_AT_MOST = 0.05, 0.1
MOST_BYTES = 4_000_000
_FINAL = range(300, 400)
# The only headers that go out, besides the key. `User-Agent` and what else tells of this machine is left out.
_SENT = frozenset({b"host", b"connection", b"accept", b"accept-encoding", b"content-type", b"content-length"})


class CallBounds:
    """What one call may use: until when, how many bytes, and whether someone has cancelled it."""

    def __init__(self, seconds: float, cancel: threading.Event | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._ends = time.monotonic() + seconds - min(_KEPT_AT_MOST, seconds * _KEPT_SHARE)
        self._cancel = cancel or threading.Event()
        self._bytes_left = most_bytes

    def left(self) -> float:
        """Seconds left, more than 0. Raises ModelError when the call is over time or cancelled."""
        if self._cancel.is_set():
            raise ModelError(message("cancelled"))
        left = self._ends - time.monotonic()
        if left <= 0:
            raise ModelError(message("timeout"))
        return left

    def wait(self, seconds: float) -> None:
        """Sleep before a retry; ModelError at once when that is longer than what is left, or on cancel."""
        if seconds >= self.left():
            raise ModelError(message("timeout"))
        self._cancel.wait(seconds)
        self.left()

    def took(self, count: int) -> None:
        """Count bytes that came in; ModelError when there are more than the call may bring."""
        self._bytes_left -= count
        if self._bytes_left < 0:
            raise ModelError(message("too_large"))


def bounded_client(bounds: CallBounds, key: str) -> httpx2.Client:
    """An HTTP client for one call within `bounds`, with that key and no header that only the environment knows of.

    Follows no redirect and reads no proxy variables. Close it.
    """
    return httpx2.Client(
        transport=_Transport(bounds, key),
        follow_redirects=False,
        trust_env=False,
        timeout=None,
        headers={"Accept-Encoding": "identity"},
    )


class _Transport(httpx2.BaseTransport):
    def __init__(self, bounds: CallBounds, key: str) -> None:
        self._key = key
        self._pool = httpcore2.ConnectionPool(
            ssl_context=_ssl_context(), max_connections=1, network_backend=_Backend(bounds)
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request. ModelError for a redirect (never followed) or a compressed body (its size is unknown)."""
        url = request.url
        response = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=self._headers(request.headers),
                content=request.stream,
                extensions={},
            )
        )
        headers = httpx2.Headers(response.headers)
        if response.status in _FINAL or headers.get("content-encoding", "identity") != "identity":
            response.close()
            raise ModelError(message("redirect" if response.status in _FINAL else "not_a_model"))
        return httpx2.Response(response.status, headers=response.headers, stream=_Body(response))

    def _headers(self, asked: httpx2.Headers) -> list[tuple[bytes, bytes]]:
        """The headers that belong to a call; the client library adds others from variables (OPENAI_ORG_ID …)."""
        own = [(name, value) for name, value in asked.raw if name.lower() in _SENT]
        return [*own, (b"Authorization", f"Bearer {self._key}".encode("ascii"))]

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _Backend(httpcore2.NetworkBackend):
    def __init__(self, bounds: CallBounds) -> None:
        self._bounds = bounds
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        del timeout
        address = _address(host, port, self._bounds)
        stream = self._inner.connect_tcp(address, port, self._bounds.left(), local_address, socket_options)
        return _Stream(stream, self._bounds)


class _Stream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, bounds: CallBounds) -> None:
        self._stream = stream
        self._bounds = bounds

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        while True:
            try:
                received = self._stream.read(max_bytes, min(_LOOK, self._bounds.left()))
            except httpcore2.ReadTimeout:
                continue
            self._bounds.took(len(received))
            return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._stream.write(buffer, self._bounds.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        del timeout
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._bounds.left()), self._bounds)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@lru_cache(maxsize=1)
def _ssl_context() -> ssl.SSLContext:
    return httpx2.create_ssl_context()


def _address(host: str, port: int, bounds: CallBounds) -> str:
    """An IP address of the host. The system's resolver knows no time limit, so it is waited for from outside."""
    try:
        return str(ipaddress.ip_address(host.strip("[]")))
    except ValueError:
        found: list[str] = []
        thread = threading.Thread(target=_resolve, args=(host, port, found), daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(min(_LOOK, bounds.left()))
        if not found:
            raise ModelError(message("unreachable")) from None
        return found[0]


def _resolve(host: str, port: int, found: list[str]) -> None:
    try:
        found += [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):  # a name that cannot even be asked for
        return

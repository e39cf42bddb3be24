"""The application started for real, with a home of its own, and Chromium to use it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

_ROOT = Path(__file__).resolve().parents[2]
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_CHROMIUM = next((path for name in _NAMES if (path := shutil.which(name))), "")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_WITHOUT = "没有 Chromium，跳过浏览器测试（Debian：apt-get install chromium）"
_START_SECONDS = 60
# What is waited for in milliseconds at most: a busy machine may take long over a page, and what comes ends the wait.
_PATIENCE = 30_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the browser tests out, saying so, where there is no Chromium."""
    for item in items:
        if item.get_closest_marker("browser") and not _CHROMIUM:
            item.add_marker(pytest.mark.skip(reason=_WITHOUT))


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory, indexed_home: Path) -> Iterator[str]:
    """The address of the running application, over a copy of the shared home, whose index is up to date."""
    home = tmp_path_factory.mktemp("browser-home")
    shutil.copytree(indexed_home, home, dirs_exist_ok=True)
    unset = {"LLM_BASE_URL": "", "LLM_MODEL": "", "LLM_API_KEY": "", "EMBEDDING_MODEL": "", "CHROMA_URL": ""}
    environment = {**os.environ, **unset, "ASSISTANT_HOME": str(home)}
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(f"http://localhost:{port}/_stcore/health", server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a sandbox so that it also runs as root in a container."""
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield opened
        opened.close()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + _START_SECONDS
    while time.monotonic() < ends:
        assert server.poll() is None, "the application ended before it served a page"
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError(f"the application did not answer within {_START_SECONDS} s")

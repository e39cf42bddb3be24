"""The guard around every page: what goes wrong is one clear sentence, never a traceback."""

import functools
import logging
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

import streamlit as st

from assistant.errors import AssistantError
from assistant.settings import settings

_LOGGER = logging.getLogger("assistant.ui")
_LARGEST_LOG = 1_000_000
# Several sessions may fail at once, each in a thread of its own.
_OPENING = threading.Lock()


def log_file() -> Path:
    """Where unexpected errors are written down, under the home."""
    return settings().assistant_home / "logs" / "app.log"


def guarded(show: Callable[[], None]) -> Callable[[], None]:
    """`show` with its errors shown as one sentence; unexpected ones are written to the log as well."""

    @functools.wraps(show)
    def run() -> None:
        try:
            show()
        except AssistantError as error:
            st.error(str(error), icon=":material/error:")
        # The outermost frame of a page: whatever was not foreseen must reach the log, and the reader a sentence.
        except Exception:  # noqa: BLE001
            _write_down()
            st.error(
                f"页面出了意外，已记入日志（{log_file().name}）。请刷新页面再试；此前保存过的内容不受影响，刚才输入的请核对一下。",
                icon=":material/error:",
            )

    return run


def _write_down() -> None:
    with _OPENING:
        if not _LOGGER.handlers:
            log_file().parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(log_file(), maxBytes=_LARGEST_LOG, backupCount=2, encoding="utf-8")
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            _LOGGER.addHandler(handler)
            _LOGGER.propagate = False
    _LOGGER.exception("A page failed")

"""Long work beside the page: its items and errors arrive, and leaving ends it at once."""

import threading
import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assistant.errors import ModelError
from assistant.ui.components.watched import followed, watched
from evaluations.faults.leftovers import Leftovers


def test_items_come_in_order_as_they_are_made() -> None:
    def work(cancel: threading.Event) -> Iterator[int]:
        for number in range(3):
            time.sleep(0.02)
            yield number

    assert list(followed(work, "")) == [0, 1, 2]


def test_what_the_work_raises_is_raised_here() -> None:
    def work(cancel: threading.Event) -> int:
        raise ModelError("连不上。")

    with pytest.raises(ModelError, match="连不上"):
        watched(work, "")


def test_the_line_of_waiting_is_gone_above_an_error() -> None:
    def script() -> None:
        import time

        import streamlit as st

        from assistant.errors import ModelError
        from assistant.ui.components.watched import watched

        def work(cancel: object) -> int:
            time.sleep(1.4)
            raise ModelError("连不上。")

        try:
            watched(work, "正在连接，")
        except ModelError as error:
            st.error(str(error))

    app = AppTest.from_function(script, default_timeout=20).run()
    assert [one.value for one in app.error] == ["连不上。"]
    assert not app.caption


def test_leaving_cancels_the_work_and_leaves_no_thread() -> None:
    before = Leftovers.now().threads
    left = threading.Event()

    def work(cancel: threading.Event) -> Iterator[int]:
        yield 1
        cancel.wait(30)
        left.set()

    items = followed(work, "")
    assert next(items) == 1
    started = time.monotonic()
    items.close()
    assert left.wait(1.0)
    assert time.monotonic() - started < 0.5
    time.sleep(0.1)
    assert Leftovers.now().threads <= before

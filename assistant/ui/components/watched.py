"""Long work of a page beside the page: it can be stopped at any moment, and whoever waits is told how long already.

Streamlit can only stop a script that speaks to the page, and a script that waits for an endpoint says nothing. So the
work runs in a thread, and the script looks in on it several times a second. Leaving sets `cancel`, which ends the call.
"""

import queue
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.errors import AssistantError

Item = TypeVar("Item")
_LOOK = 0.15


def followed(work: Callable[[Event], Iterator[Item]], label: str) -> Generator[Item, None, None]:
    """The items of `work(cancel)` as they come, what it raises included; the seconds passed are shown meanwhile."""
    cancel, items = Event(), queue.SimpleQueue[Item]()
    place = st.empty()
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="model")

    def run() -> None:
        for item in work(cancel):
            items.put(item)

    done = worker.submit(run)
    started = time.monotonic()
    try:
        while True:
            try:
                yield items.get(timeout=_LOOK)
            except queue.Empty:
                if done.done() and items.empty():
                    break
                # Writing to the page is also what lets it be stopped here.
                _tell(place, label, time.monotonic() - started)
        done.result()
    except AssistantError:
        place.empty()
        raise
    finally:
        cancel.set()
        worker.shutdown(wait=False)
    place.empty()


def _tell(place: DeltaGenerator, label: str, seconds: float) -> None:
    if seconds < 1:
        place.empty()
    else:
        place.caption(f"{label}已用 {seconds:.0f} 秒，可随时停止。")


def watched(work: Callable[[Event], Item], label: str) -> Item:
    """The result of `work(cancel)`, as `followed`; AssistantErrors pass through."""
    (result,) = followed(lambda cancel: iter([work(cancel)]), label)
    return result

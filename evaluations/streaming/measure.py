"""Time from the server sending the end of a sentence to the pipeline, and its page, giving it out verified."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from streamlit.logger import set_log_level

from assistant.answering.model_composer import ModelComposer
from assistant.answering.opening import open_assistant
from assistant.answering.outline import marked
from assistant.answering.pipeline import Assistant
from assistant.answering.wording import Piece
from assistant.models.client import LanguageModel
from assistant.models.consent import ConsentStore
from assistant.settings import Settings, settings
from assistant.ui.components.watched import followed
from evaluations.lies.replies import reply_to
from evaluations.lies.served import QUESTIONS, TODAY
from evaluations.lies.server import LoopbackServer
from evaluations.report import Row, TaskReport

# About 100 characters a second, as hosted models write.
_PAUSE = 0.06
_PATIENCE = 30.0


@dataclass(slots=True)
class Times:
    """In seconds: from a sentence's end to the reader; from the question to the first sentence and to the whole."""

    delays: list[float] = field(default_factory=list)
    first_delays: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    before_end: list[bool] = field(default_factory=list)


def measure(cases: Path | None = None) -> TaskReport:
    """Every question twice: through the pipeline, and through the thread the page follows it by. `cases` is unused."""
    del cases
    # Outside of a page Streamlit has nobody to write to, and says so at every look.
    set_log_level("error")
    piped, paged = Times(), Times()
    with tempfile.TemporaryDirectory() as home, LoopbackServer(reply=_in_lines, pause=_PAUSE) as server:
        assistant = _assistant(server, Path(home))
        for number, question in enumerate((QUESTIONS[0], *QUESTIONS)):
            ask = partial(assistant.stream, question)
            for times, stream in ((piped, ask), (paged, partial(_followed, ask))):
                # The first question only imports the client libraries.
                _time(server, stream, times if number else Times())
    rows = (*_rows("流水线", piped), *_rows("页面", paged))
    return TaskReport("streaming", "逐句显示", rows)


def _followed(ask: Any) -> Iterator[Piece]:
    return followed(lambda cancel: ask(cancel=cancel), "")


def _assistant(server: LoopbackServer, home: Path) -> Assistant:
    chosen = Settings(_env_file=None, assistant_home=home, llm_base_url=server.url, llm_model="loopback")
    composer = ModelComposer(LanguageModel(chosen), ConsentStore(home), _PATIENCE, TODAY)
    quoting = settings().model_copy(update={"llm_base_url": ""})
    return open_assistant(quoting, today=lambda: TODAY).with_composer(composer)


def _in_lines(body: dict[str, Any]) -> str:
    return reply_to(body, "faithful")


def _time(server: LoopbackServer, stream: Any, times: Times) -> None:
    server.sent.clear()
    started = time.perf_counter()
    shown = [(time.perf_counter(), piece.text) for piece in stream() if piece.text]
    times.whole.append(time.perf_counter() - started)
    if not server.sent:
        return
    ended, text = server.sent[-1]
    first = 0.0
    for line in text.splitlines():
        at = next((when for when, said in shown if marked(line) in said), 0.0)
        if not at:
            continue
        end = text.index(line) + len(line)
        sent = next(when for when, so_far in server.sent if len(so_far) >= end)
        times.delays.append(at - sent)
        if not first:
            first = at
            times.first_delays.append(at - sent)
            times.first.append(at - started)
            times.before_end.append(at < ended)


def _rows(where: str, times: Times) -> Iterator[Row]:
    yield Row(f"{where}：首句在写完之前出现", sum(times.before_end), len(times.before_end))
    yield Row(f"{where}：首句写完到给出，中位数", _ms(statistics.median(times.first_delays)), unit=" 毫秒")
    yield Row(f"{where}：各句写完到给出，中位数", _ms(statistics.median(times.delays)), unit=" 毫秒")
    yield Row(f"{where}：各句写完到给出，最长", _ms(max(times.delays)), unit=" 毫秒")
    yield Row(f"{where}：提问到首句，中位数", round(statistics.median(times.first), 2), unit=" 秒")
    yield Row(f"{where}：提问到全部写完，中位数", round(statistics.median(times.whole), 2), unit=" 秒")


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)

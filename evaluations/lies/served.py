"""The lying model over HTTP behind the whole assistant: what of its lies reaches the user, and when the first
sentence does."""

import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from assistant.answering.model_composer import ModelComposer
from assistant.answering.opening import open_assistant
from assistant.answering.outline import marked
from assistant.answering.pipeline import Assistant
from assistant.language.sentences import split_sentences
from assistant.models.client import LanguageModel
from assistant.models.consent import ConsentStore
from assistant.settings import Settings, settings
from evaluations.lies.additions import MUTATORS
from evaluations.lies.replies import job_of, reply_to
from evaluations.lies.server import LoopbackServer
from evaluations.report import Row

TODAY = date(2026, 11, 20)
QUESTIONS = (
    "宝鸡市质量奖的奖金是多少？",
    "宝鸡市质量奖有几个名额？",
    "兰州市政府质量奖几年有效？",
    "兰州市政府质量奖的公示期是几天？",
    "阳泉市质量奖的组织要运行满几年？",
    "申报宝鸡市质量奖的单位要注册几年？",
    "宝鸡市质量奖什么时候截止申报？",
    "重庆的一句话特色最多写多少字？",
)


@dataclass(slots=True)
class Run:
    """What was counted: lies told and shown, faithful answers that stood, seconds to the first sentence."""

    told: int = 0
    shown: list[str] = field(default_factory=list)
    faithful: list[bool] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """The report's rows."""
        yield Row("经真实 HTTP 说谎，未显示", self.told - len(self.shown), self.told)
        yield Row("经真实 HTTP 如实回答，采用了模型的文字", sum(self.faithful), len(self.faithful))
        yield Row("首句出现（中位数）", round(statistics.median(self.first), 2), unit=" 秒")
        yield Row("全部写完（中位数）", round(statistics.median(self.whole), 2), unit=" 秒")


def serve_lies() -> Run:
    """Every mutator on every question, then the faithful model, slowly, for the time of the first sentence."""
    run = Run()
    with tempfile.TemporaryDirectory() as home, LoopbackServer() as server:
        chosen = Settings(_env_file=None, assistant_home=Path(home), llm_base_url=server.url, llm_model="loopback")
        composer = ModelComposer(LanguageModel(chosen), ConsentStore(Path(home)), 10.0, TODAY)
        quoted = open_assistant(settings().model_copy(update={"llm_base_url": ""}), today=lambda: TODAY)
        assistant = quoted.with_composer(composer)
        for name in MUTATORS:
            for question in QUESTIONS:
                _lie(run, server, assistant, question, name)
        server.reply = None
        server.pause = 0.02
        for question in QUESTIONS:
            _faithful(run, assistant, question)
    return run


def _lie(run: Run, server: LoopbackServer, assistant: Assistant, question: str, name: str) -> None:
    said: list[tuple[str, str]] = []

    def reply(body: dict[str, Any]) -> str:
        true, text = reply_to(body, "faithful"), reply_to(body, f"lie {name}")
        if job_of(body) == "compose":
            said.append((true, text))
        return text

    server.reply = reply
    answer = assistant.ask(question)
    for true, text in said:
        if text == true:
            continue
        run.told += 1
        wrong = [s.text for s in split_sentences(text) if s.text not in true and len(s.text) > 6]
        run.shown += [f"{name}：{sentence}" for sentence in wrong if _shows(answer.body, sentence)]


def _shows(body: str, sentence: str) -> bool:
    """Whether a body has a sentence as it was told; one told without a source and shown with one is no longer a lie."""
    if re.search(r"\[c\d+\]", sentence):
        return marked(sentence) in body
    return bool(re.search(rf"{re.escape(sentence)}(?!\[\d)", body))


def _faithful(run: Run, assistant: Assistant, question: str) -> None:
    started = time.perf_counter()
    first = 0.0
    for piece in assistant.stream(question):
        if piece.text and not first:
            first = time.perf_counter() - started
        if piece.answer is not None:
            run.faithful.append(piece.answer.composer == "model")
    run.whole.append(time.perf_counter() - started)
    run.first.append(first or run.whole[-1])

"""Every fault kind through the whole assistant: complete answers, time, leftovers and memory over many faulty calls."""

import gc
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from assistant.answering.answer import Answer
from assistant.answering.model_composer import ModelComposer
from assistant.answering.opening import open_assistant
from assistant.answering.wording import Task, worded
from assistant.answering.wording import pieces as as_pieces
from assistant.models.client import LanguageModel
from assistant.models.consent import ConsentStore
from assistant.settings import Settings, settings
from evaluations.faults.jobs import under_faults
from evaluations.faults.leftovers import Leftovers
from evaluations.lies.faults import FAULTS
from evaluations.lies.server import LoopbackServer
from evaluations.report import Row, TaskReport

QUESTION = "宝鸡市质量奖的奖金是多少？"
BOUND = 1.5
# What a call may take beyond its bound: the look at the socket and the quoting composer itself.
_SLACK = 0.3
CALLS = 500
# Faults that are over at once; the slow ones would make 500 calls last minutes and hold nothing else.
_SLOW = ("timeout", "endless stream", "slow drip", "slow headers", "huge", "status 429 long wait")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answer under a fault: whether it is complete and told plainly, and how long it took."""

    fault: str
    complete: bool
    seconds: float


def measure(cases: Path | None = None) -> TaskReport:
    """All fault kinds once, streamed and repaired, then 500 faulty calls in a row. `cases` is not used."""
    del cases
    with tempfile.TemporaryDirectory() as home, LoopbackServer() as server:
        quoted = _quoted_answer()
        composer = _composer(server, Path(home), BOUND)
        _one(server, composer, quoted, "status 401")  # imports the client libraries
        outcomes = [_one(server, composer, quoted, fault) for fault in FAULTS]
        flat = _many(server, _composer(server, Path(home), 1.0), quoted)
        jobs = under_faults(server, Path(home))
    failures = [f"{o.fault}：{o.seconds:.2f} 秒，完整：{o.complete}" for o in outcomes if not _good(o)]
    failures += [f"{one.job} · {one.fault}：{one.seconds:.2f} 秒，{one.good}" for one in jobs if not one.stands]
    rows = (
        Row("改写、猜测、读事实、对标、起草：故障下结果不变、不超时", sum(one.stands for one in jobs), len(jobs)),
        Row("故障下回答完整、说明一句、不超时", sum(map(_good, outcomes)), len(outcomes)),
        Row("最长用时", max(o.seconds for o in outcomes), unit=f" 秒（上限设为 {BOUND} 秒）"),
        *flat,
    )
    return TaskReport("faults", "模型服务故障", rows, tuple(failures))


def _quoted_answer() -> Answer:
    """The quoting answer of the pipeline without an endpoint."""
    return open_assistant(settings().model_copy(update={"llm_base_url": ""})).ask(QUESTION)


def _composer(server: LoopbackServer, home: Path, seconds: float) -> ModelComposer:
    values = {"assistant_home": home, "llm_base_url": server.url, "llm_model": "loopback"}
    chosen = Settings(_env_file=None, **values, llm_timeout_seconds=seconds)
    return ModelComposer(LanguageModel(chosen), ConsentStore(home), seconds)


def _one(server: LoopbackServer, composer: ModelComposer, quoted: Answer, fault: str) -> Outcome:
    server.mode = fault
    started = time.monotonic()
    answer = worded(as_pieces(composer.word(Task(QUESTION, "", quoted))))
    spent = time.monotonic() - started
    told = [notice for notice in answer.notices if notice not in quoted.notices]
    same = answer.body == quoted.body and answer.citations == quoted.citations
    complete = answer.composer == "quoting" and same and len(told) == 1 and told[0].endswith("。")
    return Outcome(fault, complete, spent)


def _good(outcome: Outcome) -> bool:
    return outcome.complete and outcome.seconds <= BOUND + _SLACK


def _many(server: LoopbackServer, composer: ModelComposer, quoted: Answer) -> list[Row]:
    """Leftovers after many quick faults; memory is compared after a warm-up of one call of each."""
    quick = [fault for fault in FAULTS if fault not in _SLOW]
    for fault in quick:
        _one(server, composer, quoted, fault)
    _forget(server)
    before = Leftovers.now()
    times = [_one(server, composer, quoted, quick[n % len(quick)]).seconds for n in range(CALLS // 2)]
    _forget(server)
    half = Leftovers.now()
    times += [_one(server, composer, quoted, quick[n % len(quick)]).seconds for n in range(CALLS // 2)]
    _forget(server)
    time.sleep(0.3)
    after = Leftovers.now()
    return [
        Row(f"{CALLS} 次故障后多出的线程", max(0, after.threads - before.threads)),
        Row(f"{CALLS} 次故障后多出的套接字", max(0, after.sockets - before.sockets)),
        Row(f"前 {CALLS // 2} 次故障多占的常驻内存", round(half.megabytes - before.megabytes, 1), unit=" MB"),
        Row(f"后 {CALLS // 2} 次故障多占的常驻内存", round(after.megabytes - half.megabytes, 1), unit=" MB"),
        Row("每次故障用时中位数", round(statistics.median(times), 3), unit=" 秒"),
    ]


def _forget(server: LoopbackServer) -> None:
    """What the server in this same process keeps of its calls is not the client's."""
    server.requests.clear()
    server.sent.clear()
    server.keys.clear()
    gc.collect()

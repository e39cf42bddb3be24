"""A bulk run of the summary form: complete, within limits, its time and memory, and taken up again after kill -9.

`python -m evaluations.form.measure 500` measures 500 rows, `evaluate form` a quick 60; `cases` may be a list or folder.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters
from assistant.settings import CHECKOUT
from evaluations.form.rows import write_list
from evaluations.report import Row, TaskReport, show

_QUICK, _FULL = 60, 500
_PATIENCE_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the command: its JSON, seconds and the most memory it and its children took, in MB."""

    value: dict[str, Any]
    seconds: float
    megabytes: float


def measure(cases: Path | None = None, size: int = _QUICK) -> TaskReport:
    """Run the command on a list of `size` rows (or on `cases`): once straight, once killed half way and run again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        intake, good = (cases, 0) if cases else write_list(folder, size)
        whole = _run(intake, folder / "整.docx", folder / "home-1")
        killed = _kill_half_way(intake, folder / "断.docx", folder / "home-2", len(whole.value["rows"]) // 2)
        again = _run(intake, folder / "断.docx", folder / "home-2")
    rows, expected = whole.value["rows"], good or len(whole.value["rows"])
    return TaskReport(
        "form",
        "汇总表批量生成",
        (
            Row("写入汇总表的申报主体", len(rows), expected),
            Row("字数在限内", sum(_fits(row) for row in rows), len(rows)),
            Row("坏行逐一点名", len(whole.value["failed"]), size - good if good else len(whole.value["failed"])),
            Row("全程用时", round(whole.seconds, 1), unit=" 秒"),
            Row("内存峰值", round(whole.megabytes), unit=" MB"),
            Row("kill -9 时已完成", killed),
            Row("续作沿用", min(again.value["reused"], killed), killed),
            Row("续作用时", round(again.seconds, 1), unit=" 秒"),
            Row(
                "续作结果与一次做完相同", sum(a == b for a, b in zip(rows, again.value["rows"], strict=True)), len(rows)
            ),
        ),
        tuple(f"{row['source']} 超限" for row in rows if not _fits(row)),
    )


def _fits(row: dict[str, Any]) -> bool:
    line, profile = count_characters(row["characterisation"]), count_characters(row["profile"])
    return line <= CHARACTERISATION_LIMIT and profile <= PROFILE_LIMIT


def _start(intake: Path, output: Path, home: Path, answer: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "assistant", "form", "--intake", str(intake), "-o", str(output)]
    with answer.open("wb") as stdout:
        return subprocess.Popen(
            [*command, "--as-of", "2024-02-22", "--json"],
            cwd=CHECKOUT,
            env=os.environ | {"ASSISTANT_HOME": str(home)},
            stdout=stdout,
            stderr=subprocess.DEVNULL,
        )


def _run(intake: Path, output: Path, home: Path) -> Run:
    answer = output.with_suffix(".json")
    started = time.perf_counter()
    process = _start(intake, output, home, answer)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"form exited with {process.returncode}")
    return Run(json.loads(answer.read_text(encoding="utf-8")), seconds, usage.ru_maxrss / 1024)


def _kill_half_way(intake: Path, output: Path, home: Path, wanted: int) -> int:
    """Kill the command with SIGKILL once `wanted` applicants are finished; how many were at that moment."""
    process = _start(intake, output, home, output.with_suffix(".killed"))
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while finished(home) < wanted and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    if output.exists():
        raise RuntimeError("the run was over before it could be killed; take more rows")
    return finished(home)


def finished(home: Path) -> int:
    """How many applicants the journal of a home holds."""
    path = home / "intake.sqlite"
    if not path.exists():
        return 0
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
    try:
        return int(connection.execute("SELECT count(*) FROM outcomes").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


if __name__ == "__main__":
    show([measure(size=int(sys.argv[1]) if len(sys.argv) > 1 else _FULL)])

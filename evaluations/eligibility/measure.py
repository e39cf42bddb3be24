"""`evaluate eligibility`: verdicts, deciding rules and missing facts on labelled rows, and the mutation run."""

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.opening import open_tracks
from assistant.eligibility.result import TrackResult
from assistant.settings import settings
from evaluations.eligibility.golden import golden_cases
from evaluations.eligibility.mutation import run
from evaluations.report import Row, TaskReport


def measure(cases: Path | None = None) -> TaskReport:
    """On a JSONL file of labelled rows where one is given, else on the golden cases with the mutation run."""
    if cases is not None:
        return _labelled(cases)
    tracks = open_tracks(settings().assistant_corpus)
    golden = golden_cases()
    failures = [f"{case.name}：{'；'.join(found)}" for case in golden if (found := case.problems(tracks))]
    report = run()
    rows = (
        Row("黄金用例", len(golden) - len(failures), len(golden)),
        Row("变异体被抓住", report.refused + report.caught, report.total),
        Row("单次判定中位用时", _median_ms(), unit=" 毫秒"),
    )
    return TaskReport("eligibility", "申报条件判定", rows, (*failures, *report.survivors))


def _median_ms() -> float:
    tracks = open_tracks(settings().assistant_corpus)
    times = []
    for case in golden_cases():
        start = time.perf_counter()
        check(tracks[case.track], case.facts, case.as_of)
        times.append(time.perf_counter() - start)
    return round(sorted(times)[len(times) // 2] * 1000, 3)


def _labelled(path: Path) -> TaskReport:
    tracks = open_tracks(settings().assistant_corpus)
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    failures: list[str] = []
    good = {"结论": 0, "判定依据": 0, "待补充": 0}
    for row in map(json.loads, lines):
        result = check(tracks[row["track"]], parse_facts(row["facts"]), date.fromisoformat(row["as_of"]))
        for name, holds in _holds(row, result).items():
            good[name] += holds
            if not holds:
                failures.append(f"{row['id']} {name}：{result.verdict}，待补充 {result.missing}")
    rows = tuple(Row(name, count, len(lines)) for name, count in good.items())
    return TaskReport("eligibility", f"申报条件判定（{path.name}）", rows, tuple(failures))


def _holds(row: dict[str, Any], result: TrackResult) -> dict[str, bool]:
    """Labels of eligible rows name only some of the rules met."""
    wanted, found = {item["rule"] for item in row["deciding"]}, {rule.id for rule in result.decisive}
    deciding = wanted <= found if row["expected"] == "eligible" else wanted == found
    return {
        "结论": result.verdict == row["expected"],
        "判定依据": deciding,
        "待补充": set(result.missing) == set(row["missing"]),
    }

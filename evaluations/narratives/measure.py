"""Narratives: verdicts from words alone, and the facts read, against labels.

A case has `id, track, as_of, narrative, expected` (the verdict) and may have `facts` (labelled by hand). Files are YAML
lists or JSON lines. A wrong decision is an eligible or ineligible where the truth differs: it must never happen.
"""

import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.opening import open_tracks
from assistant.settings import settings
from evaluations.report import Row, TaskReport

CASES = Path(__file__).parent / "cases"
GROUPS = {
    "主体与注册": ("applicant_type", "org_form", "is_legal", "registered", "established", "education", "is_education"),
    "经营年限": ("operation",),
    "行业与资质": ("gbt4754", "has_required", "violates_industrial", "qms", "other_ms"),
    "事故": ("accident", "major_accident", "employer"),
    "违法违规": ("violation", "major_violation", "penalized"),
    "投诉抽查名单群体事件": ("complaint", "major_complaint", "spot_check", "in_", "mass_incident"),
    "既往评奖": ("first_time", "past_", "honor", "award_fraud", "won_"),
    "个人": (
        "individual",
        "work_city",
        "role",
        "total_work",
        "is_cqo",
        "highest",
        "skill",
        "has_own",
        "quality_",
        "standards",
        "exceptional",
        "major_work",
    ),
}
# Said of every applicant of its kind, or told for the channel only: labels differ on whether to write them.
UNJUDGED = {
    "main_business",
    "recommend_channel",
    "hukou_city",
    "operating_city",
    "employee_count",
    "age",
    "national_titles",
    "established_in_mainland",
    "registered_in_city_since",
    "major_violation_free_years",
}


@dataclass
class Tally:
    """Counts over all cases."""

    cases: int = 0
    right: int = 0
    wrong: int = 0
    read: Counter[str] = field(default_factory=Counter)
    agreed: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def load(path: Path) -> Iterator[dict[str, Any]]:
    """The cases of a file, or of every YAML and JSON-lines file of a folder."""
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".jsonl":
            yield from (json.loads(line) for line in text.splitlines() if line.strip())
        elif file.suffix == ".yaml":
            yield from yaml.safe_load(text)


def measure(cases: Path | None = None) -> TaskReport:
    """Read every narrative, judge it, and count."""
    tracks = open_tracks(settings().assistant_corpus)
    tally = Tally()
    for case in load(cases or CASES):
        as_of = date.fromisoformat(str(case["as_of"]))
        started = time.perf_counter()
        values = read_narrative(case["narrative"], as_of).values()
        tally.seconds.append(time.perf_counter() - started)
        _judge(tally, case, check(tracks[case["track"]], parse_facts(values), as_of).verdict)
        _compare(tally, case, values)
    return TaskReport("narratives", "自述到事实", (*_verdict_rows(tally), *_fact_rows(tally)), tuple(tally.failures))


def _judge(tally: Tally, case: dict[str, Any], verdict: str) -> None:
    tally.cases += 1
    if verdict == case["expected"]:
        tally.right += 1
        return
    decided = verdict != "undetermined"
    tally.wrong += decided
    tally.failures.append(f"{case['id']}：应为 {case['expected']}，得到 {verdict}{'（误判）' if decided else ''}")


def _compare(tally: Tally, case: dict[str, Any], values: dict[str, Any]) -> None:
    """Facts count only where the case carries labels."""
    if "facts" not in case:
        return
    for key in {*values, *case["facts"]} - UNJUDGED:
        group = next((name for name, starts in GROUPS.items() if key.startswith(starts)), "其他")
        tally.read[group] += key in values
        tally.labelled[group] += key in case["facts"]
        tally.agreed[group] += key in values and str(values[key]) == str(case["facts"].get(key))


def _verdict_rows(tally: Tally) -> tuple[Row, ...]:
    return (
        Row("判定正确", tally.right, tally.cases),
        Row("误判（应为 0）", tally.wrong),
        Row("每篇耗时中位数", round(statistics.median(tally.seconds) * 1000, 1), unit=" ms"),
        Row("每篇最慢", round(max(tally.seconds) * 1000, 1), unit=" ms"),
    )


def _fact_rows(tally: Tally) -> Iterator[Row]:
    for group in [*GROUPS, "其他"]:
        if tally.labelled[group]:
            yield Row(f"{group}·召回", tally.agreed[group], tally.labelled[group])
            yield Row(f"{group}·精确", tally.agreed[group], tally.read[group])

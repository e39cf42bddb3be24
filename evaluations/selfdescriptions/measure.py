"""Self-descriptions: free text to verdict, without labelled facts.

`cases.jsonl`, `colloquial.jsonl`, `wording.jsonl`, `nar2.jsonl`, `nar3.jsonl` and `nar3b.jsonl` come from
authors who knew nothing of the reader; `nar5.jsonl` (two thirds of it traps: exceptions, plans, predecessors, words
to be written, others' penalties) from one who did, labelled before the reader was asked: it then decided 27 of 146
wrongly. `nar6.jsonl`: `es-` from one who knew nothing of the reader (51 of 60 right at first sight, two decided
wrongly), `e4-` labelled from the rules before the reader was asked (72 of 82, three wrongly). `nar7.jsonl`: `et-` from
another who knew nothing of it (39 of 50, none wrongly), `e6-` labelled from the rules before the reader was asked
(120 of 176, ten wrongly). `nar8.jsonl`: the other half of the `et-` set (36 of 50, two wrongly), `e7-` labelled from
the rules before the reader was asked (23 of 30, three wrongly). `nar10.jsonl`: half of the `y-` set of
another author who knew nothing of the reader (41 of 50, two wrongly), `nar10b.jsonl` the other half (41 of 50, three
wrongly). `nar11.jsonl`: `e8-`, four batches labelled from the rules before the
reader was asked (26 of 33, one wrongly; 23 of 32, two; 22 of 32, three; 24 of 32, three; one row was
dropped and two labels put right by rules.md A-02 and A-20 afterwards). `nar12.jsonl`: `z-`, from another author who
knew nothing of the reader (59 of 72, none wrongly). `nar14.jsonl`: three batches written as people chat and labelled
from the rules before the reader was asked: `ea-` (38 of 51, three wrongly), and, once readings that may be another's
or are hedged were left open, `eb-` (38 of 51, one wrongly) and `ec-` (41 of 49, one wrongly; two labels put right by
rules.md A-14 and A-20). `nar16.jsonl`: `sd-`, from another author who knew nothing of the reader (44 of 50, one
wrongly). `nar17.jsonl`: `sf-`, from a further one who knew nothing of it (44 of 50, none wrongly).
`nar18.jsonl`: `e18-`, from yet another (52 of 60, one wrongly: a spouse's fine).

A line: `id, track, as_of, narrative, facts, expected, deciding, missing`. The labelled facts check the labels
themselves (judged directly they must give the expected verdict) and, key by key, the facts read. A WRONG decision is
an eligible or ineligible where the truth differs; undetermined where the truth is decided is merely timid.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.opening import open_tracks
from assistant.eligibility.result import TrackResult
from assistant.knowledge.rules import Track
from assistant.settings import settings
from evaluations.report import Row, TaskReport, show
from evaluations.selfdescriptions.keys import KeyTally

_SETS = ("2", "3", "3b", "5", "6", "7", "8", "10", "10b", "11", "12", "14", "16", "17", "18")
_NAMES = ("cases", "colloquial", "wording", *(f"nar{number}" for number in _SETS))
CASES = tuple(Path(__file__).parent / f"{name}.jsonl" for name in _NAMES)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict of one narrative, beside its label."""

    case: dict[str, Any]
    result: TrackResult
    read: Mapping[str, Any]

    @property
    def right(self) -> bool:
        return bool(self.result.verdict == self.case["expected"])

    @property
    def wrong(self) -> bool:
        """A decision the truth contradicts."""
        return not self.right and self.result.verdict != "undetermined"

    @property
    def category(self) -> str:
        """The kind of failure, as a row label."""
        return f"失败类·{self.case['expected']} 判为 {self.result.verdict}"

    @property
    def failure(self) -> str:
        """A line with the facts that differ from the labelled ones."""
        labelled = self.case["facts"]
        unread = [f"{key}={labelled[key]}" for key in labelled if key not in self.read]
        other = [
            f"{key}={value}（应为 {labelled.get(key, '不写')}）"
            for key, value in self.read.items()
            if str(value) != str(labelled.get(key))
        ]
        mark = "【误判】" if self.wrong else ""
        return (
            f"{mark}{self.case['id']}（{self.case['track']}，{self.case['as_of']}）应为 {self.case['expected']}，"
            f"得 {self.result.verdict}；未读出：{'、'.join(unread) or '无'}；读得不同：{'、'.join(other) or '无'}；"
            f"原文：{self.case['narrative']}"
        )


def measure(cases: Path | None = None) -> TaskReport:
    """Read and judge every case of a JSON-lines file; without one, all of our own, which have all been studied."""
    files = [cases] if cases is not None else list(CASES)
    tracks = open_tracks(settings().assistant_corpus)
    outcomes: list[Outcome] = []
    parts: list[Row] = []
    agreed, keys = 0, KeyTally()
    for file in files:
        rows = load(file)
        judged = [_judge(row, tracks) for row in rows]
        outcomes.extend(judged)
        parts += _rows(f"{file.stem}·", judged) if len(files) > 1 else []
        for row, one in zip(rows, judged, strict=True):
            keys.add(one.read, row["facts"])
            judged_facts = check(tracks[row["track"]], parse_facts(row["facts"]), date.fromisoformat(row["as_of"]))
            agreed += judged_facts.verdict == row["expected"]
    parts = [*_rows("", outcomes), *parts, *_expected(outcomes), *_categories(outcomes)]
    parts.append(Row("标签自查：标注事实直接判定一致", agreed, len(outcomes)))
    parts.extend(keys.rows())
    failures = [one.failure for one in outcomes if not one.right]
    return TaskReport("selfdescriptions", "自述直接判定", tuple(parts), tuple(failures))


def load(file: Path) -> list[dict[str, Any]]:
    """The cases of a JSON-lines file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _judge(row: dict[str, Any], tracks: Mapping[str, Track]) -> Outcome:
    as_of = date.fromisoformat(row["as_of"])
    values = read_narrative(row["narrative"], as_of).values()
    return Outcome(row, check(tracks[row["track"]], parse_facts(values), as_of), values)


def _rows(half: str, outcomes: Sequence[Outcome]) -> list[Row]:
    decided = [one for one in outcomes if one.case["expected"] != "undetermined"]
    timid = sum(one.result.verdict == "undetermined" for one in decided)
    return [
        Row(f"{half}判定正确", sum(one.right for one in outcomes), len(outcomes)),
        Row(f"{half}应有结论却未定", timid, len(decided)),
        Row(f"{half}误判（应为 0）", sum(one.wrong for one in outcomes), unit=" 篇"),
    ]


def _expected(outcomes: Sequence[Outcome]) -> list[Row]:
    groups = {name: [one for one in outcomes if one.case["expected"] == name] for name in _names(outcomes)}
    return [Row(f"真值 {name}·正确", sum(one.right for one in group), len(group)) for name, group in groups.items()]


def _names(outcomes: Sequence[Outcome]) -> list[str]:
    return sorted({one.case["expected"] for one in outcomes})


def _categories(outcomes: Sequence[Outcome]) -> list[Row]:
    failed = Counter(one.category for one in outcomes if not one.right)
    return [Row(name, count, unit=" 篇") for name, count in sorted(failed.items())]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    show([measure(parser.parse_args().cases)])

"""Mapping: main label, further labels and refusals of sentences that tell no practice, against labelled rows.

A case is a JSON line: `id, text, framework, labels (main first; empty: nothing to map), acceptable`.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.mapping.opening import open_mapper
from evaluations.halves import studied
from evaluations.report import Row, TaskReport, show

CASES = Path(__file__).parent / "cases.jsonl"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the mapper gave for one case."""

    case: dict[str, Any]
    given: tuple[str, ...]

    @property
    def practice(self) -> bool:
        return bool(self.case["labels"])

    @property
    def main(self) -> bool:
        """The main label is right; of a sentence without practice, that nothing was given."""
        return self.given[:1] == tuple(self.case["labels"][:1])

    @property
    def spurious(self) -> tuple[str, ...]:
        """Labels given that are neither wanted nor tolerated."""
        return tuple(name for name in self.given if name not in (*self.case["labels"], *self.case["acceptable"]))

    @property
    def failure(self) -> str:
        wanted = "、".join(self.case["labels"]) or "不应映射"
        return f"{self.case['id']}（{self.case['framework']}）应为 {wanted}，得 {'、'.join(self.given) or '无'}"

    @property
    def category(self) -> str:
        """The kind of failure, as a row label."""
        if not self.practice:
            return "失败类·非实践被映射"
        if not self.given:
            return "失败类·实践被拒"
        return "失败类·主标签落在可容忍标签" if self.given[0] in self.case["acceptable"] else "失败类·主标签错"


def measure(cases: Path | None = None) -> TaskReport:
    """Map every case of a JSON-lines file; without one, our own, whose second half stays held out."""
    rows = [json.loads(line) for line in (cases or CASES).read_text(encoding="utf-8").splitlines() if line.strip()]
    outcomes = [Outcome(row, _given(row)) for row in rows]
    shown = studied(rows, cases)
    held = [one for one in outcomes if one.case["id"] not in shown]
    parts = [*_rows("", outcomes), *_frameworks(outcomes), *_categories(outcomes)]
    parts += [*_rows("留出半·", held)] if held else []
    failures = [f"{one.failure}：{one.case['text']}" for one in outcomes if not one.main and one.case["id"] in shown]
    return TaskReport("mapping", "做法对照评价维度", tuple(parts), tuple(failures))


def _given(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(score.name for score in open_mapper(row["framework"]).classify(row["text"]))


def _rows(half: str, outcomes: Sequence[Outcome]) -> list[Row]:
    practices = [one for one in outcomes if one.practice]
    nothing = [one for one in outcomes if not one.given]
    empty = [one for one in outcomes if not one.practice]
    return [
        Row(f"{half}主标签正确（有实践）", sum(one.main for one in practices), len(practices)),
        Row(f"{half}主标签正确或可容忍", sum(_tolerated(one) for one in practices), len(practices)),
        Row(f"{half}无标签·精确", sum(not one.practice for one in nothing), len(nothing)),
        Row(f"{half}无标签·召回", sum(one.main for one in empty), len(empty)),
        Row(f"{half}多余标签", sum(len(one.spurious) for one in outcomes), unit=" 个"),
    ]


def _tolerated(one: Outcome) -> bool:
    return one.given[:1] != () and one.given[0] in (*one.case["labels"], *one.case["acceptable"])


def _frameworks(outcomes: Sequence[Outcome]) -> list[Row]:
    names = sorted({one.case["framework"] for one in outcomes})
    groups = {name: [one for one in outcomes if one.case["framework"] == name] for name in names}
    return [Row(f"{name}·全部正确", sum(one.main for one in group), len(group)) for name, group in groups.items()]


def _categories(outcomes: Sequence[Outcome]) -> list[Row]:
    failed = [one.category for one in outcomes if not one.main]
    return [Row(name, failed.count(name), unit=" 条") for name in sorted(set(failed))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    show([measure(parser.parse_args().cases)])

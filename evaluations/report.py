"""What an evaluation gives: rows of counts and the cases that failed; printed as a table and written as Markdown."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """`good` of `total` cases of one kind hold; `total` 0 shows as a bare figure `good`."""

    label: str
    good: float
    total: int = 0
    unit: str = ""

    @property
    def figure(self) -> str:
        """The row's figure for people, cut (not rounded up) to one decimal."""
        if not self.total:
            return f"{self.good:g}{self.unit}"
        share = int(self.good * 1000 / self.total) / 10
        return f"{self.good:g}/{self.total}（{share}%）"


@dataclass(frozen=True, slots=True)
class TaskReport:
    """One task's result. `failures` are readable lines, one per case that does not hold."""

    task: str
    title: str
    rows: tuple[Row, ...]
    failures: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, object]:
        """The result as one JSON value."""
        rows = [{"label": row.label, "good": row.good, "total": row.total, "unit": row.unit} for row in self.rows]
        return {"task": self.task, "title": self.title, "rows": rows, "failures": list(self.failures)}

    def as_markdown(self) -> str:
        """The result as a Markdown section."""
        rows = "\n".join(f"| {row.label} | {row.figure} |" for row in self.rows)
        failures = "\n".join(f"- {line}" for line in self.failures)
        body = f"## {self.title}\n\n| 项目 | 结果 |\n| --- | --- |\n{rows}\n"
        return f"{body}\n未通过：\n\n{failures}\n" if failures else body


def show(reports: Sequence[TaskReport]) -> None:
    """Print the tables to stdout."""
    sys.stdout.write("\n".join(report.as_markdown() for report in reports))


def write(reports: Sequence[TaskReport], folder: Path) -> Path:
    """Write one Markdown file per run into `folder` (made when missing) and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{'-'.join(report.task for report in reports) if len(reports) == 1 else 'all'}.md"
    path.write_text("# 评测报告\n\n" + "\n".join(report.as_markdown() for report in reports), encoding="utf-8")
    return path

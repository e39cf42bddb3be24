"""Policy answers: required wordings present, none forbidden, gold quotes inside cited clauses, quotes verbatim.

A case is a JSON line: `id, question, type, history?, award?, answer_must (list of alternatives each), answer_must_not
(text or list), gold ([{doc, quote}])`.
"""

import json
import re
import statistics
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.library.seed import open_library
from assistant.library.store import Library
from assistant.settings import settings
from evaluations.report import Row, TaskReport

CASES = Path(__file__).parent / "cases"


# How an answer of these kinds has to end; the other kinds have to be answered, if only in part.
STATUSES = {
    "unanswerable": {Status.NOT_IN_DOCUMENTS, Status.PARTLY_ANSWERED},
    "out_of_scope": {Status.OUT_OF_SCOPE},
    "security": {Status.REFUSED},
}
ANSWERED = {Status.ANSWERED, Status.PARTLY_ANSWERED, Status.NEEDS_FACTS}


@dataclass
class Tally:
    """What is counted over the cases."""

    held: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    in_prose: list[bool] = field(default_factory=list)
    statuses: list[bool] = field(default_factory=list)
    gold: list[bool] = field(default_factory=list)
    verbatim: list[bool] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def count(self, row: dict[str, Any], answer: Answer, library: Library) -> None:
        """Count one case."""
        label = f"{row['id']}（{row['type']}）{row['question']}"
        reasons = faults(row, answer.text)
        self.held[row["type"]].append(not reasons)
        self.in_prose.append(not faults(row, answer.body or answer.text))
        self.statuses.append(answer.status in STATUSES.get(row["type"], ANSWERED))
        inside = gold_inside(row, answer, library)
        self.gold += inside
        self.verbatim += [one.quote in library.document(one.document).text for one in answer.citations]
        if reasons:
            self.failures.append(f"{label}：{'；'.join(reasons)}")
        if not all(inside):
            self.failures.append(f"{label}：金标准引文不在所引条款中")

    def rows(self) -> tuple[Row, ...]:
        """The report's rows."""
        every = [result for results in self.held.values() for result in results]
        kinds = [Row(kind, sum(results), len(results)) for kind, results in sorted(self.held.items())]
        return (
            Row("全部成立", sum(every), len(every)),
            *kinds,
            Row("只看正文（不含所引原文）也成立", sum(self.in_prose), len(self.in_prose)),
            Row("状态正确", sum(self.statuses), len(self.statuses)),
            Row("金标准引文在所引条款内", sum(self.gold), len(self.gold)),
            Row("引文逐字一致", sum(self.verbatim), len(self.verbatim)),
            Row("热态回答中位数", round(statistics.median(self.seconds) * 1000, 1), unit=" 毫秒"),
        )


def measure(cases: Path | None = None) -> TaskReport:
    """Run all cases of a file or folder through the pipeline in this process."""
    assistant, library = open_assistant(settings()), open_library(settings())
    tally = Tally()
    for row in load(cases or CASES):
        started = time.perf_counter()
        answer = ask(assistant, row)
        tally.seconds.append(time.perf_counter() - started)
        tally.count(row, answer, library)
    return TaskReport("answers", "政策问答", tally.rows(), tuple(tally.failures))


def load(path: Path) -> list[dict[str, Any]]:
    """The cases of one JSONL file, or of all in a folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines if line.strip()]


def ask(assistant: Assistant, row: dict[str, Any]) -> Answer:
    """The pipeline's answer to a case."""
    history = tuple(Turn(turn["role"], turn["content"]) for turn in row.get("history") or [])
    return assistant.ask(row["question"], award=row.get("award"), history=history)


def faults(row: dict[str, Any], said: str) -> list[str]:
    """What is wrong with the wording of an answer."""
    text = re.sub(r"\s+", "", said)
    must_not = row.get("answer_must_not") or []
    must_not = [must_not] if isinstance(must_not, str) else must_not
    missing = [must for must in row["answer_must"] if not any(re.sub(r"\s+", "", one) in text for one in must)]
    found = [one for one in must_not if re.sub(r"\s+", "", one) in text]
    return [f"缺“{must[0]}”" for must in missing] + [f"不应有“{one}”" for one in found]


def gold_inside(row: dict[str, Any], answer: Answer, library: Library) -> list[bool]:
    """For each gold quote whether a cited clause holds it (white space ignored)."""
    cited = [
        (citation.document, re.sub(r"\s+", "", library.clause(citation.document, citation.clause).text))
        for citation in answer.citations
    ]
    return [
        any(one["doc"] == document and re.sub(r"\s+", "", one["quote"]) in text for document, text in cited)
        for one in row.get("gold") or []
    ]

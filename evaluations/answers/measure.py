"""Policy answers: required wordings present, none forbidden, gold quotes inside cited clauses, quotes verbatim.

A case is a JSON line: `id, question, type, history?, award?, answer_must (list of alternatives each), answer_must_not
(text or list), gold ([{doc, quote}])`.
"""

import json
import re
import statistics
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from assistant.library.seed import open_library
from assistant.library.store import Library

from assistant.answering.answer import Answer, Turn
from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.settings import settings
from evaluations.report import Row, TaskReport

CASES = Path(__file__).parent / "cases"


def measure(cases: Path | None = None) -> TaskReport:
    """Run all cases of a file or folder through the pipeline in this process."""
    rows = load(cases or CASES)
    assistant, library = open_assistant(settings()), open_library(settings())
    held: dict[str, list[bool]] = defaultdict(list)
    quoted = gold = verbatim = citations = 0
    failures, seconds = [], []
    for row in rows:
        started = time.perf_counter()
        answer = ask(assistant, row)
        seconds.append(time.perf_counter() - started)
        reasons = faults(row, answer)
        held[row["type"]].append(not reasons)
        if reasons:
            failures.append(f"{row['id']}（{row['type']}）{row['question']}：{'；'.join(reasons)}")
        inside = gold_inside(row, answer, library)
        quoted, gold = quoted + sum(inside), gold + len(inside)
        if not all(inside):
            failures.append(f"{row['id']}（{row['type']}）{row['question']}：金标准引文不在所引条款中")
        for citation in answer.citations:
            citations += 1
            verbatim += citation.quote in library.document(citation.document).text
    kinds = [Row(kind, sum(results), len(results)) for kind, results in sorted(held.items())]
    total = [result for results in held.values() for result in results]
    return TaskReport(
        "answers",
        "政策问答",
        (
            Row("全部成立", sum(total), len(total)),
            *kinds,
            Row("金标准引文在所引条款内", quoted, gold),
            Row("引文逐字一致", verbatim, citations),
            Row("热态回答中位数", round(statistics.median(seconds) * 1000, 1), unit=" 毫秒"),
        ),
        tuple(failures),
    )


def load(path: Path) -> list[dict[str, Any]]:
    """The cases of one JSONL file, or of all in a folder."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [json.loads(line) for line in lines if line.strip()]


def ask(assistant: Assistant, row: dict[str, Any]) -> Answer:
    """The pipeline's answer to a case."""
    history = tuple(Turn(turn["role"], turn["content"]) for turn in row.get("history") or [])
    return assistant.ask(row["question"], award=row.get("award"), history=history)


def faults(row: dict[str, Any], answer: Answer) -> list[str]:
    """What is wrong with the wording of an answer."""
    text = re.sub(r"\s+", "", answer.text)
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

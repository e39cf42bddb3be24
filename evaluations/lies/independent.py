"""Measure the guard on rows written apart from it: `python -m evaluations.lies.independent [-v] FILE.jsonl...`.

A row is what `verify --batch` reads, with `expect` (`pass` or `fail`) and `kind` beside it. Without files it takes
every `cases/*.jsonl` and the authored answers of the fact sheets.
"""

import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.documents.grammar import split_clauses
from assistant.documents.metadata import load_document
from assistant.documents.model import Clause
from assistant.library.quotes import TextIndex
from assistant.verification.model import as_clauses
from evaluations.lies.cases import Answer
from evaluations.lies.measure import passes

_FOLDER = Path(__file__).with_name("cases")
_AWARDS = Path(__file__).parents[2] / "corpus" / "awards"
_DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of one JSONL file, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def fact_sheet_rows() -> list[dict[str, Any]]:
    """Every authored answer of the fact sheets, each sentence citing all the quotes of its entry."""
    made = []
    for path in sorted(_AWARDS.glob("*/award.yaml")):
        sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
        for entry in sheet["entries"]:
            made.append(_fact_sheet_row(path.parent.name, sheet["document"], entry))
    return made


def _fact_sheet_row(award: str, document: str, entry: dict[str, Any]) -> dict[str, Any]:
    cited = [(each.get("document", document), each["quote"]) for each in entry["citations"]]
    clauses = {
        f"c{number}": {"document": name, "quote": whole_clause(name, quote)}
        for number, (name, quote) in enumerate(cited, 1)
    }
    marks = "".join(f"[{token}]" for token in clauses)
    sentences = [part for part in entry["answer"].replace("。", "。\n").split("\n") if part.strip()]
    text = "".join(sentence.removesuffix("。") + marks + "。" for sentence in sentences)
    return {"id": f"{award}/{entry['id']}", "kind": "fact-sheet", "expect": "pass", "text": text, "clauses": clauses}


@lru_cache(maxsize=16)
def _document(name: str) -> tuple[TextIndex, tuple[Clause, ...]]:
    document = load_document(_DOCUMENTS / f"{name}.txt", name)
    return TextIndex(document.text), split_clauses(document)


def whole_clause(name: str, quote: str) -> str:
    """The text of the clause a quote lies in (the quote itself where it crosses a border)."""
    index, clauses = _document(name)
    places = [(start, end) for start, end in index.find(quote)]
    around = (c.text for start, end in places for c in clauses if c.start <= start and end <= c.end)
    return next(around, quote)


def answer_of(row: dict[str, Any]) -> Answer:
    """A row as the measure's answer."""
    rest = (row.get("facts", {}), row.get("verdicts", {}), row.get("material", ""), row.get("limits", {}))
    return Answer(row["kind"], row["text"], as_clauses(row["clauses"]), *rest)


def wrong(batch: Iterable[dict[str, Any]]) -> list[tuple[dict[str, Any], list[str]]]:
    """The rows the guard judges otherwise than expected, with its reasons."""
    judged = ((row, *passes(answer_of(row))) for row in batch)
    return [(row, reasons) for row, passed, reasons, _ in judged if passed != (row["expect"] == "pass")]


def report(name: str, batch: list[dict[str, Any]], verbose: bool) -> None:
    """Print how one batch fares, per kind and altogether."""
    tally: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    times = []
    for row in batch:
        passed, reasons, spent = passes(answer_of(row))
        times.append(spent)
        right = passed == (row["expect"] == "pass")
        tally[row["expect"], row["kind"]][0] += right
        tally[row["expect"], row["kind"]][1] += 1
        if verbose and not right:
            label = "FALSE ALARM" if row["expect"] == "pass" else "MISSED"
            print(f"{label} {row['id']} {row['kind']}: {row['text']!r} {reasons}")
    _print(name, tally, times)


def _print(name: str, tally: dict[tuple[str, str], list[int]], times: list[float]) -> None:
    print(f"\n== {name} == p50 {statistics.median(times):.2f} ms")
    for expect, label in (("pass", "faithful passed"), ("fail", "lies caught")):
        kinds = {kind: counts for (side, kind), counts in tally.items() if side == expect}
        right, total = sum(c[0] for c in kinds.values()), sum(c[1] for c in kinds.values())
        if total:
            print(f"{label} {right}/{total} = {right / total:.1%}")
        for kind, (good, count) in sorted(kinds.items(), key=lambda item: item[1][0] / item[1][1]):
            if good < count:
                print(f"  {kind:28} {good:4}/{count}")


def main(arguments: list[str]) -> None:
    """Report the given files, or all independent batches and the fact sheets."""
    verbose = "-v" in arguments
    files = [Path(argument) for argument in arguments if argument != "-v"]
    for path in files or sorted(_FOLDER.glob("*.jsonl")):
        report(path.stem, rows(path), verbose)
    if not files:
        report("fact sheets", fact_sheet_rows(), verbose)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Measure the guard: `python -m evaluations.lies.measure` prints catch rate and false alarms per kind and half."""

import random
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

from assistant.verification.verify import verify_text
from evaluations.lies.additions import MUTATORS
from evaluations.lies.cases import DECISIVE, HALVES, Answer, decisive, load
from evaluations.lies.served import serve_lies
from evaluations.report import Row, TaskReport

SEED = 20261120


def passes(answer: Answer) -> tuple[bool, list[str], float]:
    """Whether the guard lets an answer pass, its reasons, and the milliseconds it took."""
    started = time.perf_counter()
    report = verify_text(
        answer.text,
        clauses=answer.clauses,
        facts=answer.facts,
        verdicts=answer.verdicts,
        material=answer.material,
        limits=answer.limits,
    )
    spent = (time.perf_counter() - started) * 1000
    return report.passed, [f"{r.code}:{r.message}" for s in report.sentences for r in s.reasons], spent


def mutated(answers: list[Answer]) -> list[Answer]:
    """Every lie each mutator makes of the faithful answers that it fits."""
    chance = random.Random(SEED)
    faithful = [answer for answer in answers if answer.kind == "faithful"]
    lies = []
    for name, mutate in MUTATORS.items():
        for answer in faithful:
            lie = mutate(answer, chance)
            if lie is not None and lie.text != answer.text:
                lies.append(Answer(name, lie.text, lie.clauses, lie.facts, lie.verdicts, lie.material, lie.limits))
    return lies


def measure(cases: Path | None = None) -> TaskReport:
    """Every half through the guard, then the lying server behind the whole assistant. `cases` is not used."""
    del cases
    rows: list[Row] = []
    failures: list[str] = []
    times: list[float] = []
    all_kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for half in HALVES:
        caught: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        answers = load(half)
        for answer in answers + mutated(answers):
            passed, _, spent = passes(answer)
            right = passed == (answer.kind == "faithful")
            times.append(spent)
            caught[answer.kind][0] += right
            caught[answer.kind][1] += 1
            if not right:
                failures.append(f"{half} {answer.kind}：{answer.text}")
        for kind, counts in caught.items():
            all_kinds[kind] = [a + b for a, b in zip(all_kinds[kind], counts, strict=True)]
        rows += _rows(half, caught)
    rows = [*_decisive(all_kinds), *rows]
    run = serve_lies()
    rows += run.rows()
    rows.append(Row("核验一段（中位数）", round(statistics.median(times), 2), unit=" 毫秒"))
    return TaskReport("lies", "说谎的模型", tuple(rows), tuple(failures + run.shown))


_NAMES = {"verdict": "判定", "number": "数字", "quota": "名额", "date": "日期", "honour": "荣誉", "secret": "秘密"}


def _decisive(caught: dict[str, list[int]]) -> list[Row]:
    """Faithful and lies of all halves together, then each kind that must be caught without exception."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for kind, counts in caught.items():
        for name in {"faithful"} if kind == "faithful" else {"lies", decisive(kind)} - {""}:
            tally[name] = [a + b for a, b in zip(tally[name], counts, strict=True)]
    rows = [Row("合计：如实改写放行", *tally["faithful"]), Row("合计：谎言拦下", *tally["lies"])]
    return rows + [Row(f"须全部拦下：{_NAMES[name]}（{name}）", *tally[name]) for name in DECISIVE]


def _rows(half: str, caught: dict[str, list[int]]) -> list[Row]:
    good, total = caught.pop("faithful")
    right, lies = sum(row[0] for row in caught.values()), sum(row[1] for row in caught.values())
    rows = [Row(f"{half}：如实改写放行", good, total), Row(f"{half}：谎言拦下", right, lies)]
    return rows + [Row(f"{half}：{kind}", *counts) for kind, counts in sorted(caught.items()) if counts[0] < counts[1]]


def main(arguments: list[str]) -> None:
    """Print a table; with `-v HALF` also every miss and false alarm of that half."""
    shown = arguments[arguments.index("-v") + 1] if "-v" in arguments else ""
    times: list[float] = []
    for half in HALVES:
        answers = load(half)
        tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for answer in answers + mutated(answers):
            passed, reasons, spent = passes(answer)
            times.append(spent)
            right = passed == (answer.kind == "faithful")
            tally[answer.kind][0] += right
            tally[answer.kind][1] += 1
            if not right and shown == half:
                label = "FALSE ALARM" if answer.kind == "faithful" else f"MISSED {answer.kind}"
                print(f"{label}: {answer.text!r} {reasons}")
        _print(half, tally)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{len(times)} answers; p50 {statistics.median(times):.2f} ms, p95 {p95:.2f} ms")


def _print(half: str, tally: dict[str, list[int]]) -> None:
    good, total = tally.pop("faithful")
    print(f"\n== {half} ==\nfaithful passed {good}/{total} = {good / total:.1%}")
    for kind, (caught, count) in sorted(tally.items(), key=lambda item: item[1][0] / item[1][1]):
        print(f"  {kind:28} {caught:4}/{count:<4} {caught / count:.1%}")
    caught, count = sum(t[0] for t in tally.values()), sum(t[1] for t in tally.values())
    print(f"lies caught {caught}/{count} = {caught / count:.2%}")


if __name__ == "__main__":
    main(sys.argv[1:])

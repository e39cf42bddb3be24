"""`evaluate`: run the evaluations of the checkout, print a table and write a report."""

import importlib
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.output import print_json, say
from assistant.errors import UnusableInputError
from assistant.settings import CHECKOUT

app = typer.Typer(add_completion=False)


def _tasks() -> dict[str, Path]:
    return {path.parent.name: path for path in sorted((CHECKOUT / "evaluations").glob("*/measure.py"))}


@app.command()
def evaluate(
    task: Annotated[str, typer.Argument(help="评测任务；不写则全部运行")] = "",
    cases: Annotated[Path | None, typer.Option(help="改用这个文件或目录里的用例")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """运行评测，打印表格并写出报告。

    例：python -m assistant evaluate answers
    """
    tasks = _tasks()
    if task and task not in tasks:
        raise UnusableInputError(f"没有评测任务“{task}”。可用的任务：{'、'.join(tasks)}。")
    reporting = importlib.import_module("evaluations.report")
    reports = []
    for name in [task] if task else tasks:
        say(f"正在评测 {name} ……")
        reports.append(importlib.import_module(f"evaluations.{name}.measure").measure(cases))
    path = reporting.write(reports, CHECKOUT / "evaluations" / "reports")
    if as_json:
        print_json([report.as_json() for report in reports])
    else:
        reporting.show(reports)
    say(f"报告已写入 {path.relative_to(CHECKOUT)}")

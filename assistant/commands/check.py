"""`check`: judge one track, or a file of applicants, by rules and facts."""

import json
import os
import sys
from typing import Annotated

import typer

from assistant.commands.brief import Verbose
from assistant.commands.output import print_json, read_text_argument
from assistant.documents.metadata import notice_titles
from assistant.eligibility.batch import judge_lines
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.opening import (
    Applicant,
    applicant_of_text,
    day_for,
    find_track,
    judge,
    open_tracks,
    parse_day,
)
from assistant.eligibility.report import report
from assistant.errors import FactsError, UnusableInputError
from assistant.settings import settings

app = typer.Typer(add_completion=False)


@app.command()
def check(
    track: Annotated[str, typer.Option(help="申报类别的编号，如 baoji-org（宝鸡市质量奖）；写错时会列出全部")] = "",
    facts: Annotated[str | None, typer.Option(help="事实的 JSON 文件，“-”读标准输入")] = None,
    text: Annotated[str | None, typer.Option(help="自述材料的文本文件，“-”读标准输入")] = None,
    as_of: Annotated[str | None, typer.Option(help="判定基准日（申报日），YYYY-MM-DD")] = None,
    batch: Annotated[str | None, typer.Option(help="JSONL 文件：每行 id、track、as_of 与 facts 或 text")] = None,
    verbose: Verbose = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """核对一个申报类别的申报条件，逐条给出结论、理由与条款。

    例：python -m assistant check --track baoji-org --facts 事实.json --as-of 2024-12-14
    """
    if batch is not None:
        _batch(batch)
        return
    tracks = open_tracks(settings().assistant_corpus)
    chosen = find_track(tracks, track)
    day = day_for(chosen, as_of)
    result = judge(chosen, read_applicant(facts, text, str(day)), day)
    if as_json:
        print_json(result.as_json())
    else:
        typer.echo(report(chosen, result, notice_titles(settings().assistant_corpus), brief=not verbose))


def read_applicant(facts: str | None, text: str | None, as_of: str | None) -> Applicant:
    """One applicant from `--facts` or `--text`. UnusableInputError where neither or both are given."""
    if (facts is None) == (text is None):
        raise UnusableInputError("请用 --facts 给出事实文件，或用 --text 给出自述材料（二者选一）。")
    if text is not None:
        return applicant_of_text(read_text_argument(text), parse_day(as_of) if as_of else None)
    name = str(facts)
    try:
        return Applicant(parse_facts(json.loads(read_text_argument(name))))
    except json.JSONDecodeError as error:
        problem = f"文件“{name}”第 {error.lineno} 行不是合法的 JSON：{error.msg}。请改正后重试。"
        raise UnusableInputError(problem) from error
    except FactsError as error:
        raise FactsError(f"文件“{name}”：{error}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, or nesting without end
        raise UnusableInputError(f"文件“{name}”里数字过长或嵌套过深，不能读取。请改正后重试。") from error


def _batch(name: str) -> None:
    lines = read_text_argument(name).split("\n")
    for block in judge_lines(lines, settings().assistant_corpus, processes=os.cpu_count() or 1):
        sys.stdout.buffer.write(block)
    sys.stdout.buffer.flush()

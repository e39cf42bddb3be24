"""`ask`: answer a question, or a file of questions, from the policy documents."""

import json
from typing import Annotated, Any

import typer

from assistant.answering.answer import Answer, Status, Turn
from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.commands.output import print_json, read_json, read_lines, read_text_argument, say
from assistant.errors import UnusableInputError
from assistant.settings import settings

app = typer.Typer(add_completion=False)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="问题，如：宝鸡的奖金是多少")] = "",
    award: Annotated[str | None, typer.Option(help="只看一个奖项，如 baoji")] = None,
    history: Annotated[str | None, typer.Option(help="先前对话的 JSON 文件，“-”读标准输入")] = None,
    batch: Annotated[str | None, typer.Option(help="问题的 JSONL 文件，“-”读标准输入")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """回答政策问题，每句都附原文条款。

    例：python -m assistant ask "兰州市政府质量奖几年有效" --json
    """
    if not question and batch is None:
        raise UnusableInputError('没有问题。请写：python -m assistant ask "问题"，或用 --batch 给出 JSONL 文件。')
    lines = [line for _, line in read_lines(batch)] if batch is not None else []
    turns = _turns(json_value(history), history) if history else ()
    say("正在打开政策文件和检索索引，通常要几秒……")
    assistant = open_assistant(settings(), say)
    if batch is not None:
        for line in lines:
            print_json(_batch_answer(assistant, line))
        return
    _show(assistant.ask(question, award=award, history=turns), as_json)


def json_value(name: str) -> object:
    """The JSON value of a file. Raises UnusableInputError naming file and line."""
    text = read_text_argument(name)
    try:
        return read_json(text, f"文件“{name}”")
    except UnusableInputError as error:
        cause = error.__cause__
        if isinstance(cause, json.JSONDecodeError):
            problem = f"文件“{name}”第 {cause.lineno} 行不是合法的 JSON：{cause.msg}。请改正后重试。"
            raise UnusableInputError(problem) from cause
        raise


def _turns(value: object, where: str) -> tuple[Turn, ...]:
    if not isinstance(value, list):
        raise UnusableInputError(f"“{where}”中的 history 应是数组，每项含 role 与 content。请改正后重试。")
    turns = []
    for item in value:
        if not isinstance(item, dict) or not isinstance(item.get("content"), str):
            raise UnusableInputError(f"“{where}”中的 history 有一项缺少文字 content。请改正后重试。")
        turns.append(Turn("assistant" if item.get("role") == "assistant" else "user", item["content"]))
    return tuple(turns)


def _batch_answer(assistant: Assistant, line: str) -> dict[str, object]:
    """One row's answer with its id; an unusable row becomes an `error` answer, so order and count are kept."""
    try:
        row: dict[str, Any] = read_json(line, "这一行")
    except UnusableInputError as error:
        return Answer(Status.ERROR, str(error)).as_json()
    if not isinstance(row, dict):
        return Answer(Status.ERROR, "这一行应是一个 JSON 对象（含 question）。请改正后重试。").as_json()
    identifier = {"id": row["id"]} if "id" in row else {}
    question = row.get("question")
    try:
        if not isinstance(question, str):
            raise UnusableInputError("这一行没有文字 question。请补上后重试。")
        if not isinstance(row.get("award") or "", str):
            raise UnusableInputError("这一行的 award 应是文字。请改正后重试。")
        turns = _turns(row.get("history") or [], "这一行")
        return {**identifier, **assistant.ask(question, award=row.get("award") or None, history=turns).as_json()}
    except UnusableInputError as error:
        return {**identifier, **Answer(Status.ERROR, str(error)).as_json()}


def _show(answer: Answer, as_json: bool) -> None:
    if as_json:
        print_json(answer.as_json())
        return
    typer.echo(answer.text)
    for notice in answer.notices:
        say(f"提示：{notice}")

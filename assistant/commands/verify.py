"""`verify`: is every sentence carried by the clauses it cites?"""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from assistant.commands.output import print_json, read_json_rows
from assistant.errors import UnusableInputError
from assistant.verification.model import Report, as_clauses
from assistant.verification.verify import verify_text

app = typer.Typer(add_completion=False)


@app.command(
    help="逐句核验文字是否有据。\n\n示例：python -m assistant verify --batch answers.jsonl --json",
)
def verify(
    batch: Annotated[
        str,
        typer.Option(
            help="JSON Lines 文件，每行含 id、text、clauses，可带 facts、verdicts、material、limits；- 读标准输入"
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="每行输出一个 JSON 对象")] = False,
) -> None:
    """Judge each row of a batch; one JSON object a line, or one line for people."""
    for number, row in enumerate(read_json_rows(batch), start=1):
        report = _judge(row, batch, number)
        if as_json:
            print_json(_json(row, report))
        else:
            _print(row, report)


def _json(row: dict[str, Any], report: Report) -> dict[str, object]:
    sentences = [sentence.as_json() for sentence in report.sentences]
    return {"id": row.get("id"), "passed": report.passed, "sentences": sentences}


def _judge(row: dict[str, Any], name: str, number: int) -> Report:
    where = f"文件“{name}”第 {number} 行"
    if not isinstance(row.get("text"), str):
        raise UnusableInputError(f"{where}缺 text（要核验的文字）。请补上后重试。")
    try:
        clauses = as_clauses(_mapping(row, "clauses", where))
    except (KeyError, TypeError) as error:
        raise UnusableInputError(
            f'{where}的 clauses 应形如 {{"c1": {{"document", "quote"}}}}。请改正后重试。'
        ) from error
    material = row.get("material")
    if material is not None and not isinstance(material, str):
        raise UnusableInputError(f"{where}的 material 应是文字。请改正后重试。")
    return verify_text(
        row["text"],
        clauses=clauses,
        facts=_mapping(row, "facts", where),
        verdicts=_mapping(row, "verdicts", where),
        material=material,
        limits=_mapping(row, "limits", where),
    )


def _mapping(row: dict[str, Any], key: str, where: str) -> Mapping[str, Any]:
    value = row.get(key) or {}
    if not isinstance(value, dict):
        raise UnusableInputError(f"{where}的 {key} 应是一个 JSON 对象。请改正后重试。")
    return value


def _print(row: dict[str, Any], report: Report) -> None:
    typer.echo(f"{row.get('id', '')}：{'通过' if report.passed else '未通过'}")
    for sentence in report.sentences:
        for reason in sentence.reasons:
            typer.echo(f"  ✗ {sentence.text[:40]} —— {reason.message}")

"""`verify`: is every sentence carried by the clauses it cites?"""

from typing import Annotated, Any

import typer

from assistant.commands.output import print_json, read_json_rows
from assistant.commands.verify_row import read_row
from assistant.verification.model import EvidenceClause, Report
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
    for number, raw in read_json_rows(batch):
        row = read_row(raw, f"文件“{batch}”第 {number} 行")
        report = verify_text(
            row.text,
            clauses={token: EvidenceClause(clause.document, clause.quote) for token, clause in row.clauses.items()},
            facts=row.facts,
            verdicts=row.verdicts,
            material=row.material,
            limits=row.limits,
        )
        if as_json:
            print_json(_json(raw, report))
        else:
            _print(raw, report)


def _json(row: dict[str, Any], report: Report) -> dict[str, object]:
    sentences = [sentence.as_json() for sentence in report.sentences]
    return {"id": row.get("id"), "passed": report.passed, "sentences": sentences}


def _print(row: dict[str, Any], report: Report) -> None:
    typer.echo(f"{row.get('id', '')}：{'通过' if report.passed else '未通过'}")
    for sentence in report.sentences:
        for reason in sentence.reasons:
            typer.echo(f"  ✗ {sentence.text[:40]} —— {reason.message}")

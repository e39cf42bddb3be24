"""`verify`: is every sentence carried by the clauses it cites?"""

from functools import lru_cache
from typing import Annotated, Any

import typer

from assistant.commands.output import print_json, read_json, read_lines
from assistant.commands.verify_row import Row, read_row
from assistant.errors import NotFoundError, UnusableInputError
from assistant.verification.model import EvidenceClause, Report
from assistant.verification.passing import shared_readings
from assistant.verification.quoted import TextOf
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
    """Judge each row of a batch; one JSON object a line, or one line for people. A row that cannot be used becomes an
    error row, so order and count are kept."""
    lines = list(read_lines(batch))
    text_of = library_texts()
    # Rows of one applicant come together: its material is read once, and dropped with the batch.
    with shared_readings():
        for number, line in lines:
            raw: Any = None
            try:
                raw = read_json(line, f"第 {number} 行")
                row = read_row(raw, f"第 {number} 行")
            except UnusableInputError as error:
                identifier = raw.get("id") if isinstance(raw, dict) else None
                _refuse(identifier, str(error), as_json)
                continue
            report = _judge(row, text_of)
            if as_json:
                print_json(_json(raw, report))
            else:
                _print(raw, report)


def library_texts() -> TextOf:
    """The stored texts of the library of the configured home, each read once."""
    from assistant.library.seed import open_library
    from assistant.settings import settings

    library = open_library(settings())

    @lru_cache(maxsize=64)
    def text_of(document: str) -> str | None:
        try:
            return library.document(document).text
        except NotFoundError:
            return None

    return text_of


def _judge(row: Row, text_of: TextOf) -> Report:
    return verify_text(
        row.text,
        clauses={token: EvidenceClause(clause.document, clause.quote) for token, clause in row.clauses.items()},
        facts=row.facts,
        verdicts=row.verdicts,
        material=row.material,
        limits=row.limits,
        text_of=text_of,
    )


def _refuse(identifier: object, error: str, as_json: bool) -> None:
    if as_json:
        print_json({"id": identifier, "passed": False, "sentences": [], "status": "error", "error": error})
    else:
        typer.echo(f"{'（无编号）' if identifier is None else identifier}：未核验 —— {error}")


def _json(row: dict[str, Any], report: Report) -> dict[str, object]:
    sentences = [sentence.as_json() for sentence in report.sentences]
    return {"id": row.get("id"), "passed": report.passed, "sentences": sentences}


def _print(row: dict[str, Any], report: Report) -> None:
    typer.echo(f"{row.get('id', '')}：{'通过' if report.passed else '未通过'}")
    for sentence in report.sentences:
        for reason in sentence.reasons:
            typer.echo(f"  ✗ {sentence.text[:40]} —— {reason.message}")

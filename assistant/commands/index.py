"""`index`: bring the retrieval index up to date."""

from dataclasses import asdict
from typing import Annotated

import typer

from assistant.commands.output import print_json, say
from assistant.retrieval.index import build
from assistant.settings import settings

app = typer.Typer(add_completion=False)


@app.command(help="建立或更新检索索引：只处理有变化的部分。示例：python -m assistant index --rebuild --json")
def index(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="丢弃旧索引，从头建立")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """Build or update; progress goes to stderr."""
    report = build(settings(), rebuild=rebuild, progress=say)
    if as_json:
        print_json(asdict(report))
    else:
        counts = f"{report.documents} 份文件、{report.clauses} 个条款"
        typer.echo(f"已索引 {counts}，编码器 {report.encoder}，用时 {report.seconds} 秒。")

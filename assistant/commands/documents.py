"""`documents add | list | show | remove`: the library of policy files."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.commands.brief import ALL, Verbose, first_of
from assistant.commands.output import print_json, say
from assistant.documents.model import Clause, Document
from assistant.library.intake import add_file
from assistant.library.seed import open_library
from assistant.retrieval.index import refresh
from assistant.settings import settings

app = typer.Typer(help="管理政策文件库：添加、列出、查看、移除。", no_args_is_help=True, add_completion=False)

_PARTS = 20
_Json = Annotated[bool, typer.Option("--json", help="输出一个 JSON 值。")]


def _described(document: Document) -> dict[str, Any]:
    names = ("id", "title", "number", "issuer", "date", "region", "sha256")
    return {name: getattr(document, name) for name in names}


def _detailed(document: Document, clauses: tuple[Clause, ...]) -> dict[str, Any]:
    rows = [{"clause": c.path, "text": c.text, "start": c.start, "end": c.end, "page": c.page} for c in clauses]
    return {"document": _described(document), "clauses": rows}


def _print_summary(document: Document, clauses: tuple[Clause, ...]) -> None:
    typer.echo(f"{document.id}　{document.title}")
    facts = (
        ("文号", document.number),
        ("发文机关", document.issuer),
        ("日期", document.date),
        ("地区", document.region),
    )
    typer.echo("　".join(f"{name}：{value or '（文中未写）'}" for name, value in facts))
    typer.echo(f"条款：{len(clauses)} 条")


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="政策文件：.txt、.md、.docx 或含文字的 .pdf。", show_default=False)],
    id: Annotated[str, typer.Option("--id", help="文件编号；不写则取文件名。")] = "",
    as_json: _Json = False,
) -> None:
    """把一份政策文件加入文件库，加入后即可提问。

    示例：python -m assistant documents add 通知.docx --id xian-2025
    """
    library = open_library(settings())
    document, notices = add_file(library, file, id)
    for notice in notices:
        say(f"提示：{notice}")
    refresh(settings(), library, progress=say)
    clauses = library.clauses(document.id)
    if as_json:
        print_json(_detailed(document, clauses))
        return
    typer.echo("已加入文件库：")
    _print_summary(document, clauses)


@app.command("list")
def list_documents(as_json: _Json = False) -> None:
    """列出文件库中的全部文件。

    示例：python -m assistant documents list
    """
    library = open_library(settings())
    documents = library.documents()
    if as_json:
        rows = [_described(document) | {"clauses": len(library.clauses(document.id))} for document in documents]
        print_json({"documents": rows})
        return
    for document in documents:
        typer.echo(f"{document.id}\t{document.number or '—'}\t{len(library.clauses(document.id))} 条\t{document.title}")


@app.command()
def show(
    id: Annotated[str, typer.Argument(help="文件编号，见 documents list。", show_default=False)],
    verbose: Verbose = False,
    as_json: _Json = False,
) -> None:
    """查看一份文件的信息、各部分的条数；加 --verbose 看全部条款。

    示例：python -m assistant documents show lanzhou-2023
    """
    library = open_library(settings())
    document, clauses = library.document(id), library.clauses(id)
    if as_json:
        print_json(_detailed(document, clauses))
        return
    _print_summary(document, clauses)
    if not verbose:
        parts = Counter(clause.path.split("/")[0] for clause in clauses)
        typer.echo(
            "\n".join(first_of([f"  {part}：{count} 条" for part, count in parts.items()], _PARTS, verbose, "部分"))
        )
        typer.echo(f"条款全文，{ALL}。")
        return
    for clause in clauses:
        page = f"（第 {clause.page} 页）" if clause.page else ""
        typer.echo(f"\n〔{clause.path}〕{page}\n{clause.reading}")


@app.command()
def remove(
    id: Annotated[str, typer.Argument(help="文件编号，见 documents list。", show_default=False)],
    as_json: _Json = False,
) -> None:
    """从文件库移除一份文件；内置文件可用 index --rebuild 恢复。

    示例：python -m assistant documents remove xian-2025
    """
    library = open_library(settings())
    built_in = library.is_built_in(id)
    library.remove(id)
    if as_json:
        print_json({"removed": id})
        return
    typer.echo(f"已移除“{id}”。" + ("这是内置文件，可用 index --rebuild 恢复。" if built_in else ""))

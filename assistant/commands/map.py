"""`map`: practices to the dimensions of a framework."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.brief import ALL, Verbose
from assistant.commands.material import PASTED
from assistant.commands.output import print_json, read_json, read_json_rows, read_text_argument
from assistant.documents.readers.files import read_file
from assistant.drafting.material.kind import guess_kind
from assistant.errors import UnusableInputError
from assistant.mapping.coverage import MappingResult, map_practices
from assistant.mapping.material import candidates
from assistant.mapping.opening import default_framework, open_mapper
from assistant.mapping.plain import Known

app = typer.Typer(add_completion=False)


@app.command(name="map")
def map_command(
    file: Annotated[str, typer.Argument(help="材料（txt、docx、pdf），或每行含 id、text 的 JSONL；“-”读标准输入")],
    framework: Annotated[
        str,
        typer.Option(help="评价框架：china、gbt19580、yangquan-org、yangquan-ind；不写则按材料讲的是组织还是个人选"),
    ] = "",
    verbose: Verbose = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """把质量实践对应到评价维度，给出覆盖与差距。

    例：python -m assistant map --framework china 材料.txt --json
    """
    rows, known = _rows(file)
    mapper = open_mapper(framework or default_framework(guess_kind(_joined(rows))))
    result = map_practices(rows, mapper, known)
    if as_json:
        print_json(result.as_json())
    else:
        typer.echo("\n".join([*_coverage(result), *_practices(result, verbose)]))


def _joined(rows: list[tuple[str, str]]) -> str:
    return "\n".join(text for _, text in rows)


def _rows(file: str) -> tuple[list[tuple[str, str]], Known]:
    """JSONL where every line is an object with `text`, else free text read as the page reads it; and what is known
    of the rows then."""
    if file != "-" and file.endswith(".jsonl"):
        return [_row(number, row) for number, row in read_json_rows(file)], Known()
    text = _text(file)
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if lines and all(line.lstrip().startswith("{") for _, line in lines):
        where = f"“{file}”看起来是 JSONL，但第 "
        return [_row(number, read_json(line, f"{where}{number} 行")) for number, line in lines], Known()
    found = candidates({PASTED if file == "-" else Path(file).name: text}, date.today())
    if not found.rows:
        raise UnusableInputError(f"“{file}”里没有可以对照的文字。请写入至少一句质量实践。")
    return [(f"p{number}", row) for number, row in enumerate(found.rows, start=1)], found.known


def _text(file: str) -> str:
    """The text of a file of any kind that material may be in."""
    return read_text_argument(file) if file == "-" else read_file(Path(file)).text


def _row(number: int, row: dict[str, object]) -> tuple[str, str]:
    text = row.get("text")
    if not isinstance(text, str):
        raise UnusableInputError(f"第 {number} 行没有文字 text。请补上后重试。")
    return str(row.get("id", f"p{number}")), text


def _coverage(result: MappingResult) -> list[str]:
    """Each dimension with its share, then what is lacking and the question to ask."""
    lines = [f"{result.framework.name}（{result.framework.note}）"]
    lines += [f"{name}\t{share:.0%}" for name, share in result.coverage.items()]
    lines += [f"差距：{gap['dimension']}——{gap['question']}" for gap in result.gaps]
    return lines + [f"不够：{name}——只有{basis}，没有写怎么做。" for name, basis in result.thin().items()]


def _practices(result: MappingResult, verbose: bool) -> list[str]:
    """The practices with their dimensions; in brief how many there are."""
    mapped = [one for one in result.practices if one.dimensions]
    others = len(result.practices) - len(mapped)
    if not verbose:
        return [f"对上的做法 {len(mapped)} 条，不是质量实践的 {others} 条；逐条内容{ALL}。"]
    return [
        f"- {'、'.join(score.name for score in one.dimensions) or '（不是质量实践）'}：{one.text}"
        for one in result.practices
    ]

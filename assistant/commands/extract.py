"""`extract`: facts with their source, conflicts, honours and flags out of an applicant's material."""

from typing import Annotated

import typer

from assistant.commands.material import open_material
from assistant.commands.output import print_json
from assistant.drafting.fact_labels import LABELS
from assistant.drafting.flags import group_of
from assistant.drafting.material.model import Material
from assistant.eligibility.narrative.reader import read_narrative

app = typer.Typer(add_completion=False)


@app.command()
def extract(
    files: Annotated[list[str], typer.Argument(help="一个申报主体的材料（.txt .docx .pdf），“-”读标准输入")],
    kind: Annotated[str | None, typer.Option(help="organisation 组织或 individual 个人；不写则由材料判断")] = None,
    as_of: Annotated[str | None, typer.Option(help="基准日 YYYY-MM-DD；不写则取材料落款日期，再无则取今天")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """从申报材料中提取事实、荣誉与待核事项，每条带原文。

    例：python -m assistant extract 材料.docx 补充.txt --json
    """
    material = open_material(files, kind, as_of)
    if as_json:
        print_json(as_value(material))
    else:
        typer.echo(report(material))


def as_value(material: Material) -> dict[str, object]:
    """The contract's JSON: drafting facts and the facts of eligibility rules, conflicts, honours and flags."""
    facts = _eligibility_facts(material) | {key: fact.as_json() for key, fact in material.facts.items()}
    return {
        "facts": facts,
        "conflicts": [conflict.as_json() for conflict in material.conflicts],
        "honours": [honour.as_json() for honour in material.honours],
        "flags": [flag.as_json() for flag in material.flags],
    }


def _eligibility_facts(material: Material) -> dict[str, object]:
    """Facts of `facts.yaml` from each file; the first that states a fact wins. Sealed stretches are left out."""
    found: dict[str, object] = {}
    for source in material.sources:
        for key, fact in read_narrative(source.raw, material.as_of).facts.items():
            if not material.sealed(source.file, fact.start, fact.end):
                read_from = {"file": source.file, "quote": fact.quote}
                found.setdefault(key, {"value": fact.value, "source": read_from})
    return found


def report(material: Material) -> str:
    """The material's facts, honours and flags for people."""
    lines = ["事实："]
    lines += [f"  {LABELS[key]}：{fact.value}（“{fact.span.quote}”）" for key, fact in material.facts.items()]
    lines.append("荣誉：")
    for honour in material.honours:
        standing = {"listed": "可列", "borderline": "存疑", "excluded": "不列"}[honour.standing]
        lines.append(f"  [{standing}] {honour.date} {honour.name}（{honour.level}）{honour.reason}")
    lines.append("请留意：")
    for flag in material.flags:
        quotes = "；".join(f"“{span.quote}”" for span in flag.spans)
        lines.append(f"  {group_of(flag.code)}：{flag.message}{quotes}")
    return "\n".join(lines)

"""`extract`: facts with their source, conflicts, honours and flags out of an applicant's material."""

from typing import Annotated

import typer

from assistant.commands.brief import Verbose, first_of, flag_lines
from assistant.commands.material import open_material
from assistant.commands.output import print_json
from assistant.drafting.fact_labels import LABELS
from assistant.drafting.material.model import Fact, Honour, Material
from assistant.eligibility.narrative.reader import read_narrative

_STANDINGS = {"listed": "可列", "borderline": "存疑", "excluded": "不列"}
_HONOURS = 8
app = typer.Typer(add_completion=False)


@app.command()
def extract(
    files: Annotated[list[str], typer.Argument(help="一个申报主体的材料（.txt .docx .pdf），“-”读标准输入")],
    kind: Annotated[str | None, typer.Option(help="organisation 组织或 individual 个人；不写则由材料判断")] = None,
    as_of: Annotated[str | None, typer.Option(help="基准日 YYYY-MM-DD；不写则取材料落款日期，再无则取今天")] = None,
    verbose: Verbose = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """从申报材料中提取事实、荣誉与待核事项，每条带原文。

    例：python -m assistant extract 材料.docx 补充.txt --json
    """
    material = open_material(files, kind, as_of)
    if as_json:
        print_json(as_value(material))
    else:
        typer.echo(report(material, verbose))


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


def report(material: Material, verbose: bool = False) -> str:
    """The material's facts, honours and flags for people; with `verbose` also the honours left out and every quote."""
    lines = ["事实：", *(_fact(LABELS[key], fact, verbose) for key, fact in material.facts.items())]
    ordered = sorted(material.honours, key=lambda honour: list(_STANDINGS).index(honour.standing))
    honours = [_honour(honour) for honour in ordered]
    lines += ["荣誉：", *first_of(honours, _HONOURS, verbose, "条")] if honours else ["荣誉：材料里没有提到。"]
    return "\n".join([*lines, *flag_lines(material.flags, verbose)])


def _fact(label: str, fact: Fact, verbose: bool) -> str:
    """A fact; its quote where that says more than the value, or where everything is asked for."""
    quote = " ".join(fact.span.quote.split())
    shown = verbose or (quote != str(fact.value) and str(fact.value) not in quote)
    return f"  {label}：{fact.value}" + (f"（原文“{quote}”）" if shown else "")


def _honour(honour: Honour) -> str:
    return f"  [{_STANDINGS[honour.standing]}] {honour.date} {honour.name}（{honour.level}）{honour.reason}"

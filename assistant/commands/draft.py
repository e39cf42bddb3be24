"""`draft`: the characterisation and the profile of one applicant."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.brief import Verbose, flag_lines
from assistant.commands.material import open_material
from assistant.commands.output import print_json, say
from assistant.drafting.draft import draft as write_draft
from assistant.drafting.limits import CHARACTERISATION_LIMIT, PROFILE_LIMIT, count_characters
from assistant.drafting.model import Draft
from assistant.errors import UnusableInputError
from assistant.settings import settings

if TYPE_CHECKING:
    from assistant.models.drafting import Drafted

_COLUMNS = {"characterisation": "一句话特色", "profile": "简况"}
app = typer.Typer(add_completion=False)


@app.command()
def draft(
    files: Annotated[list[str], typer.Argument(help="一个申报主体的材料（.txt .docx .pdf），“-”读标准输入")],
    kind: Annotated[str | None, typer.Option(help="organisation 组织或 individual 个人；不写则由材料判断")] = None,
    as_of: Annotated[str | None, typer.Option(help="基准日 YYYY-MM-DD；不写则取材料落款日期，再无则取今天")] = None,
    model: Annotated[
        bool, typer.Option("--model", help="再请配置好的语言模型润色；没通过核验的不用。材料会发往该服务，须先同意")
    ] = False,
    verbose: Verbose = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """起草一句话特色（≤25字）与简况（≤300字），每句都有材料出处。

    例：python -m assistant draft 材料.docx --kind organisation --as-of 2024-02-22
    """
    told: dict[str, Drafted] = {}
    written = write_draft(open_material(files, kind, as_of))
    if model:
        written, told = worded(written)
    if as_json:
        print_json({**written.as_json(), **_told_json(told)})
    else:
        labels = {name: done.notice for name, done in told.items() if done.composer == "model"}
        typer.echo(report(written, labels, verbose))


def worded(written: Draft) -> "tuple[Draft, dict[str, Drafted]]":
    """Both texts as the configured model words them, where that passes; who wrote what is told on stderr."""
    from assistant.models.client import open_model
    from assistant.models.consent import ConsentStore
    from assistant.models.drafting import better_characterisation, better_profile

    chosen = settings()
    opened = open_model(chosen)
    if opened is None:
        raise UnusableInputError("没有配置语言模型，不能用 --model。请先在设置页或环境变量里配置，或去掉 --model。")
    consents = ConsentStore(chosen.assistant_home)
    told = {}
    for name, better in (("characterisation", better_characterisation), ("profile", better_profile)):
        told[name] = done = better(opened, written, consents)
        say(f"{_COLUMNS[name]}：{done.notice}")
        written = done.draft
    return written, told


def _told_json(told: "dict[str, Drafted]") -> dict[str, object]:
    """Who worded each text (`model` or `quoting`) and the origin of a model's; nothing where no model was asked."""
    if not told:
        return {}
    composer = {name: done.composer for name, done in told.items()}
    return {"composer": composer, "origin": {name: done.origin for name, done in told.items() if done.origin}}


def report(written: Draft, labels: Mapping[str, str] = MappingProxyType({}), verbose: bool = False) -> str:
    """The draft for people: both texts with their lengths, the honours column and what has to be looked at.

    `labels` say of a text that a model wrote it, with its origin; they stand below it. With `verbose` every flag is
    told in full and every sentence with what it rests on.
    """
    line, profile = written.characterisation, written.profile
    return "\n".join(
        [
            f"一句话特色（{count_characters(line)}/{CHARACTERISATION_LIMIT}字）：{line}",
            *[labels[name] for name in ("characterisation",) if name in labels],
            f"简况（{count_characters(profile)}/{PROFILE_LIMIT}字）：{profile}",
            *[labels[name] for name in ("profile",) if name in labels],
            f"近五年国家级或省部级质量荣誉：{written.honours_text()}",
            *flag_lines(written.material.flags, verbose),
            *(_sources(written) if verbose else ()),
        ]
    )


def _sources(written: Draft) -> list[str]:
    """Every sentence with the words of the material it rests on."""
    lines = ["逐句出处："]
    for one in written.sources:
        quotes = "；".join(f"“{' '.join(span.quote.split())}”" for span in one.evidence)
        lines.append(f"  {one.sentence} ← {quotes or '没有出处'}")
    return lines

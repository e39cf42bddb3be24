"""`match`: all tracks at once for one applicant."""

from collections.abc import Mapping
from typing import Annotated

import typer

from assistant.commands.check import read_applicant
from assistant.commands.output import print_json, say
from assistant.documents.metadata import notice_titles
from assistant.eligibility.match import Match
from assistant.eligibility.match import match as judge_all
from assistant.eligibility.opening import open_tracks, parse_day
from assistant.eligibility.outcome import label
from assistant.eligibility.report import TIMELINESS, VERDICTS, where
from assistant.knowledge.rules import Track
from assistant.settings import settings

app = typer.Typer(add_completion=False)


@app.command()
def match(
    facts: Annotated[str | None, typer.Option(help="事实的 JSON 文件，“-”读标准输入")] = None,
    text: Annotated[str | None, typer.Option(help="自述材料的文本文件，“-”读标准输入")] = None,
    as_of: Annotated[str | None, typer.Option(help="判定基准日（申报日），YYYY-MM-DD")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 值")] = False,
) -> None:
    """同时核对全部申报类别，最有希望的排在前面，并给出最该先回答的问题。

    例：python -m assistant match --facts 事实.json --as-of 2024-12-14
    """
    day = parse_day(as_of) if as_of is not None else None
    tracks = open_tracks(settings().assistant_corpus)
    applicant = read_applicant(facts, text, as_of)
    undated = [track.name for track in tracks.values() if day is None and track.timeliness.assumed_as_of is None]
    if undated:
        left_out = f"{'、'.join(undated)}没有申报截止日，未作判定"
        say(f"提示：未给出申报日，各奖项按各自文件的最后申报日判定；{left_out}。需要判定请加 --as-of YYYY-MM-DD。")
    found = judge_all(tracks, applicant.facts, day)
    if as_json:
        print_json(found.as_json())
    else:
        _show(found, tracks, notice_titles(settings().assistant_corpus))
        typer.echo("\n".join(applicant.notices))


def _show(found: Match, tracks: dict[str, Track], titles: Mapping[str, str]) -> None:
    if found.next_question:
        question = found.next_question
        typer.echo(f"请先回答：{question.question}")
        typer.echo(f"  依据：“{question.citation.quote}”（{where(question.citation, titles)}）\n")
    for result in found.tracks:
        head = f"{tracks[result.track].name}：{VERDICTS[result.verdict]}（{TIMELINESS[result.timeliness]}）"
        typer.echo(head)
        for rule in result.rules:
            if rule.decisive and rule.status == "unmet":
                typer.echo(f"  - {rule.reason}（{where(rule.citation, titles)}）")
        if result.missing:
            typer.echo(f"  待补充：{'、'.join(label(key) for key in result.missing)}")

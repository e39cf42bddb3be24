"""`match`: all tracks at once for one applicant."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated

import typer

from assistant.commands.brief import ALL, Verbose, first_of
from assistant.commands.check import read_applicant
from assistant.commands.output import print_json, say
from assistant.documents.metadata import notice_titles
from assistant.eligibility.match import Match
from assistant.eligibility.match import match as judge_all
from assistant.eligibility.opening import open_tracks, parse_day
from assistant.eligibility.outcome import label
from assistant.eligibility.report import TIMELINESS, VERDICTS, where
from assistant.eligibility.result import TrackResult
from assistant.eligibility.timeliness import phase
from assistant.knowledge.rules import Track
from assistant.settings import settings

_MISSING, _NOTICES = 4, 3
# From here on a reason quotes the clause.
_AGAINST = re.compile("，(?:不满足|属于)“")
app = typer.Typer(add_completion=False)


@app.command()
def match(
    facts: Annotated[str | None, typer.Option(help="事实的 JSON 文件，“-”读标准输入")] = None,
    text: Annotated[str | None, typer.Option(help="自述材料的文本文件，“-”读标准输入")] = None,
    as_of: Annotated[str | None, typer.Option(help="判定基准日（申报日），YYYY-MM-DD")] = None,
    verbose: Verbose = False,
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
        titles = notice_titles(settings().assistant_corpus)
        today = date.today() if day is None else None
        typer.echo("\n".join([*_question(found, titles), *_tracks(found, tracks, titles, verbose, today)]))
        typer.echo("\n".join(first_of(applicant.notices, _NOTICES, verbose, "条提示")))


def _question(found: Match, titles: Mapping[str, str]) -> list[str]:
    """The question to be answered first, with the clause that makes it one."""
    question = found.next_question
    if question is None:
        return []
    cited = f"  依据：“{question.citation.quote}”（{where(question.citation, titles)}）"
    return [f"请先回答：{question.question}", cited, ""]


def _tracks(
    found: Match, tracks: Mapping[str, Track], titles: Mapping[str, str], verbose: bool, today: date | None
) -> list[str]:
    """All tracks, best first, each with what rules it out or what is still missing. Judged by the days of the notices
    (`today` is given), they tell how the notices stand now."""
    lines = []
    for result in found.tracks:
        track = tracks[result.track]
        state = TIMELINESS[phase(track, today).state if today else result.timeliness]
        judged = f"按 {result.as_of} 判定；今天看{state}" if today else state
        head = f"{track.name}：{VERDICTS[result.verdict]}（{judged}）"
        lines += _whole(result, head, titles) if verbose else _short(result, head)
    return lines if verbose else [*lines, f"理由和条款的全文，{ALL}。"]


def _short(result: TrackResult, head: str) -> list[str]:
    """One line with the first reason without the clause, or with the facts that would settle most."""
    reasons = [rule.reason for rule in result.rules if rule.decisive and rule.status == "unmet"]
    if reasons:
        return [f"{head}——{_AGAINST.split(reasons[0])[0]}"]
    missing = [label(key) for key in result.missing[:_MISSING]]
    more = f"等 {len(result.missing)} 项" if len(result.missing) > _MISSING else ""
    return [f"{head}，待补充：{'、'.join(missing)}{more}" if missing else head]


def _whole(result: TrackResult, head: str, titles: Mapping[str, str]) -> list[str]:
    """Every reason with its clause, and all that is missing."""
    unmet = [rule for rule in result.rules if rule.decisive and rule.status == "unmet"]
    lines = [head, *(f"  - {rule.reason}（{where(rule.citation, titles)}）" for rule in unmet)]
    return [*lines, f"  待补充：{'、'.join(label(key) for key in result.missing)}"] if result.missing else lines

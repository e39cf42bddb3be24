"""Opens what the checker needs: the tracks of the corpus, and the facts and day of judgement of one applicant."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from assistant.eligibility.checker import check
from assistant.eligibility.facts import YEARS, Facts, as_json, parse_facts
from assistant.eligibility.outcome import label
from assistant.eligibility.result import TrackResult
from assistant.errors import FactsError, NotFoundError
from assistant.knowledge.rules import Track, load_rules
from assistant.language.dates import written_day

# A stop whose end is told is judged by its dates; whether it interrupted at all is the judgement, not what was said.
_SETTLED_BY = {"operation_continuous": "operation_resumed_date"}


@lru_cache(maxsize=4)
def open_tracks(corpus: Path) -> dict[str, Track]:
    """All tracks of a corpus by id, read once."""
    return load_rules(corpus)


def find_track(tracks: Mapping[str, Track], track_id: object) -> Track:
    """The track of that id; NotFoundError names those there are, with their ids."""
    if not isinstance(track_id, str) or track_id not in tracks:
        listed = "、".join(f"{track.name}（{name}）" for name, track in tracks.items())
        raise NotFoundError(f"没有申报类别“{track_id}”。可用的类别（括号内是编号）：{listed}。")
    return tracks[track_id]


def parse_day(text: object) -> date:
    """A day of judgement from `YYYY-MM-DD` or 2024年2月22日; FactsError otherwise."""
    day = written_day(text) if isinstance(text, str) else None
    if day is None:
        raise FactsError(f"基准日“{text}”不是 YYYY-MM-DD（或 2024年2月22日）形式的日期。请改正后重试。")
    if day.year not in YEARS:
        raise FactsError(f"基准日“{text}”不在 {YEARS.start} 年至 {YEARS.stop - 1} 年之间。请改正后重试。")
    return day


def day_for(track: Track, text: object) -> date:
    """The day given, else the one the notice itself suggests (its last safe day); never today's date.

    FactsError where neither is there.
    """
    if text is not None:
        return parse_day(text)
    if track.timeliness.assumed_as_of is None:
        raise FactsError(f"“{track.name}”没有申报截止日，无法推定基准日。请用 --as-of（或 as_of）给出申报日。")
    return track.timeliness.assumed_as_of


class Applicant(NamedTuple):
    """The facts of one applicant, and what a self-description spoke of without settling it, as notices."""

    facts: Facts
    notices: tuple[str, ...] = ()


def judge(track: Track, applicant: Applicant, as_of: date) -> TrackResult:
    """As `check`, with the applicant's notices after the result's own."""
    result = check(track, applicant.facts, as_of)
    return replace(result, notices=(*result.notices, *applicant.notices)) if applicant.notices else result


def applicant_of_text(text: object, as_of: date | None) -> Applicant:
    """What a self-description says. FactsError where it is no text."""
    from assistant.eligibility.narrative.reader import read_narrative

    if not isinstance(text, str) or not text.strip():
        raise FactsError("自述材料是空的。请写上申报主体的情况后重试。")
    reading = read_narrative(text, as_of)
    facts = parse_facts({key: as_json(fact.value) for key, fact in reading.facts.items()})
    unsettled = (doubt for doubt in reading.unsure if _SETTLED_BY.get(doubt.key, "") not in facts)
    doubts = (f"自述没有说定“{label(doubt.key)}”（“{doubt.quote.strip()}”），按未知处理。" for doubt in unsettled)
    return Applicant(facts, tuple(dict.fromkeys(doubts)))


def applicant_of_row(row: Mapping[str, Any], as_of: date | None) -> Applicant:
    """The facts of a row that carries `facts` or `text`. FactsError where it carries neither."""
    if row.get("facts") is not None:
        return Applicant(parse_facts(row["facts"]))
    if row.get("text") is not None:
        return applicant_of_text(row["text"], as_of)
    raise FactsError("缺少 facts（事实）或 text（自述）。请补上其中一项后重试。")

"""Many applicants at once: JSON Lines in, one JSON value a line out, in order; a bad row yields an error."""

import json
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from assistant.eligibility.opening import applicant_of_row, day_for, find_track, judge, open_tracks
from assistant.errors import FactsError, UnusableInputError
from assistant.knowledge.rules import Track

CHUNK = 500
"""Rows judged in one go by one process."""


def judge_lines(lines: Iterable[str], corpus: Path, processes: int = 1) -> Iterator[bytes]:
    """Blocks of UTF-8 output: one JSON line for each non-blank line, in order.

    More than one chunk is shared out to `processes`.
    """
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    chunks = iter(lambda: list(islice(numbered, CHUNK)), [])
    judge_chunk = partial(_judge_chunk, corpus=corpus)
    first, second = next(chunks, []), next(chunks, [])
    if processes < 2 or not second:
        for chunk in (first, second, *chunks):
            yield judge_chunk(chunk)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from _in_turns(pool, judge_chunk, _chain(first, second, chunks), processes * 3)


def _chain(first: list[Any], second: list[Any], rest: Iterator[list[Any]]) -> Iterator[list[Any]]:
    yield first
    yield second
    yield from rest


def _in_turns(pool: ProcessPoolExecutor, judge: Any, chunks: Iterator[list[Any]], ahead: int) -> Iterator[bytes]:
    """Submit only a few chunks ahead, so that memory does not grow with the file."""
    waiting = [pool.submit(judge, chunk) for chunk in islice(chunks, ahead)]
    while waiting:
        yield waiting.pop(0).result()
        waiting += [pool.submit(judge, chunk) for chunk in islice(chunks, 1)]


def _judge_chunk(chunk: list[tuple[int, str]], corpus: Path) -> bytes:
    tracks = open_tracks(corpus)
    text = "".join(judge_line(line, number, tracks) + "\n" for number, line in chunk)
    return text.encode(errors="backslashreplace")  # half a character of a row stays the JSON escape it came as


def judge_line(line: str, number: int, tracks: Mapping[str, Track]) -> str:
    """The JSON text of one row: as `check`, with the row's `id`; or `{"id", "status": "error", "error"}`."""
    row: Any = None
    try:
        row = _row(line)
        track = find_track(tracks, row.get("track"))
        as_of = day_for(track, row.get("as_of"))
        return judge(track, applicant_of_row(row, as_of), as_of).as_text(row.get("id"))
    except UnusableInputError as error:
        identifier = row.get("id") if isinstance(row, dict) else None
        return json.dumps(
            {"id": identifier, "status": "error", "error": f"第 {number} 行：{error}"}, ensure_ascii=False
        )


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise FactsError(f"不是合法的 JSON（{error.msg}）。请改正该行后重试。") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, or nesting without end
        raise FactsError("数字过长或嵌套过深，不能读取。请改正该行后重试。") from error
    if not isinstance(row, dict):
        raise FactsError("应是一个 JSON 对象。请改正该行后重试。")
    return row

"""Whether a day, or an hour of it, put up for handing in is within the time a notice writes (22号晚上7点交还行不行)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant.eligibility.narrative.lexicon import cues
from assistant.knowledge.awards import Timeliness
from assistant.language.dates import read_numeral

# What the question is looked up by: what the notice writes of its time.
ASKED_IN_FULL = "申报材料什么时候截止报送"
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜里", "中午"})
_HOUR = re.compile(r"(\d{1,2})[:：](\d{2})|(\d{1,2})时")
_NOON, _MINUTES = 12, 60


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A day put up, and the minutes of it (None: no hour is); without a year it is one of the notice's."""

    month: int
    day: int
    year: int | None = None
    minutes: int | None = None


def handed_in(question: str) -> HandedIn | None:
    """The day a question puts up for handing in; None where it puts up none."""
    found = cues("turns.handed_in_on").search(question)
    if found is None:
        return None
    said = found.groupdict()
    return HandedIn(int(said["month"]), int(said["day"]), int(said["year"]) if said["year"] else None, _minutes(said))


def judged(put: HandedIn, timeliness: Timeliness, messages: Mapping[str, str]) -> str:
    """Yes or no by the deadline; "" where the notice names none, or the day is none of the calendar."""
    last = timeliness.deadline
    if last is None or timeliness.announces or timeliness.standing:
        return ""
    try:
        day = date(put.year or last.year, put.month, put.day)
    except ValueError:
        return ""
    told = {"day": _written(day, put.minutes), "deadline": timeliness.label}
    hour = _hour(timeliness.label)
    if day != last or hour is None:
        return messages["handed_late" if day > last else "handed_in_time"].format(**told)
    if put.minutes is None:
        return messages["handed_that_day"].format(**told)
    return messages["handed_late" if put.minutes >= hour else "handed_in_time"].format(**told)


def _minutes(said: Mapping[str, str | None]) -> int | None:
    if not said["hour"]:
        return None
    hour = read_numeral(said["hour"])
    if hour is None:
        return None
    hour += _NOON if said["part"] in _AFTERNOON and hour < _NOON else 0
    half = said["half"] or "0"
    return hour * _MINUTES + (_MINUTES // 2 if half == "半" else int(half))


def _hour(label: str) -> int | None:
    found = _HOUR.search(label)
    if found is None:
        return None
    return int(found[1] or found[3]) * _MINUTES + int(found[2] or 0)


def _written(day: date, minutes: int | None) -> str:
    hour = "" if minutes is None else f"{minutes // _MINUTES}:{minutes % _MINUTES:02d}"
    return f"{day.year}年{day.month}月{day.day}日{hour}"

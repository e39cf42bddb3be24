"""Arithmetic of full years and of looking back, on dates known to the year, the month or the day.

Conventions (Civil Code art. 201, 202, 1259, applied by analogy since no notice fixes its own): the day of judgement
counts as a whole; N full years are reached on the corresponding day; a corresponding day that does not exist
(29 February) is the last day of that month.
"""

import calendar
from datetime import date

from assistant.language.dates import PartialDate

_MONTH, _YEAR = 30.4, 365.25


def add_months(day: date, months: int) -> date:
    """The corresponding day `months` later (earlier where negative); the month's last day where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_years(day: date, years: int) -> date:
    """The corresponding day `years` later (earlier where negative); 28 February for a missing 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def full_years(since: PartialDate, years: int, as_of: date) -> bool | None:
    """Have `years` full years passed since `since` on `as_of`? None where readings of a partial date disagree."""
    if add_years(since.last(), years) <= as_of:
        return True
    return None if add_years(since.first(), years) <= as_of else False


def window(event: PartialDate, years: int, as_of: date) -> str:
    """Where an event lies to the `years` before `as_of`: `inside`, `outside`, `edge` (exactly the first day) or
    `straddle` (readings disagree).

    The window is open at its start: an event on the corresponding day itself is the `edge`. Days after `as_of` are no
    possible reading; an event wholly after it is `outside`.
    """
    start = add_years(as_of, -years)
    first, last = event.first(), min(event.last(), as_of)
    if first > last:
        return "outside"
    if first > start:
        return "inside"
    if last < start:
        return "outside"
    return "edge" if first == last else "straddle"


def days_short(since: PartialDate, years: int, as_of: date) -> int:
    """How many days are lacking to `years` full years on `as_of`, by the earliest reading; 0 when reached."""
    return max(0, (add_years(since.first(), years) - as_of).days)


def gap_is_short(stopped: PartialDate, resumed: PartialDate, months: int) -> bool | None:
    """Is the time from `stopped` to `resumed` at most `months` months? None where readings disagree."""
    if resumed.last() <= add_months(stopped.first(), months):
        return True
    return None if resumed.first() <= add_months(stopped.last(), months) else False


def shortfall(since: PartialDate, years: int, as_of: date) -> str:
    """What is lacking to `years` full years in words, no more precise than `since` is known: days, months or years."""
    days = days_short(since, years, as_of)
    if since.precision == "day":
        return f"差 {days} 天"
    if days < _MONTH:
        return f"至少差 {days} 天"
    if since.precision == "month" or days < _YEAR:
        return f"至少差约 {round(days / _MONTH)} 个月" if days < 2 * _YEAR else f"至少差约 {days / _YEAR:.1f} 年"
    return f"至少差约 {round(days / _YEAR)} 年"

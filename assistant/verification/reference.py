"""Dates of the applicant's own and points of reference, and the years between two of them."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.language.numerals import Quantity, find_quantities
from assistant.verification.evidence import Evidence
from assistant.verification.moments import Moment, agrees, find_moments


def points(moment: Moment, text: str, evidence: Evidence) -> bool:
    """Whether a date is the applicant's own or a point of reference of the notice's."""
    return of_applicant(moment, evidence) or at_the_time(moment, text, evidence)


# 十来年 may be eleven, not twenty.
_HALF_MORE = Decimal("1.5")


def elapsed(quantity: Quantity, text: str, evidence: Evidence) -> bool:
    """Whether a span in years is what lies between a date of the applicant's and one of the text or the notice."""
    if quantity.unit != "年" or not evidence.personal:
        return False
    later = [*find_moments(text), *find_moments(evidence.setting)]
    spans = {_years(a, b) for a in find_moments(evidence.own) for b in later if a.year and b.year}
    before = text[: quantity.start]
    if re.search(r"(?:不到|不足|未满|没满|不满)$", before):
        return int(quantity.value) - 1 in spans
    roughly = quantity.bound in {"about", "more_than"} or re.search("[多余几来]", quantity.text)
    if roughly and any(quantity.value <= span < quantity.value * _HALF_MORE for span in spans):
        return True
    about = re.search(r"(?:近|将近|快)$", before)
    return int(quantity.value) in spans or (bool(about) and int(quantity.value) - 1 in spans)


def _years(start: Moment, end: Moment) -> int:
    """Whole years from one date to another, months counted where both are told."""
    early = bool(start.month and end.month) and (end.month, end.day or 31) < (start.month, start.day or 1)
    return end.year - start.year - early


def of_applicant(moment: Moment, evidence: Evidence) -> bool:
    """Whether a date is one of the applicant's own, from when on or until when aside (2016年3月起)."""
    return any(agrees(replace(moment, side=""), replace(given, side="")) for given in find_moments(evidence.own))


def at_the_time(moment: Moment, text: str, evidence: Evidence) -> bool:
    """The month of a date of the notice, as a point of reference (到2024年2月通知印发时, 到2024年2月还不满5年)."""
    if _worked_out(moment, text, evidence) or _as_of(moment, text, evidence):
        return True
    if not (moment.year and moment.month) or moment.day or moment.part or moment.side:
        return False
    until = evidence.personal and re.search(r"(?:到|至|截至|截止)[^,。;\d]{0,10}$", text[: moment.start])
    if not until and not re.match(r"[^,。;]{0,8}时", text[moment.end :]):
        return False
    given = (*evidence.moments, *find_moments(evidence.setting))
    return any(each.day and (each.year or moment.year, each.month) == (moment.year, moment.month) for each in given)


def _as_of(moment: Moment, text: str, evidence: Evidence) -> bool:
    """The day by which an applicant's case is judged (按2024年2月20日来核对)."""
    by = re.search(r"(?:按|以|按照|截至|截止|到|至)$", text[: moment.start])
    judged = re.match(
        r"(?:的?情况|为基准日?|为准|这[天日]|计)?,?(?:来)?(?:核对|核算|推算|计算|算|判断|看)", text[moment.end :]
    )
    years = evidence.years | {each.year for each in find_moments(evidence.setting) if each.year}
    far = bool(moment.year and years and moment.year > max(years) + _AHEAD)
    return bool(evidence.personal and moment.year and by and judged) and not far


# A case is judged no more than so many years behind the last the notice tells.
_AHEAD = 3
_SO_FAR = re.compile(
    r"(?:[^,。;\d]{0,10}?)(超过|过了|满|有|不满|不足|不到|未满|没满)了?(\d+|[一二三四五六七八九十]+)年"
)


def _worked_out(moment: Moment, text: str, evidence: Evidence) -> bool:
    """Whether up to a month (到2024年12月已经超过5年) as many years have passed since a date of the applicant's own."""
    told = _SO_FAR.match(text[moment.end :])
    if not evidence.personal or not told or not re.search(r"(?:到|至|截至|截止)$", text[: moment.start]):
        return False
    asked = next((q for q in find_quantities(told.group()) if q.unit == "年"), None)
    spans = [_years(own, moment) for own in find_moments(evidence.own) if own.year]
    short = told[1] in {"不满", "不足", "不到", "未满", "没满"}
    return asked is not None and any(span < asked.value if short else span >= asked.value for span in spans)


def given_years(settings: list[Moment]) -> frozenset[int]:
    return frozenset(given.year for given in settings if given.year and given.day)

"""Conditions on durations: N full years, and N full years without interruption."""

from datetime import date

from assistant.eligibility.facts import Facts, FactValue
from assistant.eligibility.outcome import MET, REVIEW, UNKNOWN, UNMET, Outcome, unknown_of
from assistant.eligibility.windows import add_years, full_years, gap_is_short, shortfall
from assistant.knowledge.conditions import AtLeastYears, ContinuousYears
from assistant.language.dates import PartialDate

_SAME_DAY = "按基准日当日24时判定为刚好满{years}年，建议次日再申报。"


def at_least_years(condition: AtLeastYears, facts: Facts, as_of: date) -> Outcome:
    """By the date where it decides, else by the stated number of years, else unknown."""
    since, stated = facts.get(condition.since), facts.get(condition.stated)
    if isinstance(since, PartialDate):
        reached = full_years(since, condition.years, as_of)
        if reached is not None:
            return _by_date(condition, since, reached, as_of)
    if isinstance(stated, (int, float)):
        status, found = (MET, "已") if stated >= condition.years else (UNMET, "不")
        return Outcome(status, f"自述{condition.verb}满{stated:g}年，{found}足{condition.years}年")
    young = _too_young(condition, since, facts, as_of) or _not_founded(condition, since, facts, as_of)
    return young or _undecided(condition, since, facts)


def _too_young(condition: AtLeastYears, since: FactValue | None, facts: Facts, as_of: date) -> Outcome | None:
    """Unmet where the start is unknown, but cannot lie before a date that is itself too late; else None."""
    bound = facts.get(condition.not_before)
    if (
        since is not None
        or not isinstance(bound, PartialDate)
        or full_years(bound, condition.years, as_of) is not False
    ):
        return None
    short = shortfall(bound, condition.years, as_of)
    detail = f"{bound} 才成立，{condition.verb}不会早于这一天，至 {as_of} {short}满{condition.years}年"
    return Outcome(UNMET, detail)


def _not_founded(condition: AtLeastYears, since: FactValue | None, facts: Facts, as_of: date) -> Outcome | None:
    """Unmet where nothing is known but that the applicant was founded after the day judged on; else None."""
    founded = facts.get(condition.founded)
    if since is not None or not isinstance(founded, PartialDate) or founded.first() <= as_of:
        return None
    return Outcome(UNMET, f"{founded} 才成立，到 {as_of} 还没有成立，谈不上{condition.verb}满{condition.years}年")


def _undecided(condition: AtLeastYears, since: FactValue | None, facts: Facts) -> Outcome:
    if since is None and condition.if_known:
        return Outcome(MET)
    if since is None:
        return Outcome(UNKNOWN, f"{condition.verb}的起始时间未知", unknown_of(facts, condition.ask))
    detail = f"只知道 {since} {condition.verb}，是否满{condition.years}年取决于具体日期"
    return Outcome(UNKNOWN, detail, unknown_of(facts, condition.ask))


def _by_date(condition: AtLeastYears, since: PartialDate, reached: bool, as_of: date) -> Outcome:
    text = f"{since} {condition.verb}，至 {as_of} "
    if not reached:
        return Outcome(UNMET, f"{text}{shortfall(since, condition.years, as_of)}满{condition.years}年")
    if since.precision == "day" and add_years(since.first(), condition.years) == as_of:
        notice = _SAME_DAY.format(years=condition.years)
        return Outcome(MET, f"{text}当日刚好满{condition.years}年", notices=(notice,))
    return Outcome(MET, f"{text}已满{condition.years}年")


def continuous_years(condition: ContinuousYears, facts: Facts, as_of: date) -> Outcome:
    """N full years since the last resumption where there was a stop, else since the start, if known to be continuous.

    A stop that may be as short as the stated months goes to review: whether it interrupts is open.
    """
    whole = at_least_years(condition.span, facts, as_of)
    stopped, resumed = facts.get(condition.stopped), facts.get(condition.resumed)
    if isinstance(resumed, PartialDate):
        return _after_stop(condition, whole, stopped, resumed, as_of)
    if whole.status == UNMET:
        return whole
    if isinstance(stopped, PartialDate):
        return _not_resumed(condition, facts, stopped, as_of)
    return _by_statement(condition, whole, facts)


def _after_stop(
    condition: ContinuousYears, whole: Outcome, stopped: FactValue | None, resumed: PartialDate, as_of: date
) -> Outcome:
    years = condition.span.years
    again = full_years(resumed, years, as_of)
    if again:
        return Outcome(MET, f"{resumed} 恢复生产，至 {as_of} 已连续满{years}年")
    if whole.status == UNMET:
        return whole
    if isinstance(stopped, PartialDate) and gap_is_short(stopped, resumed, condition.short_months) is not False:
        detail = f"{stopped} 停产、{resumed} 恢复，停产不超过{condition.short_months}个月，是否算中断没有规定"
        return Outcome(REVIEW, detail, ambiguity=condition.ambiguity)
    if again is None:
        return Outcome(UNKNOWN, f"只知道 {resumed} 恢复生产，是否已连续满{years}年取决于具体日期", (condition.resumed,))
    return Outcome(UNMET, f"{resumed} 恢复生产，重新起算至 {as_of} {shortfall(resumed, years, as_of)}满{years}年")


def _not_resumed(condition: ContinuousYears, facts: Facts, stopped: PartialDate, as_of: date) -> Outcome:
    years = condition.span.years
    recent = full_years(stopped, years, as_of) is False
    if recent and facts.get(condition.continuous) is False:
        return Outcome(UNMET, f"{stopped} 停产，经营不连续，此后至 {as_of} 不可能连续满{years}年")
    return Outcome(UNKNOWN, f"{stopped} 停产，恢复生产的日期未知", (condition.resumed,))


def _by_statement(condition: ContinuousYears, whole: Outcome, facts: Facts) -> Outcome:
    continuous = facts.get(condition.continuous)
    if continuous is False:
        return Outcome(UNKNOWN, "经营曾经中断，恢复生产的日期未知", (condition.resumed,))
    if continuous is None:
        missing = (*whole.missing, condition.continuous)
        detail = whole.detail if whole.status == UNKNOWN else f"{whole.detail}，但是否连续未知"
        return Outcome(UNKNOWN, detail, missing)
    return whole

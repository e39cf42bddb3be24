"""How a clause says what it says: denied, affirmed, doubted, asked or planned; about whom; and for how many years."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.durations import Duration, find_durations
from assistant.eligibility.narrative.idioms import without_idioms
from assistant.eligibility.narrative.lexicon import cues
from assistant.language.dates import PartialDate, find_dates

NEVER = 99
_GAP = 34


class Stance(StrEnum):
    """What a clause does with a thing it names."""

    DENIED = "denied"
    AFFIRMED = "affirmed"
    DOUBTED = "doubted"
    ASKED = "asked"
    PLANNED = "planned"


def stance(narrative: Narrative, clause: Clause, start: int, end: int) -> Stance:
    """The stance towards the thing named at `clause.text[start:end]`."""
    text = clause.text
    if is_asked(clause):
        return Stance.DOUBTED if is_doubted(narrative, clause) else Stance.ASKED
    if is_doubted(narrative, clause) or cues("scope.double_negatives").search(text):
        return Stance.DOUBTED
    if is_denied(text, start, end):
        return Stance.DENIED
    if cues("scope.plan").search(text[:start]):
        return Stance.PLANNED
    return Stance.DOUBTED if _left_to_the_next(narrative, clause) else Stance.AFFIRMED


def _left_to_the_next(narrative: Narrative, clause: Clause) -> bool:
    """A clause that only names things, before one that denies in words nobody knows: nothing has been affirmed."""
    following = narrative.after(clause)[:1]
    tells = any(cues(name).search(clause.text) for name in ("scope.topic_tells", "scope.topic_grades"))
    heads = not tells and cues("scope.topic").search(clause.text)
    if not following or not (heads or cues("scope.only_names").search(clause.text)):
        return False
    graver = cues("incidents.accident.graver").search(following[0].text)
    return bool(cues("scope.negators").search(following[0].text)) and not graver


def is_asked(clause: Clause) -> bool:
    """The clause asks rather than tells. A telling clause before the asking one is not touched by its mark."""
    return clause.asks or _asks(clause.text)


@lru_cache(maxsize=1 << 13)
def _asks(text: str) -> bool:
    """Kept, as the doubts below, because every clause is looked at again from each of its neighbours."""
    asks = cues("scope.question").search(re.sub(r"^[^：:]*[：:]", "", text))
    return bool(asks or cues("scope.required").search(text))


def is_doubted(narrative: Narrative, clause: Clause) -> bool:
    """The clause, or the clause that closes its topic (…，我说不准), voices doubt."""
    if _voices_doubt(clause.text):
        return True
    following = narrative.after(clause, 2 if clause.asks else 1)[:1]
    return bool(following and _only_doubt(following[0].text))


@lru_cache(maxsize=1 << 13)
def _voices_doubt(text: str) -> bool:
    return bool(cues("scope.uncertain").search(text))


@lru_cache(maxsize=1 << 13)
def _only_doubt(text: str) -> bool:
    """A short clause that says nothing but doubt, so it must be about what stands before it."""
    match = cues("scope.closing_doubt").search(text)
    return bool(match) and len(text) <= 16 and not cues("scope.own_topic").search(text)


def is_denied(text: str, start: int, end: int) -> bool:
    """A negator governs the thing, from before it (also through an enumeration) or from behind it; 有没有 is none."""
    text = without_idioms(text)
    for negator in reversed(list(cues("scope.negators").finditer(text, max(0, start - _GAP), start))):
        between = text[negator.end() : start]
        if not cues("scope.breaks").search(between) and not _is_reason(text[: negator.start()], between):
            return True
    behind = text[end : end + _GAP]
    match = cues("scope.negated_after").search(behind)
    return bool(match) and not re.search(r"[，。]", behind[: match.start()] if match else "")


def affirms(clause: Clause, name: str) -> bool:
    """A cue of a list stands in the clause and is not denied there (没有认定我们负次要责任 affirms no 责任)."""
    return any(not is_denied(clause.text, *match.span()) for match in cues(name).finditer(clause.text))


def _is_reason(before: str, between: str) -> bool:
    """因年报没公示进了名录: the negator belongs to the reason, not to what came of it."""
    return bool(re.search(r"因|由于", before) and cues("scope.came_of").search(between))


def is_overtaken(narrative: Narrative, clause: Clause) -> bool:
    """专利以前没有，今年刚申请: a denial of the past alone, and the sentence goes on to a later time."""
    if not cues("scope.past_only").search(clause.text):
        return False
    return any(cues("scope.later_on").search(other.text) for other in narrative.after(clause)[:2])


def is_silent_denial(narrative: Narrative, clause: Clause, noun: str) -> bool:
    """那之后六年再没有: the thing is left unsaid, being named in the clauses before of the same sentence."""
    if not cues("scope.silent_denial").search(clause.text) or is_doubted(narrative, clause) or is_asked(clause):
        return False
    before = narrative.before(clause)
    opens = before[-1] if before else clause
    if cues("scope.opens_afterwards").search(opens.text) and clause.sentence:
        before = [*before, *narrative.sentences[clause.sentence - 1]]
    return any(cues(noun).search(other.text) for other in before)


def has_exception(narrative: Narrative, clause: Clause) -> bool:
    """除了2020年那次以外，没有…: the denial leaves something out."""
    before = [one for one in narrative.before(clause)[:1] if not cues("scope.exception_closed").search(one.text)]
    return any(cues("scope.exception").search(other.text) for other in [clause, *before])


def free_years(
    narrative: Narrative, clause: Clause, as_of: date | None, event: PartialDate | None, *, alone: bool = False
) -> int | None:
    """The years a denial covers: 99 for never, N for 近N年, whole years since an arrival, an event or a date.

    None where the words cover a stretch one cannot count (近年来, 今年). `alone` leaves what is told before aside.
    """
    if cues("scope.only_before").search(clause.text):
        return None
    for other in [clause] if alone else [clause, *narrative.before(clause)]:
        if other is clause and cues("scope.besides").search(other.text) and cues("scope.ever").search(other.text):
            return NEVER
        if cues("scope.arrival").search(other.text):
            return _since(_arrival_date(narrative, other, as_of), as_of)
        counted = _counted(other, as_of, inherited=other is not clause)
        if counted is None and other is not clause:
            counted = _lent_stretch(narrative, other, as_of)
        if counted is not None:
            return counted
        if cues("scope.vague_ever").search(other.text) and other is clause:
            return None
        if (
            other is clause
            and cues("scope.ever").search(other.text)
            and not cues("scope.afterwards").search(other.text)
        ):
            return NEVER
        if event is None or not cues("scope.afterwards").search(other.text):
            continue
        if other is clause or cues("scope.afterwards_alone").fullmatch(other.text):
            return _since(event, as_of)
    return NEVER


def _counted(clause: Clause, as_of: date | None, *, inherited: bool) -> int | None:
    """近N年, N年来, 那以后N年; or 自YYYY年以来. None where the clause gives no count.

    A clause before in the sentence lends only its 近N年.
    """
    if cues("scope.and_earlier").search(clause.text):
        return NEVER
    if not inherited and cues("scope.lifelong").search(clause.text):
        return NEVER
    if not inherited and (after := _after_date(clause.text, as_of)):
        return _since(after, as_of)
    days = re.search(r"([1-9][0-9]{2,4})(?:多|余)?[天日]", clause.text)
    if days and not inherited:
        return int(days.group(1)) // 366
    for duration in find_durations(clause.text):
        if cues("scope.whole_life").search(clause.text[max(0, duration.start - 4) : duration.start]) and not inherited:
            return NEVER
        if duration.years is not None and _counts_up_to_now(clause.text, duration, inherited=inherited):
            return duration.years
    since = None if inherited else re.search(r"以来|至今|到现在|到今天", clause.text)
    dates = find_dates(clause.text[: since.start()], as_of) if since else []
    return _since(dates[-1].value, as_of) if dates else None


def _lent_stretch(narrative: Narrative, clause: Clause, as_of: date | None) -> int | None:
    """从2021年到今天，没有违法: the years since then, and all there are where it is the year the house was founded."""
    if not cues("scope.stretch_opens").search(clause.text):
        return None
    began = [mention.value for mention in find_dates(clause.text, as_of)][:1]
    if cues("scope.began").search(clause.text) or any(_founds(other, began, as_of) for other in narrative.clauses):
        return NEVER
    return _since(began[0], as_of) if began else None


def _founds(clause: Clause, dates: list[PartialDate], as_of: date | None) -> bool:
    """The clause tells of a founding in the year of one of the dates."""
    if not cues("scope.began").search(clause.text):
        return False
    years = {mention.value.year for mention in find_dates(clause.text, as_of)}
    return any(value.year in years for value in dates)


def _after_date(text: str, as_of: date | None) -> PartialDate | None:
    """2022年以后没有重大事故: the years before are left untold."""
    for mention in find_dates(text, as_of):
        if re.match(r"(?:以|之)后|后|起|至今|以来", text[mention.end :]):
            return mention.value
    return None


def _counts_up_to_now(text: str, duration: Duration, *, inherited: bool) -> bool:
    """近N年, N年来, 最近N年; lent to the clause behind only where it stands for the whole sentence."""
    tail = text[duration.end : duration.end + 3]
    head = text[max(0, duration.start - 3) : duration.start]
    alone = duration.start == 0 and text[duration.end :] in ("了", "来", "里", "多了")
    lent = alone or re.search(r"最近|过去|这$|[之此以往]后$", head) or re.match(r"[内里间]|以来|之内", tail)
    if inherited and not (duration.window or lent):
        return False
    framed = re.match(r"[内来里间没未无]|以来|之内|一直", tail) or cues("scope.lately").search(head)
    return bool(duration.window or (inherited and alone) or framed)


def _arrival_date(narrative: Narrative, clause: Clause, as_of: date | None) -> PartialDate | None:
    for other in reversed(narrative.clauses[: clause.index + 1]):
        dates = find_dates(other.text, as_of)
        if dates and cues("scope.arrived").search(other.text):
            return dates[-1].value
    return None


def _since(start: PartialDate | None, as_of: date | None) -> int | None:
    """Whole years from the last day a date can mean to `as_of`."""
    if start is None or as_of is None:
        return None
    last = start.last()
    years = as_of.year - last.year - ((as_of.month, as_of.day) < (last.month, last.day))
    return max(years, 0)


def reaches_back_to(years: int, event: PartialDate | None, as_of: date | None) -> bool:
    """A stretch of so many years up to `as_of` surely takes in some reading of the event's date."""
    if event is None or as_of is None or years == NEVER:
        return True
    first = event.first()
    elapsed = as_of.year - first.year - ((as_of.month, as_of.day) < (first.month, first.day))
    return years > elapsed


def whole_years_since(start: PartialDate | None, as_of: date | None) -> int | None:
    """Whole years surely passed since a date; None without a date or a day of reading."""
    return _since(start, as_of)

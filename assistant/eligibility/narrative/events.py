"""When and how grave: the date and the level an event is given by its own clause and those around it."""

import re
from datetime import date
from functools import lru_cache

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_denied
from assistant.language.dates import DateMention, PartialDate, find_dates

_TODAY = {"今天", "今日", "昨天", "昨日"}


def event_date(book: Notebook, clause: Clause) -> PartialDate | None:
    """The date of the clause itself, else of the nearest clause before it in its sentence, else of the next one."""
    here = told_dates(clause.text, book.as_of)
    if here:
        return _finest(here)
    for other in [*book.narrative.before(clause), *book.narrative.after(clause)[:1]]:
        dates = told_dates(other.text, book.as_of)
        if dates:
            told = dates[-1] if other.index < clause.index else dates[0]
            behind = "".join(later.text for later in book.narrative.after(clause)[:1])
            return _finest([told, *told_dates(behind, book.as_of)])
    return None


def _finest(told: list[DateMention]) -> PartialDate:
    """The first date, or one of the same year that tells it more finely: 四年前的事，2017年8月."""
    same = [mention.value for mention in told if mention.value.year == told[0].value.year]
    return max(same, key=lambda value: len(str(value)))


def event_text(book: Notebook, clause: Clause, sentences: int = 2) -> str:
    """The clause, what stands before it in its sentence, and what follows up to the end of the next sentence."""
    before = "，".join(other.text for other in reversed(book.narrative.before(clause)))
    after = "，".join(other.text for other in book.narrative.after(clause, sentences))
    return "，".join(part for part in (before, clause.text, after) if part)


def level_of(book: Notebook, clause: Clause) -> str | None:
    """The level an authority or the narrator gives the event: its own clause first, then the clauses that grade it."""
    found = _level(clause.text)
    if found:
        return found
    for other in [*book.narrative.before(clause), *book.narrative.after(clause, 2)]:
        if cues("incidents.authority").search(other.text) or other.sentence == clause.sentence:
            found = _affirmed_level(other.text)
            if found:
                return found
    return None


def level_is_open(book: Notebook, clause: Clause) -> bool:
    """The level, the cause or the investigation is said to be still open."""
    around = [clause, *book.narrative.after(clause, 2)]
    if len(_levels(clause.text)) > 1:
        return True
    return any(
        cues("incidents.level_open").search(other.text)
        or (other.sentence == clause.sentence and cues("scope.uncertain").search(other.text))
        for other in around
    )


def is_cleared(book: Notebook, clause: Clause) -> bool:
    """The suspicion is said to have been dropped."""
    around = [clause, *book.narrative.after(clause, 2)]
    return any(_clears(other.text) for other in around)


@lru_cache(maxsize=1 << 13)
def _clears(text: str) -> bool:
    """Kept, because every clause is looked at again from each of its neighbours."""
    return bool(cues("incidents.cleared").search(text)) or _lifted(text)


def _lifted(text: str) -> bool:
    """A penalty is told to have been lifted: neither denied (没把处罚撤销) nor only wished for."""
    return any(
        not is_denied(text, match.start(), match.end())
        and not cues("incidents.wished").search(text, 0, match.start())
        and "没" not in text[: match.start()]
        for match in cues("incidents.lifted").finditer(text)
    )


def _affirmed_level(text: str) -> str | None:
    """The level another clause names, unless it denies the thing: 投诉有过几起，没有重大投诉."""
    for name, pattern in choices("incidents.level"):
        match = pattern.search(text)
        if match and name == _level(text) and is_denied(text, match.start(), match.end()):
            return None
    return _level(text)


def told_dates(text: str, as_of: date | None) -> list[DateMention]:
    """The dates of a text, 到今天 left out: it tells how long, not when."""
    return [
        mention
        for mention in find_dates(text, as_of)
        if not (mention.text in _TODAY and re.search(r"[到至]$", text[: mention.start]))
    ]


def _level(text: str) -> str | None:
    return next(iter(_levels(text)), None)


def _levels(text: str) -> list[str]:
    """The levels a text names, gravest first; a denied one (不是重大) is none, 特别重大 is not 重大 besides."""
    rest = dict(choices("incidents.level"))["not_major"].sub("", text)
    found: list[str] = []
    for name, pattern in choices("incidents.level"):
        if name != "not_major" and pattern.search(rest):
            found.append(name)
            rest = pattern.sub("", rest) if name == "extraordinary" else rest
    return found


def is_named(text: str, pattern: str, ignore: str = "") -> list[re.Match[str]]:
    """The matches of a cue list, those lying inside a match of the `ignore` list left out.

    Of a labelled line (事故情况：无重大事故) the label counts only where the value names nothing.
    """
    return list(_named(text, pattern, ignore))


@lru_cache(maxsize=1 << 14)
def _named(text: str, pattern: str, ignore: str) -> tuple[re.Match[str], ...]:
    """Kept, because every clause is looked at again from each of its neighbours."""
    found = tuple(cues(pattern).finditer(text))
    if not found:
        return found
    spans = [match.span() for match in cues(ignore).finditer(text)] if ignore else []
    apart = [m for m in found if not any(start <= m.start() and m.end() <= end for start, end in spans)]
    label = max(text.find("："), text.find(":"))
    return tuple([match for match in apart if match.start() > label] or apart)

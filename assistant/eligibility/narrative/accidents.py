"""Accidents: what happened, when, how grave and by whose fault, or the statement that nothing did."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date, is_named, level_is_open, level_of
from assistant.eligibility.narrative.lexicon import choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import (
    Stance,
    denier,
    free_years,
    has_exception,
    is_denied,
    is_doubted,
    is_silent_denial,
    own_subject,
    reaches_back_to,
    stance,
    subject,
)
from assistant.language.dates import PartialDate, find_dates

_NOT_OURS = ("other", "boss")
_GRAVE = ("major", "extraordinary")


def read_accidents(book: Notebook, individual: bool) -> None:
    """Note the accident of the applicant (an individual's employer) and the years free of major ones."""
    prefix = "employer_" if individual else ""
    key = f"{prefix}major_accident_free_years"
    event: PartialDate | None = None
    for clause in book.narrative.clauses:
        if event is not None and is_silent_denial(book.narrative, clause, "incidents.accident.noun"):
            _note_free(book, clause, key, event)
        told = event is not None or _named_before(book, clause)
        if told and cues("incidents.accident.graver").search(clause.text):
            _note_free(book, clause, key, event)
        field = cues("incidents.accident.field").search(clause.text)
        if (field and _left_open(book, clause)) or _ungraded(book, clause):
            book.doubt(clause, key)
        for match in _named(book, clause)[:1]:
            how = stance(book.narrative, clause, match.start(), match.end())
            if how is Stance.DENIED:
                _deny(book, clause, match, key, individual, event)
            elif how is Stance.DOUBTED and subject(book.narrative, clause, match.start()) not in _NOT_OURS:
                book.doubt(clause, key)
            elif how is Stance.AFFIRMED:
                event = _affirm(book, clause, match, prefix, individual) or event
    _reconcile(book, prefix, key, event)


def _named_before(book: Notebook, clause: Clause) -> bool:
    return any(cues("incidents.accident.noun").search(other.text) for other in book.narrative.before(clause)[:1])


def _left_open(book: Notebook, clause: Clause) -> bool:
    """The field is spoken of in doubt, here or in the clauses that follow in the sentence."""
    around = [clause, *book.narrative.after(clause)[:2]]
    open_level = cues("incidents.level_open").search(clause.text)
    return bool(open_level) or any(cues("scope.uncertain").search(other.text) for other in around)


def _ungraded(book: Notebook, clause: Clause) -> bool:
    """死了一个工人，定级没出来: something happened, and its grade is open."""
    happened = is_named(clause.text, "incidents.accident.happening")
    affirmed = [match for match in happened if not is_denied(clause.text, match.start(), match.end())]
    if not affirmed or subject(book.narrative, clause, affirmed[0].start()) in _NOT_OURS:
        return False
    around = [clause, *book.narrative.after(clause)[:2]]
    return any(cues("incidents.level_open").search(other.text) for other in around)


def _named(book: Notebook, clause: Clause) -> list[re.Match[str]]:
    """事故 by its name, or a happening (爆炸, 着火) an authority graded in the same sentence."""
    named = is_named(clause.text, "incidents.accident.noun", "incidents.accident.ignore")
    sentence = "，".join(other.text for other in book.narrative.sentence(clause) if not _denies(other))
    graded = cues("incidents.authority").search(sentence) and level_of(book, clause)
    if named or "事故" in sentence or not (graded or cues("incidents.grade_open").search(sentence)):
        return named
    return is_named(clause.text, "incidents.accident.happening")


def _deny(
    book: Notebook, clause: Clause, match: re.Match[str], key: str, individual: bool, event: PartialDate | None
) -> None:
    who = subject(book.narrative, clause, match.start())
    own = own_subject(clause, match.start())
    if denier(clause, match.end()) in (*_NOT_OURS, "former"):
        return
    before = re.sub(r"(?:等|类|的|性|责任|安全)*$", "", clause.text[: match.start()])
    if individual and cues("incidents.accident.own_group").search(clause.text[: match.start()] + "无"):
        who = "employer"
    if who == "team" and book.value("org_form") == "internal_unit":
        who = ""
    if who in (*_NOT_OURS, "former", "team") or (individual and own == "self"):
        return
    if any(found.end() == len(before) for found in cues("incidents.accident.partial").finditer(before)):
        return
    if not individual and _one_field(book, clause, match):
        return
    _note_free(book, clause, key, event)


def _one_field(book: Notebook, clause: Clause, match: re.Match[str]) -> bool:
    """没出过重大质量事故 covers quality alone, unless the text denies accidents of another field besides."""
    field = cues("incidents.accident.one_field").search(clause.text[: match.start()])
    if not field:
        return False
    named = set(cues("incidents.accident.field_word").findall(book.narrative.text))
    return len(named - {""}) < 2


def _note_free(book: Notebook, clause: Clause, key: str, event: PartialDate | None) -> None:
    years = free_years(book.narrative, clause, book.as_of, event)
    if years is None or (event is None and has_exception(book.narrative, clause)):
        book.doubt(clause, key)
    else:
        book.note(key, years, clause)


def _affirm(book: Notebook, clause: Clause, match: re.Match[str], prefix: str, individual: bool) -> PartialDate | None:
    """Note an event; returns its date. An event of a former employer leaves the matter open."""
    who = subject(book.narrative, clause, match.start())
    reaches = _reaches_us(book, clause)
    if (
        (who in _NOT_OURS and not reaches)
        or _is_talk(clause.text)
        or (not (reaches or individual) and _anothers(book, clause))
    ):
        return None
    if who == "former" or (individual and _before_me(book, clause)):
        book.doubt(clause, f"{prefix}major_accident_free_years")
        return None
    date = event_date(book, clause)
    known = book.value(f"{prefix}accident_date")
    if known and cues("incidents.authority").search(clause.text):
        _note_level(book, clause, prefix)
        return _later(book, clause, PartialDate.parse(str(known)))
    happened = _happened_before(book, clause)
    if book.value(f"{prefix}accident_level") in _GRAVE and level_of(book, clause) not in _GRAVE:
        return None
    if date is not None:
        book.forget(f"{prefix}accident_date", f"{prefix}accident_level", f"{prefix}accident_type")
    _note_level(book, clause, prefix)
    book.note(f"{prefix}accident_date", happened or date, clause)
    book.note(f"{prefix}accident_type", _kind(book, clause), clause)
    if not individual:
        _note_liability(book, clause)
        _note_unpunished(book, clause)
    return date


def _before_me(book: Notebook, clause: Clause) -> bool:
    """It befell the firm before the person came there (rules.md A-13)."""
    around = [clause, *book.narrative.before(clause)[:1], *book.narrative.after(clause)[:2]]
    return any(cues("incidents.accident.before_me").search(other.text) for other in around)


def _later(book: Notebook, clause: Clause, known: PartialDate) -> PartialDate:
    """The day it was recognised, where that is told and later: years without one count from there (rules.md A-28)."""
    dates = [mention.value for mention in find_dates(clause.text, book.as_of)]
    return max([known, *dates], key=lambda value: value.last())


def _happened_before(book: Notebook, clause: Clause) -> PartialDate | None:
    """2019年3月流入医院，2022年1月才认定为重大事故: the day it happened, told before the day it was recognised."""
    own = find_dates(clause.text, book.as_of)
    if not own or not cues("incidents.authority").search(clause.text):
        return None
    before = [mention for other in book.narrative.before(clause) for mention in find_dates(other.text, book.as_of)]
    earlier = [mention.value for mention in before if mention.value.last() < own[0].value.first()]
    return min(earlier, default=None, key=lambda value: value.first())


def _kind(book: Notebook, clause: Clause) -> str | None:
    """The kind of the accident, from its own clause, else from its sentence, the denials of others left out."""
    told = [other for other in book.narrative.sentence(clause) if not _denies(other)]
    sentence = "，".join(other.text for other in told)
    return choose("incidents.accident.type", clause.text) or choose("incidents.accident.type", sentence)


def _denies(clause: Clause) -> bool:
    named = is_named(clause.text, "incidents.accident.noun")
    return any(is_denied(clause.text, match.start(), match.end()) for match in named)


def _note_unpunished(book: Notebook, clause: Clause) -> None:
    for other in [clause, *book.narrative.after(clause, 2)]:
        if cues("incidents.violation.unpunished").search(other.text) and not is_doubted(book.narrative, other):
            book.note("penalized", False, other)
            return


def _reaches_us(book: Notebook, clause: Clause) -> bool:
    """A neighbour's explosion that hit us, or a contractor's accident on our ground."""
    return any(cues("incidents.accident.reaches_us").search(other.text) for other in book.narrative.sentence(clause))


def _anothers(book: Notebook, clause: Clause) -> bool:
    """供货医院出过事故，跟我们无关."""
    return any(cues("incidents.accident.no_concern").search(other.text) for other in book.narrative.after(clause)[:1])


def _is_talk(text: str) -> bool:
    """The clause speaks about accidents without telling of one."""
    if cues("incidents.aside").search(text):
        return True
    return bool(re.search(r"(?:预防|防范|零|杜绝|避免|防止|降低|减少|分析|关于|如果|万一|一旦)[^,，]{0,8}事故", text))


def _note_level(book: Notebook, clause: Clause, prefix: str) -> None:
    level = level_of(book, clause)
    if level_is_open(book, clause):
        book.doubt(clause, f"{prefix}accident_level", f"{prefix}major_accident_free_years")
        return
    book.note(f"{prefix}accident_level", level, clause)


def _note_liability(book: Notebook, clause: Clause) -> None:
    around = [clause, *book.narrative.before(clause), *book.narrative.after(clause, 2)]
    for other in around:
        denied = other is not clause and cues("incidents.accident.noun").search(other.text)
        if denied:
            continue
        if re.search(r"责任[^,，]{0,8}(?:没|未|待|还在)(?:有)?(?:定|划|分|查|认|明|扯)", other.text):
            book.doubt(other, "accident_self_liable")
        elif cues("incidents.accident.not_liable").search(other.text):
            book.note("accident_self_liable", False, other)
        elif cues("incidents.accident.liable").search(other.text):
            book.note("accident_self_liable", True, other)


def _reconcile(book: Notebook, prefix: str, key: str, event: PartialDate | None) -> None:
    """A general denial cannot stand beside a major accident inside the years it covers."""
    level = book.value(f"{prefix}accident_level")
    years = book.value(key)
    if level not in ("major", "extraordinary", "larger") or years is None:
        return
    stated = book.clause_of(key)
    excused = book.value("accident_self_liable") is False and stated is not None and "责任" in stated.text
    if not excused and reaches_back_to(int(years), event, book.as_of):
        book.forget(key)

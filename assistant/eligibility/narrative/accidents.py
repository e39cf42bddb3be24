"""Accidents: what happened, or the statement that nothing did, and what stands beside what."""

import re

from assistant.eligibility.narrative.accident_story import NOT_OURS, denies_accident, read_accident, whose
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import is_named, level_of
from assistant.eligibility.narrative.framing import claimed_stance
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import (
    Stance,
    free_years,
    has_exception,
    is_asked,
    is_denied,
    is_doubted,
    is_silent_denial,
    reaches_back_to,
)
from assistant.eligibility.narrative.subjects import denier, own_subject
from assistant.language.dates import PartialDate


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
        if event is None and _ours_never(book, clause, individual):
            _note_free(book, clause, key, event)
        field = cues("incidents.accident.field").search(clause.text)
        if (field and _left_open(book, clause)) or _ungraded(book, clause, individual):
            book.doubt(clause, key)
        for match in _named(book, clause)[:1]:
            how = claimed_stance(book.narrative, clause, match.start(), match.end())
            if how is Stance.DENIED:
                _deny(book, clause, match, key, individual, event)
            elif how is Stance.DOUBTED and whose(book, clause, match.start(), individual) not in NOT_OURS:
                book.doubt(clause, key)
            elif how is Stance.AFFIRMED:
                event = read_accident(book, clause, match, prefix, individual) or event
    _reconcile(book, prefix, key, event)


def _named_before(book: Notebook, clause: Clause) -> bool:
    return any(cues("incidents.accident.noun").search(other.text) for other in book.narrative.before(clause)[:1])


def _ours_never(book: Notebook, clause: Clause, individual: bool) -> bool:
    """集团的子公司出过重大事故，我们公司自己从没出过: what is denied was named of another, and is no lesser thing."""
    if not cues("incidents.accident.ours_never").search(clause.text):
        return False
    if is_asked(clause) or is_doubted(book.narrative, clause):
        return False
    near = book.narrative.sentences[max(0, clause.sentence - 1) : clause.sentence + 1]
    told = [other for sentence in near for other in sentence if other.index < clause.index]
    for other in reversed(told):
        for match in is_named(other.text, "incidents.accident.noun", "incidents.accident.ignore")[:1]:
            lesser = level_of(book, other) in ("general", "larger")
            return not lesser and (individual or not _one_field(book, other, match))
    return False


def _left_open(book: Notebook, clause: Clause) -> bool:
    """The field is spoken of in doubt, here or in the clauses that follow in the sentence."""
    around = [clause, *book.narrative.after(clause)[:2]]
    open_level = cues("incidents.level_open").search(clause.text)
    return bool(open_level) or any(cues("scope.uncertain").search(other.text) for other in around)


def _ungraded(book: Notebook, clause: Clause, individual: bool) -> bool:
    """死了一个工人，定级没出来: something happened, and its grade is open."""
    happened = is_named(clause.text, "incidents.accident.happening")
    affirmed = [match for match in happened if not is_denied(clause.text, match.start(), match.end())]
    if not affirmed or whose(book, clause, affirmed[0].start(), individual) in NOT_OURS:
        return False
    around = [clause, *book.narrative.after(clause)[:2]]
    return any(cues("incidents.level_open").search(other.text) for other in around)


def _named(book: Notebook, clause: Clause) -> list[re.Match[str]]:
    """事故 by its name, or a happening (爆炸, 着火) an authority graded in the same sentence."""
    named = is_named(clause.text, "incidents.accident.noun", "incidents.accident.ignore")
    sentence = "，".join(other.text for other in book.narrative.sentence(clause) if not denies_accident(other))
    graded = cues("incidents.authority").search(sentence) and level_of(book, clause)
    if named or "事故" in sentence or not (graded or cues("incidents.grade_open").search(sentence)):
        return named
    return is_named(clause.text, "incidents.accident.happening")


def _deny(
    book: Notebook, clause: Clause, match: re.Match[str], key: str, individual: bool, event: PartialDate | None
) -> None:
    who = whose(book, clause, match.start(), individual)
    own = own_subject(clause, match.start())
    if denier(clause, match.end()) in (*NOT_OURS, "former"):
        return
    before = re.sub(r"(?:等|类|的|性|责任|安全)*$", "", clause.text[: match.start()])
    if individual and cues("incidents.accident.own_group").search(clause.text[: match.start()] + "无"):
        who = "employer"
    if who == "team" and book.value("org_form") == "internal_unit":
        who = ""
    if who in (*NOT_OURS, "former", "team") or (individual and own == "self"):
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


def _contrasts(book: Notebook, prefix: str, denial: Clause) -> bool:
    """合作社区去年出过重大事故，我们没有…: we are named against somebody the event before it may be about."""
    event = book.clause_of(f"{prefix}accident_level")
    if event is None or event.sentence != denial.sentence or event.index >= denial.index:
        return False
    ours = cues("incidents.accident.ours").search(denial.text)
    return bool(ours) and not cues("incidents.accident.ours").search(event.text)


def _reconcile(book: Notebook, prefix: str, key: str, event: PartialDate | None) -> None:
    """A general denial cannot stand beside a major accident inside the years it covers."""
    level = book.value(f"{prefix}accident_level")
    years = book.value(key)
    if level not in ("major", "extraordinary", "larger") or years is None:
        return
    stated = book.clause_of(key)
    if stated is not None and _contrasts(book, prefix, stated):
        book.doubt(stated, f"{prefix}accident_level", key)
        return
    excused = book.value("accident_self_liable") is False and stated is not None and "责任" in stated.text
    if not excused and reaches_back_to(int(years), event, book.as_of):
        book.forget(key)

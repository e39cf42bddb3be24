"""Mass incidents, complaints, official spot checks, and the lists of businesses in bad standing."""

import re

from assistant.eligibility.narrative.bystanders import names_another
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date, event_text, is_named, level_is_open, level_of
from assistant.eligibility.narrative.framing import claimed_stance
from assistant.eligibility.narrative.lexicon import choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import (
    Stance,
    free_years,
    is_asked,
    is_denied,
    is_doubted,
    is_silent_denial,
    reaches_back_to,
    whole_years_since,
)
from assistant.eligibility.narrative.subjects import own_subject, subject
from assistant.language.dates import PartialDate

_NOT_OURS = ("other", "former", "boss")


def read_incidents(book: Notebook) -> None:
    """Note everything of this file that an organisation tells."""
    _read_events(book, "mass_incident", "mass_incident_free_years")
    _read_events(book, "complaint", "major_complaint_free_years")
    for clause in book.narrative.clauses:
        _read_spot_check(book, clause)
        _read_lists(book, clause)


def _read_events(book: Notebook, topic: str, key: str) -> None:
    event: PartialDate | None = None
    for clause in book.narrative.clauses:
        if event is not None and is_silent_denial(book.narrative, clause, f"incidents.{topic}.noun"):
            _note_free(book, clause, key, event)
        before = any(cues(f"incidents.{topic}.noun").search(one.text) for one in book.narrative.before(clause)[:1])
        if before and cues("incidents.accident.graver").search(clause.text):
            _note_free(book, clause, key, event)
        for match in is_named(clause.text, f"incidents.{topic}.noun")[:1]:
            how = claimed_stance(book.narrative, clause, match.start(), match.end())
            who = subject(book.narrative, clause, match.start(), relative="")  # 家属堵门 is an event of the house
            ours = who == "boss" and (topic == "mass_incident" or _by_our_people(clause))
            if how is Stance.ASKED or (who in _NOT_OURS and not ours):
                continue
            if how is Stance.DOUBTED:
                book.doubt(clause, key)
            elif how is Stance.DENIED:
                _note_free(book, clause, key, event)
            elif not _is_talk(clause.text):
                event = _note_event(book, clause, topic) or event
    _reconcile(book, topic, key, event)


def _by_our_people(clause: Clause) -> bool:
    """因我们的司机装错货引发的重大投诉: what our people did, we did."""
    return bool(cues("incidents.complaint.self_caused").search(clause.text))


def _is_talk(text: str) -> bool:
    return bool(cues("incidents.aside").search(text) or cues("incidents.complaint.rate").search(text) or "满意" in text)


def _note_free(book: Notebook, clause: Clause, key: str, event: PartialDate | None) -> None:
    years = free_years(book.narrative, clause, book.as_of, event)
    if years is None:
        book.doubt(clause, key)
    else:
        book.note(key, years, clause)


def _note_event(book: Notebook, clause: Clause, topic: str) -> PartialDate | None:
    date = event_date(book, clause)
    if date is None and level_of(book, clause) is None:
        book.doubt(clause, f"{topic}_level")
        return None
    book.note(f"{topic}_date", date, clause)
    if topic == "mass_incident" and level_is_open(book, clause):
        book.doubt(clause, "mass_incident_level", "mass_incident_free_years")
    else:
        book.note(f"{topic}_level", level_of(book, clause), clause)
    if topic == "complaint":
        _note_cause(book, clause)
    return date


def _note_cause(book: Notebook, clause: Clause) -> None:
    text = event_text(book, clause)
    if cues("incidents.complaint.cause_open").search(text) or _cause_asked(book, clause):
        book.doubt(clause, "complaint_self_caused", "major_complaint_free_years")
    elif cues("incidents.complaint.not_self").search(text):
        book.note("complaint_self_caused", False, clause)
    elif cues("incidents.complaint.self_caused").search(text):
        book.note("complaint_self_caused", True, clause)


def _cause_asked(book: Notebook, clause: Clause) -> bool:
    """是不是我们的责任没出来: whose fault it was is asked, not told."""
    told = [clause, *book.narrative.after(clause, 2)]
    return any(cues("incidents.complaint.whose_fault").search(other.text) and is_asked(other) for other in told)


def _reconcile(book: Notebook, topic: str, key: str, event: PartialDate | None) -> None:
    """A denial for longer than the time since a major event cannot stand."""
    years, level = book.value(key), book.value(f"{topic}_level")
    if years is None or not (event or level) or level == "general":
        return
    if topic == "complaint" and book.value("complaint_self_caused") is False:
        return
    if reaches_back_to(int(years), event, book.as_of):
        book.forget(key)


def _read_spot_check(book: Notebook, clause: Clause) -> None:
    around = [clause, *book.narrative.after(clause)[:2]]
    inhouse = (
        cues("incidents.spot_check.inhouse").search(clause.text) or own_subject(clause, _noun_end(clause)) == "other"
    )
    if not cues("incidents.spot_check.noun").search(clause.text) or inhouse or is_asked(clause):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, "spot_check_issue_free_years")
        return
    if any(cues("incidents.spot_check.pending").search(other.text) for other in around):
        book.note("spot_check_pending", True, clause)
        book.doubt(clause, "spot_check_issue_free_years")
        return
    for other in around:
        text = other.text[_noun_end(other) :] if other is clause else other.text
        whole = other.text
        if _is_clean(whole if other is clause else text):
            if any(cues("incidents.spot_check.excepted").search(one.text) for one in book.narrative.after(other)[:1]):
                book.doubt(other, "spot_check_issue_free_years")
            else:
                _note_clean(book, other)
            return
        if cues("incidents.spot_check.bad").search(text):
            if any(cues("incidents.spot_check.annulled").search(one.text) for one in book.narrative.after(other)[:3]):
                book.doubt(clause, "spot_check_issue_free_years")
            else:
                _note_bad(book, clause)
            return


def _is_clean(text: str) -> bool:
    return bool(
        cues("incidents.spot_check.clean").search(text) or cues("incidents.spot_check.clean_result").search(text)
    )


def _noun_end(clause: Clause) -> int:
    match = cues("incidents.spot_check.noun").search(clause.text)
    return match.end() if match else 0


def _note_clean(book: Notebook, clause: Clause) -> None:
    bare = any(cues("scope.bare_window").fullmatch(other.text) for other in book.narrative.before(clause)[:1])
    years = free_years(book.narrative, clause, book.as_of, None, alone=not bare)
    if years is None:
        book.doubt(clause, "spot_check_issue_free_years")
    else:
        book.note("spot_check_issue_free_years", years, clause)


def _note_bad(book: Notebook, clause: Clause) -> None:
    date = event_date(book, clause)
    book.note("spot_check_issue_date", date, clause)
    book.note("spot_check_level", choose("incidents.spot_check.level", clause.text), clause)
    if any(cues("incidents.violation.unpunished").search(other.text) for other in book.narrative.sentence(clause)):
        book.note("penalized", False, clause)
    for other in book.narrative.after(clause, 2):
        if date and cues("scope.afterwards").search(other.text) and _is_clean(other.text):
            years = free_years(book.narrative, other, book.as_of, date, alone=True)
            book.note("spot_check_issue_free_years", min(years or 0, whole_years_since(date, book.as_of) or 0), other)
            return
    book.doubt(clause, "spot_check_issue_free_years")


def _read_lists(book: Notebook, clause: Clause) -> None:
    for key in ("in_abnormal_list", "in_serious_illegal_list"):
        for match in is_named(clause.text, f"standing.{key}")[:1]:
            _note_list(book, clause, key, match)


def _note_list(book: Notebook, clause: Clause, key: str, match: re.Match[str]) -> None:
    text = "，".join(other.text for other in [clause, *book.narrative.after(clause)])
    if is_asked(clause) or own_subject(clause, match.start()) in ("other", "former"):
        return
    if names_another(book, clause) and not is_denied(clause.text, *match.span()):
        return
    if is_doubted(book.narrative, clause) or (
        cues("standing.removed").search(text) and not cues("standing.not_removed").search(text)
    ):
        book.doubt(clause, key)
    elif is_denied(clause.text, match.start(), match.end()):
        book.note(key, False, clause)
    elif cues("standing.listed").search(text) and not _denied_before(book, clause):
        book.note(key, True, clause)
    elif _denied_before(book, clause):
        book.note(key, False, clause)
    else:
        book.doubt(clause, key)


def _denied_before(book: Notebook, clause: Clause) -> bool:
    """两类名单都没进过, said in the clause behind."""
    after = book.narrative.after(clause)
    following = [other for other in after if not cues("standing.looked_up").fullmatch(other.text)][:1]
    denies = following and cues("standing.denied_behind").match(following[0].text)
    return (
        bool(denies)
        and not cues("standing.once").search(clause.text)
        and not cues("standing.not_removed").search(following[0].text)
    )

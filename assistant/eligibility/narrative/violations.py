"""Violations of law, rules and discipline: denied, committed, under investigation, punished or in dispute."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date, is_cleared, is_named
from assistant.eligibility.narrative.lexicon import choices, choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import (
    Stance,
    denier,
    free_years,
    has_exception,
    is_asked,
    is_denied,
    is_doubted,
    is_silent_denial,
    own_subject,
    reaches_back_to,
    stance,
    subject,
)
from assistant.language.dates import PartialDate

FREE = "violation_free_years"
MAJOR_FREE = "major_violation_free_years"
_EVENT_LISTS = ("penalty", "soft", "wording", "pending", "appeal")
_IGNORE = "incidents.violation.ignore"


def read_violations(book: Notebook, individual: bool) -> None:
    """Note what is said of violations; anything told and not surely understood leaves the free years open."""
    event: PartialDate | None = None
    happened = False
    for clause in book.narrative.clauses:
        if event is not None and is_silent_denial(book.narrative, clause, "incidents.violation.told"):
            book.note(FREE, free_years(book.narrative, clause, book.as_of, event), clause)
        asked = cues("incidents.violation.asked").search(clause.text)
        if asked and not clause.asks and is_doubted(book.narrative, clause):
            book.doubt(clause, FREE, MAJOR_FREE)
        if _denial(book, clause, individual, event) or _lawful(book, clause, individual):
            continue
        told = _event(book, clause, individual)
        if told:
            happened = True
            event = event_date(book, clause) or event
    if happened:
        _reconcile(book, event)


def _denial(book: Notebook, clause: Clause, individual: bool, event: PartialDate | None) -> bool:
    """Read a clause that denies violations; True where it was one (also an unusable one)."""
    named = [
        match
        for name in ("incidents.violation.full", "incidents.violation.partial")
        for match in is_named(clause.text, name, _IGNORE)
        if not re.search(r"(?:因|由于)[^,，]{0,3}$", clause.text[: match.start()])
    ]
    stances = [stance(book.narrative, clause, match.start(), match.end()) for match in named]
    if not named or Stance.AFFIRMED in stances or Stance.PLANNED in stances:
        return False
    if Stance.DOUBTED in stances:
        book.doubt(clause, FREE, MAJOR_FREE)
        return True
    if Stance.ASKED in stances or not _is_own(book, clause, named[0].start(), individual, named):
        return True
    _note_denial(book, clause, named, event)
    return True


def _note_denial(book: Notebook, clause: Clause, named: list[re.Match[str]], event: PartialDate | None) -> None:
    full = is_named(clause.text, "incidents.violation.full", _IGNORE)
    years = free_years(book.narrative, clause, book.as_of, event)
    first = min(match.start() for match in named)
    apart = has_exception(book.narrative, clause) or cues("scope.other_than").search(clause.text)
    told = ("violation_date", "violation_investigation_pending", "accident_date", "employer_accident_date", "major_work_error")
    untold = apart and not any(book.has(key) for key in told)
    if years is None or (untold and not book.has("violation_confirmed")):
        book.doubt(clause, FREE, MAJOR_FREE)
        return
    if _only_major(clause.text[:first]):
        book.note(MAJOR_FREE, years, clause)
        return
    if not full or cues("incidents.violation.one_field").search(clause.text[:first]):
        return
    book.note(FREE, years, clause)
    book.note(MAJOR_FREE, years, clause)


def _lawful(book: Notebook, clause: Clause, individual: bool) -> bool:
    """守法经营，从没被罚过: keeping the law, and a penalty or breach denied beside it, denies both."""
    lawful = cues("incidents.violation.lawful").search(clause.text)
    if not lawful or is_doubted(book.narrative, clause):
        return False
    if own_subject(clause, lawful.start()) in (("employer", "team") if individual else ()) + ("other", "former"):
        return False
    for other in book.narrative.sentence(clause):
        named = is_named(other.text, "incidents.violation.penalty", _IGNORE)
        named = named or is_named(other.text, "incidents.violation.partial", _IGNORE)
        graded = named and _only_major(other.text[: named[0].start()])
        how = stance(book.narrative, other, named[0].start(), named[0].end()) if named else None
        if how is Stance.DENIED and not graded:
            book.note(FREE, free_years(book.narrative, other, book.as_of, None), other)
            return True
    return False


def _only_major(before: str) -> bool:
    """重大 governs the violation where no other noun of an incident stands between them."""
    match = re.search(r"(?:重大|严重)(?!.*(?:事故|投诉|事件|失误))[^,，]*$", before)
    return bool(match)


def _is_own(book: Notebook, clause: Clause, position: int, individual: bool, named: list[re.Match[str]]) -> bool:
    """The denial is about the applicant. For a person, one about the employer is not, unless it names discipline."""
    own = own_subject(clause, position) or denier(clause, named[-1].end())
    who = own or subject(book.narrative, clause, position)
    if who in ("other", "former", "boss"):
        return False
    if individual and who in ("employer", "team"):
        words = "".join(match.group() for match in named)
        lawful = [cues("incidents.violation.lawful").search(other.text) for other in book.narrative.before(clause)[:1]]
        return not own and not any(lawful) and bool(re.search("违[过了]?纪", words))
    return True


def _event(book: Notebook, clause: Clause, individual: bool) -> bool:
    """Read a clause that tells of a violation; True where it tells of one that is the applicant's."""
    for name in _EVENT_LISTS:
        for match in is_named(clause.text, f"incidents.violation.{name}", _IGNORE)[:1]:
            if _skips(book, clause, match, individual) or (
                name == "appeal" and not (book.has("violation_date") or _punished(book, clause))
            ):
                continue
            _note_event(book, clause, name)
            return True
    return False


def _punished(book: Notebook, clause: Clause) -> bool:
    """A penalty is told in or about the clause, and not denied: a suit or an inquiry of itself is no violation."""
    around = [*book.narrative.before(clause), clause, *book.narrative.after(clause, 2)]
    return any(
        not is_denied(other.text, match.start(), match.end()) or _denies_cause(other.text, match)
        for other in around
        if other is clause or not _denies(other)
        for match in is_named(other.text, "incidents.violation.penalty", _IGNORE)
    )


def _skips(book: Notebook, clause: Clause, match: re.Match[str], individual: bool) -> bool:
    how = stance(book.narrative, clause, match.start(), match.end())
    if cues("scope.heading").search(clause.text) or _about_lists(clause.text) or is_cleared(book, clause) or _other_inquiry(book, clause, match):
        return True
    if how is Stance.DENIED and not _denies_cause(clause.text, match):
        return not cues("incidents.violation.pending").search(match.group())
    who = own_subject(clause, match.start()) or subject(book.narrative, clause, match.start())
    if (who == "other" and not _headquarters(book, clause)) or clause.asks:
        return True
    if individual and who == "boss":
        return True
    if who in ("boss", "former") or _whose_is_open(book, clause) or is_asked(clause) or is_doubted(book.narrative, clause):
        book.doubt(clause, FREE, MAJOR_FREE)
        return True
    if not individual or who != "employer" or re.search(r"我(?!们|厂|公司|单位)|本人|[他她](?!们)", clause.text):
        return False
    if cues("incidents.violation.personal").search(clause.text):
        if not own_subject(clause, match.start()):
            return False
        book.doubt(clause, FREE, MAJOR_FREE)
    return True


def _other_inquiry(book: Notebook, clause: Clause, match: re.Match[str]) -> bool:
    """调查组还没出报告: the inquiry is into an accident, a complaint or an award told of in the same sentence."""
    if not cues("incidents.violation.pending").fullmatch(match.group()):
        return False
    told = "，".join(other.text for other in book.narrative.sentence(clause))
    return bool(cues("incidents.violation.other_inquiry").search(told)) and "违" not in told


def _whose_is_open(book: Notebook, clause: Clause) -> bool:
    """有个主任被处分了，算不算公司的不知道."""
    return any(cues("incidents.violation.whose").search(other.text) for other in book.narrative.after(clause, 2)[:1])


def _headquarters(book: Notebook, clause: Clause) -> bool:
    """A branch and its head office are one legal person (rules.md A-30)."""
    return book.value("org_form") == "branch" and bool(cues("scope.headquarters").search(clause.text))


def _denies_cause(text: str, match: re.Match[str]) -> bool:
    """没戴头盔被罚过: the denial before 被罚 is the reason of the fine, not its absence."""
    before = list(cues("scope.negators").finditer(text, 0, match.start()))
    if match.group()[0] not in "被罚扣挨" or not before or cues("scope.negated_after").match(text, match.end()):
        return False
    between = text[before[-1].end() : match.start()]
    return bool(between) and not cues("incidents.violation.denial_carries").search(between)


def _about_lists(text: str) -> bool:
    return bool(re.search(r"名单|名录|质量奖|评选|申报材料|参评", text))


def _note_event(book: Notebook, clause: Clause, name: str) -> None:
    around = _told(book, clause)
    rest = cues(_IGNORE).sub("", around)
    punished = _punished(book, clause)
    if name == "pending" and not punished:
        book.note("violation_investigation_pending", True, clause)
        _note_penalty(book, clause, name, rest)
        return
    book.note("violation_date", event_date(book, clause), clause)
    book.note("violation_type", _kind(book, clause), clause)
    book.note("violation_severity", _severity(_graded(book, clause)), clause)
    disputed = bool(cues("incidents.violation.appeal").search(rest)) or name == "soft"
    found = cues("incidents.violation.found").search(rest)
    if disputed or _only_traffic(around) or (name == "wording" and not punished and not found):
        dated = event_date(book, clause) is not None
        book.doubt(clause, "violation_confirmed", "penalized", *(() if dated else (FREE, MAJOR_FREE)))
        return
    if _still_open(rest) and not punished and not found:
        book.note("violation_investigation_pending", True, clause)
    else:
        book.note("violation_confirmed", True, clause)
    _note_penalty(book, clause, name, rest)


def _told(book: Notebook, clause: Clause) -> str:
    """What is told of the event: the clauses around it that do not deny another violation."""
    around = [*reversed(book.narrative.before(clause)), clause, *book.narrative.after(clause, 2)]
    return "，".join(other.text for other in around if other is clause or not _denies(other))


def _graded(book: Notebook, clause: Clause) -> str:
    """The event's own sentence, and of the next only what grades it."""
    following = [other for other in book.narrative.after(clause, 2) if other.sentence != clause.sentence]
    grading = [other for other in following if cues("incidents.authority").search(other.text) and not _denies(other)]
    told = [other for other in book.narrative.sentence(clause) if other is clause or not _denies(other)]
    return "，".join(other.text for other in [*told, *grading])


def _denies(clause: Clause) -> bool:
    named = is_named(clause.text, "incidents.violation.full", _IGNORE)
    named = named or is_named(clause.text, "incidents.violation.partial", _IGNORE)
    return any(is_denied(clause.text, match.start(), match.end()) for match in named)


def _kind(book: Notebook, clause: Clause) -> str | None:
    """The kind of the violation from its own sentence, its denials left out, else from a reason given right after."""
    sentence = [
        other.text
        for other in book.narrative.sentence(clause)
        if other is clause or not cues("incidents.violation.full").search(other.text)
    ]
    found = choose("incidents.violation.type", "，".join(sentence))
    following = [other for other in book.narrative.after(clause, 2) if other.sentence != clause.sentence][:1]
    if found is None and following and re.match(r"(?:主要)?(?:原因|因为|是因|由于|起因|当时)", following[0].text):
        found = choose("incidents.violation.type", following[0].text)
    return found


def _still_open(text: str) -> bool:
    return bool(cues("incidents.violation.pending").search(text)) and not cues("incidents.violation.over").search(text)


def _only_traffic(text: str) -> bool:
    """A traffic fine without detention is for a person to weigh (rules.md A-14)."""
    return bool(cues("incidents.violation.traffic").search(text)) and not re.search(r"拘留|刑|处分|记过", text)


def _note_penalty(book: Notebook, clause: Clause, name: str, text: str) -> None:
    if cues("incidents.violation.unpunished").search(cues("scope.double_negatives").sub("", text)):
        book.note("penalized", False, clause)
    elif name == "penalty":
        book.note("penalized", True, clause)


def _severity(text: str) -> str | None:
    rest, mitigated = dict(choices("incidents.violation.severity"))["not_major"].subn("", text)
    for value, pattern in choices("incidents.violation.severity"):
        if value != "not_major" and pattern.search(rest):
            return value
    return "general" if mitigated else None


def _reconcile(book: Notebook, event: PartialDate | None) -> None:
    """After a violation, a denial stands only for the years that lie wholly after it."""
    pending = book.value("violation_investigation_pending")
    for key in (FREE, MAJOR_FREE):
        years = book.value(key)
        if years is None:
            continue
        minor = key == MAJOR_FREE and book.value("violation_severity") in ("general", "minor")
        if minor and not pending:
            continue
        if pending or reaches_back_to(int(years), event, book.as_of):
            book.forget(key)

"""What is told of a violation of the applicant's: when, how grave, found, punished or still open."""

import re
from functools import lru_cache

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.events import event_date, is_named
from assistant.eligibility.narrative.lawfulness import FREE, IGNORE, MAJOR_FREE
from assistant.eligibility.narrative.lexicon import choices, choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted

_MISDEEDS = ("honours.fraud", "incidents.violation.full", "incidents.violation.partial")


def note_offence(book: Notebook, clause: Clause, name: str) -> None:
    """Note the violation a cue of the list `name` (penalty, soft, wording, pending, appeal) tells of in the clause."""
    told = _told(book, clause)
    around, rest = "，".join(told), "，".join(map(_without_ignored, told))
    punished = is_punished(book, clause)
    if name == "pending" and not punished:
        book.note("violation_investigation_pending", True, clause)
        _note_penalty(book, clause, name, rest)
        return
    book.note("violation_date", event_date(book, clause), clause)
    kind = _kind(book, clause)
    if not (kind == "discipline" and _follows_in_sentence(book, clause)):
        book.note("violation_type", kind, clause)
    book.note("violation_severity", _severity(_graded(book, clause)), clause)
    disputed = _appealed(rest) or name == "soft" or _standing_is_open(book, clause)
    found = cues("incidents.violation.found").search(rest)
    if disputed or _only_traffic(around) or (name == "wording" and not punished and not found):
        dated = event_date(book, clause) is not None
        contested = ("violation_severity",) if _appealed(rest) else ()
        book.doubt(clause, "violation_confirmed", "penalized", *contested, *(() if dated else (FREE, MAJOR_FREE)))
        return
    if _still_open(rest) and not punished and not found:
        book.note("violation_investigation_pending", True, clause)
    else:
        book.note("violation_confirmed", True, clause)
    _note_penalty(book, clause, name, rest)


def _appealed(text: str) -> bool:
    """Before another instance, unless that has upheld it: 复议维持了，钱也交了."""
    upheld = cues("incidents.violation.upheld").search(text)
    return bool(cues("incidents.violation.appeal").search(text)) and not upheld


def named_offences(text: str, name: str) -> list[re.Match[str]]:
    """The matches of a list; a penalty only announced (处罚告知书, 决定书还没下) is none."""
    found = is_named(text, f"incidents.violation.{name}", IGNORE)
    if name != "penalty" or not found:
        return found
    return [
        one for one in found if not any(start <= one.start() and one.end() <= end for start, end in _announced(text))
    ]


@lru_cache(maxsize=1 << 12)
def _announced(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in cues("incidents.violation.announced").finditer(text)]


def is_punished(book: Notebook, clause: Clause) -> bool:
    """A penalty is told in or about the clause, and not denied: a suit or an inquiry of itself is no violation."""
    around = [*book.narrative.before(clause), clause, *book.narrative.after(clause, 2)]
    return any(
        not is_denied(other.text, match.start(), match.end()) or denies_cause(other.text, match)
        for other in around
        if other is clause or not (_denies(other) or _is_open(book, other))
        for match in named_offences(other.text, "penalty")
    )


def _is_open(book: Notebook, clause: Clause) -> bool:
    """是罚款还是排污费她也忘了: asked or doubted, it tells of no penalty."""
    return _left_open(book.narrative, clause)


@lru_cache(maxsize=1 << 8)
def _left_open(narrative: Narrative, clause: Clause) -> bool:
    """Kept for a while, because every clause is looked at again from each of its neighbours."""
    return is_asked(clause) or is_doubted(narrative, clause)


def denies_cause(text: str, match: re.Match[str]) -> bool:
    """没戴头盔被罚过: the denial before 被罚 is the reason of the fine, not its absence."""
    before = list(cues("scope.negators").finditer(text, 0, match.start()))
    if match.group()[0] not in "被罚扣挨" or not before or cues("scope.negated_after").match(text, match.end()):
        return False
    between = text[before[-1].end() : match.start()]
    if any(cues(name).search(between) for name in _MISDEEDS):
        return False  # 没有申报造假被处理过: no such deed, so nothing came of it
    return bool(between) and not cues("incidents.violation.denial_carries").search(between)


def _standing_is_open(book: Notebook, clause: Clause) -> bool:
    """给了诫勉谈话，不晓得算不算违纪: asked of what is no penalty under the law, it is for a person to weigh."""
    if not cues("incidents.violation.mild").search(clause.text):
        return False
    following = book.narrative.after(clause, 2)[:3]
    return any(cues("incidents.violation.counts").search(other.text) and _is_open(book, other) for other in following)


def _follows_in_sentence(book: Notebook, clause: Clause) -> bool:
    """2016年醉驾被判拘役，单位给了处分: what the firm did about it does not change what it was."""
    known = book.clause_of("violation_type")
    return known is not None and known.index < clause.index and known.sentence == clause.sentence


def _told(book: Notebook, clause: Clause) -> list[str]:
    """What is told of the event: the clauses around it that do not deny another violation."""
    around = [*reversed(book.narrative.before(clause)), clause, *book.narrative.after(clause, 2)]
    return [other.text for other in around if other is clause or not (_denies(other) or _is_open(book, other))]


@lru_cache(maxsize=1 << 12)
def _without_ignored(text: str) -> str:
    return cues(IGNORE).sub("", text)


def _graded(book: Notebook, clause: Clause) -> str:
    """The event's own sentence, and of the next only what grades it."""
    following = [other for other in book.narrative.after(clause, 2) if other.sentence != clause.sentence]
    grading = [other for other in following if cues("incidents.authority").search(other.text) and not _denies(other)]
    told = [other for other in book.narrative.sentence(clause) if other is clause or not _denies(other)]
    return "，".join(other.text for other in [*told, *grading] if not _grade_is_open(book, other))


def _grade_is_open(book: Notebook, clause: Clause) -> bool:
    """算不算重大违法，县里说法不一; 我们觉得不算重大: asked, doubted or an opinion, it grades nothing."""
    return _is_open(book, clause) or _is_opinion(clause.text)


@lru_cache(maxsize=1 << 12)
def _is_opinion(text: str) -> bool:
    return bool(cues("incidents.opinion").search(text))


def _denies(clause: Clause) -> bool:
    return _denied_in(clause.text)


@lru_cache(maxsize=1 << 12)
def _denied_in(text: str) -> bool:
    named = is_named(text, "incidents.violation.full", IGNORE) or is_named(text, "incidents.violation.partial", IGNORE)
    return any(is_denied(text, match.start(), match.end()) for match in named)


def _kind(book: Notebook, clause: Clause) -> str | None:
    """The kind of the violation from its own sentence, its denials left out, else from a reason given right after."""
    if cues("incidents.violation.personal").search(clause.text):
        own = choose("incidents.violation.type", clause.text)
        if own is not None:
            return own
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
    return bool(cues("incidents.violation.traffic").search(text)) and not re.search(r"拘[留役]|刑|处分|记过|坐牢", text)


def _note_penalty(book: Notebook, clause: Clause, name: str, text: str) -> None:
    if name == "penalty" and cues("incidents.violation.by_authority").search(clause.text):
        text = cues("incidents.violation.house_spared").sub("", text)
    if cues("incidents.violation.unpunished").search(cues("scope.double_negatives").sub("", text)):
        book.note("penalized", False, clause)
    elif name == "penalty":
        book.note("penalized", True, clause)


def _severity(text: str) -> str | None:
    """The grade named; none where the text names a major one beside a lesser (县里说是重大，市局说是一般)."""
    rest, mitigated = dict(choices("incidents.violation.severity"))["not_major"].subn("", text)
    named = [value for value, pattern in choices("incidents.violation.severity") if pattern.search(rest)]
    if "major" in named and len(named) > 1:
        return None
    return next(iter(named), "general" if mitigated else None)

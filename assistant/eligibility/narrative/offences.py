"""Violations told: whose they are, when, how grave, found, punished or still open."""

import re
from functools import lru_cache

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date, is_cleared, is_named
from assistant.eligibility.narrative.lawfulness import FREE, IGNORE, MAJOR_FREE
from assistant.eligibility.narrative.lexicon import choices, choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import (
    Stance,
    is_asked,
    is_denied,
    is_doubted,
    own_subject,
    stance,
    subject,
)
from assistant.eligibility.narrative.strangers import is_stranger

_OTHERS = ("other", "former", "employer", "team", "boss")
_OFFENCE = re.compile("violation_(?!free)")
_MISDEEDS = ("honours.fraud", "incidents.violation.full", "incidents.violation.partial")
_EVENT_LISTS = ("penalty", "soft", "wording", "pending", "appeal")


def read_offence(book: Notebook, clause: Clause, individual: bool) -> bool:
    """Read a clause that tells of a violation; True where it tells of one that is the applicant's."""
    for name in _EVENT_LISTS:
        for match in _named(clause.text, name)[:1]:
            if _skips(book, clause, match, individual) or (
                name == "appeal" and not (book.has("violation_date") or _punished(book, clause))
            ):
                continue
            if not _is_consequence(book, clause, match, name):
                _note_event(book, clause, name, individual)
            return True
    return False


def _named(text: str, name: str) -> list[re.Match[str]]:
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


def _punished(book: Notebook, clause: Clause) -> bool:
    """A penalty is told in or about the clause, and not denied: a suit or an inquiry of itself is no violation."""
    around = [*book.narrative.before(clause), clause, *book.narrative.after(clause, 2)]
    return any(
        not is_denied(other.text, match.start(), match.end()) or _denies_cause(other.text, match)
        for other in around
        if other is clause or not (_denies(other) or _is_open(book, other))
        for match in _named(other.text, "penalty")
    )


def _is_open(book: Notebook, clause: Clause) -> bool:
    """是罚款还是排污费她也忘了: asked or doubted, it tells of no penalty."""
    return is_asked(clause) or is_doubted(book.narrative, clause)


def _skips(book: Notebook, clause: Clause, match: re.Match[str], individual: bool) -> bool:
    how = stance(book.narrative, clause, match.start(), match.end())
    if cues("scope.heading").search(clause.text) or _about_lists(clause.text):
        return True
    if is_cleared(book, clause) or _other_inquiry(book, clause, match):
        return True
    if how is Stance.DENIED and not _denies_cause(clause.text, match):
        # 没有被举报过 denies the inquiry; 核查还没有结果 says itself that it is open.
        return not (cues("incidents.violation.pending").search(match.group()) and "没" in match.group())
    who, position = _whose(book, clause, match, individual)
    if _whose_is_open(book, clause):
        book.doubt(clause, FREE, MAJOR_FREE)
        return True
    apart = who not in ("we", "self") and _is_no_concern(book, clause)
    apart = apart or (who in _OTHERS and _is_anothers_deed(book, clause))
    if apart or (who == "other" and not _headquarters(book, clause)) or clause.asks:
        return True
    if individual and who == "boss":
        return True
    stranger = not individual and is_stranger(book, clause, match.start())
    unsure = stranger or is_asked(clause) or is_doubted(book.narrative, clause)
    if who in ("boss", "former") or unsure:
        book.doubt(clause, FREE, MAJOR_FREE)
        return True
    if (
        not individual
        or who not in ("employer", "team")
        or re.search(r"我(?!们|厂|公司|单位)|本人|[他她](?!们)", clause.text)
    ):
        return False
    if cues("incidents.violation.personal").search(clause.text):
        if not own_subject(clause, position):
            return False
        book.doubt(clause, FREE, MAJOR_FREE)
    return True


def _is_consequence(book: Notebook, clause: Clause, match: re.Match[str], name: str) -> bool:
    """2016年醉驾被判过拘役，单位给了处分; 给我记过，扣了半年奖: the house followed up what was told already."""
    before = book.narrative.before(clause)
    if name == "soft":
        return book.value("penalized") is True and book.tells(before, re.compile("penalized"))
    return _meted_out(clause, match) and book.tells(before, _OFFENCE)


def _meted_out(clause: Clause, match: re.Match[str]) -> bool:
    """公司给了记过处分: the house is who punished, not whose deed it was."""
    return match.group()[0] in "给处记" and bool(
        cues("incidents.violation.house").search(clause.text, 0, match.start())
    )


def _whose(book: Notebook, clause: Clause, match: re.Match[str], individual: bool) -> tuple[str, int]:
    """Whom it befell, and up to where the clause says so. 厂里给了记过处分: who gives it is not who gets it."""
    given = re.match(r"给(?:了|予|过)?", match.group()) if individual else None
    position = match.start() + (given.end() if given else 0)
    own = own_subject(clause, position)
    return own or ("" if given else subject(book.narrative, clause, position)), position


def _other_inquiry(book: Notebook, clause: Clause, match: re.Match[str]) -> bool:
    """调查组还没出报告: the inquiry is into an accident, a complaint or an award told of in the same sentence."""
    if not cues("incidents.violation.pending").fullmatch(match.group()):
        return False
    told = "，".join(other.text for other in book.narrative.sentence(clause))
    return bool(cues("incidents.violation.other_inquiry").search(told)) and "违" not in told


def _whose_is_open(book: Notebook, clause: Clause) -> bool:
    """有个主任被处分了，算不算公司的不知道."""
    return any(cues("incidents.violation.whose").search(other.text) for other in book.narrative.after(clause, 2)[:1])


def _is_no_concern(book: Notebook, clause: Clause) -> bool:
    """物业公司被罚，与我公司无涉."""
    return any(cues("incidents.accident.no_concern").search(other.text) for other in book.narrative.after(clause)[:1])


def _is_anothers_deed(book: Notebook, clause: Clause) -> bool:
    """原单位被查处，系其他课题组所为，与本人无关: said within the sentence."""
    return any(cues("incidents.violation.anothers").search(other.text) for other in book.narrative.after(clause)[:3])


def _headquarters(book: Notebook, clause: Clause) -> bool:
    """A branch and its head office are one legal person (rules.md A-30)."""
    return book.value("org_form") == "branch" and bool(cues("scope.headquarters").search(clause.text))


def _denies_cause(text: str, match: re.Match[str]) -> bool:
    """没戴头盔被罚过: the denial before 被罚 is the reason of the fine, not its absence."""
    before = list(cues("scope.negators").finditer(text, 0, match.start()))
    if match.group()[0] not in "被罚扣挨" or not before or cues("scope.negated_after").match(text, match.end()):
        return False
    between = text[before[-1].end() : match.start()]
    if any(cues(name).search(between) for name in _MISDEEDS):
        return False  # 没有申报造假被处理过: no such deed, so nothing came of it
    return bool(between) and not cues("incidents.violation.denial_carries").search(between)


def _about_lists(text: str) -> bool:
    return bool(re.search(r"名单|名录|质量奖|评选|申报材料|参评", text))


def _note_event(book: Notebook, clause: Clause, name: str, individual: bool) -> None:
    told = _told(book, clause)
    around, rest = "，".join(told), "，".join(map(_without_ignored, told))
    punished = _punished(book, clause)
    if name == "pending" and not punished:
        book.note("violation_investigation_pending", True, clause)
        _note_penalty(book, clause, name, rest)
        return
    book.note("violation_date", event_date(book, clause), clause)
    kind = _kind(book, clause)
    if not (kind == "discipline" and _follows_in_sentence(book, clause)):
        book.note("violation_type", kind, clause)
    book.note("violation_severity", _severity(_graded(book, clause)), clause)
    disputed = (
        bool(cues("incidents.violation.appeal").search(rest)) or name == "soft" or _standing_is_open(book, clause)
    )
    found = cues("incidents.violation.found").search(rest)
    if disputed or (individual and _only_traffic(around)) or (name == "wording" and not punished and not found):
        dated = event_date(book, clause) is not None
        contested = ("violation_severity",) if cues("incidents.violation.appeal").search(rest) else ()
        book.doubt(clause, "violation_confirmed", "penalized", *contested, *(() if dated else (FREE, MAJOR_FREE)))
        return
    if _still_open(rest) and not punished and not found:
        book.note("violation_investigation_pending", True, clause)
    else:
        book.note("violation_confirmed", True, clause)
    _note_penalty(book, clause, name, rest)


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

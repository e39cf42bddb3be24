"""The last look at a narrative: an event no reader took in, and none set aside, leaves its topic open.

The readers know many wordings, but never all. A denial elsewhere in the text (别的事故没有) must not stand as the whole
story beside an event that was merely not understood, so unread wording leads to undetermined, never to a verdict.
"""

import re

from assistant.eligibility.narrative.accident_story import is_talk, whose
from assistant.eligibility.narrative.bystanders import is_anothers, names_another
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import is_cleared, is_named, told_dates
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.relatives import is_relatives
from assistant.eligibility.narrative.scope import is_asked, is_denied
from assistant.language.dates import DateMention

_KEYS = {
    "accident": ("major_accident_free_years",),
    "violation": ("violation_free_years", "major_violation_free_years"),
    "complaint": ("major_complaint_free_years",),
    "mass_incident": ("mass_incident_free_years",),
    "award_fraud": ("award_fraud_free_years",),
    "abnormal": ("in_abnormal_list",),
    "illegal": ("in_serious_illegal_list",),
    "spot_check": ("spot_check_issue_free_years",),
    "stop": ("operation_continuous",),
}
_PERSONAL_KEYS = {
    "accident": ("employer_major_accident_free_years",),
    "violation": ("violation_free_years", "major_violation_free_years"),
    "error": ("major_work_error",),
}
# What tells of an event of a topic; a count of years without one does not.
_STORY = {
    "accident": "(?:employer_)?accident_|penalized|honor_",
    "violation": "violation_(?!free)|penalized|major_work_error_date|award_fraud_(?!free)",
    "complaint": "complaint_",
    "mass_incident": "mass_incident_(?!free)",
    "award_fraud": "award_fraud_(?!free)|past_|honor_",
    "error": "major_work_error|employer_accident_",
    "spot_check": "spot_check_(?!issue_free)",
    "abnormal": "in_abnormal",
    "illegal": "in_serious",
    "stop": "operation_(?:interrupted|resumed)",
}
_IGNORED = {"accident": "incidents.accident.ignore", "violation": "incidents.violation.ignore"}
# A list somebody else stands on, the shop of the owner's wife, is hardly ever one of ours.
_LISTS = ("abnormal", "illegal")
_STATED = ("spot_check", "abnormal", "illegal", "stop")
# An accident that was punished, a fraud that became a violation: one event of these topics may be read under another.
_ANY_STORY = re.compile("|".join(_STORY[topic] for topic in ("accident", "violation", "complaint", "mass_incident")))

_MORE_THAN_DENIALS = re.compile("(?!.*_free_years$|major_work_error$)")


def doubt_unread(book: Notebook, *, individual: bool) -> None:
    """Leave open every topic of which the text names an event that became no fact and was not set aside."""
    topics = _PERSONAL_KEYS if individual else _KEYS
    for clause in book.narrative.clauses:
        if is_aside(book, clause):
            continue
        for topic, keys in topics.items():
            named = is_named(clause.text, f"unread.event.{topic}", _IGNORED.get(topic, ""))
            loose = [match for match in named if _is_loose(book, clause, match, topic)]
            if loose and not _is_told(book, clause, topic, keys):
                book.doubt(clause, *_touched(clause, keys))
    _doubt_untold(book, topics)


def _touched(clause: Clause, keys: tuple[str, ...]) -> tuple[str, ...]:
    """A penalty called a slight one leaves the years without a major violation as they are."""
    slight = cues("unread.slight").search(clause.text)
    return tuple(key for key in keys if not (slight and key == "major_violation_free_years"))


def is_aside(book: Notebook, clause: Clause) -> bool:
    """A clause that asks, heads a topic, tells of a suspicion that was dropped, or of what is no concern of ours."""
    heads = cues("scope.topic").search(clause.text) and not cues("scope.topic_tells").search(clause.text)
    near = [clause, *book.narrative.after(clause, 2)[:2]]
    lists = ("unread.no_concern", "incidents.accident.another_body")
    apart = any(cues(name).search(other.text) for name in lists for other in near)
    petty = cues("unread.petty").search(clause.text)
    rate = cues("incidents.complaint.rate").search(clause.text) and not cues("incidents.level").search(clause.text)
    talk = is_talk(clause.text) or rate or cues("unread.talk").search(clause.text)
    return (
        bool(talk or heads or apart or petty or _came_clean(book, clause))
        or is_asked(clause)
        or is_cleared(book, clause)
    )


def _came_clean(book: Notebook, clause: Clause) -> bool:
    """Officials looked, and it is said at once that they found nothing."""
    if _came_bad(clause):
        return False
    after = book.narrative.after(clause)[:2]
    following = after[1:] if after and cues("unread.reminded").search(after[0].text) else after[:1]
    if any(cues("unread.came_clean").search(other.text) for other in [clause, *following]):
        return True
    told = [other.text for other in following if not _tells_of_find(other)]
    denies = any(cues("scope.negators").search(text) for text in told)
    return denies and bool(cues("unread.visited").search(clause.text))


def _tells_of_find(clause: Clause) -> bool:
    """查出危废没登记: its denial is what was found."""
    return bool(cues("unread.found").search(clause.text))


def _came_bad(clause: Clause) -> bool:
    """A check is said to have found something."""
    found = cues("incidents.spot_check.bad").finditer(clause.text)
    return any(not is_denied(clause.text, match.start(), match.end()) for match in found)


def _is_loose(book: Notebook, clause: Clause, match: re.Match[str], topic: str) -> bool:
    """The event is affirmed, and of the applicant: not of others, nor of the employer where a person must be told."""
    if is_denied(clause.text, match.start(), match.end()):
        return False
    if topic == "award_fraud" and not _speaks_of_awards(book, clause):
        return False
    organisation = book.value("applicant_type") == "organization"
    if organisation and (names_another if topic in _LISTS else is_anothers)(book, clause):
        return False
    if not organisation and is_relatives(book, clause, match.start()):
        return False
    return whose(book, clause, match.start(), not organisation) not in others(book, topic)


def others(book: Notebook, topic: str) -> tuple[str, ...]:
    if book.value("applicant_type") == "organization":
        return ("other", "former")
    return ("other", "former", "boss", *(() if topic == "accident" else ("employer", "team")))


def _speaks_of_awards(book: Notebook, clause: Clause) -> bool:
    return any(cues("honours.award_context").search(other.text) for other in book.narrative.sentence(clause))


def _is_told(book: Notebook, clause: Clause, topic: str, keys: tuple[str, ...]) -> bool:
    """The clause was read under its topic, or a fact of an event from its sentence or one beside it."""
    sentences = book.narrative.sentences
    near = [other for sentence in sentences[max(0, clause.sentence - 1) : clause.sentence + 2] for other in sentence]
    if cues("unread.told_already").search(clause.text):
        near = list(book.narrative.clauses)
    whole = book.narrative.sentence(clause)
    if topic == "spot_check" and _came_bad(clause):
        # A batch that failed is told by a failure only, not by the checks passed that the sentence goes on to.
        return book.tells(near, re.compile(_STORY[topic]))
    return (
        book.tells(near, re.compile(_STORY[topic]))
        or book.tells(whole, _ANY_STORY)
        or book.tells(whole if topic in _STATED else [clause], re.compile("|".join(keys)))
    )


def _doubt_untold(book: Notebook, topics: dict[str, tuple[str, ...]]) -> None:
    """A sentence of the past, told by its date, of which nothing at all was read, may tell of anything."""
    for sentence in book.narrative.sentences:
        dated = [clause for clause in sentence if _is_dated(book, clause)]
        if (
            not dated
            or (book.value("applicant_type") == "organization" and any(is_anothers(book, one) for one in sentence))
            or book.tells(sentence, _MORE_THAN_DENIALS)
            or any(_is_harmless(book, clause) for clause in sentence)
        ):
            continue
        last = sentence[-1]
        individual = book.value("applicant_type") != "organization"
        who = {whose(book, clause, len(clause.text), individual) for clause in (dated[0], last)}
        for topic in ("accident", "violation"):
            if not who & set(others(book, topic)):
                book.doubt(dated[0], *topics[topic])


def _is_dated(book: Notebook, clause: Clause) -> bool:
    """It gives a date, and that is not the date of anything read from it, nor of a stretch up to today."""
    if cues("scope.stretch").search(clause.text) or cues("unread.names_today").search(clause.text):
        return False
    return bool(_past_dates(book, clause.text)) and not book.tells([clause], re.compile(""))


def _past_dates(book: Notebook, text: str) -> list[DateMention]:
    """The dates told, without the day the applicant writes on, where it is told in full: 今天二〇二四年十二月十二日."""
    told = told_dates(text, book.as_of)
    today = [one for one in told if one.value.precision == "day" and one.value.first() == book.as_of]
    return told if all(one.relative for one in today) else [one for one in told if one not in today]


def _is_harmless(book: Notebook, clause: Clause) -> bool:
    return bool(cues("unread.harmless").search(clause.text)) or is_aside(book, clause)

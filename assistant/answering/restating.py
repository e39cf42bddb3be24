"""What a new statement of a fact does to those told before: which it may give a value to, replace, or take back."""

import re
from collections.abc import Collection, Iterable, Mapping

from assistant.answering.amending import Mention, mentions
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import ReadFact
from assistant.eligibility.narrative.reader import Reading

# What a denial of each sort of event takes back.
EVENTS: dict[str, tuple[str, ...]] = {
    "major_accident_free_years": ("accident_", "penalized"),
    "violation_free_years": ("violation_", "penalized"),
    "major_violation_free_years": ("violation_", "penalized"),
    "mass_incident_free_years": ("mass_incident_",),
    "major_complaint_free_years": ("complaint_",),
    "spot_check_issue_free_years": ("spot_check_",),
    "award_fraud_free_years": ("award_fraud_",),
    "employer_major_accident_free_years": ("employer_accident_",),
}
EVENT_KEYS = tuple(prefix for prefixes in EVENTS.values() for prefix in prefixes)
_SINGLE = frozenset({"date", "number", "flag"})
_ONE_OF = frozenset({"org_form", "education_institution_type"})
_EMPTY = frozenset("的是了在我们您你公司单位厂也就才都有，。！？,.!? 年月日时间候那这应该为")
# What the form of an organisation settles is told anew with it.
_FOLLOWS = {"is_legal_person": "org_form", "is_education_institution": "org_form"}
# What began with the founding moves with its date, and not the other way round.
_BEGAN_WITH = {"registered_in_city_since": "established_date", "operation_start_date": "established_date"}
_ASKS = re.compile(r"[吗么呢？?]$")
_NEVER = 99
_ONLY_SINCE = re.compile(r"[之此以往]后|后来|再[也没未无]?|其他|其它|别的|另外|除了")


def events_of(key: str, facts: Iterable[str]) -> list[str]:
    """The facts that tell of an event which the denial `key` denies; none for any other key."""
    told = EVENTS.get(key, ())
    return [fact for fact in facts if told and fact.startswith(told) and fact not in EVENTS]


def is_own(key: str) -> bool:
    """A date, a number, a place or a state of the applicant itself, of which there is one; events may happen again."""
    spec = FACTS[key]
    event = key.startswith(EVENT_KEYS) or key in EVENTS
    return not event and (spec.type in _SINGLE or bool(spec.place) or key in _ONE_OF)


def left_behind(key: str, fact: ReadFact) -> bool:
    """A place read from words that name only one that was left (从西安迁来)."""
    return bool(FACTS[key].place) and not any(one.sort == "place" for one in mentions(fact.quote))


def telling_of(text: str) -> set[str]:
    """The characters of a text that can tell what it is about."""
    return set(text) - _EMPTY


def gives(key: str, mention: Mention) -> bool:
    """Whether words of this sort can give the fact its value."""
    spec = FACTS[key]
    sorts = {"date": {"date", "span"}, "date_or_none": {"date", "span"}, "number": {"span"}}
    return mention.sort in (sorts.get(spec.type) or ({"place"} if spec.place else set()))


def moves(text: str) -> bool:
    """Whether words tell of a registration that moved: moving is not founding, and dates nothing but itself."""
    return bool(cues("registration.moved").search(text))


def moved_to(statement: str, city: str) -> str:
    """A move told without its place (2020年才迁来的) with the city told of before."""
    if not city or any(one.sort == "place" for one in mentions(statement)):
        return statement
    return cues("turns.moved_here").sub(f"迁到{city}", statement)


def shares_words(key: str, told: Mapping[str, ReadFact], stated: Collection[str]) -> bool:
    """Whether words that gave `key` its value gave it to another fact as well that the statement leaves alone:
    注册并投产 in 2015, and only 投产 told otherwise."""
    one = told[key]
    same = (other for other, fact in told.items() if (fact.start, fact.value) == (one.start, one.value))
    return any(other not in stated and _BEGAN_WITH.get(other) not in stated for other in same)


def denies(text: str, said: Mapping[str, ReadFact], before: Collection[str]) -> bool:
    """Whether a plain 从没罚过 stands against a fine told before; 之后再没罚过 does not."""
    if _ONLY_SINCE.search(text):
        return False
    return any(events_of(key, before) for key, fact in said.items() if key in EVENTS and fact.value == _NEVER)


def outlives(key: str, said: Reading) -> bool:
    """Whether a fact told before stands beside a new turn: the turn neither states nor doubts it, nor tells an event
    that it denies. What a turn does not speak of it must not take away."""
    # A question doubts nothing: 那没罚过呢.
    touched = {*said.facts, *(doubt.key for doubt in said.unsure if not _ASKS.search(doubt.quote.strip()))}
    if key in touched or _FOLLOWS.get(key) in touched:
        return False
    return not events_of(key, touched)

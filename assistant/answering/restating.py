"""What a new statement of a fact does to those told before: which it may give a value to, replace, or take back."""

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


def outlives(key: str, said: Reading) -> bool:
    """Whether a fact told before stands beside a new turn: the turn neither states nor doubts it, nor tells an event
    that it denies. What a turn does not speak of it must not take away."""
    touched = {*said.facts, *(doubt.key for doubt in said.unsure)}
    if key in touched or _FOLLOWS.get(key) in touched:
        return False
    events = EVENTS.get(key, ())
    return not (events and any(other.startswith(events) for other in touched))

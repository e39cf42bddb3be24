"""The small declarative language of rule conditions, as typed data.

A condition is a mapping with one key, its kind; the kinds are the classes below. Nothing here evaluates anything.
"""

import datetime
from dataclasses import dataclass, field

STATUSES = ("met", "unmet", "unknown", "needs_review")
TESTS = ("known", "under_years", "at_least_years", "at_least", "below", "before", "earlier_than")


@dataclass(frozen=True, slots=True)
class Test:
    """One test of one fact. `kind` is `in` or one of TESTS; `value` is what it compares with."""

    fact: str
    kind: str
    value: object


When = tuple[tuple[Test, ...], ...]
"""Alternatives, each a group of tests that must all hold for certain."""


@dataclass(frozen=True, slots=True)
class Case:
    """If `when` holds for certain the rule is `then`; `reason` says why, `ambiguity` numbers the open question."""

    when: When
    then: str
    reason: str = ""
    ambiguity: str = ""


@dataclass(frozen=True, slots=True)
class ReviewCase:
    """A human-review case: where `when` holds and the status is one of `over`, the rule needs review."""

    when: When
    reason: str
    ambiguity: str
    over: tuple[str, ...] = ("met",)


@dataclass(frozen=True, slots=True)
class Flag:
    """`is_true` / `is_false`: the fact must have the wanted truth value."""

    fact: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class OneOf:
    """`one_of`: the fact must have one of `values`."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """`at_least`: the number must reach `value`."""

    fact: str
    value: float


@dataclass(frozen=True, slots=True)
class RegisteredIn:
    """`registered_in`: the place of registration is `city` or, where no city is named, lies in `province`."""

    province: str
    city: str = ""
    cities: tuple[str, ...] = ()
    city_fact: str = "registered_city"
    province_fact: str = "registered_province"
    country_fact: str = "registered_country"


@dataclass(frozen=True, slots=True)
class AtLeastYears:
    """`at_least_years`: `years` full years from the date `since` (the day itself counts), else by the stated number.

    `ask` is the key asked for when neither decides. With `if_known`, nothing known of either counts as met.
    `not_before` is a date `since` cannot lie before: where it is too late itself, no answer could make up the years.
    `founded` is the date the applicant came to be: on a day before it there are no years of its own.
    """

    years: int
    since: str
    stated: str
    verb: str
    ask: tuple[str, ...]
    if_known: bool = False
    not_before: str = ""
    founded: str = ""


@dataclass(frozen=True, slots=True)
class ContinuousYears:
    """`continuous_years`: as at_least_years, counted anew from the last resumption after a stop.

    A stop of at most `short_months` months is no certain interruption and goes to review (`ambiguity`).
    """

    span: AtLeastYears
    continuous: str
    stopped: str
    resumed: str
    short_months: int
    ambiguity: str


@dataclass(frozen=True, slots=True)
class Trait:
    """What an event must be like to count. Values outside `counts` and `review` make it not count.

    `unknown` says how an unknown value is taken: `ask` (undecided), `counts`, or an ambiguity number (needs review).
    """

    fact: str
    counts: tuple[object, ...]
    review: tuple[tuple[object, str], ...] = ()
    unknown: str = "ask"


@dataclass(frozen=True, slots=True)
class NoEvent:
    """`no_event`: no event with all `traits` within `years` before the day of judgement (None: ever).

    `free_years` are self-declared covers in years, any of which settles it when it reaches the window (99: never).
    `outside` is the ambiguity that sends an event before the window to review; empty lets it pass.
    `cleared_by` names a trait whose known absence (e.g. not liable) settles the rule without a cover.
    """

    date: str
    years: int | None
    traits: tuple[Trait, ...]
    free_years: tuple[str, ...]
    marks: tuple[str, ...]
    noun: str
    pending: str = ""
    outside: str = ""
    edge: str = ""
    cleared_by: str = ""
    never: int = 99


@dataclass(frozen=True, slots=True)
class NotBarred:
    """`not_barred`: no bar of `years` years from `date` is running; it lifts the day after the corresponding day.

    `review_before` lists days before which the deed falls under earlier law, with the ambiguity number.
    """

    date: str
    years: int
    noun: str
    review_before: tuple[tuple[datetime.date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cases:
    """`cases`: the first case that holds for certain decides; else `otherwise`, asking for the unknown of `ask`."""

    cases: tuple[Case, ...]
    otherwise: str = "unknown"
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AllOf:
    """`all_of`: Kleene conjunction."""

    parts: "tuple[Condition, ...]" = field(default=())


@dataclass(frozen=True, slots=True)
class AnyOf:
    """`any_of`: Kleene disjunction. With `ask_first` only the first undecided part is asked for."""

    parts: "tuple[Condition, ...]" = field(default=())
    ask_first: bool = False


Condition = (
    Flag | OneOf | AtLeast | RegisteredIn | AtLeastYears | ContinuousYears | NoEvent | NotBarred | Cases | AllOf | AnyOf
)

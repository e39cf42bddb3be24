"""What has been read so far: facts with their source, and the keys the text leaves in doubt."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.language.dates import PartialDate

Value = str | bool | int
_PAST = frozenset({"past_false_application_date", "past_improper_win_date", "honor_revoked_date"})
_FOR_GOOD = -1  # a doubt is never taken back
_LATEST = frozenset({"violation_date", "complaint_date", "mass_incident_date", "spot_check_issue_date"})


@dataclass(frozen=True, slots=True)
class ReadFact:
    """One fact and the words it was read from: `quote == text[start:end]` of the original narrative."""

    key: str
    value: Value
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A key the text speaks of without settling it, with the words that leave it open."""

    key: str
    start: int
    end: int
    quote: str


@dataclass(slots=True)
class Notebook:
    """Collects facts while a narrative is read. Doubt about a key outweighs every statement of it."""

    narrative: Narrative
    as_of: date | None
    _facts: dict[str, list[ReadFact]] = field(default_factory=dict)
    _doubts: dict[str, Doubt] = field(default_factory=dict)
    # What a key was last settled to, until something more is told of it: the readers ask again at every clause.
    _settled: dict[str, ReadFact | None] = field(default_factory=dict)
    # By the span of its clause, what was noted from it; `_forgotten` counts how often a key was taken back since.
    _told: dict[tuple[int, int], dict[str, int]] = field(default_factory=dict)
    _forgotten: Counter[str] = field(default_factory=Counter)

    def note(self, key: str, value: Value | PartialDate | None, clause: Clause) -> None:
        """Write a fact down with its clause as the source; a value of None is nothing to note."""
        if value is None:
            return
        plain = str(value) if isinstance(value, PartialDate) else value
        start, end, quote = self._quote(clause)
        self._settled.pop(key, None)
        self._facts.setdefault(key, []).append(ReadFact(key, plain, start, end, quote))
        self._told.setdefault((start, end), {})[key] = self._forgotten[key]

    def doubt(self, clause: Clause, *keys: str) -> None:
        """Leave keys open because of what this clause says."""
        for key in keys:
            self._settled.pop(key, None)
            doubt = self._doubts.setdefault(key, Doubt(key, *self._quote(clause)))
            self._told.setdefault((doubt.start, doubt.end), {})[key] = _FOR_GOOD

    def forget(self, *keys: str) -> None:
        """Take statements back, e.g. a general denial that an event of the same text contradicts."""
        for key in keys:
            self._settled.pop(key, None)
            self._facts.pop(key, None)
            self._forgotten[key] += 1

    def value(self, key: str) -> Value | None:
        """The settled value so far, None where unknown, doubted or contradictory."""
        fact = self._settle(key)
        return fact.value if fact else None

    def has(self, key: str) -> bool:
        """Something was noted or doubted under the key."""
        return key in self._facts or key in self._doubts

    def clause_of(self, key: str) -> Clause | None:
        """The clause the settled value was read from."""
        fact = self._settle(key)
        if fact is None:
            return None
        return next(c for c in self.narrative.clauses if self.narrative.span(c.start, c.end) == (fact.start, fact.end))

    def tells(self, clauses: list[Clause], keys: re.Pattern[str]) -> bool:
        """A key that begins so was noted or doubted from one of the clauses."""
        return any(
            self._stands(key, told) for clause in clauses for key, told in self._noted(clause) if keys.match(key)
        )

    def _noted(self, clause: Clause) -> Iterable[tuple[str, int]]:
        return self._told.get(self.narrative.span(clause.start, clause.end), {}).items()

    def _stands(self, key: str, told: int) -> bool:
        return told in (_FOR_GOOD, self._forgotten[key])

    def noted_in(self, clause: Clause) -> list[str]:
        """The keys noted or doubted from the clause that still stand."""
        return [key for key, told in self._noted(clause) if self._stands(key, told)]

    def denied_in(self, clause: Clause) -> list[str]:
        """The keys this clause settles by a denial: years free of something, a plain no, or a past without it."""
        span = self.narrative.span(clause.start, clause.end)
        stated = {key: self._facts.get(key, []) for key, told in self._noted(clause) if self._stands(key, told)}
        here = [fact for facts in stated.values() for fact in facts if (fact.start, fact.end) == span]
        return [f.key for f in here if f.key.endswith("_free_years") or f.value is False or _is_clean_past(f)]

    def facts(self) -> dict[str, ReadFact]:
        """The settled facts, in the order they were first noted."""
        settled = ((key, self._settle(key)) for key in self._facts)
        return {key: fact for key, fact in settled if fact is not None}

    def doubts(self) -> list[Doubt]:
        """The keys left open: voiced doubts, and statements that contradict each other."""
        contradicted = [
            Doubt(key, facts[-1].start, facts[-1].end, facts[-1].quote)
            for key, facts in self._facts.items()
            if key not in self._doubts and self._settle(key) is None
        ]
        return [*self._doubts.values(), *contradicted]

    def _settle(self, key: str) -> ReadFact | None:
        if key not in self._settled:
            self._settled[key] = self._weigh(key)
        return self._settled[key]

    def _weigh(self, key: str) -> ReadFact | None:
        facts = self._facts.get(key, [])
        if not facts or key in self._doubts:
            return None
        if key.endswith("_free_years"):
            return min(facts, key=lambda fact: int(fact.value))
        if key in _LATEST:
            return max(facts, key=lambda fact: str(fact.value))
        if key.endswith(("_date", "_level", "_type")) and key != "role_start_date":
            return facts[-1]
        return facts[0] if len({fact.value for fact in facts}) == 1 else None

    def _quote(self, clause: Clause) -> tuple[int, int, str]:
        start, end = self.narrative.span(clause.start, clause.end)
        return start, end, self.narrative.original[start:end]


def _is_clean_past(fact: ReadFact) -> bool:
    return fact.key in _PAST and fact.value == "none"

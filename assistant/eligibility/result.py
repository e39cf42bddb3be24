"""What the checker finds: per rule and per track, and their JSON."""

import json
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assistant.documents.model import Citation
from assistant.eligibility.facts import FactValue, as_json


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One rule's status (`met`, `unmet`, `unknown`, `needs_review`).

    `decisive` rules are those the verdict rests on. `facts` are the rule's known facts, completed ones included;
    `missing` the facts that would settle an unknown rule; `ambiguity` the number of the open question, if any.
    """

    id: str
    kind: str
    status: str
    decisive: bool
    citation: Citation
    reason: str
    facts: dict[str, FactValue]
    missing: tuple[str, ...] = ()
    ambiguity: str = ""
    text: str = field(default="", compare=False, repr=False)

    def with_text(self) -> "RuleResult":
        """The same with its JSON text kept: for results that never differ between applicants."""
        return replace(self, text=_dumped(self.as_json()))

    def as_json(self) -> dict[str, Any]:
        """The contract's object, with `kind` and `ambiguity` besides."""
        return {
            "id": self.id,
            "kind": self.kind,
            "status": self.status,
            "decisive": self.decisive,
            "citation": self.citation.as_json(),
            "reason": self.reason,
            "facts": {key: as_json(value) for key, value in self.facts.items()},
            "ambiguity": self.ambiguity,
        }


@dataclass(frozen=True, slots=True)
class TrackResult:
    """A verdict (`eligible`, `ineligible`, `undetermined`) on one track, every rule of the track included."""

    track: str
    as_of: date
    verdict: str
    rules: tuple[RuleResult, ...]
    missing: tuple[str, ...]
    needs_review: tuple[str, ...]
    timeliness: str
    notices: tuple[str, ...]

    def rule(self, rule_id: str) -> RuleResult:
        """The result of one rule; KeyError where the track has no such rule."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    @property
    def decisive(self) -> tuple[RuleResult, ...]:
        """The rules the verdict rests on."""
        return tuple(rule for rule in self.rules if rule.decisive)

    def as_json(self) -> dict[str, Any]:
        """The contract's JSON object of `check`."""
        head, tail = self._around_rules()
        return {**head, "rules": [rule.as_json() for rule in self.rules], **tail}

    def as_text(self, identifier: object) -> str:
        """The JSON text of `as_json` with the row's `id` in front; much quicker, most rules' text being kept."""
        head, tail = self._around_rules()
        rules = ", ".join(rule.text or _dumped(rule.as_json()) for rule in self.rules)
        return f'{_dumped({"id": identifier, **head})[:-1]}, "rules": [{rules}], {_dumped(tail)[1:]}'

    def _around_rules(self) -> tuple[dict[str, Any], dict[str, Any]]:
        head = {"track": self.track, "as_of": self.as_of.isoformat(), "verdict": self.verdict}
        tail = {
            "missing": list(self.missing),
            "needs_review": list(self.needs_review),
            "timeliness": self.timeliness,
            "notices": list(self.notices),
        }
        return head, tail


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)

"""The awards a material may aim at: kinds of applicant and years each asks for (corpus/drafting/targets.yaml)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.knowledge.source import Node, load_yaml
from assistant.settings import settings


@dataclass(frozen=True, slots=True)
class Target:
    """One award as an aim. Years are whole years; 0 where the notice asks for none. `quote` backs years and schools."""

    id: str
    asked: re.Pattern[str]
    kinds: tuple[str, ...]
    cities: tuple[str, ...]
    years: int
    individual_years: int
    winners_excluded: str
    closes: date | None  # the last day of the one call there was, where the award has no standing rules
    document: str
    quote: str
    schools: re.Pattern[str] | None  # the kinds of school an award takes, where it does not take all
    other_schools: re.Pattern[str] | None
    trades: re.Pattern[str] | None = None  # the industries an award takes, where it does not take all
    unbroken: bool = False  # whether the years asked for have to run without a stop


@lru_cache(maxsize=1)
def load_targets() -> tuple[Target, ...]:
    """All targets of the corpus, in file order."""
    node = load_yaml(settings().assistant_corpus / "drafting" / "targets.yaml")
    return tuple(_target(child) for child in node.children("targets"))


def _target(node: Node) -> Target:
    return Target(
        id=node.text("id"),
        asked=re.compile("|".join(node.texts("asked", at_least=1))),
        kinds=node.texts("kinds", at_least=1),
        cities=node.texts("cities"),
        years=_years(node, "years"),
        individual_years=_years(node, "individual_years"),
        winners_excluded=node.text("winners_excluded", ""),
        closes=date.fromisoformat(node.text("closes")) if node.has("closes") else None,
        document=node.text("document"),
        quote=node.text("quote"),
        schools=_pattern(node, "schools"),
        other_schools=_pattern(node, "other_schools"),
        trades=_pattern(node, "trades"),
        unbroken=node.mapping().get("unbroken") is True,
    )


def _pattern(node: Node, key: str) -> re.Pattern[str] | None:
    return re.compile(node.text(key)) if node.text(key, "") else None


def _years(node: Node, key: str) -> int:
    value = node.mapping().get(key, 0)
    if not isinstance(value, int):
        raise node.fail(f"“{key}”应当是整数年数", "改成整数", key)
    return value

"""Mutants of a rule: every threshold, window, operator, list and case of its condition changed, one at a time."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assistant.knowledge.vocabulary import FactSpec

_WORDS = {"noun", "verb", "reason"}
_NUMBERS = {"years", "value", "short_months", "at_least", "below", "under_years", "at_least_years"}
_SWAPS = {"is_true": "is_false", "is_false": "is_true", "any_of": "all_of", "all_of": "any_of"}
_STATUS = {"met": "unmet", "unmet": "met", "needs_review": "met", "unknown": "met"}
_OPTIONAL = {"edge", "outside", "pending", "cleared_by", "unknown", "otherwise", "if_known", "ask_first", "ambiguity"}
_OPTIONAL |= {"review", "review_before", "ask", "over", "years", "cities"}
_PLACES = {"city", "province"}

Trail = tuple[str | int | bool, ...]


@dataclass(frozen=True)
class Mutant:
    """A changed `{"condition": …, "review_when": …}` and what was changed."""

    change: str
    value: dict[str, Any]


def mutants(source: dict[str, Any], facts: dict[str, FactSpec]) -> Iterator[Mutant]:
    """All one-step mutants of a rule's condition and review cases."""
    for trail, value in _walk(source, ()):
        for change, replacement in _changes(trail, value, source, facts):
            mutated = copy.deepcopy(source)
            _put(mutated, trail, replacement)
            yield Mutant(f"{'/'.join(map(str, trail))}: {change}", mutated)


_DELETE = object()


def _walk(value: Any, trail: Trail) -> Iterator[tuple[Trail, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        if key in _WORDS:
            continue
        yield (*trail, key), child
        yield from _walk(child, (*trail, key))


def _changes(
    trail: Trail, value: Any, source: dict[str, Any], facts: dict[str, FactSpec]
) -> Iterator[tuple[str, object]]:
    key = trail[-1]
    if key in _NUMBERS and isinstance(value, (int, float)) and not isinstance(value, bool):
        yield f"{value} → {value + 1}", value + 1
        yield f"{value} → {value - 1}", value - 1
    if isinstance(value, bool) and key != "if_known":
        yield "取反", not value
    if key in _SWAPS:
        yield f"{key} → {_SWAPS[str(key)]}", (_SWAPS[str(key)], value)
    if key == "then":
        yield f"{value} → {_STATUS[value]}", _STATUS[value]
    if key in _OPTIONAL and (key != "ambiguity" or len(trail) > 2) and "when" not in trail:
        yield "删去", _DELETE
    if key == "date" and "review_before" in trail:
        yield from ((f"{step:+d}天", str(date.fromisoformat(value) + timedelta(days=step))) for step in (1, -1))
    if key in _PLACES:
        yield "改为别处", "上海市"
    yield from _list_changes(trail, value, source, facts)


def _list_changes(
    trail: Trail, value: Any, source: dict[str, Any], facts: dict[str, FactSpec]
) -> Iterator[tuple[str, object]]:
    if isinstance(trail[-1], int):
        yield f"删去 {value}", _DELETE
    if "review" in trail[:-1] and trail[-1] not in {"when"}:
        yield f"删去 {trail[-1]}", _DELETE
    if trail[-1] in {"counts", "values"} and isinstance(value, list):
        holder = _get(source, trail[:-1])
        spec = facts[holder["fact"]]
        others = [name for name, _ in spec.values if name not in value and name not in holder.get("review", {})]
        yield from ((f"加上 {name}", [*value, name]) for name in others)


def _get(source: Any, trail: Trail) -> Any:
    for key in trail:
        source = source[key]
    return source


def _put(source: Any, trail: Trail, replacement: object) -> None:
    holder, key = _get(source, trail[:-1]), trail[-1]
    if replacement is _DELETE:
        del holder[key]
    elif key in _SWAPS and isinstance(replacement, tuple):
        holder.pop("ask_first", None)
        holder[replacement[0]] = holder.pop(key)
    else:
        holder[key] = replacement

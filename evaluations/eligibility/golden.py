"""Golden cases of the checker: YAML that reads as sentences, expanded to single cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.eligibility.checker import check
from assistant.eligibility.facts import Facts, parse_facts
from assistant.eligibility.result import TrackResult
from assistant.knowledge.rules import Track
from assistant.knowledge.source import load_yaml

GOLDEN = Path(__file__).resolve().parents[2] / "tests" / "golden" / "eligibility"
_AS_OF = "2024-02-20"
_VERDICT_OF = {"met": "eligible", "unmet": "ineligible", "unknown": "undetermined", "needs_review": "undetermined"}


@dataclass(frozen=True)
class GoldenCase:
    """One expectation: on `facts`, `rule` of `track` comes out as `then` and the track as `verdict`."""

    name: str
    track: str
    rule: str
    as_of: date
    facts: Facts
    then: str
    verdict: str
    missing: tuple[str, ...] | None = None
    ambiguity: str | None = None
    reason: str = ""
    notice: str = ""
    review: tuple[str, ...] = ()

    def problems(self, tracks: dict[str, Track]) -> list[str]:
        """What the checker gets wrong; empty where everything holds."""
        return list(self._problems(check(tracks[self.track], self.facts, self.as_of)))

    def _problems(self, result: TrackResult) -> Iterator[str]:
        rule = result.rule(self.rule)
        if rule.status != self.then:
            yield f"{self.rule} 是 {rule.status}，应为 {self.then}：{rule.reason}"
        if result.verdict != self.verdict:
            yield f"结论是 {result.verdict}，应为 {self.verdict}"
        if self.missing is not None and set(rule.missing) != set(self.missing):
            yield f"待补充是 {rule.missing}，应为 {self.missing}"
        if self.ambiguity is not None and rule.ambiguity != self.ambiguity:
            yield f"歧义编号是 {rule.ambiguity}，应为 {self.ambiguity}"
        if self.reason not in rule.reason:
            yield f"理由“{rule.reason}”里没有“{self.reason}”"
        if not any(self.notice in notice for notice in result.notices):
            yield f"提示里没有“{self.notice}”"
        if not set(self.review) <= set(result.needs_review):
            yield f"需人工核实的是 {result.needs_review}，应含 {self.review}"


@lru_cache(maxsize=1)
def golden_cases() -> tuple[GoldenCase, ...]:
    """All cases of the folder."""
    bases: dict[str, Any] = load_yaml(GOLDEN / "bases.yaml").mapping()
    files = sorted(path for path in GOLDEN.glob("*.yaml") if path.name != "bases.yaml")
    return tuple(case for path in files for case in _read(path, bases))


def _read(path: Path, bases: dict[str, Any]) -> Iterator[GoldenCase]:
    groups = load_yaml(path).value
    for group in groups if isinstance(groups, list) else []:
        for track, rule in group["applies"].items():
            for row in group["cases"]:
                for facts, suffix in _expanded(row):
                    merged = {key: value for key, value in {**bases[track], **facts}.items() if value is not None}
                    yield _case(path.stem, track, rule, row, merged, suffix, group.get("as_of", _AS_OF))


def _expanded(row: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    if "each" not in row:
        yield row["facts"], ""
        return
    ((key, values),) = row["each"].items()
    for value in values:
        yield {**row["facts"], key: value}, f"：{value}"


def _case(
    stem: str, track: str, rule: str, row: dict[str, Any], facts: dict[str, Any], suffix: str, as_of: str
) -> GoldenCase:
    return GoldenCase(
        name=f"{stem}/{track}/{rule}/{row['given']}{suffix}",
        track=track,
        rule=rule,
        as_of=date.fromisoformat(as_of),
        facts=parse_facts(facts),
        then=row["then"],
        verdict=row.get("verdict", _VERDICT_OF[row["then"]]),
        missing=tuple(row["missing"]) if "missing" in row else None,
        ambiguity=row.get("ambiguity"),
        reason=row.get("reason", ""),
        notice=row.get("notice", ""),
        review=tuple(row.get("review", ())),
    )

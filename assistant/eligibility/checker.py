"""The checker: rules, facts and the day of judgement in, a verdict out. Pure: no clock, no I/O, no model."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from assistant.eligibility import timeliness
from assistant.eligibility.evaluation.evaluate import evaluate
from assistant.eligibility.facts import Facts, complete
from assistant.eligibility.outcome import MET, REVIEW, UNKNOWN, UNMET, Outcome, sentence
from assistant.eligibility.predicates import holds
from assistant.eligibility.result import RuleResult, TrackResult
from assistant.knowledge.rules import Phase, Rule, Track

ELIGIBLE, INELIGIBLE, UNDETERMINED = "eligible", "ineligible", "undetermined"
ONLY_OBJECTIVE = "只表示客观申报条件未见障碍，不等于会获推荐或获奖。"
SELF_DECLARED = "以上按自述事实判定，申报前请核验（信用中国、国家企业信用信息公示系统、主管部门证明等）。"
_STANDING = {
    "evidence": "主观条件，需提供举证材料，由评审打分；不影响资格判定",
    "procedural": "程序性要求，请按通知办理；不影响资格判定",
    "informational": "提示事项，不影响资格判定",
}


def check(track: Track, facts: Facts, as_of: date) -> TrackResult:
    """Judge one track on facts as `parse_facts` returns them.

    Any deterministic rule unmet: ineligible; else any unknown or needing review: undetermined; else eligible.
    Evidence, procedural and informational rules are reported but never enter the verdict.
    """
    known = complete(facts)
    judged = [(rule, _judge(rule, known, as_of)) for rule in track.rules]
    verdict = _verdict(judged)
    results = tuple(_result(rule, outcome, known, verdict) for rule, outcome in judged)
    phase = timeliness.phase(track, as_of)
    return TrackResult(
        track=track.id,
        as_of=as_of,
        verdict=verdict,
        rules=results,
        missing=() if verdict == INELIGIBLE else _missing(results),
        needs_review=tuple(result.id for result in results if result.status == REVIEW),
        timeliness=phase.state,
        notices=_notices(track, judged, known, verdict, phase, as_of),
    )


def _judge(rule: Rule, facts: Facts, as_of: date) -> Outcome | None:
    """The outcome of a rule with a condition; None for one that is only reported."""
    if rule.condition is None:
        return None
    outcome = evaluate(rule.condition, facts, as_of)
    for case in rule.reviews:
        if outcome.status in case.over and holds(case.when, facts, as_of):
            return Outcome(REVIEW, case.reason.removesuffix("需人工核实").rstrip("，"), (), case.ambiguity)
    return outcome


def _counted(rule: Rule, outcome: Outcome | None) -> str:
    """The status a rule brings into the verdict; empty where it brings none."""
    if rule.kind != "deterministic" or outcome is None:
        return ""
    return "" if rule.neutral_when_unknown and outcome.status == UNKNOWN else outcome.status


def _verdict(judged: Iterable[tuple[Rule, Outcome | None]]) -> str:
    statuses = {_counted(rule, outcome) for rule, outcome in judged}
    if UNMET in statuses:
        return INELIGIBLE
    return UNDETERMINED if statuses & {UNKNOWN, REVIEW} else ELIGIBLE


_DECISIVE = {INELIGIBLE: {UNMET}, UNDETERMINED: {UNKNOWN, REVIEW}, ELIGIBLE: {MET}}


def _result(rule: Rule, outcome: Outcome | None, facts: Facts, verdict: str) -> RuleResult:
    if outcome is None:
        return _reported(rule)
    return RuleResult(
        id=rule.id,
        kind=rule.kind,
        status=outcome.status,
        decisive=_counted(rule, outcome) in _DECISIVE[verdict],
        citation=rule.citation,
        reason=sentence(rule, outcome),
        facts={key: facts[key] for key in rule.facts if key in facts},
        missing=outcome.missing if _counted(rule, outcome) == UNKNOWN else (),
        ambiguity=outcome.ambiguity,
    )


@lru_cache(maxsize=4096)
def _reported(rule: Rule) -> RuleResult:
    return RuleResult(rule.id, rule.kind, UNKNOWN, False, rule.citation, _STANDING[rule.kind], {}).with_text()


def _missing(results: tuple[RuleResult, ...]) -> tuple[str, ...]:
    """The facts asked for, those that more rules wait for first, else in the order of the rules."""
    counts = Counter(key for result in results for key in result.missing)
    return tuple(sorted(counts, key=lambda key: -counts[key]))


def _notices(
    track: Track,
    judged: list[tuple[Rule, Outcome | None]],
    facts: Facts,
    verdict: str,
    phase: Phase,
    as_of: date,
) -> tuple[str, ...]:
    found = [ONLY_OBJECTIVE] if verdict == ELIGIBLE else []
    found += [notice for _, outcome in judged if outcome for notice in outcome.notices]
    found += [phase.notice] if phase.notice else []
    found += [notice.text for notice in track.notices if holds(notice.when, facts, as_of)]
    return (*dict.fromkeys(found), SELF_DECLARED)

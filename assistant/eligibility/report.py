"""A verdict as a page of text for people: rules grouped, what is missing, notices."""

from collections.abc import Mapping

from assistant.documents.model import Citation
from assistant.eligibility.outcome import lacking
from assistant.eligibility.result import RuleResult, TrackResult
from assistant.knowledge.rules import Track

VERDICTS = {"eligible": "符合客观申报条件", "ineligible": "不符合申报条件", "undetermined": "暂不能判定"}
GROUPS = {"unmet": "不符合", "unknown": "待补充", "needs_review": "需人工核实", "met": "符合", "evidence": "需举证"}
TIMELINESS = {"open": "在申报期内", "expired": "已过期", "unknown": "需核对当届通知"}

# What is only counted where the result is told in brief, and how many notices are told.
_COUNTED = frozenset({"met", "evidence"})
_NOTICES = 4


def group_of(rule: RuleResult) -> str:
    """The group a rule is shown in: a key of GROUPS, or empty for what is only a reminder."""
    if rule.kind == "deterministic":
        return rule.status
    if rule.kind == "procedural" and rule.status == "needs_review":
        return "needs_review"
    return "evidence" if rule.kind == "evidence" else ""


def report(track: Track, result: TrackResult, titles: Mapping[str, str], *, brief: bool = False) -> str:
    """The whole result, most important first; `titles` name the documents cited (`notice_titles`).

    In brief the rules that nothing has to be done for are counted only, and the first notices stand for all.
    """
    lines = [f"{track.name}　基准日 {result.as_of}", f"结论：{VERDICTS[result.verdict]}"]
    lines.append(f"时效：{TIMELINESS[result.timeliness]}")
    if result.missing:
        lines.append(f"最该补充：{'、'.join(lacking(key) for key in result.missing)}")
    for group, title in GROUPS.items():
        rules = [rule for rule in result.rules if group_of(rule) == group]
        if rules:
            told = [] if brief and group in _COUNTED else [_line(rule, titles) for rule in rules]
            lines += ["", f"【{title}】{len(rules)} 条", *told]
    shown = result.notices[:_NOTICES] if brief else result.notices
    lines += ["", "【提示】", *(f"- {notice}" for notice in shown)]
    left_out = len(result.notices) - len(shown)
    lines += [f"- 另有 {left_out} 条提示。"] if left_out else []
    return "\n".join([*lines, *(("", "加 --verbose 看全部条件、原文和提示。") if brief else ())])


def where(citation: Citation, titles: Mapping[str, str]) -> str:
    """Where a quote stands, for people: 《…方案》二、申报条件 （二）."""
    return f"{titles.get(citation.document, citation.document)}{citation.clause.replace('/', ' ')}"


def _line(rule: RuleResult, titles: Mapping[str, str]) -> str:
    quote = rule.citation.quote.replace("\n", "")
    said = f"“{quote}”" if rule.kind == "evidence" else rule.reason
    return f"- {said}（{where(rule.citation, titles)}）"

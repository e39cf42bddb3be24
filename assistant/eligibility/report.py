"""A verdict as a page of text for people: rules grouped, what is missing, notices."""

from collections.abc import Mapping

from assistant.documents.model import Citation
from assistant.eligibility.outcome import lacking
from assistant.eligibility.result import RuleResult, TrackResult
from assistant.knowledge.rules import Track

VERDICTS = {"eligible": "符合客观申报条件", "ineligible": "不符合申报条件", "undetermined": "暂不能判定"}
GROUPS = {"unmet": "不符合", "unknown": "待补充", "needs_review": "需人工核实", "met": "符合", "evidence": "需举证"}
TIMELINESS = {"open": "在申报期内", "expired": "已过期", "unknown": "需核对当届通知"}


def group_of(rule: RuleResult) -> str:
    """The group a rule is shown in: a key of GROUPS, or empty for what is only a reminder."""
    if rule.kind == "deterministic":
        return rule.status
    if rule.kind == "procedural" and rule.status == "needs_review":
        return "needs_review"
    return "evidence" if rule.kind == "evidence" else ""


def report(track: Track, result: TrackResult, titles: Mapping[str, str]) -> str:
    """The whole result, most important first; `titles` name the documents cited (`notice_titles`)."""
    lines = [f"{track.name}　基准日 {result.as_of}", f"结论：{VERDICTS[result.verdict]}"]
    lines.append(f"时效：{TIMELINESS[result.timeliness]}")
    if result.missing:
        lines.append(f"最该补充：{'、'.join(lacking(key) for key in result.missing)}")
    for group, title in GROUPS.items():
        rules = [rule for rule in result.rules if group_of(rule) == group]
        if rules:
            lines += ["", f"【{title}】{len(rules)} 条", *(_line(rule, titles) for rule in rules)]
    lines += ["", "【提示】", *(f"- {notice}" for notice in result.notices)]
    return "\n".join(lines)


def where(citation: Citation, titles: Mapping[str, str]) -> str:
    """Where a quote stands, for people: 《…方案》二、申报条件 （二）."""
    return f"{titles.get(citation.document, citation.document)}{citation.clause.replace('/', ' ')}"


def _line(rule: RuleResult, titles: Mapping[str, str]) -> str:
    quote = rule.citation.quote.replace("\n", "")
    said = f"“{quote}”" if rule.kind == "evidence" else rule.reason
    return f"- {said}（{where(rule.citation, titles)}）"

"""The verdict on one track: what it is, whether the notice is still open, and every rule with its clause."""

import html
from collections.abc import Sequence
from datetime import date

import streamlit as st

from assistant.eligibility import timeliness
from assistant.eligibility.checker import ELIGIBLE, INELIGIBLE, ONLY_OBJECTIVE
from assistant.eligibility.outcome import lacking
from assistant.eligibility.report import GROUPS, TIMELINESS, VERDICTS, group_of
from assistant.eligibility.result import RuleResult
from assistant.ui.components.citations import open_source, plain
from assistant.ui.components.eligibility_scope import Judged
from assistant.ui.components.rendering import notice_html

SIGNS = {"eligible": "✓", "ineligible": "✕", "undetermined": "?"}
_GROUP_SIGNS = {"unmet": "✕", "unknown": "?", "needs_review": "!", "met": "✓", "evidence": "✎", "": "·"}
_REMINDERS = "办理要求与提示"


def verdict(judged: Judged) -> None:
    """The verdict in one block, the notice's own time limit apart from it."""
    result = judged.result
    st.html(
        f"<div class='verdict {result.verdict}' role='status'><div class='said-verdict'>"
        f"<span class='sign' aria-hidden='true'>{SIGNS[result.verdict]}</span>{VERDICTS[result.verdict]}</div>"
        f"<div>{html.escape(judged.track.name)}　判定日 {result.as_of}</div>{_because(judged)}</div>"
        f"<div class='term'><b>{TIMELINESS[result.timeliness]}</b>　{html.escape(_term(judged))}</div>"
    )


def rules(judged: Judged) -> None:
    """All rules in their groups, the ones that need attention open, each with the clause behind it."""
    by_group: dict[str, list[RuleResult]] = {group: [] for group in (*GROUPS, "")}
    for rule in judged.result.rules:
        by_group[group_of(rule)].append(rule)
    for group, found in by_group.items():
        if found:
            _group(judged, group, found)


def notices(judged: Judged) -> None:
    """What else the result says, without what the verdict block shows already."""
    shown = {ONLY_OBJECTIVE, timeliness.phase(judged.track, judged.day).notice}
    left = [notice for notice in judged.result.notices if notice not in shown]
    st.html("".join(notice_html(notice) for notice in left))


def _because(judged: Judged) -> str:
    result = judged.result
    if result.verdict == ELIGIBLE:
        return f"<div class='only'>{ONLY_OBJECTIVE}</div>"
    counted = f"{len(result.decisive)} 条"
    if result.verdict == INELIGIBLE:
        return f"<div class='only'>有 {counted}条件不符合：{html.escape(result.decisive[0].reason)}。</div>"
    parts = [f"还有 {counted}条件没有定下来"]
    if result.missing:
        parts.append(f"请补充：{'、'.join(lacking(key) for key in result.missing)}")
    if result.needs_review:
        parts.append(f"{len(result.needs_review)} 条需人工核实")
    return f"<div class='only'>{html.escape('；'.join(parts))}。</div>"


def _term(judged: Judged) -> str:
    notice = timeliness.phase(judged.track, judged.day).notice
    now = f"但今天（{date.today()}）这份通知已过期，请等当届通知。" if judged.closed_by_now else ""
    return f"{notice or '判定日在通知的申报期限之内。'}{now}（时效与资格分开看，不影响上面的结论）"


def _group(judged: Judged, group: str, found: Sequence[RuleResult]) -> None:
    title = GROUPS.get(group, _REMINDERS)
    opened = group in {"unmet", "unknown", "needs_review"}
    name = f"rules-{judged.track.id}-{group or 'reminder'}"
    with st.expander(f"{_GROUP_SIGNS[group]}　{title}（{len(found)} 条）", expanded=opened, key=name):
        for rule in found:
            _rule(judged, rule)


def _rule(judged: Judged, rule: RuleResult) -> None:
    text = _reason(rule)
    number = "<span class='number'>" + html.escape(rule.id) + "</span>"
    decisive = "<span class='decisive'>决定结论</span>" if rule.decisive and rule.status != "met" else ""
    with st.container(key=f"cites-{judged.track.id}-{rule.id}"):
        st.html(f"<div class='rule'>{number}{decisive}{html.escape(text)}</div>")
        where = plain(rule.citation.clause.replace("/", " "))
        if st.button(where, key=f"rule-{judged.track.id}-{rule.id}", type="tertiary", icon=":material/article:"):
            open_source(rule.citation)


def _reason(rule: RuleResult) -> str:
    quote = rule.citation.quote.replace("\n", "")
    if rule.kind == "deterministic" or rule.status != "unknown":
        return rule.reason + "。"
    return f"“{quote}”"

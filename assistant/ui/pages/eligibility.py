"""资格自查: whether an applicant may apply, by the checker alone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assistant.eligibility.facts import Facts, as_json
from assistant.eligibility.report import VERDICTS
from assistant.eligibility.report_docx import Finding, report_docx
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.eligibility_carried import material_offer
from assistant.ui.components.eligibility_form import form
from assistant.ui.components.eligibility_matrix import matrix
from assistant.ui.components.eligibility_narrative import TOLD, narrative
from assistant.ui.components.eligibility_outlook import change_to_eligible, evidence, ladder
from assistant.ui.components.eligibility_question import question_card
from assistant.ui.components.eligibility_scope import Judged, fitting, judge_all, scope
from assistant.ui.components.eligibility_state import Desk, load_desk, save_desk, typed_wrong
from assistant.ui.components.eligibility_style import install
from assistant.ui.components.eligibility_verdict import notices, rules, verdict
from assistant.ui.components.sidebar import case_list

_SHOWN = "eligibility-shown"
_TABS = ("填写情况", TOLD, "逐条结论", "怎样能符合", "举证与衔接")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show() -> None:
    """Draw the page."""
    case_list(session.current_case())
    install()
    desk = load_desk()
    facts = desk.known
    st.title("资格自查")
    st.caption("按通知条款逐条核对客观申报条件，不猜测：不知道的就算待补充。")
    scope(desk)
    judged = judge_all(desk, facts)
    apt = fitting(judged, facts)
    # Containers that are always there: what comes and goes above the tabs must not move them.
    with st.container():
        material_offer(desk)
        # What was read may answer the question; it is asked once that is adopted.
        if desk.facts or not desk.proposed:
            question_card(desk, apt)
    with st.container():
        _undo(desk)
    with st.container():
        one = _verdicts(desk, judged, apt)
    fill, told, detail, outlook, prepare = st.tabs(_TABS, key="eligibility-tabs")
    with fill:
        form(desk, apt)
    with told:
        narrative(desk)
    with detail:
        _detail(one)
    with outlook:
        _heading(one)
        change_to_eligible(one, facts)
    with prepare:
        _heading(one)
        evidence(one)
        st.markdown("##### 与其他奖项的衔接")
        ladder(one)
    _report(desk, judged, one)


def _undo(desk: Desk) -> None:
    if not desk.past:
        return
    row = st.container(horizontal=True, gap="small", key="eligibility-tools")
    row.button("撤销上一步", key="eligibility-undo", type="tertiary", icon=":material/undo:", on_click=_back)
    if desk.facts:
        row.button("清空重填", key="eligibility-clear", type="tertiary", icon=":material/delete:", on_click=_clear)


def _back() -> None:
    typed_wrong().clear()
    save_desk(load_desk().undone())


def _clear() -> None:
    typed_wrong().clear()
    save_desk(load_desk().cleared())


def _verdicts(desk: Desk, judged: Sequence[Judged], apt: Sequence[Judged]) -> Judged:
    """The matrix and the choice of a track where there are several; the verdict on the one in sight."""
    if len(judged) == 1:
        verdict(judged[0])
        return judged[0]
    if not desk.facts and desk.proposed:
        told = f"从材料读出 {len(desk.proposed)} 项，还没有采用。请在“{TOLD}”里逐项对照原文核对，采用后才判定。"
        st.info(told, icon=":material/fact_check:")
        return judged[0]
    if not desk.facts:
        st.info(f"还没有填写情况，{len(judged)} 个奖项都暂不能判定。可以逐项填写，也可以粘贴一段自述。")
        return judged[0]
    facts = desk.known
    matrix(apt, facts)
    others = [one for one in judged if one not in apt]
    if others:
        with st.expander(f"另外 {len(others)} 项不面向这类申报主体或所在地区"):
            matrix(others, facts)
    one = _choose(desk, judged)
    verdict(one)
    return one


def _choose(desk: Desk, judged: Sequence[Judged]) -> Judged:
    by_id = {found.track.id: found for found in judged}
    st.session_state[_SHOWN] = desk.shown if desk.shown in by_id else judged[0].track.id
    st.selectbox(
        "看哪一项的详细结论",
        list(by_id),
        key=_SHOWN,
        on_change=_look,
        format_func=lambda name: f"{by_id[name].track.name}：{VERDICTS[by_id[name].result.verdict]}",
    )
    return by_id[st.session_state[_SHOWN]]


def _look() -> None:
    save_desk(replace(load_desk(), shown=str(st.session_state[_SHOWN])))


def _heading(one: Judged) -> None:
    st.caption(f"{one.track.name} · {VERDICTS[one.result.verdict]}")


def _detail(one: Judged) -> None:
    _heading(one)
    rules(one)
    notices(one)


def _report(desk: Desk, judged: Sequence[Judged], one: Judged) -> None:
    st.divider()
    st.markdown("##### 可打印的报告")
    row = st.container(horizontal=True)
    facts, sources = desk.known, dict(desk.sources)
    several = [("下载这一项的报告", [one], one.track.name)]
    if len(judged) > 1:
        several.append((f"下载全部 {len(judged)} 项的报告", list(judged), "全部奖项"))
    for label, found, name in several:
        row.download_button(
            label,
            partial(_written, found, facts, sources),
            file_name=f"资格自查报告-{name}.docx",
            mime=_WORD,
            icon=":material/download:",
            key=f"report-{len(found)}",
            on_click="ignore",
        )


def _written(found: Sequence[Judged], facts: Facts, sources: dict[str, str]) -> bytes:
    findings = [Finding(one.track, one.result) for one in found]
    stated = {key: as_json(value) for key, value in facts.items()}
    return report_docx(findings, stated, sources, settings().assistant_corpus)

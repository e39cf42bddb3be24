"""The next question: the unknown fact that settles most, asked with its clause and answerable in place."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from assistant.eligibility.facts import FACTS
from assistant.eligibility.next_question import NextQuestion, next_question
from assistant.eligibility.result import TrackResult
from assistant.ui.components.citations import citation_cards, plain
from assistant.ui.components.eligibility_field import fact_field
from assistant.ui.components.eligibility_form import state_fact
from assistant.ui.components.eligibility_scope import APPLICANT, Judged
from assistant.ui.components.eligibility_state import Desk, load_desk, save_desk


def question_card(desk: Desk, judged: Sequence[Judged]) -> None:
    """Draw the question, its field, its clause and a way past it; nothing where no answer could change anything."""
    asked = _next(desk, [one.result for one in judged])
    if asked is None:
        _all_skipped(desk)
        return
    with st.container(border=True, key="eligibility-question"):
        st.caption(plain(f"接下来最该弄清的一项 · 答了可判定 {_settled(asked, judged)}"))
        change = partial(state_fact, asked.fact)
        fact_field(FACTS[asked.fact], None, f"next-{asked.fact}", change, question=True)
        told = _why_again(asked.fact, judged)
        if told:
            st.caption(plain(told))
        if FACTS[asked.fact].help:
            st.caption(plain(FACTS[asked.fact].help))
        citation_cards([asked.citation], "eligibility-next")
        st.button(
            "先跳过这一问",
            key="eligibility-skip",
            type="tertiary",
            icon=":material/skip_next:",
            on_click=_skip,
            args=(asked.fact,),
        )


def _why_again(fact: str, judged: Sequence[Judged]) -> str:
    """Why what was already said of the fact does not settle it: it counts from another day, and covers too little."""
    said = (notice for one in judged for notice in one.result.notices)
    return next((notice for notice in said if notice.startswith(f"“{FACTS[fact].label}")), "")


def _settled(asked: NextQuestion, judged: Sequence[Judged]) -> str:
    touched = [one for one in judged if set(asked.settles) & {rule.id for rule in one.result.rules if rule.missing}]
    awards = f"，涉及 {len(touched)} 个奖项" if len(touched) > 1 else ""
    return f"{len(asked.settles)} 条条件{awards}"


def _next(desk: Desk, results: Sequence[TrackResult]) -> NextQuestion | None:
    # Who applies has its own field above the question.
    skipped = {*desk.skipped, APPLICANT} - set(desk.facts)
    open_results = [_without(result, skipped) for result in results]
    # What was skipped counts as known here, so that it is not asked again on behalf of the facts it would settle.
    return next_question(open_results, {**desk.known, **dict.fromkeys(skipped, "")})


def _without(result: TrackResult, skipped: set[str]) -> TrackResult:
    rules = tuple(
        replace(rule, missing=tuple(key for key in rule.missing if key not in skipped)) if rule.missing else rule
        for rule in result.rules
    )
    return replace(result, rules=rules)


def _all_skipped(desk: Desk) -> None:
    if set(desk.skipped) - set(desk.facts):
        st.button(
            "再问一遍跳过的问题", key="eligibility-unskip", type="tertiary", icon=":material/replay:", on_click=_again
        )


def _skip(key: str) -> None:
    save_desk(load_desk().skipping(key))


def _again() -> None:
    save_desk(replace(load_desk(), skipped=()))

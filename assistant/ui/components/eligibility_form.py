"""The form: only the facts the judged tracks turn on, grouped, every field unknown until it is filled in."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial

import streamlit as st

from assistant.eligibility.checker import check
from assistant.eligibility.facts import FACTS
from assistant.knowledge.rules import Rule, Track
from assistant.knowledge.vocabulary import FactSpec
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_field import fact_field
from assistant.ui.components.eligibility_scope import APPLICANT, Judged, day_of
from assistant.ui.components.eligibility_state import Desk, load_desk, save_desk

_QUOTE_LENGTH = 60


def form(desk: Desk, judged: Sequence[Judged]) -> None:
    """Draw the fields the tracks need; what is only needed in some cases is folded away."""
    first, further = _needed(desk, judged)
    reasons = _reasons([one.track for one in judged])
    st.caption("不清楚的留空（不知道）就行，不会被当作“没有”。每填一项立即保存并重新判定。")
    for group in dict.fromkeys(FACTS[key].group for key in (*first, *further)):
        st.markdown(f"##### {group}")
        _fields([key for key in first if FACTS[key].group == group], desk, reasons)
        folded = [key for key in further if FACTS[key].group == group]
        if folded:
            with st.expander("有这些情况再填", icon=":material/unfold_more:"):
                _fields(folded, desk, reasons)


def state_fact(key: str, value: object) -> None:
    """Save one fact stated by hand."""
    save_desk(load_desk().with_fact(key, value))


def reason_for(key: str, judged: Sequence[Judged]) -> str:
    """The clause a fact is asked for, as one sentence."""
    return _reasons([one.track for one in judged]).get(key, "")


def _needed(desk: Desk, judged: Sequence[Judged]) -> tuple[list[str], list[str]]:
    """The keys every applicant is asked, and those that matter in some cases only; in the vocabulary's order."""
    asked = {key for one in judged for key in _asked_of_all(one.track, day_of(one.track, desk))}
    asked |= {key for one in judged for rule in one.result.rules for key in rule.missing} | set(desk.facts)
    used = {key for one in judged for rule in one.track.rules if rule.kind == "deterministic" for key in rule.facts}
    fields = [key for key in FACTS if key != APPLICANT and (key in used or key in desk.facts)]
    first = [key for key in fields if key in asked]
    return first, [key for key in fields if key not in asked and not FACTS[key].hint_only]


@lru_cache(maxsize=256)
def _asked_of_all(track: Track, day: date) -> frozenset[str]:
    """The facts a track misses of someone of whom nothing is known: they stay in sight, so the form keeps still."""
    return frozenset(check(track, {}, day).missing)


def _fields(keys: Sequence[str], desk: Desk, reasons: Mapping[str, str]) -> None:
    for number in range(0, len(keys), 2):
        for column, key in zip(st.columns(2), keys[number : number + 2], strict=False):
            with column:
                _field(FACTS[key], desk, reasons.get(key, ""))


def _field(spec: FactSpec, desk: Desk, why: str) -> None:
    fact_field(spec, desk.facts.get(spec.key), f"form-{spec.key}", partial(state_fact, spec.key), why=why)
    quote = desk.sources.get(spec.key)
    if quote and spec.key in desk.facts:
        st.caption(plain(f"读自自述{_said_on(spec, desk)}：“{quote.strip()}”"))


def _said_on(spec: FactSpec, desk: Desk) -> str:
    """The day a number of years counts back from."""
    day = desk.anchors.get(spec.key)
    return f"（写于 {day}，从那天往前算）" if day and spec.grows else ""


def _reasons(judged: Iterable[Track]) -> dict[str, str]:
    found: dict[str, str] = {}
    for track in judged:
        for rule in track.rules:
            for key in rule.facts if rule.kind == "deterministic" else ():
                found.setdefault(key, _reason(track, rule))
    return found


def _reason(track: Track, rule: Rule) -> str:
    quote = rule.quote.replace("\n", "")
    shortened = quote[:_QUOTE_LENGTH] + ("……" if len(quote) > _QUOTE_LENGTH else "")
    return f"为什么问：{track.name}，{rule.clause.replace('/', ' ')}，“{shortened}”"

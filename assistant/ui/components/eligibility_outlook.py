"""Beyond the verdict: what would change it, from when time alone does, what to prepare, and the neighbouring awards."""

import html
from collections.abc import Sequence

import streamlit as st

from assistant.eligibility.checker import ELIGIBLE
from assistant.eligibility.evidence import EvidenceItem, checklist
from assistant.eligibility.facts import FACTS, Facts, FactValue, as_json
from assistant.eligibility.ladder import Step, load_ladder, steps_of
from assistant.eligibility.outcome import label
from assistant.eligibility.what_if import earliest_date, smallest_change
from assistant.eligibility.wording import told, value_words
from assistant.settings import settings
from assistant.ui.components.citations import citation_cards, open_source, plain
from assistant.ui.components.eligibility_scope import Judged
from assistant.ui.session import library


def change_to_eligible(judged: Judged, facts: Facts) -> None:
    """The smallest change that makes the track eligible, and the first day on which time alone does."""
    if judged.result.verdict == ELIGIBLE:
        st.caption("客观申报条件未见障碍，没有要改变的。下一步是准备举证材料。")
        return
    _smallest(judged, facts)
    _earliest(judged, facts)


def evidence(judged: Judged) -> None:
    """What to prepare for each subjective condition, with its clause."""
    items = checklist(judged.track, settings().assistant_corpus)
    if not items:
        st.caption("这个奖项没有主观条件要举证。")
        return
    st.caption("这些条件由评审打分，不影响资格判定。所列材料是通常做法，以当届通知为准。")
    for item in items:
        _item(judged, item)


def ladder(judged: Judged) -> None:
    """Which awards open or close the way to this one, or from it."""
    steps = steps_of(judged.track.award, load_ladder(settings().assistant_corpus))
    if not steps:
        st.caption("现有文件没有写这个奖项与其他奖项的衔接。")
    for number, step in enumerate(steps):
        _step(judged, step, number)


def _smallest(judged: Judged, facts: Facts) -> None:
    found = smallest_change(judged.track, facts, judged.day)
    if found is None:
        st.markdown("**没有找到改动少数情况就能符合的办法。** 请先看不符合和需人工核实的条件。")
        return
    supply = {key: value for key, value in found.changes.items() if key not in facts or key in found.open}
    alter = {key: value for key, value in found.changes.items() if key not in supply}
    if alter:
        st.markdown("**现在挡着的情况**（要如右边所示才符合；已成事实的改不了，这里只说明差在哪里）")
        _list([change_told(key, value, facts) for key, value in alter.items()])
    if supply:
        st.markdown(f"**还不知道（或说到的年数还不够）的 {len(supply)} 项，如果是下面这样，就符合**")
        _list([supply_told(key, value, facts) for key, value in supply.items()])


def _list(told_changes: Sequence[str]) -> None:
    rows = "".join(f"<li>{html.escape(line)}</li>" for line in told_changes)
    st.html(f"<div class='answer'><ul>{rows}</ul></div>")


def change_told(key: str, value: FactValue | None, facts: Facts) -> str:
    """One change in words: what it is now, and what it would have to be."""
    spec = FACTS[key]
    wanted = f"没有“{label(key)}”这一情况" if value is None else told(spec, as_json(value))
    if key not in facts:
        return wanted
    shortened = wanted.removeprefix(f"{spec.label}：")
    return f"{told(spec, as_json(facts[key]))}　→　{shortened}"


def supply_told(key: str, value: FactValue | None, facts: Facts) -> str:
    """What is still to be known in words; where it is known in part (近三年没有), how far."""
    if key not in facts or value is None:
        return change_told(key, value, {})
    return f"{told(FACTS[key], as_json(value))}（现在只说到{value_words(FACTS[key], as_json(facts[key]))}）"


def _earliest(judged: Judged, facts: Facts) -> None:
    day = earliest_date(judged.track, facts, judged.day)
    if day is not None:
        st.success(f"情况都不变、只等时间：最早到 {day} 符合客观申报条件。", icon=":material/event_available:")
    else:
        st.caption("只等时间不会变为符合：还有与时间无关的条件没有满足或没有定下来。")


def _item(judged: Judged, item: EvidenceItem) -> None:
    quote = item.rule.quote.replace("\n", "")
    prepare = "；".join(item.prepare) or "能说明这一条的材料"
    with st.container(key=f"cites-evidence-{judged.track.id}-{item.rule.id}"):
        st.html(f"<div class='rule'><b>{html.escape(quote)}</b><br>可准备：{html.escape(prepare)}</div>")
        where = plain(item.rule.clause.replace("/", " "))
        key = f"evidence-{judged.track.id}-{item.rule.id}"
        if st.button(where, key=key, type="tertiary", icon=":material/article:"):
            open_source(item.rule.citation)


def _step(judged: Judged, step: Step, number: int) -> None:
    sign = "可以接着申报" if step.effect == "opens" else "不能再申报"
    st.html(f"<div class='rule'><span class='decisive'>{sign}</span>{html.escape(step.text)}</div>")
    citation_cards([library().locate(step.document, step.quote)], f"ladder-{judged.track.id}-{number}")

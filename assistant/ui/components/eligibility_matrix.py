"""All judged tracks at a glance: verdict and counts, one row a track."""

import html
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from assistant.eligibility.facts import Facts
from assistant.eligibility.report import GROUPS, TIMELINESS, VERDICTS, group_of
from assistant.ui.components.eligibility_scope import Judged, elsewhere
from assistant.ui.components.eligibility_verdict import SIGNS

_COUNTED = ("met", "unmet", "unknown", "needs_review")


def matrix(judged: Sequence[Judged], facts: Facts) -> None:
    """A table of tracks by verdict and counts; on a narrow screen each row becomes two lines."""
    head = "".join(f"<span role='columnheader'>{GROUPS[group]}</span>" for group in _COUNTED)
    start = "<span role='columnheader'>奖项</span><span role='columnheader'>结论</span>"
    rows = "".join(_row(one, elsewhere(one, facts)) for one in judged)
    st.html(
        "<div class='matrix' role='table' aria-label='各奖项的判定'>"
        f"<div class='row head' role='row'>{start}{head}</div>{rows}</div>"
    )


def _row(one: Judged, closed: str) -> str:
    counts = Counter(group_of(rule) for rule in one.result.rules)
    cells = "".join(_count(group, counts[group]) for group in _COUNTED)
    name = html.escape(one.track.name)
    now = "，今天已过期" if one.closed_by_now else ""
    term = f"{one.day}　{TIMELINESS[one.result.timeliness]}{now}{'　' if closed else ''}{html.escape(closed)}"
    return (
        f"<div class='row' role='row'><span role='cell' class='name'>{name}<small>{term}</small></span>"
        f"<span role='cell' class='chip {one.result.verdict}'>{SIGNS[one.result.verdict]} "
        f"{VERDICTS[one.result.verdict]}</span>{cells}</div>"
    )


def _count(group: str, number: int) -> str:
    kind = group if number else "zero"
    return f"<span role='cell' class='count {kind}'><i>{GROUPS[group]}</i>{number}</span>"

"""How far the practices cover each dimension, and the gaps with what to ask and what to prepare."""

import html
from collections import Counter

import altair as alt
import streamlit as st

from assistant.mapping.coverage import MappingResult
from assistant.ui.components.citations import citation_cards, plain

_BAR, _AROUND = 30, 24
# One hue that is readable on both grounds; a dimension with nothing keeps its row, empty.
_COLOUR = "#4a8fd6"


def coverage_panel(result: MappingResult) -> None:
    """One framework: its name and note, the bars, the gaps."""
    st.markdown(f"**{plain(result.framework.name)}**")
    if result.framework.note:
        st.caption(plain(result.framework.note))
    if not any(one.dimensions for one in result.practices):
        st.caption("还没有做法归入这个框架。")
    st.altair_chart(chart_of(result), height="content", alt=_spoken(result), key=f"chart-{result.framework.id}")
    st.caption("主、兼：以这个维度为主、兼及这个维度的做法条数。")
    _gaps(result)


def chart_of(result: MappingResult) -> alt.LayerChart:
    """Horizontal bars in the framework's order, so that no label is turned or cut; each says its count and share."""
    rows = _table(result)
    order = [str(row["维度"]) for row in rows]
    most = max([0.01, *result.coverage.values()])
    axis = alt.Axis(labelLimit=0, labelPadding=8, labelFontSize=13, ticks=False, domain=False)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("维度:N", sort=order, title=None, axis=axis),
        tooltip=["维度:N", "说明:N"],
    )
    bars = base.mark_bar(color=_COLOUR, cornerRadiusEnd=4, height=16).encode(
        x=alt.X("份额:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most * 2.1]))
    )
    words = base.mark_text(align="left", dx=6, color="#7b8794", fontSize=13).encode(x="份额:Q", text="简说:N")
    return alt.LayerChart(layer=[bars, words]).properties(height=_BAR * len(order) + _AROUND)


def _table(result: MappingResult) -> list[dict[str, str | float]]:
    main = Counter(one.dimensions[0].name for one in result.practices if one.dimensions)
    also = Counter(score.name for one in result.practices for score in one.dimensions[1:])
    rows: list[dict[str, str | float]] = []
    for dimension in result.framework.dimensions:
        name, share = dimension.name, result.coverage[dimension.name]
        points = f"（{dimension.points} 分）" if dimension.points else ""
        aside = f"，另 {also[name]} 条兼及" if also[name] else ""
        told = f"{share:.0%}（{main[name]} 条为主{aside}）" if share else "暂无"
        # Beside the longest bar there is room for little, on a phone least of all; the tooltip has the whole.
        short = f"{share:.0%}（主{main[name]}{f' 兼{also[name]}' if also[name] else ''}）" if share else "暂无"
        rows.append({"维度": f"{name}{points}", "份额": share, "说明": told, "简说": short})
    return rows


def _spoken(result: MappingResult) -> str:
    return "；".join(f"{name} {share:.0%}" for name, share in result.coverage.items())


def _gaps(result: MappingResult) -> None:
    thin = result.thin()
    if not result.gaps and not thin:
        st.success("每个维度都有做法支撑。", icon=":material/check_circle:")
        return
    if thin:
        told = "；".join(f"{name}只有{basis}" for name, basis in thin.items())
        st.warning(
            plain(f"{told}，没有写怎么做的。请补写做法，评审看的是做法和由此而来的成效。"), icon=":material/info:"
        )
    if not result.gaps:
        return
    st.markdown(f"差距（{len(result.gaps)}）")
    for gap in result.gaps:
        name = str(gap["dimension"])
        dimension = result.framework.dimension(name)
        with st.expander(plain(name), icon=":material/help:", key=f"gap-{result.framework.id}-{name}"):
            evidence = "".join(f"<li>{html.escape(one)}</li>" for one in dimension.evidence)
            asked = html.escape(dimension.ask)
            st.html(f"<div class='answer'><p>想一想：{asked}</p>可以准备：<ul>{evidence}</ul></div>")
            citation_cards(dimension.citations, f"gap-{result.framework.id}-{name}")

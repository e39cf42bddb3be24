"""A self-description pasted or uploaded: what was read from it, each fact with its words, to be confirmed."""

import html
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from assistant.documents.redaction import redact
from assistant.drafting.material.named import applicant_name
from assistant.eligibility.facts import FACTS
from assistant.eligibility.narrative.reader import read_narrative
from assistant.eligibility.wording import told
from assistant.ui.components.citations import plain
from assistant.ui.components.eligibility_field import fact_field
from assistant.ui.components.eligibility_scope import doubts
from assistant.ui.components.eligibility_second import differences, second_reading
from assistant.ui.components.eligibility_state import Desk, Read, load_desk, name_case, save_desk
from assistant.ui.components.eligibility_upload import offers

# The tab this component draws.
TOLD = "粘贴自述"
_DRAFT, _WRITTEN = "eligibility-draft", "eligibility-written"
_LONGEST = 50_000
_MANY = 5
_DROP = "去掉这一项"
_EXAMPLE = (
    "如：我公司2015年3月在宝鸡市注册成立，2016年5月投产，一直连续经营；近五年没有发生过重大事故，没有受过处罚；"
    "质量管理体系和环境管理体系都通过了认证，没有得过省级、国家级质量奖。"
)


def narrative(desk: Desk) -> None:
    """Draw the text, the button that reads it, and the facts waiting to be confirmed."""
    st.session_state[_DRAFT] = desk.draft
    st.session_state[_WRITTEN] = _written(desk)
    st.text_area(
        "申报主体的自述",
        key=_DRAFT,
        height=180,
        placeholder=_EXAMPLE,
        on_change=_keep_draft,
        help="只读出文字写明的情况，不作推断；读出的每一项都要您确认后才生效。",
    )
    offers(desk)
    left, right = st.columns([1, 1], vertical_alignment="bottom")
    left.date_input(
        "自述写于",
        key=_WRITTEN,
        format="YYYY-MM-DD",
        on_change=_keep_written,
        min_value=date(2000, 1, 1),
        max_value=date(2100, 12, 31),
        help="“去年”“近三年”从这一天算起，再与各奖项的申报日比较。",
    )
    icon = ":material/manage_search:"
    right.button("读出情况", key="eligibility-read", type="primary", icon=icon, on_click=read_draft)
    if desk.narrative:
        differences(desk)
        _reading(desk)
        second_reading(desk, _written(desk))


def _written(desk: Desk) -> date:
    """The day relative words count from: as given, else today."""
    return date.fromisoformat(desk.written) if desk.written else date.today()


def _keep_draft() -> None:
    save_desk(replace(load_desk(), draft=redact(str(st.session_state[_DRAFT])).text))


def _keep_written() -> None:
    day: date | None = st.session_state[_WRITTEN]
    save_desk(replace(load_desk(), written=day.isoformat() if day else ""))


def read_draft() -> None:
    """Read the draft; what it tells waits to be confirmed."""
    desk = load_desk()
    text = desk.draft[:_LONGEST]
    day = _written(desk)
    reading = read_narrative(text, day)
    proposed = {key: Read(fact.value, fact.start, fact.end, fact.quote) for key, fact in reading.facts.items()}
    unsure = [(doubt.key, doubt.quote.strip()) for doubt in reading.unsure]
    save_desk(desk.with_reading(text, proposed, unsure, day))
    person = reading.values().get("applicant_type") == "individual"
    name_case(applicant_name(text, "individual" if person else "organisation", day))


def _reading(desk: Desk) -> None:
    if desk.proposed:
        _waiting(desk)
    elif desk.sources:
        st.success(f"已采用自述里的 {len(desk.sources)} 项，可在“填写情况”里查看和更正。", icon=":material/check:")
    elif not desk.unsure:
        st.info("没有读出与申报条件有关的情况。请写明单位在哪里注册、何时投产、有无事故和处罚等，再读一次。")
    for doubt in doubts(desk):
        st.warning(plain(doubt), icon=":material/help:")
    with st.expander("自述原文，读出处已标出", expanded=bool(desk.proposed), icon=":material/ink_highlighter:"):
        st.html(_highlighted(desk))


def _waiting(desk: Desk) -> None:
    st.markdown(f"##### 读出 {len(desk.proposed)} 项，请核对")
    accept = f"都对，采用这 {len(desk.proposed)} 项"
    st.button(accept, key="eligibility-confirm", type="primary", icon=":material/done_all:", on_click=_confirm)
    for key, read in desk.proposed.items():
        with st.container(key=f"proposal-{key}", gap="small"):
            _proposal(desk, key, read)
    if len(desk.proposed) > _MANY:
        # Whoever has checked the last item stands here, on a phone many screens below the button above.
        st.button(accept, key="eligibility-confirm-below", icon=":material/done_all:", on_click=_confirm)


def _proposal(desk: Desk, key: str, read: Read) -> None:
    left, right = st.columns([5, 4])
    with left:
        fact_field(FACTS[key], read.value, f"read-field-{key}", partial(_correct, key))
    with right:
        row = st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small")
        row.html(f"<div class='said words'><mark>{html.escape(read.quote.strip())}</mark></div>")
        dropped = partial(_correct, key, None)
        row.button("", key=f"read-drop-{key}", type="tertiary", icon=":material/close:", on_click=dropped, help=_DROP)
        if key in desk.agreed:
            st.caption(":material/done_all: 规则与语言模型读法一致")
        present = desk.facts.get(key)
        if present is not None and present != read.value:
            st.caption(plain(f"现在填的是“{told(FACTS[key], present)}”，采用后改为自述的说法。"))


def _correct(key: str, value: object) -> None:
    save_desk(load_desk().with_proposal(key, value))


def _confirm() -> None:
    save_desk(load_desk().confirmed())


def _highlighted(desk: Desk) -> str:
    """The text with every span a waiting or adopted fact was read from marked."""
    text = desk.narrative
    spans = {(read.start, read.end) for read in desk.proposed.values()}
    for quote in (*desk.sources.values(), *(one.quote for one in desk.asked)):
        start = text.find(quote)
        spans |= {(start, start + len(quote))} if quote and start >= 0 else set()
    inner, at = [], 0
    for start, end in sorted(spans):
        start = max(start, at)
        if end > start:
            inner += [html.escape(text[at:start]), f"<mark>{html.escape(text[start:end])}</mark>"]
            at = end
    return f"<div class='said narrative'>{''.join(inner)}{html.escape(text[at:])}</div>"

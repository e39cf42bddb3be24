"""The honours the material tells of: listed, doubtful and left out, each with its reason and movable by hand."""

import html

import streamlit as st

from assistant.drafting.honours import window_start
from assistant.drafting.material.model import Honour, Material
from assistant.ui.components.citations import plain
from assistant.ui.components.drafting_correction import UNREAD, honour_key, others_honour
from assistant.ui.components.drafting_state import Work, save_work

# Of each group: its title, and what can be done with an honour in it.
_GROUPS = {
    "listed": ("列入“近五年国家级或省部级质量荣誉”", {"移出": "excluded"}),
    "borderline": ("存疑：没有列入，请核实后决定", {"列入": "listed", "核实过，不列入": "excluded"}),
    "excluded": ("不列入", {"仍要列入": "listed"}),
}
_CERTIFICATE = "CERT_NOT_HONOUR"


def honours_panel(work: Work, material: Material) -> None:
    """The three groups in turn; an empty column is said to be 无, or open where something is in doubt."""
    st.caption(
        f"窗口：{window_start(material.as_of):%Y-%m-%d} 至 {material.as_of:%Y-%m-%d}（含）。"
        "只列国家级或省部级、与质量有关、本主体、已正式获得的。"
    )
    for standing, (title, actions) in _GROUPS.items():
        found = [one for one in material.honours if one.standing == standing and one.reason_code != _CERTIFICATE]
        if found or standing == "listed":
            st.markdown(f"**{plain(title)}（{len(found)}）**")
        if standing == "listed" and not found:
            st.markdown(_none(material))
        for honour in found:
            _row(work, honour, actions, material.honours.index(honour))
            _warned(work, honour, str(material.value("name") or ""))
    _unread(work, material)
    _certificates(material)


def _none(material: Material) -> str:
    """What the column says where nothing is listed."""
    doubtful = material.open_honours or material.unread_honours
    return "没有可以直接列入的荣誉，该栏先写“【待核实】”。" if doubtful else "没有可列的荣誉，该栏填“无”。"


def _unread(work: Work, material: Material) -> None:
    """Rows of tables of honours nothing could be read from, until a person has settled them."""
    if UNREAD in work.edits.honours:
        if st.button("恢复没有读出的荣誉行", key="honours-unread-back", type="tertiary", icon=":material/undo:"):
            save_work(work.with_honour(UNREAD, None))
            st.rerun()
    elif material.unread_honours:
        rows = "".join(f"<li>“{html.escape(' '.join(span.quote.split()))}”</li>" for span in material.unread_honours)
        st.markdown(f"**没有读出或因保密没有写入的荣誉（{len(material.unread_honours)}）**")
        st.html(f"<div class='notice'>请对照原文核实；要列入的写进材料再读一次。</div><ul class='evidence'>{rows}</ul>")
        if st.button("核对过，没有要列入的", key="honours-unread", type="tertiary", icon=":material/check:"):
            save_work(work.with_honour(UNREAD, "excluded"))
            st.rerun()


def _certificates(material: Material) -> None:
    """Certificates in one line: they are no honours, and nobody has to decide on each."""
    names = [one.name for one in material.honours if one.reason_code == _CERTIFICATE]
    if names:
        st.caption(plain(f"认证、资质不是荣誉，不在此列：{'、'.join(names)}。"))


def _row(work: Work, honour: Honour, actions: dict[str, str], number: int) -> None:
    key = honour_key(honour)
    with st.container(border=True, gap="xxsmall", key=f"honour-{number}"):
        st.html(_told(honour))
        if key in work.edits.honours:
            if st.button("恢复程序的判断", key=f"honour-reset-{number}", type="tertiary", icon=":material/undo:"):
                save_work(work.with_honour(key, None))
                st.rerun()
            return
        row = st.container(horizontal=True, gap="small")
        for action, moved in actions.items():
            widget = f"honour-move-{number}" if moved == "listed" or len(actions) == 1 else f"honour-out-{number}"
            if row.button(action, key=widget, type="tertiary", icon=":material/swap_vert:"):
                save_work(work.with_honour(key, moved))
                st.rerun()


def _warned(work: Work, honour: Honour, applicant: str) -> None:
    """What to check of an honour a person has listed: whose it is, and when it was given."""
    if honour.standing != "listed" or work.edits.honours.get(honour_key(honour)) != "listed":
        return
    who = others_honour(honour, applicant)
    told = [f"按材料，这项荣誉是{who}的，不是申报主体的，请核实后再列。"] if who else []
    told += [] if honour.date else ["没有写哪一年，表中时间写“【待核实】”，请补上。"]
    if told:
        st.warning(plain(f"{honour.name}：{''.join(told)}"), icon=":material/warning:")


def _told(honour: Honour) -> str:
    told = "　".join(part for part in (honour.date or "时间不明", honour.level, honour.issuer) if part)
    reason = f"<div class='notice'>{html.escape(honour.reason)}</div>" if honour.reason else ""
    quote = html.escape(" ".join(honour.span.quote.split()))
    return (
        f"<strong>{html.escape(honour.name)}</strong><div class='facts'>{html.escape(told)}</div>{reason}"
        f"<div class='facts'>原文：“{quote}”</div>"
    )

"""Consent in place: before an applicant's material first leaves this machine, where it goes and what is withheld."""

import streamlit as st

from assistant.models.client import LanguageModel
from assistant.ui import session
from assistant.ui.components.citations import plain

WITHHELD = "标为商业秘密、国家秘密或个人隐私的文字，以及证件号、电话、邮箱和密钥永远不会发送。"


def agreed(model: LanguageModel, key: str) -> bool:
    """Whether material may be sent; where it may not yet, says where it would go and asks for consent here."""
    if session.consents().allows(model.host):
        return True
    with st.container(border=True, key=f"consent-{key}"):
        st.markdown(plain(f"使用语言模型要把文字发送到 {model.host}（模型 {model.name}），会离开这台机器。"))
        st.caption(f"{WITHHELD}可随时在“设置”页收回同意。不同意也可以照常使用，只由程序按规则处理。")
        st.button("同意发送", key=f"agree-{key}", icon=":material/check:", on_click=_agree, args=(model.host,))
    return False


def _agree(host: str) -> None:
    session.consents().give(host)

"""The language model on the settings page: its state, consent to sending, what it used, and the form that sets it."""

from urllib.parse import urlsplit

import streamlit as st

from assistant.errors import ModelError
from assistant.models.client import LanguageModel
from assistant.models.consent import stays_here
from assistant.settings import settings
from assistant.ui import session
from assistant.ui.components.citations import plain
from assistant.ui.components.model_consent import WITHHELD
from assistant.ui.components.model_told import in_words, used
from assistant.ui.components.settings_endpoint import endpoint_form


def model_panel() -> None:
    """Draw the panel. The key itself is never shown, only whether there is one."""
    st.subheader("语言模型", anchor=False)
    try:
        model = session.model()
    except ModelError as error:
        st.error(in_words(error), icon=":material/error:")
        endpoint_form(open_by_default=True)
        return
    if model is None:
        st.write("没有配置语言模型。回答逐条引用原文，功能一样不少，只是措辞更朴素。")
    else:
        _state(model)
        _consent(model)
        _spent(model)
    endpoint_form(open_by_default=False)


def _state(model: LanguageModel) -> None:
    chosen = settings()
    key = "已设置" if chosen.llm_api_key.get_secret_value() else "未设置"
    secure = urlsplit(chosen.llm_base_url.strip()).scheme == "https" or stays_here(model.host)
    st.write(plain(f"模型 {model.name}，服务 {model.host}，密钥{key}，一次最多等 {chosen.llm_timeout_seconds:g} 秒。"))
    if not secure:
        st.warning("这个地址没有加密（http）。内容和密钥会以明文传送，请改用 https 地址。")


def _consent(model: LanguageModel) -> None:
    """Whether an applicant's material may be sent to the model; what a service on this machine does is not known."""
    if stays_here(model.host):
        st.caption(
            plain(
                f"接口地址 {model.host} 在本机：本程序只把材料交给这个端口，不再逐次征求同意。接在这个端口后面的服务"
                "会不会把材料转到别处（例如转给云端模型），本程序无法得知，请先弄清楚再用。"
            )
        )
        return
    consents = session.consents()
    given = consents.find(model.host) is not None
    label = plain(f"同意把申报材料发送到 {model.host}")
    agreed = st.toggle(label, value=given, help=f"{WITHHELD}不同意时，材料只在本机处理。")
    if agreed and not given:
        consents.give(model.host)
    elif given and not agreed:
        consents.withdraw(model.host)


def _spent(model: LanguageModel) -> None:
    told = used(model.spent)
    if told:
        st.caption(plain(f"这个模型启用以来（到关闭程序为止），所有页面合计：{told}。"))

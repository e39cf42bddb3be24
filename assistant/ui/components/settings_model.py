"""The language model on the settings page: what is configured, consent to sending, and a connection test."""

from urllib.parse import urlsplit

import streamlit as st

from assistant.errors import ModelError
from assistant.models.client import LanguageModel, open_model
from assistant.models.consent import ConsentStore, stays_here
from assistant.models.prompts import load_prompt
from assistant.settings import settings
from assistant.ui.components.citations import plain

_WORD = "质量"
_HOW = """LLM_BASE_URL=https://模型服务的地址/v1
LLM_MODEL=模型名称
LLM_API_KEY=您的密钥"""


def model_panel() -> None:
    """Draw the panel. The key itself is never shown, only whether there is one."""
    st.subheader("语言模型", anchor=False)
    try:
        model = open_model(settings())
    except ModelError as error:
        st.error(str(error), icon=":material/error:")
        return
    if model is None:
        st.write("没有配置语言模型。回答逐条引用原文，功能一样不少，只是措辞更朴素。")
        with st.expander("怎样配置"):
            st.write("在程序目录的 .env 文件里写入三行后重新启动。密钥只存在这台机器上，页面和日志都不显示。")
            st.code(_HOW, language=None)
        return
    _state(model)
    _consent(model)
    if st.button("测试连接", icon=":material/network_check:"):
        _probe(model)


def _state(model: LanguageModel) -> None:
    chosen = settings()
    key = "已设置" if chosen.llm_api_key.get_secret_value() else "未设置"
    secure = urlsplit(chosen.llm_base_url.strip()).scheme == "https" or stays_here(model.host)
    st.write(plain(f"模型 {model.name}，服务 {model.host}，密钥{key}，一次最多等 {chosen.llm_timeout_seconds:g} 秒。"))
    if not secure:
        st.warning("这个地址没有加密（http）。内容和密钥会以明文传送，请改用 https 地址。")


def _consent(model: LanguageModel) -> None:
    """Whether an applicant's material may leave this machine for the model."""
    if stays_here(model.host):
        st.caption("模型在本机运行，材料不会离开这台机器。")
        return
    consents = ConsentStore(settings().assistant_home)
    given = consents.find(model.host) is not None
    agreed = st.toggle(
        plain(f"同意把申报材料发送到 {model.host}"),
        value=given,
        help="标为商业秘密、国家秘密或个人隐私的文字永远不会发送。不同意时，材料只在本机处理。",
    )
    if agreed and not given:
        consents.give(model.host)
    elif given and not agreed:
        consents.withdraw(model.host)


def _probe(model: LanguageModel) -> None:
    try:
        with st.spinner("正在连接……"):
            reply = model.complete(load_prompt("probe"), {"word": _WORD})
    except ModelError as error:
        st.error(str(error), icon=":material/error:")
        return
    tokens = reply.usage.prompt_tokens + reply.usage.completion_tokens
    st.success(f"连接正常：{reply.seconds:.1f} 秒，{tokens} 个词元。", icon=":material/check_circle:")

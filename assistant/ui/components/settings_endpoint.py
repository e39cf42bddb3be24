"""The form that sets the endpoint: service, address, model, key, bounds and prices; tested before it is saved.

What the environment or `.env` sets is shown as such and cannot be changed here.
"""

import hashlib
from dataclasses import replace
from typing import Any

import streamlit as st
from pydantic import SecretStr

from assistant.errors import ModelError
from assistant.models.client import LanguageModel
from assistant.models.completion import Completion
from assistant.models.endpoint import Endpoint, EndpointStore, same_service
from assistant.models.presets import PRESETS, preset_of
from assistant.models.prompts import load_prompt
from assistant.settings import Settings, settings, told_by_environment, with_saved
from assistant.ui.components.citations import plain
from assistant.ui.components.model_told import in_words, used
from assistant.ui.components.watched import watched

_WORD = "质量"
_OWN = "其他（自己填写地址）"
_URL, _MODEL, _SERVICE, _MEMORY = "endpoint-url", "endpoint-model", "endpoint-service", "endpoint-memory"
# A new round empties the field a key was typed into; the notice of the last step.
_ROUND, _SAID, _REPLACING = "endpoint-round", "endpoint-said", "endpoint-replacing"
# By what a test was about: what was wrong in the last one ("" where it answered).
_TESTED = "endpoint-tested"
_Place = tuple[str, str, float, str]
_FIXED = "由环境变量或 .env 设置，页面不能改。"
_NUMBERS = {
    "timeout_seconds": ("一次回答最多等（秒）", "llm_timeout_seconds", 1.0, 600.0, 5.0),
    "price_input": ("输入价格（元/百万计费单位）", "llm_price_input", 0.0, 10_000.0, 0.5),
    "price_output": ("输出价格（元/百万计费单位）", "llm_price_output", 0.0, 10_000.0, 0.5),
}


def endpoint_form(*, open_by_default: bool) -> None:
    """Draw the form. Saving holds from the next answer on, without a restart."""
    fixed, saved = told_by_environment(), _store().read()
    _notices()
    if saved.notice:
        st.warning(plain(saved.notice), icon=":material/warning:")
    with st.expander(
        "配置语言模型", icon=":material/tune:", expanded=open_by_default or not saved.base_url or bool(_trouble())
    ):
        if fixed & {"llm_base_url"}:
            st.info(f"地址和密钥{_FIXED}", icon=":material/lock:")
        typed = _typed(saved, fixed)
        row = st.container(horizontal=True, gap="small")
        if row.button("测试连接", key="endpoint-test", icon=":material/network_check:"):
            _test(typed)
        if row.button("保存", key="endpoint-save", type="primary", icon=":material/save:"):
            _save(typed)
        if saved.base_url and row.button("清除配置", key="endpoint-clear", type="tertiary", icon=":material/delete:"):
            _store().remove()
            _taken("已清除，密钥也已删除。现在按原文摘录回答。")


def _typed(saved: Endpoint, fixed: frozenset[str]) -> Endpoint:
    """The endpoint as it stands in the fields."""
    chosen = settings()
    locked = "llm_base_url" in fixed
    st.session_state.setdefault(_URL, chosen.llm_base_url)
    st.session_state.setdefault(_MODEL, chosen.llm_model)
    if not locked:
        names = [one.name for one in PRESETS]
        found = preset_of(st.session_state[_URL])
        st.session_state[_SERVICE] = found.name if found else _OWN
        st.selectbox("服务", [*names, _OWN], key=_SERVICE, on_change=_fill)
    url = st.text_input("接口地址", key=_URL, disabled=locked, placeholder="https://模型服务的地址/v1")
    known = preset_of(url)
    hint = known.model_hint if known else "服务方提供的模型名"
    by_env = "llm_model" in fixed
    model = st.text_input("模型名称", key=_MODEL, disabled=by_env, placeholder=hint, help=_FIXED if by_env else None)
    # What the environment fixes is shown, never saved: a saved key must stay with the address it was saved for.
    base = saved if locked else replace(saved, base_url=url.strip())
    base = base if by_env else replace(base, model=model.strip())
    return replace(_keyed(base, saved, locked), **_numbers(fixed))


def _fill() -> None:
    """The address of the chosen service; one's own address is left to be typed."""
    chosen = st.session_state[_SERVICE]
    st.session_state[_URL] = next((one.base_url for one in PRESETS if one.name == chosen), "")


def _keyed(typed: Endpoint, saved: Endpoint, locked: bool) -> Endpoint:
    """With the key just typed, else the saved one where the address is still of the same service."""
    if locked:
        return typed
    kept = saved.has_key and same_service(saved.base_url, typed.base_url)
    if kept and not st.session_state.get(_REPLACING):
        row = st.container(horizontal=True, vertical_alignment="center", gap="small", key="endpoint-key")
        row.markdown("密钥：已设置" + ("（只在内存里）" if saved.held else ""))
        row.button("替换", key="endpoint-replace", type="tertiary", on_click=_replace)
        row.button("移除", key="endpoint-remove", type="tertiary", on_click=_remove)
        return replace(typed, key=saved.key, held=saved.held)
    if saved.has_key and not kept:
        st.warning("换了服务，原来的密钥不会发到新地址，请填写新的密钥。", icon=":material/key:")
    key = st.text_input(
        "密钥",
        type="password",
        key=f"endpoint-key-{st.session_state.get(_ROUND, 0)}",
        autocomplete="new-password",
        placeholder="自建服务没有密钥的留空",
    )
    held = st.checkbox("密钥只留在内存里，不写进磁盘（关闭程序后要重新填写）", key=_MEMORY)
    st.caption(plain(f"{_store().where()}；页面不再显示，日志、对话和导出文件里也没有。"))
    return replace(typed, key=SecretStr(key.strip()), held=held)


def _numbers(fixed: frozenset[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="endpoint-numbers"):
        for name, (label, field, least, most, step) in _NUMBERS.items():
            by_env = field in fixed
            shown = float(getattr(settings(), field))
            values[name] = st.number_input(
                label,
                least,
                most,
                shown,
                step,
                format="%g",
                key=f"endpoint-{name}",
                disabled=by_env,
                help=_FIXED if by_env else None,
            )
            if by_env:
                del values[name]
    return values


def _replace() -> None:
    st.session_state[_REPLACING] = True


def _remove() -> None:
    _store().save(replace(_store().read(), key=SecretStr(""), held=False))
    settings.cache_clear()
    st.session_state[_SAID] = "密钥已移除。"


def _save(typed: Endpoint) -> None:
    """Save, and test what was saved unless just that has answered: nobody should learn of a wrong key in the chat."""
    try:
        LanguageModel(_as_settings(typed))
    except ModelError as error:
        st.error(in_words(error), icon=":material/error:")
        return
    _store().save(typed)
    settings.cache_clear()
    if _tested().get(_place(settings())) != "":
        _probe(settings())
    _taken("已保存，连接正常，从下一次回答起生效。" if not _trouble() else "")


def _taken(said: str) -> None:
    settings.cache_clear()
    for key in (_REPLACING, _URL, _MODEL, _MEMORY):
        st.session_state.pop(key, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state[_SAID] = said
    st.rerun()


def _notices() -> None:
    """The notice of the last step; and, as long as it holds, that what is saved has not answered its last test."""
    said, trouble = st.session_state.pop(_SAID, ""), _trouble()
    if trouble:
        told = f"已保存的配置上次测试没有成功：{trouble}现在回答仍按原文摘录。"
        st.warning(f"{told}改正后点“保存”（会再测一次），或点“清除配置”不用模型。", icon=":material/warning:")
    elif said:
        st.success(said, icon=":material/check_circle:")


def _trouble() -> str:
    """What was wrong in the last test of the endpoint in use, whatever else was tested since."""
    return _tested().get(_place(settings()), "")


def _tested() -> dict[_Place, str]:
    tested: dict[_Place, str] = st.session_state.setdefault(_TESTED, {})
    return tested


def _test(typed: Endpoint) -> None:
    """Ask the endpoint in the fields, saved or not, and tell how it went."""
    reply = _probe(_as_settings(typed))
    if isinstance(reply, str):
        st.error(reply, icon=":material/error:")
        return
    told = f"，{used(reply.usage)}" if used(reply.usage) else ""
    st.success(f"连接正常：{reply.seconds:.1f} 秒{told}。", icon=":material/check_circle:")


def _probe(chosen: Settings) -> Completion | str:
    """One word asked of the endpoint: its reply, or what is wrong; remembered for each endpoint tested."""
    try:
        model = LanguageModel(chosen)
        asked = {"word": _WORD}
        with st.spinner("正在测试连接……"):
            reply = watched(lambda cancel: model.complete(load_prompt("probe"), asked, cancel=cancel), "正在测试连接，")
    except ModelError as error:
        _tested()[_place(chosen)] = in_words(error)
        return in_words(error)
    _tested()[_place(chosen)] = ""
    return reply


def _place(chosen: Settings) -> _Place:
    """What a test of the connection is about; the key only as what tells one from another.

    The time to wait is part of it: a model that answered in ten seconds does not in one.
    """
    key = hashlib.sha256(chosen.llm_api_key.get_secret_value().encode()).hexdigest()
    return chosen.llm_base_url, chosen.llm_model, chosen.llm_timeout_seconds, key


def _as_settings(typed: Endpoint) -> Settings:
    return with_saved(Settings(), typed)


def _store() -> EndpointStore:
    return EndpointStore(settings().assistant_home)

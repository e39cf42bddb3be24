"""The Chinese sentences for what can go wrong with a model endpoint. The provider's own words are never relayed."""

_MESSAGES = {
    "timeout": "语言模型没有在限定时间内答完。请稍后再试，或在设置页调大等待时间（LLM_TIMEOUT_SECONDS）。",
    "cancelled": "已停止向语言模型提问。",
    "too_large": "语言模型返回的内容过大，已停止接收。请检查接口地址（LLM_BASE_URL）指向的服务。",
    "redirect": "语言模型服务要求转到别的地址，为安全起见没有跟随。请把接口地址（LLM_BASE_URL）改成最终地址。",
    "not_a_model": "接口地址（LLM_BASE_URL）返回的不是语言模型的回复。请检查地址（通常以 /v1 结尾）。",
    "unreachable": "连不上语言模型服务。请检查接口地址（LLM_BASE_URL）和网络。",
    "broken": "与语言模型服务的连接中途断开，没有收到完整的回复。请稍后再试。",
    "key": "语言模型服务不接受这个密钥。请检查设置页的密钥（LLM_API_KEY）。",
    "not_found": "语言模型服务没有这个地址或模型。请检查接口地址（LLM_BASE_URL）和模型名称（LLM_MODEL）。",
    "busy": "语言模型服务繁忙或限流。请稍后再试。",
    "down": "语言模型服务出错。请稍后再试。",
    "refused": "语言模型服务不接受这次请求。请检查模型名称（LLM_MODEL）和服务的说明。",
    "unfinished": "语言模型没有写完回复就停了。请稍后再试，或调大 LLM_MAX_TOKENS。",
    "empty": "语言模型没有给出内容。请稍后再试，或换一个模型。",
    "unreadable": "语言模型的回复不是约定的格式。请稍后再试，或换一个模型。",
    "address": "接口地址（LLM_BASE_URL）不是可用的网址。请写成 https://主机/路径 的形式，不带密码，只用半角字符。",
    "key_form": "密钥（LLM_API_KEY）里有汉字、空格、换行等不能用的字符。请从服务方的页面重新复制。",
    "model_name": "模型名称（LLM_MODEL）过长，或含有换行等不能用的字符。请改成服务提供的模型名。",
    "model_missing": "没有写明模型名称。请在设置页（或 LLM_MODEL）写上服务提供的模型名。",
    "consent": "申报材料还没有获准发往 {host}。请先在页面上（或设置页）同意，或不使用语言模型。",
    "secret": "材料中有涉密或隐私内容无法单独剔除，没有发送给语言模型。",
}


def message(name: str, **values: str) -> str:
    """The sentence of that name, its places filled in."""
    return _MESSAGES[name].format(**values)

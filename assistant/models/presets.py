"""The addresses of known services, to fill in the settings page; what each needs stands in docs/endpoints.md."""

from typing import NamedTuple


class Preset(NamedTuple):
    """One service: its name for people, its address, what to write as the model's name, whether it needs a key."""

    name: str
    base_url: str
    model_hint: str
    needs_key: bool = True


PRESETS = (
    Preset("DeepSeek", "https://api.deepseek.com", "如 deepseek-chat"),
    Preset("通义千问（阿里云百炼）", "https://dashscope.aliyuncs.com/compatible-mode/v1", "如 qwen-plus"),
    Preset("智谱", "https://open.bigmodel.cn/api/paas/v4", "如 glm-4-plus"),
    Preset("月之暗面 Kimi", "https://api.moonshot.cn/v1", "以平台列出的模型名为准"),
    Preset("vLLM（自建）", "http://localhost:8000/v1", "启动时 --served-model-name 所给的名字", False),
    Preset("Ollama（本机）", "http://localhost:11434/v1", "ollama list 列出的名字", False),
)


def preset_of(base_url: str) -> Preset | None:
    """The preset with that address; None for an address of one's own."""
    return next((one for one in PRESETS if one.base_url == base_url.strip().rstrip("/")), None)

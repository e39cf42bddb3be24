"""What is told beside everything a model had a part in: that it is generated, by what, and what it cost."""

import html
import re

from assistant.models.completion import Usage

# The names of environment variables in a sentence that also speaks to those who configure by them.
_VARIABLE = re.compile(r"（(?:或 ?)?[A-Z]+_[A-Z_]+）")
_NAMES = {"LLM_MAX_TOKENS": "回答长度的上限"}
GENERATED = "AI生成，已逐条核验"


def told_of(origin: str, usage: Usage | None = None) -> str:
    """Prompt, version and model, with the tokens and the price where the endpoint told them; "" where no model was."""
    return " · ".join(part for part in (origin, used(usage)) if part) if origin else ""


def used(usage: Usage | None) -> str:
    """Tokens and price as one phrase, "" where nothing is known of them."""
    if usage is None or not usage.prompt_tokens + usage.completion_tokens:
        return ""
    told = f"输入 {usage.prompt_tokens}、输出 {usage.completion_tokens} 个计费单位"
    return told if usage.cost is None else f"{told}，约 {usage.cost:.4f} 元"


def generated_html(origin: str, label: str = GENERATED) -> str:
    """The label of generated text (生成式人工智能内容标识), with where it comes from."""
    return f"<span class='generated'>{html.escape(label)}</span>{technical_html(origin)}"


def technical_html(origin: str) -> str:
    """Where it comes from, folded: prompt, model and tokens are for those who look after the program."""
    if not origin:
        return ""
    return f"<details class='origin'><summary>技术信息</summary>{html.escape(origin)}</details>"


def in_words(sentence: object) -> str:
    """An error or a notice without the names of environment variables, as the pages show it."""
    told = _VARIABLE.sub("", str(sentence))
    for name, words in _NAMES.items():
        told = told.replace(f" {name}", words).replace(name, words)
    return told

"""What is told beside everything a model had a part in: that it is generated, by what, and what it cost."""

import html

from assistant.models.completion import Usage

GENERATED = "AI生成，已逐条核验"


def told_of(origin: str, usage: Usage | None = None) -> str:
    """Prompt, version and model, with the tokens and the price where the endpoint told them; "" where no model was."""
    return " · ".join(part for part in (origin, used(usage)) if part) if origin else ""


def used(usage: Usage | None) -> str:
    """Tokens and price as one phrase, "" where nothing is known of them."""
    if usage is None or not usage.prompt_tokens + usage.completion_tokens:
        return ""
    told = f"输入 {usage.prompt_tokens}、输出 {usage.completion_tokens} 词元"
    return told if usage.cost is None else f"{told}，约 {usage.cost:.4f} 元"


def generated_html(origin: str, label: str = GENERATED) -> str:
    """The label of generated text (生成式人工智能内容标识), with where it comes from."""
    told = f"<span class='origin'>{html.escape(origin)}</span>" if origin else ""
    return f"<span class='generated'>{html.escape(label)}</span>{told}"

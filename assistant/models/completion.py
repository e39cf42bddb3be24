"""What a model call gives: its text or data, what it was asked with, and what it cost."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the endpoint counts them (0 where it does not tell) and their price; `cost` None = prices not set."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None

    def plus(self, other: "Usage") -> "Usage":
        """Both together."""
        costs = [cost for cost in (self.cost, other.cost) if cost is not None]
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            sum(costs) if costs else None,
        )


@dataclass(frozen=True, slots=True)
class Completion:
    """One finished reply, thoughts removed. `data` is the parsed JSON of a prompt that has an output schema."""

    text: str
    prompt: str
    version: int
    model: str
    usage: Usage = field(default_factory=Usage)
    seconds: float = 0.0
    data: Any = None

    @property
    def origin(self) -> str:
        """Prompt id, version and model, as recorded beside every result: `compose@1 · deepseek-chat`."""
        return f"{self.prompt}@{self.version} · {self.model}"

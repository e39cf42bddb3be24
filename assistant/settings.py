"""Settings, and the only reader of the environment (variables or a `.env` file beside the checkout)."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.models.endpoint import Endpoint, EndpointStore

CHECKOUT = Path(__file__).resolve().parent.parent
_TOGETHER = frozenset({"llm_base_url", "llm_api_key"})


class Settings(BaseSettings):
    """Everything that can be configured. Field names are the environment variables in lower case."""

    model_config = SettingsConfigDict(env_file=CHECKOUT / ".env", env_file_encoding="utf-8", extra="ignore")

    assistant_home: Path = Field(default=CHECKOUT / ".assistant", description="Where all state lives.")
    assistant_prompts: Path = Field(default=CHECKOUT / "prompts", description="The prompts, one file per job.")
    assistant_corpus: Path = Field(default=CHECKOUT / "corpus", description="Domain knowledge and policy files.")
    embedding_model: str = Field(default="", description="A sentence-transformers name or path; empty = built-in.")
    chroma_url: str = Field(default="", description="URL of a Chroma server; empty = embedded under the home.")
    llm_base_url: str = Field(default="", description="OpenAI-compatible endpoint; empty = no language model.")
    llm_api_key: SecretStr = Field(default=SecretStr(""), description="Key of the endpoint; never logged or shown.")
    llm_model: str = Field(default="", description="Model name the endpoint expects.")
    llm_timeout_seconds: float = Field(default=30.0, gt=0, description="Bound of one whole model call, in seconds.")
    llm_max_tokens: int = Field(default=2000, gt=0, description="Most tokens one reply may have, thoughts included.")
    llm_attempts: int = Field(default=3, ge=1, le=10, description="Tries of one call on 429 and 5xx, within its bound.")
    llm_structured_output: Literal["json_object", "json_schema", "none"] = Field(
        default="json_object", description="The response_format asked for where a prompt wants JSON."
    )
    llm_price_input: float = Field(default=0.0, ge=0, description="Price of a million input tokens; 0 = not shown.")
    llm_price_output: float = Field(default=0.0, ge=0, description="Price of a million output tokens; 0 = not shown.")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The process-wide settings: the environment's, and what it leaves open as saved on the settings page.

    Read once; `settings.cache_clear()` after the page has saved.
    """
    told = Settings()
    return with_saved(told, EndpointStore(told.assistant_home).read())


def told_by_environment(told: Settings | None = None) -> frozenset[str]:
    """The endpoint's fields that the environment or `.env` sets; the settings page cannot change them.

    The address and the key belong together: where one is set, the page sets neither, so that a key is never sent to
    an address of another origin. A field that is set but empty counts as not set.
    """
    told = told or Settings()
    names = {name for name in told.model_fields_set if name.startswith("llm_") and _said(getattr(told, name))}
    if names & _TOGETHER:
        names |= _TOGETHER
    return frozenset(names)


def with_saved(told: Settings, saved: Endpoint) -> Settings:
    """The settings with what the page saved, except for what the environment sets."""
    fixed = told_by_environment(told)
    values = {name: value for name, value in saved.as_settings().items() if name not in fixed}
    return told.model_copy(update=values)


def _said(value: object) -> bool:
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    return bool(text.strip()) if isinstance(text, str) else True

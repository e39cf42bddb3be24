"""Settings, and the only reader of the environment (variables or a `.env` file beside the checkout)."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Everything that can be configured. Field names are the environment variables in lower case."""

    model_config = SettingsConfigDict(env_file=CHECKOUT / ".env", env_file_encoding="utf-8", extra="ignore")

    assistant_home: Path = Field(default=CHECKOUT / ".assistant", description="Where all state lives.")
    assistant_corpus: Path = Field(default=CHECKOUT / "corpus", description="Domain knowledge and policy files.")
    embedding_model: str = Field(default="", description="A sentence-transformers name or path; empty = built-in.")
    chroma_url: str = Field(default="", description="URL of a Chroma server; empty = embedded under the home.")
    llm_base_url: str = Field(default="", description="OpenAI-compatible endpoint; empty = no language model.")
    llm_api_key: SecretStr = Field(default=SecretStr(""), description="Key of the endpoint; never logged or shown.")
    llm_model: str = Field(default="", description="Model name the endpoint expects.")
    llm_timeout_seconds: float = Field(default=30.0, gt=0, description="Bound of one whole model call, in seconds.")


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The process-wide settings, read once."""
    return Settings()

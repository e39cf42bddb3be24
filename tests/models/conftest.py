"""A model on a loopback server, and what must not be left behind by a call."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import langchain_openai  # noqa: F401  its first import would take the time of a bounded call
import pytest
from pydantic import SecretStr

from assistant.models.client import LanguageModel
from assistant.settings import Settings
from evaluations.lies.server import LoopbackServer

KEY = "sk-test-0123456789abcdef"


def settings_for(url: str, home: Path, **changes: Any) -> Settings:
    """Settings that name this endpoint and nothing of the developer's own."""
    values: dict[str, Any] = {
        "assistant_home": home,
        "llm_base_url": url,
        "llm_api_key": SecretStr(KEY),
        "llm_model": "loopback",
        "llm_timeout_seconds": 3.0,
    }
    return Settings(_env_file=None, **(values | changes))


@pytest.fixture
def serve(tmp_path: Path) -> Callable[..., Any]:
    """`with serve("faithful") as (server, model)`: a server in a mode and a model that talks to it."""

    @contextmanager
    def started(mode: str = "faithful", reply: Any = None, pause: float = 0.0, **changes: Any) -> Iterator[Any]:
        with LoopbackServer(mode, reply, pause=pause) as server:
            yield server, LanguageModel(settings_for(server.url, tmp_path, **changes))

    return started

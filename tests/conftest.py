"""Fixtures every room may use: one home, indexed once per session, over the real corpus."""

from pathlib import Path

import pytest

from assistant.retrieval.index import build
from assistant.settings import CHECKOUT, Settings


@pytest.fixture(scope="session")
def real_settings(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Settings:
    """Settings of a home indexed over the corpus of the checkout, shared by the workers of a run; never change it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    settings = Settings(
        assistant_home=Path(shared) / "real-home",
        assistant_corpus=CHECKOUT / "corpus",
        embedding_model="",
        chroma_url="",
        llm_base_url="",
    )
    # The build holds a lock of its own: a second worker waits for it and then finds nothing to do.
    build(settings)
    return settings

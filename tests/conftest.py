"""Fixtures every room may use: one home, indexed once per run, over the real corpus."""

import shutil
from pathlib import Path

import pytest

from assistant.retrieval.index import build
from assistant.settings import CHECKOUT, Settings


@pytest.fixture(scope="session")
def indexed_home(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A home indexed over the corpus of the checkout, made once for all workers: to be copied, never opened."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else base
    # The build holds a lock of its own: a second worker waits for it and then finds nothing to do.
    build(_settings(Path(shared) / "indexed-home"))
    return Path(shared) / "indexed-home"


@pytest.fixture(scope="session")
def real_settings(indexed_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of this worker's copy of the indexed home; never change it. A vector store has one user at a time."""
    home = tmp_path_factory.mktemp("real-home")
    shutil.copytree(indexed_home, home, dirs_exist_ok=True)
    return _settings(home)


def _settings(home: Path) -> Settings:
    return Settings(
        assistant_home=home,
        assistant_corpus=CHECKOUT / "corpus",
        embedding_model="",
        chroma_url="",
        llm_base_url="",
    )

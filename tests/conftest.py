"""Fixtures every room may use: one home over the real corpus, indexed once and kept until its sources change."""

import hashlib
import shutil
from pathlib import Path

import pytest

from assistant.retrieval.index import build
from assistant.settings import CHECKOUT, Settings

# What an index is made of: where any of it changes, the kept one is not used.
_MADE_OF = ("corpus", "assistant/documents", "assistant/knowledge", "assistant/language", "assistant/library")
_MADE_OF += ("assistant/retrieval",)


@pytest.fixture(scope="session")
def indexed_home() -> Path:
    """A home indexed over the corpus of the checkout, made once for all workers: to be copied, never opened."""
    kept = CHECKOUT / ".pytest_cache" / "indexed-home"
    home = kept / _stamp()
    # The build holds a lock of its own: a second worker waits for it and then finds nothing to do.
    build(_settings(home))
    for other in kept.iterdir():
        if other != home:
            shutil.rmtree(other, ignore_errors=True)
    return home


def _stamp() -> str:
    """A digest of the files an index is made of."""
    digest = hashlib.sha256()
    for path in sorted(path for place in _MADE_OF for path in (CHECKOUT / place).rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(CHECKOUT)} ".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


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

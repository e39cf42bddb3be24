"""A home for the page tests, copied with its index from the shared one, and the pages run by Streamlit's AppTest."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.settings import settings
from assistant.ui import session

_APP = Path(__file__).resolve().parents[2] / "app.py"
_SECONDS = 90


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, indexed_home: Path) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(indexed_home, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSISTANT_HOME", str(folder))
        for name in ("LLM_BASE_URL", "LLM_MODEL", "LLM_API_KEY", "EMBEDDING_MODEL", "CHROMA_URL"):
            patch.setenv(name, "")
        _forget()
        yield folder
    _forget()


def _forget() -> None:
    settings.cache_clear()
    for cached in (session.library, session.store, session._assistant_over):
        cached.clear()


@pytest.fixture
def chat(home: Path) -> AppTest:
    """The application at its first page."""
    return AppTest.from_file(str(_APP), default_timeout=_SECONDS).run()


@pytest.fixture
def page(home: Path) -> Callable[[str], AppTest]:
    """Opens a page by its module's name, behind its guard."""

    def show(name: str) -> AppTest:
        app = AppTest.from_function(_page, args=(name,), default_timeout=_SECONDS)
        return app.run()

    return show


def _page(name: str) -> None:
    import importlib

    from assistant.ui.components.guard import guarded

    guarded(importlib.import_module(f"assistant.ui.pages.{name}").show)()


def html_of(app: AppTest) -> str:
    """All HTML on the page."""
    return "\n".join(element.proto.body for element in app.get("html"))

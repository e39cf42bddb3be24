"""One assistant over the real corpus, with a fixed day."""

from datetime import date

import pytest

from assistant.answering.opening import open_assistant
from assistant.answering.pipeline import Assistant
from assistant.settings import Settings


@pytest.fixture(scope="session")
def assistant(real_settings: Settings) -> Assistant:
    """Answers as of 2026-11-20, when every dated notice has run out."""
    return open_assistant(real_settings, today=lambda: date(2026, 11, 20))

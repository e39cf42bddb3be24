"""The shipped tracks, opened once."""

import pytest

from assistant.eligibility.opening import open_tracks
from assistant.knowledge.rules import Track
from assistant.settings import settings


@pytest.fixture(scope="session")
def tracks() -> dict[str, Track]:
    return open_tracks(settings().assistant_corpus)

"""Opening the assistant: library, indexes and knowledge, once per process."""

from collections.abc import Callable
from datetime import date

from assistant.answering.pipeline import Assistant
from assistant.answering.wording import Composer
from assistant.library.seed import open_library
from assistant.retrieval.retriever import open_retriever
from assistant.settings import Settings


def open_assistant(
    settings: Settings, progress: Callable[[str], None] | None = None, today: Callable[[], date] = date.today
) -> Assistant:
    """Open all an answer needs. `progress` hears of long work (a first index); `today` can be set by tests."""
    library = open_library(settings)
    retriever = open_retriever(settings, library, progress)
    return Assistant(settings, library, retriever, retriever.questions, today, _composer(settings))


def _composer(settings: Settings) -> Composer | None:
    """The model composer, imported only where an endpoint is configured."""
    if not settings.llm_base_url.strip():
        return None
    from assistant.answering.model_composer import open_composer

    return open_composer(settings)

"""Opening the assistant: library, indexes and knowledge, once per process."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from assistant.answering.pipeline import Assistant
from assistant.answering.wording import Helpers, UnusableModel
from assistant.errors import ModelError
from assistant.library.seed import open_library
from assistant.retrieval.retriever import open_retriever
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.models.client import LanguageModel


def open_assistant(
    settings: Settings, progress: Callable[[str], None] | None = None, today: Callable[[], date] = date.today
) -> Assistant:
    """Open all an answer needs. `progress` hears of long work (a first index); `today` can be set by tests."""
    library = open_library(settings)
    retriever = open_retriever(settings, library, progress)
    return Assistant(settings, library, retriever, retriever.questions, today, open_helpers(settings))


def open_helpers(settings: Settings, opened: "Callable[[], LanguageModel | None] | None" = None) -> Helpers:
    """What the configured endpoint does for an answer, nothing where there is none; imported only where it is.

    `opened` gives a model that is shared with others; a wrong setting is told with every answer.
    """
    if not settings.llm_base_url.strip():
        return Helpers()
    from assistant.answering.model_composer import ModelComposer
    from assistant.answering.model_reader import ModelReader
    from assistant.models.client import open_model
    from assistant.models.consent import ConsentStore

    try:
        model = opened() if opened is not None else open_model(settings)
    except ModelError as error:
        return Helpers(UnusableModel(str(error)))
    if model is None:
        return Helpers()
    consents = ConsentStore(settings.assistant_home)
    seconds = settings.llm_timeout_seconds
    return Helpers(ModelComposer(model, consents, seconds), ModelReader(model, consents, seconds))

"""The model as a reader of questions: rewrites a follow-up, and guesses what a question we found nothing for may mean.

What it says is only looked up with, never shown, and a failing model changes nothing.
"""

import threading
from collections.abc import Mapping, Sequence
from datetime import date

from assistant.answering.wording import Route
from assistant.errors import ModelError
from assistant.models.client import LanguageModel
from assistant.models.consent import ConsentStore
from assistant.models.privacy import sendable_text, tells_of_applicant
from assistant.models.prompts import load_prompt

# Of an answer's time the understanding may use this share, and never more than so many seconds.
_SHARE, _MOST_SECONDS = 0.3, 6.0
_TURNS, _TURN_LENGTH = 3, 400


class ModelReader:
    """Reads questions with one model. `today` dates relative words when secrets are looked for."""

    def __init__(self, model: LanguageModel, consents: ConsentStore, seconds: float, today: date | None = None) -> None:
        self._model = model
        self._consents = consents
        self._seconds = min(_MOST_SECONDS, seconds * _SHARE)
        self._today = today or date.today()

    def standalone(self, question: str, earlier: Sequence[str], cancel: threading.Event | None = None) -> str:
        """The follow-up as a question of its own; "" where the model fails or what it needs may not be sent."""
        history = "\n".join(f"用户：{said}" for turn in earlier[-_TURNS:] if (said := self._sent(turn)))
        if not history:
            return ""
        data = self._asked("rephrase", {"question": self._sent(question), "history": history}, cancel)
        return " ".join(str(data.get("question", "")).split())

    def route(self, question: str, awards: Mapping[str, str], cancel: threading.Event | None = None) -> Route:
        """What the model takes the question for; `other` where it fails."""
        held = "、".join(awards.values())
        data = self._asked("route", {"question": self._sent(question), "awards": held}, cancel)
        return Route(str(data.get("kind", "other")), " ".join(str(data.get("question", "")).split()))

    def _asked(self, prompt: str, variables: dict[str, str], cancel: threading.Event | None) -> dict[str, object]:
        if not variables["question"]:
            return {}
        try:
            done = self._model.complete(load_prompt(prompt), variables, cancel=cancel, seconds=self._seconds)
        except ModelError:
            return {}
        return dict(done.data)

    def _sent(self, said: str) -> str:
        """What of a turn may be sent: nothing of one that tells of the applicant, unless someone has agreed to it."""
        try:
            if tells_of_applicant(said):
                self._consents.require(self._model.host)
            return sendable_text(said, self._today).text.strip()[:_TURN_LENGTH]
        except ModelError:
            return ""

"""The language-model client: one call within its bounds, through langchain's ChatOpenAI. Raises ModelError only.

The single place that imports langchain_openai, when the first call is made.
"""

import threading
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from assistant.errors import ModelError
from assistant.models.address import checked_address, checked_key, checked_name
from assistant.models.completion import Completion, Usage
from assistant.models.prompts import Prompt
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage
    from langchain_openai import ChatOpenAI

    from assistant.models.wire import CallBounds

Stream = Generator[str, None, Completion]
# Local servers need no key, but the client library insists on one.
_NO_KEY = "none"
# A reply may not have more characters than this for each token it was allowed (endless and padded replies).
_CHARACTERS_PER_TOKEN = 8


@dataclass(frozen=True, slots=True)
class Call:
    """What one call is made with."""

    prompt: Prompt
    messages: list[tuple[str, str]]
    bounds: "CallBounds"
    plain: bool = False


def open_model(settings: Settings) -> "LanguageModel | None":
    """The configured model; None where no endpoint is. ModelError where the address or the model name is unusable."""
    if not settings.llm_base_url.strip():
        return None
    return LanguageModel(settings)


class LanguageModel:
    """One endpoint and model. Safe to share between threads; holds no connection between calls."""

    def __init__(self, settings: Settings) -> None:
        address = checked_address(settings.llm_base_url)
        self.name = checked_name(settings.llm_model)
        self.key = SecretStr(checked_key(settings.llm_api_key.get_secret_value()) or _NO_KEY)
        self._settings = settings
        self._lock = threading.Lock()
        self._plain = False
        self.host = address.netloc.lower()
        self.spent = Usage()

    def complete(
        self,
        prompt: Prompt,
        variables: Mapping[str, object],
        *,
        cancel: threading.Event | None = None,
        seconds: float | None = None,
    ) -> Completion:
        """One whole reply; for a prompt with an output schema `data` holds the reply's JSON, which fits it.

        `seconds` bounds the whole call with its retries (default LLM_TIMEOUT_SECONDS); `cancel` ends it at once.
        """
        started = time.monotonic()
        call = self._call(prompt, variables, cancel, seconds)
        from assistant.models.exchange import whole_reply
        from assistant.models.lenient_json import read_json

        reply, usage = self._retried(call, whole_reply)
        data = None
        if prompt.schema is not None:
            data = read_json(reply)
            prompt.check(data)
        return self._completion(prompt, reply, usage, started, data)

    def stream(
        self,
        prompt: Prompt,
        variables: Mapping[str, object],
        *,
        cancel: threading.Event | None = None,
        seconds: float | None = None,
    ) -> Stream:
        """Pieces of the reply as they come, thoughts left out; returns the Completion when the reply is whole.

        Closing the generator closes the connection. Retries only happen before the first piece.
        """
        started = time.monotonic()
        call = self._call(prompt, variables, cancel, seconds)
        from assistant.models.exchange import first_of, rest_of

        opened = self._retried(call, first_of)
        text = ""
        try:
            for piece in rest_of(opened, self._settings.llm_max_tokens * _CHARACTERS_PER_TOKEN):
                text += piece
                yield piece
        finally:
            opened.close()
        return self._completion(prompt, text, opened.usage, started, None)

    def _call(
        self, prompt: Prompt, variables: Mapping[str, object], cancel: threading.Event | None, seconds: float | None
    ) -> Call:
        from assistant.models.wire import CallBounds

        bounds = CallBounds(seconds or self._settings.llm_timeout_seconds, cancel)
        return Call(prompt, prompt.render(variables), bounds)

    def _retried(self, call: Call, attempt: Any) -> Any:
        from assistant.models.exchange import RejectedError, RetryError

        number = 0
        while True:
            number += 1
            try:
                return attempt(self, Call(call.prompt, call.messages, call.bounds, self._plain))
            except RetryError as retry:
                if number >= self._settings.llm_attempts:
                    raise ModelError(str(retry)) from None
                call.bounds.wait(max(retry.after, 0.4 * 2 ** (number - 1)))
            except RejectedError as rejected:
                # An endpoint without structured output or usage counts is asked once more without them.
                if self._plain:
                    raise ModelError(str(rejected)) from None
                self._plain = True

    def chat(self, call: Call, http_client: Any) -> "ChatOpenAI":
        """The langchain model of one call on its own HTTP client."""
        from langchain_openai import ChatOpenAI

        settings = self._settings
        body: dict[str, Any] = {"max_tokens": settings.llm_max_tokens}
        if call.prompt.schema is not None and not call.plain and settings.llm_structured_output != "none":
            body["response_format"] = _response_format(call.prompt, settings.llm_structured_output)
        return ChatOpenAI(
            base_url=settings.llm_base_url.strip(),
            api_key=self.key,
            model=self.name,
            temperature=0.2,
            max_retries=0,
            http_client=http_client,
            stream_usage=not call.plain,
            use_responses_api=False,
            extra_body=body,
            cache=False,
            # Empty, so that no proxy is taken from the environment; its headers are left out where bytes go out.
            openai_proxy="",
            http_socket_options=(),
        )

    def _completion(self, prompt: Prompt, text: str, usage: Usage, started: float, data: Any) -> Completion:
        settings = self._settings
        if settings.llm_price_input or settings.llm_price_output:
            cost = usage.prompt_tokens * settings.llm_price_input + usage.completion_tokens * settings.llm_price_output
            usage = Usage(usage.prompt_tokens, usage.completion_tokens, cost / 1_000_000)
        with self._lock:
            self.spent = self.spent.plus(usage)
        return Completion(text, prompt.id, prompt.version, self.name, usage, time.monotonic() - started, data)


def _response_format(prompt: Prompt, way: str) -> dict[str, Any]:
    if way == "json_schema":
        return {"type": way, "json_schema": {"name": prompt.id, "schema": dict(prompt.schema or {})}}
    return {"type": way}


def usage_of(reply: "BaseMessage") -> Usage:
    """The token counts a reply or a piece of one carries."""
    counts = getattr(reply, "usage_metadata", None) or {}
    return Usage(int(counts.get("input_tokens") or 0), int(counts.get("output_tokens") or 0))

"""One exchange with the endpoint: sends, receives, and turns every way it can fail into a ModelError."""

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpcore2

# Not used here. The client library looks into `httpx` where it is in sys.modules, and finds half of it while another
# thread (the vector store's) is importing it; importing it first waits for that.
import httpx  # noqa: F401
import httpx2
import openai
from langsmith.run_helpers import tracing_context

from assistant.errors import ModelError
from assistant.models.client import Call, LanguageModel, usage_of
from assistant.models.completion import Usage
from assistant.models.messages import message
from assistant.models.thoughts import ThoughtFilter, without_thoughts
from assistant.models.wire import bounded_client

if TYPE_CHECKING:
    from langchain_core.messages import AIMessageChunk

# Everything the client libraries are known to raise on broken replies: bad JSON (ValueError), empty choices
# (IndexError), null where an object should be (TypeError, AttributeError), missing keys (KeyError).
_FOREIGN = (
    openai.OpenAIError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.TimeoutException,
    httpcore2.ConnectionNotAvailable,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RuntimeError,
    OSError,
)
_LONGEST_WAIT = 20.0
# This warning would print pieces of a broken reply to the log.
warnings.filterwarnings("ignore", message="Pydantic serializer warnings")


class RetryError(ModelError):
    """The endpoint may answer when asked again, after at least `after` seconds."""

    def __init__(self, text: str, after: float = 0.0) -> None:
        super().__init__(text)
        self.after = after


class RejectedError(ModelError):
    """The endpoint does not take the request as it is (400, 422)."""


@dataclass(slots=True)
class Opened:
    """A stream whose first piece has come."""

    client: httpx2.Client
    chunks: "Iterator[AIMessageChunk]"
    first: "AIMessageChunk | None"
    usage: Usage = field(default_factory=Usage)
    finish: str = ""

    def close(self) -> None:
        """End the stream and close its connection."""
        closing = getattr(self.chunks, "close", None)
        if closing is not None:
            closing()
        self.client.close()


def whole_reply(model: LanguageModel, call: Call) -> tuple[str, Usage]:
    """The finished reply without thoughts, and its token counts."""
    client = bounded_client(call.bounds, model.key.get_secret_value())
    try:
        with _guarded():
            reply = model.chat(call, client).invoke(call.messages)
            _finished(reply.response_metadata.get("finish_reason"))
            text = without_thoughts(_text(reply.content)).strip()
    finally:
        client.close()
    if not text:
        raise ModelError(message("empty"))
    return text, usage_of(reply)


def first_of(model: LanguageModel, call: Call) -> Opened:
    """Open a stream and wait for its first piece, so that a refusal can still be retried."""
    client = bounded_client(call.bounds, model.key.get_secret_value())
    try:
        with _guarded():
            chunks = iter(model.chat(call, client).stream(call.messages))
            return Opened(client, chunks, next(chunks, None))
    except ModelError:
        client.close()
        raise


def rest_of(opened: Opened, most: int) -> Iterator[str]:
    """The text of a stream, thoughts left out. ModelError where it does not end with `stop`, is empty or too long."""
    thoughts = ThoughtFilter()
    count = shown = 0
    chunk = opened.first
    while chunk is not None:
        count += len(piece := _text(chunk.content))
        if count > most:
            raise ModelError(message("too_large"))
        opened.usage = opened.usage.plus(usage_of(chunk))
        opened.finish = chunk.response_metadata.get("finish_reason") or opened.finish
        if text := thoughts.feed(piece):
            shown += len(text.strip())
            yield text
        with _guarded(streaming=True):
            chunk = next(opened.chunks, None)
    _finished(opened.finish)
    rest = thoughts.end()
    if not shown + len(rest.strip()):
        raise ModelError(message("empty"))
    if rest:
        yield rest


def _finished(reason: object) -> None:
    if reason != "stop":
        raise ModelError(message("unfinished"))


def _text(content: Any) -> str:
    """The text of a message; parts that are no text (reasoning blocks) are left out."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return "".join(map(_part, parts))


def _part(part: Any) -> str:
    if isinstance(part, str):
        return part
    return str(part.get("text") or "") if isinstance(part, dict) and part.get("type") == "text" else ""


@contextmanager
def _guarded(*, streaming: bool = False) -> Iterator[None]:
    """Foreign errors become ours, their own words dropped; nothing is traced to third parties."""
    try:
        with tracing_context(enabled=False):
            yield
    except ModelError:
        raise
    except _FOREIGN as error:
        raise _own(error, streaming) from None


def _own(error: BaseException, streaming: bool) -> ModelError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ModelError):
            return cause
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx2.InvalidURL):
        return ModelError(message("address"))
    if isinstance(error, openai.APIStatusError):
        return _of_status(error)
    if isinstance(error, openai.APIConnectionError | httpx2.ConnectError | httpcore2.ConnectError):
        return RetryError(message("unreachable"))
    if isinstance(error, httpx2.HTTPError | httpcore2.NetworkError | httpcore2.ProtocolError | OSError):
        return ModelError(message("broken")) if streaming else RetryError(message("broken"))
    if isinstance(error, json.JSONDecodeError | openai.OpenAIError) or not streaming:
        return ModelError(message("not_a_model"))
    return ModelError(message("unreadable"))


def _of_status(error: openai.APIStatusError) -> ModelError:
    status = error.status_code
    if status in {401, 403}:
        return ModelError(message("key"))
    if status == 404:
        return ModelError(message("not_found"))
    if status in {400, 422}:
        return RejectedError(message("refused"))
    if status in {408, 409, 425, 429} or status >= 500:
        return RetryError(message("busy" if status in {429, 503} else "down"), _retry_after(error))
    return ModelError(message("refused"))


def _retry_after(error: openai.APIStatusError) -> float:
    """The seconds the endpoint asks to wait, at most some; 0 where it does not say."""
    try:
        return min(_LONGEST_WAIT, max(0.0, float(error.response.headers.get("retry-after", "0"))))
    except ValueError:
        return 0.0

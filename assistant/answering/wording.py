"""What the pipeline asks of a composer that words its answers, and how the wording reaches the page piece by piece."""

import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.answering.answer import Answer

Wording = Generator[str, None, Answer]


@dataclass(frozen=True, slots=True)
class Piece:
    """One step of a streamed answer: text to append, or `restart` (take back all shown), or at the end the answer."""

    text: str = ""
    restart: bool = False
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be worded: the question, the turn it leans on, the quoting answer, and whether it is personal.

    `parts` counts the sub-questions; `personal` holds where the question tells of the speaker's own affairs.
    """

    question: str
    context: str
    answer: Answer
    parts: int = 1
    personal: bool = False
    # Seconds the model has already used for this answer: they count against its bound.
    used: float = 0.0


class Composer(Protocol):
    """Words answers. What it yields is verified text; where the returned answer is `quoting`, that text is void."""

    def word(self, task: Task, cancel: threading.Event | None = None) -> Wording:
        """Pieces of the wording as they are verified; returns the answer."""
        ...


@dataclass(frozen=True, slots=True)
class Route:
    """`kind` is policy, eligibility, draft, map or other; `wording` is the question in the notices' words, else ""."""

    kind: str = "other"
    wording: str = ""


class Reader(Protocol):
    """Understands a question better than the rules do, for retrieval and suggestions only. "" means it cannot."""

    def standalone(self, question: str, earlier: Sequence[str], cancel: threading.Event | None = None) -> str:
        """The question as it reads without the user's `earlier` turns (oldest first)."""
        ...

    def route(self, question: str, awards: Mapping[str, str], cancel: threading.Event | None = None) -> "Route":
        """What kind of question it is, and how one about the notices of `awards` (id → name) reads in their words."""
        ...


@dataclass(frozen=True, slots=True)
class Helpers:
    """What a language model does for an answer; None means that the rules do it."""

    composer: "Composer | None" = None
    reader: Reader | None = None


@dataclass(frozen=True, slots=True)
class UnusableModel:
    """Stands in for a model that is configured wrongly: the quoting composer answers and the reason is told."""

    reason: str

    def word(self, task: Task, cancel: threading.Event | None = None) -> Wording:
        """The answer as it is, with the reason."""
        del cancel
        yield from ()
        return quoting(task.answer, self.reason)


def quoting(answer: Answer, reason: str) -> Answer:
    """The quoting composer's answer with one plain sentence on why it answers."""
    notice = f"以下为原文摘录，没有使用语言模型：{reason.rstrip('。')}。"
    return replace(answer, composer="quoting", notices=(*answer.notices, notice))


def pieces(wording: Wording) -> Generator[Piece, None, Answer]:
    """A wording as pieces; returns its answer. Text already shown is taken back where the wording failed after all."""
    shown = False
    try:
        while True:
            try:
                text = next(wording)
            except StopIteration as end:
                answer: Answer = end.value
                if shown and answer.composer != "model":
                    yield Piece(restart=True)
                return answer
            shown = True
            yield Piece(text)
    finally:
        wording.close()


def finished(stream: Iterator[Piece]) -> Answer:
    """The answer at the end of a stream."""
    return next(piece.answer for piece in stream if piece.answer is not None)


def worded(steps: Generator[Piece, None, Answer]) -> Answer:
    """The answer of a wording nobody watches."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: Answer = end.value
            return answer

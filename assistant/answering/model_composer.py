"""The model composer: a language model words the grounded clauses, and only verified sentences leave this room.

The quoting composer's answer is both the model's outline and what is given when the model fails: status, citations,
corrections and verdicts are never the model's.
"""

import gc
import threading
import time
from collections.abc import Generator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.answering.answer import Answer, Status
from assistant.answering.draft_sentences import Draft, complete_sentences
from assistant.answering.outline import Outline, marked, read_outline
from assistant.answering.wording import Task, Wording, quoting
from assistant.errors import ModelError
from assistant.models.client import LanguageModel, Stream
from assistant.models.completion import Completion, Usage
from assistant.models.consent import ConsentStore
from assistant.models.privacy import sendable_text, tells_of_applicant
from assistant.models.prompts import load_prompt
from assistant.verification.model import Basis, EvidenceClause
from assistant.verification.verify import prepare

LABEL = "（AI生成，已逐条核验）"
_WORDED = frozenset({Status.ANSWERED, Status.PARTLY_ANSWERED})
_LONGEST = 1600
_LEAST_SECONDS = 1.0
_CORE_LOST = "语言模型的回答没有通过核验"


@lru_cache(maxsize=1)
def _warm_up() -> None:
    """Once a process: no sentence is to wait for the guard's lists and weights, or for a sweep of the collector over
    all that stays for good (word lists, patterns, indexes: 0.2 s)."""
    prepare()
    gc.collect()
    gc.freeze()


class ModelComposer:
    """Words answers with one model. `today` dates relative words when secrets are looked for."""

    def __init__(self, model: LanguageModel, consents: ConsentStore, seconds: float, today: date | None = None) -> None:
        self._model = model
        self._consents = consents
        self._seconds = seconds
        self._today = today or date.today()
        _warm_up()

    def word(self, task: Task, cancel: threading.Event | None = None) -> Wording:
        """Verified sentences as they come; returns the answer. Where its composer is `quoting`, all yielded is void.

        Answers that rest on no clause are returned as they are. A failing model only changes who answers.
        """
        if task.answer.status not in _WORDED or not task.answer.citations:
            return task.answer
        outline = read_outline(task.answer, task.parts)
        if not outline.cores:
            return task.answer
        draft = Draft(Basis(_evidence(task.answer)), outline.known)
        try:
            return (yield from self._worded(task, outline, draft, cancel))
        except ModelError as error:
            return quoting(task.answer, str(error))

    def _worded(self, task: Task, outline: Outline, draft: Draft, cancel: threading.Event | None) -> Wording:
        seconds = max(_LEAST_SECONDS, self._seconds - task.used)
        ends = time.monotonic() + seconds
        variables = self._variables(task, outline)
        stream = self._model.stream(load_prompt("compose"), variables, cancel=cancel, seconds=seconds)
        for line in outline.before:
            yield f"{line}\n\n"
        completion = yield from _verified(stream, draft)
        left = ends - time.monotonic()
        usage = completion.usage
        if draft.failed and left >= _LEAST_SECONDS:
            usage = usage.plus(self._repair(draft, cancel, left))
        yield from draft.release()
        passed = [sentence for sentence in draft.sentences if sentence.passed]
        if not outline.kept_by([sentence.text for sentence in passed]):
            return quoting(task.answer, _CORE_LOST)
        for line in outline.after:
            yield f"\n\n{line}"
        yield f"\n\n{LABEL}"
        return self._answer(task.answer, outline, draft, replace(completion, usage=usage))

    def _variables(self, task: Task, outline: Outline) -> dict[str, object]:
        """What the model is sent. ModelError where it may not be."""
        if task.personal or tells_of_applicant(task.question):
            self._consents.require(self._model.host)
        question = sendable_text(task.question, self._today).text.strip()
        context = "" if self._kept_here(task.context) else sendable_text(task.context, self._today).text.strip()
        clauses = {token: clause.quote for token, clause in _evidence(task.answer).items()}
        return {"question": question, "context": context or "无", "clauses": clauses, "outline": outline.text}

    def _kept_here(self, earlier: str) -> bool:
        """Whether an earlier turn tells of the applicant and nobody has agreed to sending that."""
        return tells_of_applicant(earlier) and not self._consents.allows(self._model.host)

    def _repair(self, draft: Draft, cancel: threading.Event | None, seconds: float) -> Usage:
        """Ask once for the failed sentences again; a repair that fails changes nothing."""
        clauses = {token: clause.quote for token, clause in draft.basis.clauses.items()}
        variables = {"sentences": draft.complaints(), "clauses": clauses}
        try:
            done = self._model.complete(load_prompt("repair"), variables, cancel=cancel, seconds=seconds)
        except ModelError:
            return Usage()
        for row in done.data["sentences"]:
            draft.mend(row["number"], row["text"])
        return done.usage

    def _answer(self, answer: Answer, outline: Outline, draft: Draft, completion: Completion) -> Answer:
        body = "\n\n".join([*outline.before, marked(draft.text()), *outline.after, LABEL])
        notice = f"文字由语言模型（{self._model.name}）组织，每句都已对照条款核验。"
        return replace(
            answer,
            text=body,
            body=body,
            composer="model",
            notices=(*answer.notices, notice),
            origin=completion.origin,
            usage=completion.usage,
        )


def _verified(stream: Stream, draft: Draft) -> Generator[str, None, Completion]:
    """Pass sentences on as they are verified, up to the first that fails; those behind it wait for its repair."""
    buffer, taken = "", 0
    sentences = complete_sentences(stream)
    while True:
        try:
            buffer = next(sentences)
        except StopIteration as end:
            completion: Completion = end.value
            return completion
        taken += len(buffer)
        if taken > _LONGEST:
            raise ModelError(_CORE_LOST)
        draft.add(buffer)
        yield from draft.release_up_to_failure()


def _evidence(answer: Answer) -> dict[str, EvidenceClause]:
    return {f"c{n}": EvidenceClause(c.document, c.quote) for n, c in enumerate(answer.citations, start=1)}

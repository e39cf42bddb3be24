"""Answers put together: the status of several parts, quotes and marks, two answers as one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.answer import Answer, Status
from assistant.answering.composer import References
from assistant.answering.ground import Grounding
from assistant.answering.question import Question


def status_of(groundings: Sequence[Grounding]) -> Status:
    """How an answer of these parts ends."""
    outcomes = {grounding.outcome for grounding in groundings}
    if outcomes == {"said"}:
        return Status.ANSWERED
    return Status.PARTLY_ANSWERED if "said" in outcomes else Status.NOT_IN_DOCUMENTS


def quoted(status: Status, body: str, references: References, asked: Question) -> Answer:
    """An answer whose quotes are added to its text at the end of the pipeline."""
    return Answer(status, body, tuple(references.citations), awards=asked.awards, body=body)


def introduced(answer: Answer, lines: Sequence[str], limiting: bool = True) -> Answer:
    """The answer behind `lines`. Where they are `limiting` it, whole it is no more."""
    if not lines:
        return answer
    body = "\n\n".join((*lines, answer.body or answer.text))
    status = Status.PARTLY_ANSWERED if limiting and answer.status is Status.ANSWERED else answer.status
    return replace(answer, status=status, text=body, body=body)


def followed(answer: Answer, lines: Sequence[str]) -> Answer:
    """The answer before `lines`, which tell of parts it does not answer."""
    if not lines:
        return answer
    body = "\n\n".join((answer.body or answer.text, *lines))
    status = Status.PARTLY_ANSWERED if answer.status is Status.ANSWERED else answer.status
    return replace(answer, status=status, text=body, body=body)


def joined(first: Answer, second: Answer, heading: str = "文件的规定：") -> Answer:
    """Two answers as one, the second under a heading: its marks are renumbered, a clause of both keeps its first."""
    known = {(citation.document, citation.clause): n for n, citation in enumerate(first.citations, start=1)}
    citations = list(first.citations)
    renumbered: dict[str, str] = {}
    for number, citation in enumerate(second.citations, start=1):
        key = (citation.document, citation.clause)
        if key not in known:
            citations.append(citation)
            known[key] = len(citations)
        renumbered[f"[{number}]"] = f"[{known[key]}]"
    further = re.sub(r"\[\d+\]", lambda mark: renumbered.get(mark.group(), mark.group()), second.body)
    body = "\n\n".join(part for part in (first.body, heading, further) if part)
    return replace(
        first,
        body=body,
        citations=tuple(citations),
        composer=second.composer,
        notices=(*first.notices, *second.notices),
        origin=second.origin,
        usage=second.usage,
    )

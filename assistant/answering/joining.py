"""Two answers as one."""

import re
from dataclasses import replace

from assistant.answering.answer import Answer


def joined(first: Answer, second: Answer) -> Answer:
    """Two answers as one: the second's marks are renumbered, a clause cited by both keeps its first number."""
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
    body = f"{first.body}\n\n文件的规定：\n\n{further}"
    return replace(
        first,
        body=body,
        citations=tuple(citations),
        composer=second.composer,
        notices=(*first.notices, *second.notices),
        origin=second.origin,
        usage=second.usage,
    )

"""Whether what a row gives as clauses stands in the library: word for word, in the document it names.

White space, line breaks, bold signs and the width of signs are not looked at: they differ between a file and its
stored text and say nothing.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from assistant.verification.model import EvidenceClause
from assistant.verification.plain import flat

TextOf = Callable[[str], str | None]
"""The stored text of a document by its id; None where the library has no such document."""


def misquoted(clauses: Mapping[str, EvidenceClause], text_of: TextOf) -> dict[str, str]:
    """What is wrong with each clause that is not a verbatim quote of its document, by token."""
    told = {token: _fault(clause, text_of(clause.document)) for token, clause in clauses.items()}
    return {token: fault for token, fault in told.items() if fault}


def _fault(clause: EvidenceClause, text: str | None) -> str:
    if text is None:
        return f"文件库里没有“{clause.document[:40]}”这份文件"
    quote = flat(clause.quote)
    if not quote:
        return "所引条款没有原文"
    return "" if quote in _flat_text(text) else f"所引原文“{clause.quote.strip()[:24]}”不在文件“{clause.document}”里"


@lru_cache(maxsize=64)
def _flat_text(text: str) -> str:
    return flat(text)

"""A business scope told clause by clause, each with its own verb: 养荣昌猪，卖仔猪、肥猪，还帮社员统一买料.

Only where the applicant is presented, and only of verbs that make, keep, sell or serve: 查, 看, 记 tell how the work is
done. The verbs stay, for without them nobody knows which goods are made and which are sold.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.drafting.lexicon import load_lexicon
from assistant.drafting.material.scan import Scan
from assistant.drafting.material.scope_clauses import presented

_OPENING, _LONGEST, _FEWEST = 420, 60, 2


def verb_chains(scan: Scan) -> Iterator[tuple[int, int]]:
    """The stretch of each run of at least two such clauses in the opening."""
    for match in _chain().finditer(scan.text, 0, min(len(scan.text), _OPENING)):
        start, end = match.span("chain")
        clauses = match["chain"].split("，")
        if len(clauses) < _FEWEST or end - start > _LONGEST or scan.sealed(start, end):
            continue
        if not any(_tells(clause) for clause in clauses) and presented(scan.text, start, end):
            yield start, end


def bare_joints(text: str) -> str:
    """The chain without the words that only join its clauses (，还帮社员… → ，帮社员…)."""
    return _joint().sub("，", text)


def _tells(clause: str) -> bool:
    """Whether the clause tells how, when or by whom, and not what the business is."""
    scope = load_lexicon("scope")
    return scope.has("no_activity", clause) or scope.has("tells_of_work", clause) or scope.has("chain_not", clause)


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    return re.compile(rf"，(?:还|另外?|同时|再|又|并)+(?={_verbs()})")


@lru_cache(maxsize=1)
def _chain() -> re.Pattern[str]:
    clause = rf"(?:{_verbs()})[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z、]{{1,23}}"
    return re.compile(
        rf"(?:(?<=[，。；：\n])|^)(?:我们|公司|社里|厂里|店里|主要|专门?|平时|就是|是)*"
        rf"(?P<chain>{clause}(?:，(?:还|也|另外?|同时|再|又|兼|并)*{clause}){{1,4}})(?=[，。；\n]|$)"
    )


def _verbs() -> str:
    return load_lexicon("scope").patterns["chain_verb"].pattern

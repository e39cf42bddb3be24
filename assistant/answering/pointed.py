"""Clauses a question points at itself: by number (第十条第六项) or by quoting their words."""

import re
from collections.abc import Iterable, Sequence

import cn2an

from assistant.documents.model import Clause

# This many characters in a row are a quotation, not a coincidence of wording.
_QUOTED = 8
_POINTED, _WITHIN, _QUOTING = 1.0, 1.0, 0.85
_NUMBER = r"[一二三四五六七八九十百\d]{1,4}"
_ARTICLE = re.compile(rf"第(?P<article>{_NUMBER})条(?:第?[（(]?(?P<item>{_NUMBER})[）)]?(?P<unit>[项款]))?")


def pointed_scores(question: str, plain: str, clauses: Iterable[Clause]) -> dict[str, float]:
    """Clause key → score for the clauses a question points at; `plain` is the question without award names."""
    held = list(clauses)
    scores = _by_words(plain, held)
    for match in _ARTICLE.finditer(question):
        scores.update(_by_number(match, held))
    return scores


def _by_number(match: re.Match[str], clauses: Sequence[Clause]) -> dict[str, float]:
    article = f"第{_han(match['article'])}条"
    under = [clause for clause in clauses if article in clause.path.split("/")]
    if match["item"]:
        item = _han(match["item"])
        last = f"（{item}）" if match["unit"] == "项" else f"第{item}款"
        exact = [clause for clause in under if clause.path.endswith(f"/{last}")]
        if exact:
            return {clause.key: _POINTED for clause in exact}
    return {clause.key: _WITHIN for clause in under}


def _han(number: str) -> str:
    return str(cn2an.an2cn(number)) if number.isdigit() else number


def _by_words(plain: str, clauses: Sequence[Clause]) -> dict[str, float]:
    runs = {plain[start : start + _QUOTED] for start in range(len(plain) - _QUOTED + 1)}
    found = {clause.key: _QUOTING for clause in clauses if any(run in clause.reading for run in runs)}
    # Words that many clauses share point at none of them.
    return found if len(found) <= 3 else {}

"""What a notice asks of one category of people put to another (专家学者要长期从事一线工作)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import any_of, lexicon
from assistant.verification.model import Reason
from assistant.verification.plain import segments
from assistant.verification.statements import Statement
from assistant.verification.support import said_in
from assistant.verification.tagging import light, tagged

# So many of a statement's wordings name its category, and no other, where its quote does not.
_SHARE = 0.25
_OPENS = 14


def check_categories(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A word that of all statements cited only another category's has."""
    labelled = [(each, _category(each)) for each in evidence.statements]
    if len({key for _, key in labelled if key}) < 2:
        return
    ours = ""
    for piece in segments(said):
        named = _named(piece)
        ours = next(iter(named)) if len(named) == 1 else "" if named else ours
        if not ours or not any(key == ours for _, key in labelled):
            continue
        own = "\n".join(each.vocabulary for each, key in labelled if key in {ours, ""})
        other = "\n".join(each.wordings[0] for each, key in labelled if key not in {ours, ""})
        bare = _without_names(piece)
        for word, kind in tagged(bare):
            if kind[0] in "nvb" and len(word) > 1 and not light(word) and word in other and not said_in(word, own):
                yield Reason("subject", f"句中“{word}”是所引条款对另一类人员说的")
                return


@lru_cache(maxsize=2048)
def _category(statement: Statement) -> str:
    """The one category a statement is on, "" where it is on none or several."""
    opening = _named(statement.wordings[0][:_OPENS])
    if len(opening) == 1:
        return next(iter(opening))
    named = [_named(wording) for wording in statement.wordings]
    told = [next(iter(each)) for each in named if len(each) == 1]
    best = max(set(told), key=told.count, default="")
    alone = told.count(best) >= _SHARE * len(named) and len(set(told)) == 1
    return best if best and alone else ""


def _named(text: str) -> set[str]:
    words: dict[str, tuple[str, ...]] = lexicon().words["tracks"]
    return {key for key, names in words.items() if key not in {"org", "ind"} and any_of(names, text)}


def _without_names(piece: str) -> str:
    words: dict[str, tuple[str, ...]] = lexicon().words["tracks"]
    for name in sorted((each for names in words.values() for each in names), key=len, reverse=True):
        piece = piece.replace(name, ",")
    return re.sub(r"[^一-鿿,]", "", piece)

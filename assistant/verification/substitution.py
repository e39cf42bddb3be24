"""One word put in the place of another: the sentence follows its clause word for word but for a stretch."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from assistant.verification.alignment import aligned_with
from assistant.verification.carrying import carried
from assistant.verification.evidence import Evidence
from assistant.verification.lexicon import lexicon
from assistant.verification.model import Reason
from assistant.verification.names import subjects_named
from assistant.verification.passing import passing
from assistant.verification.plain import content, segments
from assistant.verification.tagging import tagged, words_of

_FUNCTION = set("有由和与及要是的在了将被把为从给向可能应须并或也都还其")
_HAN = re.compile(r"[一-鿿]{2,8}")


def check_substitution(said: str, evidence: Evidence) -> Iterator[Reason]:
    """A stretch between two matching ones that says another thing than the clause has there."""
    for segment in segments(said):
        aligned = aligned_with(segment, evidence.segments)[:3]
        own = evidence.personal and not evidence.documents
        found = [_swaps(content(segment), content(other), own) for other in aligned]
        if not found or not all(found) or (own and carried(found[0][0][0], content(evidence.text))):
            continue
        ours, theirs = found[0][0]
        yield Reason("substituted", f"所引条款写的是“{theirs}”，句中换成了“{ours}”")
        return


@passing(maxsize=4096)
def _swaps(ours: str, theirs: str, own: bool) -> tuple[tuple[str, str], ...]:
    found = []
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for at, (tag, a, b, c, d) in enumerate(codes):
        if tag != "replace" or not 0 < at < len(codes) - 1:
            continue
        before, after = codes[at - 1], codes[at + 1]
        sides = (before[2] - before[1], after[2] - after[1])
        moved = ours[a:b] in theirs or theirs[c:d] in ours
        whole = (_whole(ours, a, b), _whole(theirs, c, d))
        if own and not (all(whole) and _things(ours, a, b)):
            continue
        framed = (min(sides) >= 2 or max(sides) >= 4) and any(whole)
        if framed and not moved and _differ(ours[a:b], theirs[c:d], own):
            found.append((ours[a:b], theirs[c:d]))
    return tuple(found)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where words do (a single character may be part of a word)."""
    cuts = {0}
    for word in words_of(text):
        cuts.add(max(cuts) + len(word))
    return end - start == 1 or {start, end} <= cuts


def _things(text: str, start: int, end: int) -> bool:
    """Whether the words of a stretch, as they stand in the text, are all things."""
    at, kinds = 0, []
    for word, kind in tagged(text):
        if start <= at < end:
            kinds.append(kind)
        at += len(word)
    return bool(kinds) and all(kind.startswith("n") for kind in kinds)


def _noun(words: list[str]) -> bool:
    """Whether the words are things: an applicant tells his own doings in many words."""
    return bool(words) and all(kind.startswith("n") for word in words for _, kind in tagged(word))


def _differ(ours: str, theirs: str, own: bool) -> bool:
    """Whether two stretches hold content words that do not stand for one another."""
    if len(ours) == len(theirs) == 1:
        return any(ours in row and theirs in row for row in lexicon().list("opposite_characters"))
    if set(ours + theirs) & _FUNCTION:
        return False
    if abs(len(ours) - len(theirs)) > 2 or subjects_named(ours):
        return False
    if not _HAN.fullmatch(ours) or not _HAN.fullmatch(theirs) or set(ours) & set(theirs):
        return False
    mine = [word for word in words_of(ours) if word not in lexicon().neutral]
    other = [word for word in words_of(theirs) if word not in lexicon().neutral]
    equal = any(word in lexicon().equal(each) for word in words_of(ours) for each in words_of(theirs))
    if own and not (_noun(mine) and _noun(other)):
        return False
    return bool(mine) and bool(other) and not equal and len("".join(mine)) >= 2

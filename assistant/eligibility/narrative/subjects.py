"""Whom a clause is about: the applicant, its people, a relative, another, or nobody named."""

import re
from functools import lru_cache

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import choices, cues

_THEIRS = ("other", "former", "relative")
# 老公和我都被罚了 is of oneself as well; 老公他被罚了 is not.
_OWN = {"relative": "我俺咱本"}


def subject(narrative: Narrative, clause: Clause, position: int, *, relative: str = "other") -> str:
    """Whom the clause is about at `position`: self, employer, team, former, other, boss, or "" for nobody.

    One of the family counts as `relative` says; with "" as nobody.
    """
    for other in [clause, *narrative.before(clause)]:
        text = clause.text[:position] if other is clause else other.text
        found = _subject_with(text, relative)
        if found == "boss" and other is not clause and (_is_title(other) or cues("scope.reason").match(text)):
            continue
        if found:
            return found
    return ""


def _is_title(clause: Clause) -> bool:
    """A person's own title opens the text: 阳泉某矿采煤机司机."""
    return clause.index <= 2 and bool(re.search(r"(?:司机|负责人|总经理|厂长|员工|职工)$", clause.text))


def own_subject(clause: Clause, position: int, *, relative: str = "other") -> str:
    """Whom the clause itself names before `position`."""
    return _subject_with(clause.text[:position], relative)


def denier(clause: Clause, end: int) -> str:
    """Whom a denial behind the thing names: 违法违规违纪公司从没有过."""
    behind = cues("scope.everybody").sub("", clause.text[end:])
    negator = cues("scope.negators").search(behind)
    return _subject_with(behind[: negator.start()], "other") if negator else ""


def _subject_with(text: str, relative: str) -> str:
    found = _last_subject(text)
    return relative if found == "relative" else found


@lru_cache(maxsize=1 << 13)
def _last_subject(text: str) -> str:
    text = re.sub(r"(?:被|经(?![销理营济常过手验])|由(?!于))[^,，]*$", "", text)
    text = cues("scope.object").sub("", text)
    best = ("", -1, 0)
    for name, pattern in choices("scope.subject"):
        for match in pattern.finditer(text):
            theirs = best[0] in _THEIRS and name not in _THEIRS and match.group()[0] not in _OWN.get(best[0], "")
            if (theirs and match.start() - best[1] <= 2) or (name == "relative" and best[0] in ("other", "former")):
                continue  # 隔壁厂工人家属 is of the neighbours
            later, wider = match.start() >= best[2] and match.end() > best[1], match.start() < best[2] < best[1]
            if later or (wider and match.end() >= best[1]):  # 德国母公司那个厂 holds 那个厂
                best = (name, match.end(), match.start())
    return best[0]

"""Commendations for quality work, and the highest level among them."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.credit import NONE, is_anothers
from assistant.eligibility.narrative.events import is_named
from assistant.eligibility.narrative.lexicon import choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted, is_overtaken

_RANK = ("none", "enterprise", "county", "city", "province", "national")
_COMMENDED = "highest_quality_commendation_level"


def read_commendations(book: Notebook) -> None:
    """The highest level of commendation for quality work; contests and titles outside quality do not count."""
    levels: list[tuple[str, Clause]] = []
    unissued: list[Clause] = []
    for clause in book.narrative.clauses:
        level = _commendation(book, clause)
        if level == "":
            book.doubt(clause, _COMMENDED)
        elif level == "none" and is_overtaken(book.narrative, clause):
            continue
        elif level and level != "none" and _is_unissued(book, clause):
            unissued.append(clause)
        elif level:
            levels.append((level, clause))
    if unissued and not any(_RANK.index(level) >= _RANK.index("city") for level, _ in levels):
        book.doubt(unissued[0], _COMMENDED)
    if levels:
        best = max(levels, key=lambda pair: _RANK.index(pair[0]))
        book.note(_COMMENDED, *best)
        if _RANK.index(best[0]) < _RANK.index("city"):
            _doubt_pending(book)


def _only_applied(book: Notebook, clause: Clause) -> bool:
    """单位报了市质量先进，批文说是年底下: put forward, and nothing says that it was given."""
    if not cues("achievements.commendation.applied").search(clause.text):
        return False
    told = [clause, *book.narrative.after(clause)[:2]]
    return not any(cues("achievements.commendation.had").search(other.text) for other in told)


def _is_unissued(book: Notebook, clause: Clause) -> bool:
    """公示完了文还没下: said of it in the same breath."""
    told = [clause, *book.narrative.after(clause)[:2]]
    return any(cues("scope.unissued").search(other.text) for other in told)


def _doubt_pending(book: Notebook) -> None:
    """A higher one on public notice may count by the day of judgement."""
    for clause in book.narrative.clauses:
        if cues("achievements.commendation.pending").search(clause.text):
            book.doubt(clause, _COMMENDED)


def _commendation(book: Notebook, clause: Clause) -> str | None:
    """The level a clause tells of; "" where it leaves it open; None where it tells of no commendation."""
    text = clause.text
    nouns = is_named(text, "achievements.commendation.noun")
    topic = any(cues("achievements.commendation.topic").search(other.text) for other in book.narrative.before(clause))
    if topic and not nouns and not NONE.search(text):
        return _level(text)
    if topic and not nouns and cues("scope.bare_denial").search(text) and not is_doubted(book.narrative, clause):
        return "none"
    if not nouns or is_anothers(clause) or is_asked(clause) or cues("achievements.commendation.other").search(text):
        return None
    if is_doubted(book.narrative, clause) or cues("scope.plan").search(text) or _only_applied(book, clause):
        return ""
    denial = cues("achievements.commendation.none").search(text)
    if denial and not cues("achievements.commendation.only").search(text[: denial.start() + 1]):
        return None if re.search(r"省级?以上|省部级|国家级", text) else "none"
    if is_denied(text, nouns[-1].start(), nouns[-1].end()):
        return None if re.search(r"省|国家", text) else "none"
    sentence = "".join(other.text for other in book.narrative.sentence(clause))
    bare = cues("achievements.commendation.bare").search(text)
    if not bare and not cues("achievements.commendation.quality").search(sentence):
        return None
    return _level(text)


def _level(text: str) -> str | None:
    if not cues("achievements.commendation.got").search(text):
        return None
    unclear = cues("achievements.commendation.issuer_unclear").search(text)
    if unclear and not cues("achievements.commendation.official").search(text):
        return None
    return choose("achievements.commendation.level", text)

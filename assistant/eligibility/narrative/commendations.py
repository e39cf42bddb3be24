"""Commendations for quality work, and the highest level among them."""

import re
from dataclasses import dataclass, field

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.credit import NONE, is_anothers
from assistant.eligibility.narrative.events import is_named
from assistant.eligibility.narrative.idioms import without_idioms
from assistant.eligibility.narrative.lexicon import choices, choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted, is_overtaken

_RANK = ("none", "enterprise", "county", "city", "province", "national")
_COMMENDED = "highest_quality_commendation_level"
_ASKED_FOR = _RANK.index("city")


@dataclass(slots=True)
class _Told:
    """What a text tells of commendations, clause by clause."""

    had: list[tuple[str, Clause]] = field(default_factory=list)
    unissued: list[tuple[str, Clause]] = field(default_factory=list)
    open: list[Clause] = field(default_factory=list)
    none_above: list[Clause] = field(default_factory=list)

    def best(self) -> tuple[str, Clause] | None:
        """The highest of those had; the first one where several are of that level."""
        return max(self.had, key=lambda pair: _RANK.index(pair[0]), default=None)


def read_commendations(book: Notebook) -> None:
    """The highest level of commendation for quality work; contests and titles outside quality do not count.

    市级以上的眼下没有 settles the question, whatever is expected or on public notice.
    """
    told = _Told()
    for clause in book.narrative.clauses:
        _read_clause(book, clause, told)
    best = told.best()
    rank = _RANK.index(best[0]) if best else 0
    if told.none_above:
        _settle_denied(book, told, best, rank)
        return
    if told.open:
        book.doubt(told.open[0], _COMMENDED)
    if told.unissued and rank < _ASKED_FOR:
        book.doubt(told.unissued[0][1], _COMMENDED)
    if best and rank < _ASKED_FOR and _in_passing(book, told):
        book.doubt(best[1], _COMMENDED)
    elif best:
        book.note(_COMMENDED, *best)
        if rank < _ASKED_FOR:
            _doubt_pending(book)
            _doubt_higher(book)


def _read_clause(book: Notebook, clause: Clause, told: _Told) -> None:
    if _denies_all_above(book, clause):
        told.none_above.append(clause)
        return
    level = _commendation(book, clause)
    if level == "none" and is_overtaken(book.narrative, clause):
        return
    if level == "":
        told.open.append(clause)
    elif level and level != "none" and _is_unissued(book, clause):
        told.unissued.append((level, clause))
    elif level:
        told.had.append((level, clause))


def _settle_denied(book: Notebook, told: _Told, best: tuple[str, Clause] | None, rank: int) -> None:
    """No commendation from the city upwards, unless one is told of elsewhere."""
    if rank >= _ASKED_FOR:
        book.doubt(told.none_above[0], _COMMENDED)
        return
    lower = next((one for one in told.unissued if _RANK.index(one[0]) < _ASKED_FOR), None)
    # The denial is the source: what was still to come before it (名单还没出) leaves nothing open.
    level, _ = best or lower or ("none", told.none_above[0])
    book.note(_COMMENDED, level, told.none_above[-1])
    _doubt_higher(book)


def _denies_all_above(book: Notebook, clause: Clause) -> bool:
    """市级以上的眼下没有; 县里、市里、省里的质量表彰一次没有: every level from the city upwards is denied."""
    all_above = cues("achievements.commendation.city_and_above").search(clause.text)
    listed = {"city", "province"} <= set(_levels(clause.text))
    if not (all_above or listed) or is_asked(clause) or is_doubted(book.narrative, clause):
        return False
    named = is_named(clause.text, "achievements.commendation.noun")
    if not named and not _on_topic(book, clause):
        return False
    if cues("achievements.commendation.other").search(clause.text) or is_anothers(clause):
        return False
    if cues("achievements.commendation.none_behind").search(clause.text):
        return True
    if all(is_denied(clause.text, one.start(), one.end()) for one in named or ()) and named:
        return True
    following = book.narrative.after(clause)[:1]
    # A commendation that ends the clause is what is denied behind it (市里、省里的质量表彰，没有), not something given.
    got = any(match.end() < len(clause.text) for match in cues("achievements.commendation.got").finditer(clause.text))
    return bool(not got and following and cues("scope.bare_denial").search(following[0].text))


def _on_topic(book: Notebook, clause: Clause) -> bool:
    """A clause before it, up to the last full stop, names commendations, and none names a contest or a work."""
    before = [other.text for other in book.narrative.in_one_breath(clause)]
    if any(cues("achievements.contest.noun").search(text) for text in [clause.text, *before]):
        return False
    if any(is_named(clause.text, f"achievements.{one}.noun") for one in ("patent", "publication", "project")):
        return False
    return any(is_named(text, "achievements.commendation.noun") for text in before)


def _levels(text: str) -> list[str]:
    return [name for name, pattern in choices("achievements.commendation.level") if pattern.search(text)]


def _only_applied(book: Notebook, clause: Clause) -> bool:
    """单位报了市质量先进，批文说是年底下: put forward, and nothing says that it was given."""
    if not cues("achievements.commendation.applied").search(clause.text):
        return False
    told = [clause, *book.narrative.after(clause)[:2]]
    return not any(cues("achievements.commendation.had").search(other.text) for other in told)


def _in_passing(book: Notebook, told: _Told) -> bool:
    """去年拿了个厂级先进: the only one told of, and nothing says that it is the highest or that there was no other."""
    if len(told.had) != 1:
        return False
    clause = told.had[0][1]
    sentence = "".join(other.text for other in book.narrative.sentence(clause))
    before = [other.text for other in book.narrative.before(clause)]
    headed = any(cues("achievements.commendation.topic").search(text) for text in before)
    alone = cues("achievements.commendation.in_passing").search(clause.text)
    denied = _is_lost(sentence) or cues("achievements.commendation.none").search(without_idioms(sentence))
    return bool(alone and not headed and not denied and not cues("achievements.commendation.only").search(sentence))


def _is_unissued(book: Notebook, clause: Clause) -> bool:
    """公示完了文还没下: said of it in the same breath."""
    told = [clause, *book.narrative.after(clause)[:2]]
    return any(cues("scope.unissued").search(other.text) for other in told)


def _doubt_pending(book: Notebook) -> None:
    """A higher one on public notice may count by the day of judgement."""
    for clause in book.narrative.clauses:
        if cues("achievements.commendation.pending").search(clause.text):
            book.doubt(clause, _COMMENDED)


def _doubt_higher(book: Notebook) -> None:
    """省里的倒得过一回, where only lower ones were read: something higher is told of that was not understood."""
    for clause in book.narrative.clauses:
        level = choose("achievements.commendation.level", clause.text)
        higher = level is not None and _RANK.index(level) >= _ASKED_FOR
        if not higher or not _on_topic(book, clause) or is_asked(clause) or _is_lost(clause.text):
            continue
        if cues("achievements.commendation.got").search(clause.text):
            book.doubt(clause, _COMMENDED)


def _is_lost(text: str) -> bool:
    return bool(NONE.search(text) or cues("achievements.commendation.none_behind").search(text))


def _commendation(book: Notebook, clause: Clause) -> str | None:
    """The level a clause tells of; "" where it leaves it open; None where it tells of no commendation."""
    text = cues("achievements.commendation.paper_lost").sub(lambda told: "□" * len(told.group()), clause.text)
    nouns = is_named(text, "achievements.commendation.noun")
    topic = any(cues("achievements.commendation.topic").search(other.text) for other in book.narrative.before(clause))
    if topic and not nouns and not _is_lost(text):
        apart = is_anothers(clause) or cues("achievements.commendation.other_field").search(text)
        return None if apart else _level(text)
    if topic and not nouns and cues("scope.bare_denial").search(text) and not is_doubted(book.narrative, clause):
        return "none"
    if not nouns or is_anothers(clause) or is_asked(clause) or cues("achievements.commendation.other").search(text):
        return None
    if _is_paper_of_another(book, clause, nouns):
        return None
    if is_doubted(book.narrative, clause) or cues("scope.plan").search(text) or _only_applied(book, clause):
        return ""
    denial = cues("achievements.commendation.none").search(without_idioms(text))
    denied = denial and not cues("achievements.commendation.only").search(text[: denial.start() + 1])
    if denied or is_denied(text, nouns[-1].start(), nouns[-1].end()):
        return _denied_level(text)
    sentence = "".join(other.text for other in book.narrative.sentence(clause))
    bare = cues("achievements.commendation.bare").search(text)
    if not bare and not cues("achievements.commendation.quality").search(sentence):
        return None
    return _level(text)


def _is_paper_of_another(book: Notebook, clause: Clause, nouns: list[re.Match[str]]) -> bool:
    """代表厂里参加QC成果发布，拿了个一等奖（奖状还没找到: the paper is of the contest named before it."""
    if any(noun.group() != "奖状" for noun in nouns) or cues("achievements.commendation.quality").search(clause.text):
        return False
    before = book.narrative.before(clause)[:2]
    return any(cues("achievements.commendation.other").search(other.text) for other in before)


def _denied_level(text: str) -> str | None:
    """没有市级表彰 leaves none that counts; 没有省级表彰 says nothing of the city's."""
    named = [_RANK.index(level) for level in _levels(text)]
    return None if named and min(named) > _ASKED_FOR else "none"


def _level(text: str) -> str | None:
    if not cues("achievements.commendation.got").search(text):
        return None
    unclear = cues("achievements.commendation.issuer_unclear").search(text)
    if unclear and not cues("achievements.commendation.official").search(text):
        return None
    return choose("achievements.commendation.level", text)

"""An accident as it is told: when, how grave, of which kind and by whose fault."""

import re
from functools import lru_cache

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date, is_named, level_is_open, level_of
from assistant.eligibility.narrative.lexicon import choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import affirms, is_asked, is_denied, is_doubted
from assistant.eligibility.narrative.strangers import is_stranger
from assistant.eligibility.narrative.subjects import own_subject, subject
from assistant.language.dates import PartialDate, find_dates

NOT_OURS = ("other", "boss")
_GRAVE = ("major", "extraordinary")


def read_accident(
    book: Notebook, clause: Clause, match: re.Match[str], prefix: str, individual: bool
) -> PartialDate | None:
    """Note an event; returns its date. An event of a former employer leaves the matter open."""
    who = whose(book, clause, match.start(), individual)
    if not _concerns_us(book, clause, who, individual):
        if not individual and cues("incidents.accident.by_our_work").search(clause.text):
            book.doubt(clause, "major_accident_free_years")
        return None
    if who == "former" and not individual and _is_apart(book):
        return None
    stranger = not individual and (is_stranger(book, clause, match.start()) or _with_anothers(book, clause))
    if stranger or who == "former" or (individual and _before_me(book, clause)):
        book.doubt(clause, f"{prefix}major_accident_free_years")
        return None
    known = book.value(f"{prefix}accident_date")
    if known and cues("incidents.authority").search(clause.text):
        _note_level(book, clause, prefix)
        return _later(book, clause, PartialDate.parse(str(known)))
    if book.value(f"{prefix}accident_level") in _GRAVE and level_of(book, clause) not in _GRAVE:
        return None
    date = event_date(book, clause)
    _note_accident(book, clause, date, prefix)
    if not individual:
        _note_liability(book, clause)
        _note_unpunished(book, clause)
    return _recognised(book, clause, date)


def whose(book: Notebook, clause: Clause, position: int, individual: bool) -> str:
    """Whom it befell: what 家属 did, the house; but a person's family is another, where the clause itself names it."""
    theirs = individual and own_subject(clause, position, relative="relative") == "relative"
    return subject(book.narrative, clause, position, relative="other" if theirs else "")


def _with_anothers(book: Notebook, clause: Clause) -> bool:
    """大巴出了事故，车和司机都是客运公司的: whether it was the applicant's is for a person to say."""
    following = book.narrative.after(clause, 2)
    return any(cues("incidents.accident.owned_by_another").search(other.text) for other in following)


def _is_apart(book: Notebook) -> bool:
    """股东、债务跟它都没关系: the applicant has nothing to do with the body that was there before it."""
    return any(
        cues("incidents.accident.nothing_of_it").search(other.text) and not is_asked(other)
        for other in book.narrative.clauses
    )


def _concerns_us(book: Notebook, clause: Clause, who: str, individual: bool) -> bool:
    """It is told of us, or of others whose accident reached us; talk about accidents is neither."""
    reaches = _reaches_us(book, clause)
    if (who in NOT_OURS and not reaches) or is_talk(clause.text):
        return False
    if not reaches and (_another_body(book, clause) or _found_anothers(book, clause)):
        return False
    return bool(reaches or individual or not _anothers(book, clause))


def _note_accident(book: Notebook, clause: Clause, date: PartialDate | None, prefix: str) -> None:
    """The latest accident told, with the day it happened where that is told apart from its recognition."""
    if date is not None:
        book.forget(f"{prefix}accident_date", f"{prefix}accident_level", f"{prefix}accident_type")
    _note_level(book, clause, prefix)
    book.note(f"{prefix}accident_date", _happened_before(book, clause) or date, clause)
    book.note(f"{prefix}accident_type", _kind(book, clause), clause)


def _recognised(book: Notebook, clause: Clause, happened: PartialDate | None) -> PartialDate | None:
    """The day it was recognised, told around it and later: years without one count from there (rules.md A-28)."""
    told = [clause, *book.narrative.before(clause), *book.narrative.after(clause)]
    found = [other for other in told if cues("incidents.recognised").search(other.text)]
    days = [mention.value for other in found for mention in find_dates(other.text, book.as_of)]
    later = [day for day in days if happened and day.first() > happened.last()]
    return max(later, default=happened, key=lambda value: value.last())


def _before_me(book: Notebook, clause: Clause) -> bool:
    """It befell the firm before the person came there (rules.md A-13)."""
    around = [clause, *book.narrative.before(clause)[:1], *book.narrative.after(clause)[:2]]
    return any(cues("incidents.accident.before_me").search(other.text) for other in around)


def _later(book: Notebook, clause: Clause, known: PartialDate) -> PartialDate:
    """The day it was recognised, where that is told and later: years without one count from there (rules.md A-28)."""
    dates = [mention.value for mention in find_dates(clause.text, book.as_of)]
    return max([known, *dates], key=lambda value: value.last())


def _happened_before(book: Notebook, clause: Clause) -> PartialDate | None:
    """2019年3月流入医院，2022年1月才认定为重大事故: the day it happened, told before the day it was recognised."""
    told = [clause, *book.narrative.before(clause)]
    found = next((other for other in told if find_dates(other.text, book.as_of)), clause)
    own = find_dates(found.text, book.as_of)
    if not own or not any(cues(f"incidents.{name}").search(found.text) for name in ("authority", "finding")):
        return None
    before = [mention for other in book.narrative.before(found) for mention in find_dates(other.text, book.as_of)]
    earlier = [mention.value for mention in before if mention.value.last() < own[0].value.first()]
    return min(earlier, default=None, key=lambda value: value.first())


def _kind(book: Notebook, clause: Clause) -> str | None:
    """The kind of the accident, from its own clause, else from its sentence, the denials of others left out."""
    told = [other for other in book.narrative.sentence(clause) if not denies_accident(other)]
    sentence = "，".join(other.text for other in told)
    return choose("incidents.accident.type", clause.text) or choose("incidents.accident.type", sentence)


def denies_accident(clause: Clause) -> bool:
    """The clause denies an accident it names."""
    return _denies(clause.text)


@lru_cache(maxsize=1 << 12)
def _denies(text: str) -> bool:
    named = is_named(text, "incidents.accident.noun")
    return any(is_denied(text, match.start(), match.end()) for match in named)


def _note_unpunished(book: Notebook, clause: Clause) -> None:
    for other in [clause, *book.narrative.after(clause, 2)]:
        if cues("incidents.violation.unpunished").search(other.text) and not is_doubted(book.narrative, other):
            book.note("penalized", False, other)
            return


def _reaches_us(book: Notebook, clause: Clause) -> bool:
    """A neighbour's explosion that hit us, or a contractor's accident on our ground."""
    return any(cues("incidents.accident.reaches_us").search(other.text) for other in book.narrative.sentence(clause))


def _another_body(book: Notebook, clause: Clause) -> bool:
    """2020年出过重大事故，跟我们不是一个法人."""
    following = book.narrative.after(clause)[:2]
    return any(cues("incidents.accident.another_body").search(other.text) for other in following)


def _found_anothers(book: Notebook, clause: Clause) -> bool:
    """记者说我们出了事故，后经查实是隔壁厂的: said in one breath."""
    following = book.narrative.after(clause)[:2]
    return any(cues("incidents.accident.found_anothers").search(other.text) for other in following)


def _anothers(book: Notebook, clause: Clause) -> bool:
    """供货医院出过事故，跟我们无关."""
    return any(cues("incidents.accident.no_concern").search(other.text) for other in book.narrative.after(clause)[:1])


def is_talk(text: str) -> bool:
    """The clause speaks about accidents without telling of one."""
    if cues("incidents.aside").search(text):
        return True
    return bool(re.search(r"(?:预防|防范|零|杜绝|避免|防止|降低|减少|分析|关于|如果|万一|一旦)[^,，]{0,8}事故", text))


def _note_level(book: Notebook, clause: Clause, prefix: str) -> None:
    level = level_of(book, clause)
    if level_is_open(book, clause):
        book.doubt(clause, f"{prefix}accident_level", f"{prefix}major_accident_free_years")
        return
    book.note(f"{prefix}accident_level", level, clause)


def _note_liability(book: Notebook, clause: Clause) -> None:
    around = [clause, *book.narrative.before(clause), *book.narrative.after(clause, 2)]
    for other in around:
        denied = other is not clause and cues("incidents.accident.noun").search(other.text)
        if denied:
            continue
        if re.search(r"责任[^,，]{0,8}(?:没|未|待|还在)(?:有)?(?:定|划|分|查|认|明|扯)", other.text):
            book.doubt(other, "accident_self_liable")
        elif affirms(other, "incidents.accident.share"):
            book.forget("accident_self_liable")
            if any(cues("incidents.accident.share_revised").search(one.text) for one in around):
                book.doubt(other, "accident_self_liable")
            book.note("accident_self_liable", True, other)
            return
        elif cues("incidents.accident.not_liable").search(other.text):
            book.note("accident_self_liable", False, other)
        elif affirms(other, "incidents.accident.liable"):
            book.note("accident_self_liable", True, other)

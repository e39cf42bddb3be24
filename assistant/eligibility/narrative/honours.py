"""Quality awards of the past: won or not, nominated, applied for at all, and every kind of foul play around them."""

import re

from assistant.eligibility.narrative.bystanders import names_another
from assistant.eligibility.narrative.city_award import doubt_undated_award, read_city_award
from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date, is_cleared
from assistant.eligibility.narrative.lexicon import choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import (
    NEVER,
    Stance,
    free_years,
    is_asked,
    is_denied,
    is_doubted,
    stance,
    whole_years_since,
)
from assistant.eligibility.narrative.subjects import own_subject
from assistant.language.dates import PartialDate, find_dates

FRAUD_FREE = "award_fraud_free_years"
_PAST = ("past_false_application_date", "past_improper_win_date", "honor_revoked_date")
_PAST_CUES = dict(zip(_PAST, ("honours.false_application", "honours.improper_win", "honours.revoked"), strict=True))


def read_honours(book: Notebook) -> None:
    """Note everything of this file clause by clause."""
    for clause in book.narrative.clauses:
        _read_applied(book, clause)
        _read_won(book, clause, "won_national_quality_award", "honours.national")
        _read_won(book, clause, "won_provincial_quality_award", "honours.provincial")
        read_city_award(book, clause)
        _read_fraud(book, clause)
        _read_honest(book, clause)
        for key, name in _PAST_CUES.items():
            _read_past(book, clause, key, name)
    doubt_undated_award(book)


def _around(book: Notebook, clause: Clause) -> str:
    before = [other.text for other in reversed(book.narrative.before(clause))]
    return "，".join([*before, clause.text, *(other.text for other in book.narrative.after(clause))])


def _read_applied(book: Notebook, clause: Clause) -> None:
    """Never applied for any quality award: no fraud, and the first application. First time here: only the latter."""
    never = cues("honours.never_applied").search(clause.text)
    first = _first_time(clause)
    if _asks_of_past(book, clause):
        book.doubt(clause, "first_time_applicant", FRAUD_FREE, *_PAST)
        return
    if not (never or first) or is_asked(clause) or own_subject(clause, len(clause.text)) == "other":
        return
    if not never and not re.search(r"申报|参评|报奖|[次回]报|报(?:这个|该)?奖|报过", clause.text):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, "first_time_applicant", FRAUD_FREE)
        return
    since = book.value("award_fraud_date") if cues("scope.afterwards").search(clause.text) else None
    if since is not None:  # 此后再没参加过任何评选, behind a fraud in one
        book.note(FRAUD_FREE, whole_years_since(PartialDate.parse(str(since)), book.as_of), clause)
        return
    book.note("first_time_applicant", True, clause)
    if never and not re.search(r"(?:今年|去年|近)", clause.text):
        book.note(FRAUD_FREE, NEVER, clause)


def _first_time(clause: Clause) -> bool:
    """不是第一次申报 tells of another time before."""
    first = cues("honours.first_time").search(clause.text)
    return bool(first) and not cues("honours.not_first").search(clause.text[: first.start()] if first else "")


def _asks_of_past(book: Notebook, clause: Clause) -> bool:
    """以前参没参加过、有没有被退回过，我不掌握."""
    asks = re.search(
        r"(?:参没参加|报没报|有没有|是否|是不是)[^。]{0,16}(?:质量奖|评选|参评|申报过|报过|退回|评过)", clause.text
    )
    following = "".join(other.text for other in book.narrative.after(clause))
    return bool(asks and cues("scope.uncertain").search(clause.text + following))


def _read_won(book: Notebook, clause: Clause, key: str, name: str) -> None:
    match = cues(name).search(clause.text)
    if is_asked(clause):
        return
    if match is None:
        _read_short(book, clause, key, f"{name}_short")
        return
    after = "，".join(other.text for other in book.narrative.after(clause)[:2])
    here = cues("honours.got").search(clause.text)
    got = here or re.match(r"(?:我们|公司)?(?:都|也)?(?:没|拿(?:过|了|到|下)|获|得(?:过|了|到))", after)
    behind = None if here else cues("honours.lost_behind").match(after)
    lost = cues("honours.not_got").search(clause.text) or behind
    if lost and _won_after(book, clause):
        book.doubt(clause, key)
        return
    denied = is_denied(clause.text, match.start(), match.end()) or lost
    if cues("honours.nomination").search(clause.text[match.end() : match.end() + 8]) or cues(
        "honours.others_won"
    ).search(clause.text):
        strangers = cues("honours.strangers_won").search(clause.text[: match.start()])
        had = (got or _is_on_notice(book, clause)) and not denied and not strangers
        if had and not _denied_of_us(book, clause, key):
            book.doubt(clause, key)
        return
    if not denied and _is_on_notice(book, clause):
        book.doubt(clause, key)
        return
    plain = denied and not cues("honours.aims").search(clause.text)
    if plain or (denied and (got or lost)):
        _note_won(book, clause, key, won=False)
    elif got and not cues("honours.aims").search(clause.text):
        _note_affirmed(book, clause, key)


def _read_short(book: Notebook, clause: Clause, key: str, name: str) -> None:
    """没拿过省奖国家奖: who has no award of a level has no quality award of it; one had may be any (省奖拿过一次)."""
    match = cues(name).search(clause.text)
    if match is None or cues("honours.others_won").search(clause.text):
        return
    undone = bool(cues("honours.not_got").search(clause.text)) or is_denied(clause.text, *match.span())
    behind = next(iter(book.narrative.after(clause)), None)
    if behind is not None and match.end() == len(clause.text):
        undone = undone or bool(cues("honours.lost_behind").match(behind.text))
    past = cues("scope.only_before").search(clause.text) or cues("honours.until_then").search(clause.text)
    if undone and (past or _won_after(book, clause)):
        book.doubt(clause, key)
    elif undone and not is_doubted(book.narrative, clause) and not cues("honours.aims").search(clause.text):
        book.note(key, False, clause)
    elif cues("honours.got").search(clause.text):
        book.doubt(clause, key)


def _is_on_notice(book: Notebook, clause: Clause) -> bool:
    """省质量奖提名奖，还在公示: to be had, perhaps, by the day of judgement."""
    near = [clause, *book.narrative.after(clause)[:2]]
    return any(cues("honours.on_notice").search(other.text) and not is_asked(other) for other in near)


def _note_affirmed(book: Notebook, clause: Clause, key: str) -> None:
    """An award that was won; a sister firm's is none of ours, and says so: …得过省质量奖，我们自己没得过."""
    if not names_another(book, clause):
        _note_won(book, clause, key, won=True)
    else:
        _denied_of_us(book, clause, key)


def _denied_of_us(book: Notebook, clause: Clause, key: str) -> bool:
    """The clause behind another's award says that the applicant has none; noted then."""
    behind = next(iter(book.narrative.after(clause)), None)
    if behind is None or not cues("honours.we_did_not").search(behind.text):
        return False
    book.note(key, False, behind)
    return True


def _won_after(book: Notebook, clause: Clause) -> bool:
    """没评上，2021年再报，评上了: another try that came off, told before another award is named."""
    for other in book.narrative.after(clause):
        if cues("honours.award").search(other.text):
            return False
        had = cues("honours.won_after").search(other.text)
        if had and not is_denied(other.text, *had.span()) and not is_asked(other):
            return True
    return False


def _note_won(book: Notebook, clause: Clause, key: str, *, won: bool) -> None:
    following = [clause, *book.narrative.after(clause)[:1]] if won else []
    undone = any(cues(name).search(one.text) for one in following for name in ("honours.undone", "scope.unissued"))
    if undone or is_doubted(book.narrative, clause):
        book.doubt(clause, key)
        return
    book.note(key, won, clause)
    if won and key == "won_provincial_quality_award":
        book.note("won_provincial_quality_award_date", event_date(book, clause), clause)


def _read_fraud(book: Notebook, clause: Clause) -> None:
    match = cues("honours.fraud").search(clause.text)
    if match is None or not cues("honours.award_context").search(_around(book, clause)) or is_asked(clause):
        return
    how = stance(book.narrative, clause, match.start(), match.end())
    if how is Stance.DENIED:
        if cues("honours.award_context").search(clause.text) or _context_before(book, clause):
            book.note(FRAUD_FREE, free_years(book.narrative, clause, book.as_of, None), clause)
        return
    if how is Stance.DOUBTED:
        book.doubt(clause, FRAUD_FREE, *_PAST)
    elif how is Stance.AFFIRMED and own_subject(clause, match.start()) != "other" and not is_cleared(book, clause):
        _note_fraud(book, clause)


def _read_honest(book: Notebook, clause: Clause) -> None:
    """从那以后参加过两回评选，都老老实实: since the fraud told before, none.

    Half of it honest, another's, or honesty denied says nothing; nor does a fraud told twice, being dated by the first.
    """
    found = book.value("award_fraud_date")
    honest = cues("honours.honest").search(clause.text)
    told = [clause, *book.narrative.before(clause)]
    if found is None or not honest or is_doubted(book.narrative, clause):
        return
    since = any(cues("scope.afterwards").search(one.text) for one in told)
    took_part = any(cues("honours.took_part").search(one.text) for one in told)
    open_still = any(is_asked(one) or is_doubted(book.narrative, one) for one in told)
    unsure = ("honours.honest_unsure", "honours.honest_in_part", "honours.honest_others")
    open_still = open_still or any(cues(name).search(one.text) for one in told for name in unsure)
    open_still = open_still or any(own_subject(one, len(one.text)) in ("other", "former") for one in told)
    denied = is_denied(clause.text, *honest.span()) or cues("honours.not_honest").search(clause.text)
    if since and took_part and not open_still and not denied:
        book.note(FRAUD_FREE, whole_years_since(PartialDate.parse(str(found)), book.as_of), clause)


def _context_before(book: Notebook, clause: Clause) -> bool:
    """The clause before speaks of awards, or the sentence of having taken part in one."""
    before = book.narrative.before(clause)
    near = before and cues("honours.award_context").search(before[0].text)
    return bool(near) or any(cues("honours.took_part").search(other.text) for other in before)


def _note_fraud(book: Notebook, clause: Clause) -> None:
    if _is_probed(_around(book, clause)):
        book.note("award_fraud_investigation_pending", True, clause)
        book.doubt(clause, FRAUD_FREE)
        return
    date = event_date(book, clause)
    book.note("award_fraud_date", date, clause)
    since = whole_years_since(date, book.as_of)
    stated = book.value(FRAUD_FREE)
    if since is None or stated is None or int(stated) > since:
        book.forget(FRAUD_FREE)


def _read_past(book: Notebook, clause: Clause, key: str, name: str) -> None:
    """隐瞒或虚假材料, 骗奖, 撤销荣誉: the date it was found, or "none" where the text denies it."""
    match = cues(name).search(clause.text)
    if match is None or is_asked(clause):
        return
    denied = is_denied(clause.text, match.start(), match.end()) or is_denied(clause.text, match.start(), match.start())
    context = book.narrative.text if denied else _context(book, clause)
    if not cues("honours.award_context").search(context):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, key)
    elif denied:
        book.note(key, "none", clause)
    elif own_subject(clause, match.start()) != "other" and not cues("scope.plan").search(clause.text[: match.start()]):
        date = _found_date(book, clause)
        if date is None or _is_probed(clause.text):
            book.doubt(clause, key)
        else:
            book.note(key, date, clause)
            if key == "honor_revoked_date":
                book.note("honor_revoked_reason", choose("honours.revoked_reason", _around(book, clause)), clause)


def _is_probed(text: str) -> bool:
    """Somebody looks into it, and it has not been found true: 被举报查实 has."""
    return bool(cues("honours.probing").search(text)) and not cues("honours.proved").search(text)


def _found_date(book: Notebook, clause: Clause) -> PartialDate | None:
    """The day it was found (2014年行贿, 2015年被查处), else the day it was done."""
    for other in book.narrative.after(clause):
        dates = find_dates(other.text, book.as_of)
        if dates and cues("honours.found_out").search(other.text):
            return dates[0].value
    return event_date(book, clause)


def _context(book: Notebook, clause: Clause) -> str:
    """The sentence and the one before it: 荣誉也没被撤过 follows the award it speaks of."""
    sentences = book.narrative.sentences[max(0, clause.sentence - 1) : clause.sentence + 1]
    return "".join(other.text for sentence in sentences for other in sentence)

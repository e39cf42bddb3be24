"""Licences, industrial policy and certified management systems."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.double_negation import is_denied_next, is_undone
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.planned import realised_date
from assistant.eligibility.narrative.scope import is_asked, is_doubted
from assistant.eligibility.narrative.subjects import own_subject


def read_standing(book: Notebook) -> None:
    """Note licences, policy and certification of an organisation, clause by clause."""
    for clause in book.narrative.clauses:
        if is_asked(clause) or own_subject(clause, len(clause.text)) in ("other", "former"):
            continue
        _read_pair(book, clause, "has_required_licenses", "standing.licence.yes", "standing.licence.no")
        _read_policy(book, clause)
        _read_certified(book, clause, "qms_certified", "standing.certified.qms")
        _read_certified(book, clause, "other_ms_certified", "standing.certified.other")


def _read_pair(book: Notebook, clause: Clause, key: str, yes: str, no: str) -> None:
    following = "".join(f"，{other.text}" for other in book.narrative.after(clause)[:1])
    around = clause.text + following[:20]
    told = list(cues(no).finditer(around))
    lacks = [match for match in told if not is_undone(around, match)]
    if cues("standing.none_of_them").search(clause.text) and cues("standing.licence.named").search(clause.text):
        book.doubt(clause, key)
        return
    if lacks and all(_is_certificate(book, clause, match) for match in lacks):
        return
    if told and not lacks:
        _note_none_lacking(book, clause, key)
        return
    if not lacks and (not cues(yes).search(clause.text) or cues("standing.licence.rest").search(clause.text)):
        return
    if is_doubted(book.narrative, clause) or is_denied_next(book, clause):
        book.doubt(clause, key)
    elif "体系" not in clause.text or not lacks:
        book.note(key, not lacks, clause)


def _is_certificate(book: Notebook, clause: Clause, match: re.Match[str]) -> bool:
    """认证机构明年才来审，证书现在没有: what is lacking is the certificate of a system, no licence."""
    sentence = "，".join(other.text for other in [*reversed(book.narrative.before(clause)), clause])
    return match.group().startswith("证书") and bool(cues("standing.certified.spoken_of").search(sentence))


def _note_none_lacking(book: Notebook, clause: Clause, key: str) -> None:
    """不存在资质不全 says they are all there; 没有无证生产 does not say so."""
    if cues("standing.licence.incomplete").search(clause.text) and not is_doubted(book.narrative, clause):
        book.note(key, True, clause)
    else:
        book.doubt(clause, key)


def _read_policy(book: Notebook, clause: Clause) -> None:
    fits = cues("standing.policy.fits").search(clause.text)
    breaks = cues("standing.policy.breaks").search(clause.text)
    if not fits and not breaks:
        return
    undone = is_denied_next(book, clause) or (fits is not None and is_undone(clause.text, fits))
    undone = undone or bool(cues("standing.none_of_them").search(clause.text))
    if is_doubted(book.narrative, clause) or undone:
        book.doubt(clause, "violates_industrial_policy")
    elif fits is None and breaks is not None and is_undone(clause.text, breaks):
        book.note("violates_industrial_policy", False, clause)
    else:
        book.note("violates_industrial_policy", not fits, clause)


def _read_certified(book: Notebook, clause: Clause, key: str, name: str) -> None:
    match = cues(name).search(clause.text)
    if (
        match is None
        or re.search(r"事故|投诉|违法|抽[查检]", clause.text)
        or "员" in clause.text[match.end() : match.end() + 1]
    ):
        return
    around = [clause, *book.narrative.after(clause)[:2]]
    text = "，".join(other.text for other in around)
    underway = cues("standing.certified.underway").search(clause.text)
    lacking = cues("standing.certified.expired").search(text) or cues("scope.unissued").search(text)
    none = cues("standing.none_of_them").search(clause.text)
    if none or is_doubted(book.narrative, clause) or (lacking and not _has_lapsed(book, clause)):
        book.doubt(clause, key)
    elif lacking:
        book.note(key, False, clause)
    elif cues("standing.certified.undone").search(clause.text):
        _note_undone(book, clause, key)
    elif underway:
        _note_underway(book, clause, key)
    elif _is_done(book, clause):
        if _passed(clause) or not _never_sought(book):
            book.note(key, True, clause)
        else:
            book.doubt(clause, key)
    elif _undone_behind(book, clause):
        running = any(cues("standing.certified.in_force").search(other.text) for other in book.narrative.after(clause))
        book.doubt(clause, key) if running else book.note(key, False, clause)
    elif cues("standing.certified.ahead").search(text):
        book.doubt(clause, key)


def _never_sought(book: Notebook) -> bool:
    """认证那套东西我们没弄: a certificate told of behind a system's name need not be that system's."""
    return any(cues("standing.certified.never_sought").search(other.text) for other in book.narrative.clauses)


def _has_lapsed(book: Notebook, clause: Clause) -> bool:
    """证书2023年到期，没续: it ran out and was let go, and nothing is under way or passed since."""
    told = [clause, *_before_next_system(book, clause)]
    text = "，".join(other.text for other in told)
    open_still = any(cues(f"standing.certified.{name}").search(text) for name in ("underway", "ahead"))
    return bool(cues("standing.certified.let_go").search(text)) and not open_still and not any(map(_passed, told))


def _is_done(book: Notebook, clause: Clause) -> bool:
    """Certified by the words of the clause or those behind it, where these tell of nothing still ahead."""
    if any(_passed(other) for other in _before_next_system(book, clause)):
        return True
    following = book.narrative.after(clause)[:1]
    paperless = any(cues("standing.certified.no_paper").search(other.text) for other in following)
    if paperless or cues("standing.certified.ahead").search(clause.text):
        return False
    return bool(cues("standing.certified.done").search(clause.text)) or _done_behind(book, clause)


def _undone_behind(book: Notebook, clause: Clause) -> bool:
    """质量管理体系嘛，文件编了三大本，一直没去认证: denied later in the sentence, no other system named between."""
    for other in book.narrative.after(clause):
        if cues("standing.certified.qms").search(other.text) or cues("standing.certified.other").search(other.text):
            return False
        if cues("standing.certified.undone").search(other.text):
            return not is_doubted(book.narrative, other)
    return False


def _note_underway(book: Notebook, clause: Clause, key: str) -> None:
    """Open, unless it was a plan and the sentence tells how it came out: 原计划2022年做，推迟到2023年8月通过认证."""
    if cues("scope.planned").search(clause.text):
        if _undone_behind(book, clause):
            book.note(key, False, clause)
            return
        came = realised_date(book.narrative, clause, book.as_of)
        if came and came[0].sentence == clause.sentence and _passed(came[0]):
            book.note(key, True, clause)
            return
    if book.value(key) is not False:  # 还没通过, and under way: not certified today
        book.doubt(clause, key)


def _passed(clause: Clause) -> bool:
    """It was passed, by the words of this clause."""
    open_still = cues("standing.certified.underway").search(clause.text) or cues("scope.plan").search(clause.text)
    return bool(cues("standing.certified.passed").search(clause.text)) and not open_still


def _done_behind(book: Notebook, clause: Clause) -> bool:
    following = book.narrative.after(clause)[:1]
    return bool(
        following
        and cues("standing.certified.done").search(following[0].text)
        and not cues("standing.certified.undone").search(following[0].text)
        and not cues("standing.certified.underway").search(following[0].text)
        and not cues("standing.certified.ahead").search(following[0].text)
    )


def _note_undone(book: Notebook, clause: Clause, key: str) -> None:
    """只通过了质量管理体系认证: the one named is certified, every other is not."""
    only = cues("standing.certified.only").search(clause.text)
    if only and key == "qms_certified":
        book.note("qms_certified", True, clause)
        book.note("other_ms_certified", False, clause)
    elif not only and any(_passed(other) for other in _before_next_system(book, clause)):
        book.note(key, True, clause)
    elif not only and not (key == "other_ms_certified" and _another_certified(book, clause)):
        book.note(key, False, clause)


def _another_certified(book: Notebook, clause: Clause) -> bool:
    """环境体系没做，职业健康体系做了: any one system beside that of quality will do."""
    others = [other for other in book.narrative.clauses if cues("standing.certified.other").search(other.text)]
    return any(
        _is_done(book, other) and not cues("standing.certified.undone").search(other.text)
        for other in others
        if other is not clause and not is_asked(other) and not is_doubted(book.narrative, other)
    )


def _before_next_system(book: Notebook, clause: Clause) -> list[Clause]:
    """2019年没通过，2021年通过了认证: the clauses behind, up to one that names a system of its own."""
    following: list[Clause] = []
    for other in book.narrative.after(clause):
        if cues("standing.certified.qms").search(other.text) or cues("standing.certified.other").search(other.text):
            break
        following.append(other)
    return following

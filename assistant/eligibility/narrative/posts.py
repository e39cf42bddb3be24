"""The post of a quality officer, and merit claimed or found."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_doubted


def read_cqo(book: Notebook, clause: Clause) -> None:
    if _anothers_post(book, clause):
        book.note("is_cqo", False, clause)
        return
    text = cues("person.cqo_other").sub("", clause.text)
    match = cues("person.cqo").search(text)
    if not match:
        held = cues("person.cqo_anothers").search(clause.text)
        if held and not is_doubted(book.narrative, clause) and not _is_own_title(book, held.group()):
            book.note("is_cqo", False, clause)
        return
    if is_asked(clause):
        return
    if _no_such_post(book, clause):
        book.note("is_cqo", False, clause)
        return
    after = "，".join(other.text for other in book.narrative.after(clause)[:1])
    unsettled = any(cues("person.cqo_unsettled").search(one.text) for one in book.narrative.sentence(clause))
    papers = [clause, *(one for one in book.narrative.after(clause)[:2] if not _of_honours(one))]
    unsettled = unsettled or any(cues("scope.unissued").search(one.text) for one in papers)
    if over := _post_is_over(book, clause):
        for told in over:
            book.note("is_cqo", False, told)
    elif unsettled or is_doubted(book.narrative, clause) or cues("person.cqo_soon").search(text + "，" + after):
        book.doubt(clause, "is_cqo")
    elif cues("person.cqo_not").search(text[: match.start()]) or re.match(
        r"[^,，]{0,14}(?:没有?(?:人)?[设当任]|从[没未]|未[设任]|不是[我他她]|没给我|另有|空[着缺])", text[match.end() :]
    ):
        book.note("is_cqo", False, clause)
    elif cues("person.cqo_kept").search(text) and not re.search(r"我(?!们|[厂司院校所])|本人", text):
        return  # the firm has one: it is not said who
    elif re.match(r"[^,，]{0,8}由(?!我|本人|该同志|他|她)", text[match.end() :]):
        book.doubt(clause, "is_cqo")  # somebody holds it, and it is not said whether the applicant is meant
    elif re.search(r"(?:系|当|任|是|做|担任|为|聘|兼|职务|岗位|[,，:：、]|^|的)[^,，]{0,10}$", text[: match.start()]):
        book.note("is_cqo", True, clause)


def _no_such_post(book: Notebook, clause: Clause) -> bool:
    """首席质量官嘛，厂里现在没设这个职务: the firm has no such post; what it had not in former days is no matter."""
    if not cues("person.cqo_headed").search(clause.text):
        return False
    near = book.narrative.after(clause, 2)[:2]
    never = [one for one in near if cues("person.cqo_never_set").search(one.text) and not is_asked(one)]
    return bool(never) and not any(cues("person.cqo_formerly").search(one.text) for one in near)


def _of_honours(clause: Clause) -> bool:
    """市政府表彰的文件还在印: another paper than that of the post."""
    return bool(cues("achievements.commendation.noun").search(clause.text))


def _post_is_over(book: Notebook, clause: Clause) -> list[Clause]:
    """2017年任首席质量官，去年底任期满，改由副总接任: the clauses behind that tell so, where it is not held again."""
    following = [other for other in book.narrative.after(clause) if not is_asked(other)]
    over = [other for other in following if cues("person.cqo_over").search(other.text)]
    again = any(cues("person.cqo_again").search(other.text) for other in following)
    return [] if again or any(is_doubted(book.narrative, other) for other in over) else over


def _anothers_post(book: Notebook, clause: Clause) -> bool:
    """首席质量官现在由副总兼着; 公司另设有首席质量官，我不是: the firm has one, and it is somebody else."""
    held = cues("person.cqo_held").search(clause.text)
    if held and not is_asked(clause) and not is_doubted(book.narrative, clause):
        return not _is_own_title(book, held.group())
    if not cues("person.cqo_kept").search(clause.text) or is_asked(clause) or is_doubted(book.narrative, clause):
        return False
    following = book.narrative.after(clause, 2)[:3]
    apart = cues("person.cqo_apart").search(clause.text)
    return bool(apart) or any(cues("person.cqo_not_me").search(other.text) for other in following)


def _is_own_title(book: Notebook, held: str) -> bool:
    """首席质量官由副总经理兼任, and the applicant is a vice manager: it may be the applicant's own.

    A name (首席质量官由郑伟担任) is another's only where the applicant says 我.
    """
    title = cues("person.cqo_holder").search(held)
    if title is None and "由" in held and not cues("applicant.speaks_of_self").search(book.narrative.text):
        return True
    own = [cues("person.own_title").search(other.text) for other in book.narrative.clauses]
    return title is not None and any(one and title.group() in one.group() for one in own)


def read_exceptional(book: Notebook, clause: Clause) -> None:
    match = cues("person.exceptional").search(clause.text)
    heads = clause.asks and cues("person.exceptional_heading").search(clause.text)
    if not match or (is_asked(clause) and not heads):
        return
    told = [*reversed(book.narrative.before(clause)), clause, *book.narrative.after(clause, 2 if heads else 1)]
    text = cues("person.exceptional_aside").sub("", "，".join(other.text for other in told))
    denied = cues("person.exceptional_no").search(text)
    judged = cues("person.exceptional_judge").search(text)
    refused = cues("person.exceptional_refused").search(text)
    unsettled = cues("person.exceptional_open").search(text) and not refused
    if unsettled or (is_doubted(book.narrative, clause) and not heads):
        book.doubt(clause, "exceptional_performance_verified")
        book.note("exceptional_performance_claimed", True, clause)
        return
    book.note("exceptional_performance_claimed", not denied, clause)
    if judged and denied:
        book.note("exceptional_performance_verified", False, clause)
    elif judged and cues("person.exceptional_found").search(text):
        book.note("exceptional_performance_verified", True, clause)

"""Major errors at work: made, denied, or told by what came of them."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import event_date
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted
from assistant.eligibility.narrative.subjects import own_subject


def read_errors(book: Notebook) -> None:
    """Note a major error at work, or that there was none, from a narrative in plain words."""
    for clause in book.narrative.clauses:
        _read_error(book, clause)


def _read_error(book: Notebook, clause: Clause) -> None:
    if _told_as_a_story(book, clause):
        book.note("major_work_error", True, clause)
        book.note("major_work_error_date", event_date(book, clause), clause)
        return
    match = cues("person.error").search(clause.text)
    if not match or is_asked(clause) or own_subject(clause, match.start()) in ("other", "boss"):
        return
    around = clause.text[: match.end()]
    if cues("person.error_free").search(clause.text) and not cues("scope.plan").search(clause.text):
        book.note("major_work_error", False, clause)
        return
    if cues("person.error_averted").search(around):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, "major_work_error")
    elif is_denied(clause.text, match.start(), match.end()):
        if re.search(r"(?:那|之|此|从那)(?:以)?后[^,，]{0,8}再|再也?(?:没|未|无)", clause.text):
            return  # 那以后再没犯过错: of the time before it says nothing
        if not re.search(r"班组|徒弟|厂里|单位|公司", around):
            book.note("major_work_error", False, clause)
    elif cues("person.error_topic").search(clause.text):
        book.doubt(clause, "major_work_error")
    elif "重大" in match.group() or "严重" in match.group() or _graded_behind(book, clause):
        book.note("major_work_error", True, clause)
        book.note("major_work_error_date", event_date(book, clause), clause)
    else:
        book.doubt(clause, "major_work_error")


def _graded_behind(book: Notebook, clause: Clause) -> bool:
    """2016年吊装失误…，造成严重后果，厂里定为重大失误: what it was is told later in the sentence."""
    for other in book.narrative.after(clause):
        grave = cues("person.error_grave").search(other.text)
        unsure = is_asked(other) or is_doubted(book.narrative, other)
        if grave and not unsure and not is_denied(other.text, grave.start(), grave.end()):
            return True
    return False


def _told_as_a_story(book: Notebook, clause: Clause) -> bool:
    """2004年我把砝码弄错，致使…失准，登了报，影响极坏: a mistake of one's own, its cost and its ill fame."""
    if not cues("person.mistake").search(clause.text) or is_asked(clause) or is_doubted(book.narrative, clause):
        return False
    mine = re.search(r"我(?!们)|本人", clause.text) or own_subject(clause, len(clause.text)) == "self"
    told = "，".join(other.text for other in [clause, *book.narrative.after(clause)])
    costly = cues("person.mistake_cost").search(told) and cues("person.mistake_fame").search(told)
    return bool(mine and costly)

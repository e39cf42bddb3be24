"""How long a person has done the work of a category, and since when."""

import re
from typing import NamedTuple

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.durations import Duration, find_durations
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted
from assistant.language.dates import PartialDate, find_dates

_LONGEST = 60


class Served(NamedTuple):
    """A length of service as told; years None where the words leave it open, key "" where it is another matter."""

    key: str
    years: int | None
    weight: int
    clause: Clause


def read_years(book: Notebook, category: str) -> bool:
    """Years in the role of the category, a total length of service apart; True where the role's are told altogether."""
    told: list[Served] = []
    for clause in book.narrative.clauses:
        _doubt_years(book, clause)
        if is_asked(clause):
            continue
        served = _served(clause)
        told.extend(_told_years(book, clause, served, index, category) for index in range(len(served)))
        _read_start(book, clause, category)
    for key in ("role_years", "total_work_years"):
        _note_years(book, key, [one for one in told if one.key == key])
    _drop_start_of_post(book)
    return any(one.key == "role_years" and one.weight > 1 for one in told)


def _drop_start_of_post(book: Notebook) -> None:
    """2016年起任首席质量官 within sixteen years of the work dates the post, not the work."""
    clause, years, start = book.clause_of("role_start_date"), book.value("role_years"), book.value("role_start_date")
    if clause is None or years is None or book.as_of is None or not cues("person.post").search(clause.text):
        return
    if book.as_of.year - PartialDate.parse(str(start)).year < int(years):
        book.forget("role_start_date")


def doubt_earlier_years(book: Notebook, category: str) -> None:
    """Years here beside uncounted years of the same work elsewhere (之前在外地也干这行) are no sum."""
    for clause in book.narrative.clauses:
        earlier = cues("person.earlier_years").search(clause.text)
        own, _ = _roles(clause.text, category)
        same = own or re.search(r"也是|同样|这行|老本行|同一", clause.text)
        if earlier and same and not find_durations(clause.text) and not cues("person.other_role").search(clause.text):
            book.doubt(clause, "role_years")


def _doubt_years(book: Notebook, clause: Clause) -> None:
    """有多少年是搞质量的，我也算不清; 一线的年头没细分."""
    if cues("person.years_topic").search(clause.text) and is_doubted(book.narrative, clause):
        book.doubt(clause, "role_years", "role_start_date")
    if re.search(r"(?:多少|几|哪)一?年", clause.text) and is_doubted(book.narrative, clause):
        book.doubt(clause, "role_years")


def _served(clause: Clause) -> list[Duration]:
    """Durations that tell of service: not 近N年, not the years of a denial or of an award."""
    if re.search(
        r"没有|没出|未|处分|事故|表彰|获得|评为|先进|违|连续[^,，]{0,4}年(?:被|获|评)|岁", clause.text
    ) and not re.search(r"(?:干|做|当|管|从事|工作|任|搞)(?:了|满)?", clause.text):
        return []
    return [d for d in find_durations(clause.text) if _counts_as_service(clause.text, d)]


def _counts_as_service(text: str, duration: Duration) -> bool:
    if duration.window and not _began_then(text, duration):
        return False
    if cues("person.short_by").search(text[: duration.start]) or cues("person.short_of").match(text, duration.end):
        return False
    return not re.match(r"[没未无]|来没|内|里", text[duration.end :])


def _began_then(text: str, duration: Duration) -> bool:
    """近六年才下到一线: 才 says that there was none of it before."""
    return text[duration.end :].startswith("才")


def _told_years(book: Notebook, clause: Clause, served: list[Duration], index: int, category: str) -> Served:
    """One length of service: of the role or of all work (key), and how much it weighs beside others."""
    duration = served[index]
    text = clause.text
    if len(served) > 1:
        behind = re.match(r"的?(?:总)?工龄", text[duration.end :])
        text = text[served[index - 1].end if index else 0 : duration.end] + (behind.group() if behind else "")
    before = [other.text for other in book.narrative.before(clause)[:2]]
    alone = cues("person.years_alone").fullmatch(clause.text)
    following = [other.text for other in book.narrative.after(clause)[:1] if alone]
    steady = [told for told in following if cues("person.all_along").search(told)]
    kind = _kind_of_service(text, before, steady, category)
    if kind is None or (duration.years or 0) > _LONGEST:
        return Served("", None, 0, clause)
    weight = 2 * bool(cues("person.altogether").search(text)) + (not cues("person.post").search(text))
    doubted = duration.years is None or is_doubted(book.narrative, clause)
    key = "role_years" if kind == "role" else "total_work_years"
    return Served(key, None if doubted else duration.years, weight, clause)


def _note_years(book: Notebook, key: str, told: list[Served]) -> None:
    """Years altogether outrank years in the work, and those outrank years in a post."""
    heaviest = max((one.weight for one in told), default=0)
    for one in told:
        if one.weight < heaviest:
            continue
        if one.years is None:
            book.doubt(one.clause, key)
        else:
            book.note(key, one.years, one.clause)


def _kind_of_service(text: str, before: list[str], after: list[str], category: str) -> str | None:
    own, others = _roles(text, category)
    if cues("person.other_role").search(text) or (others and not own):
        return None
    if own:
        return "role"
    if cues("person.total").search(text) and not re.match(r"^(?:一)?(?:干|做|当|管)", text):
        return "total"
    if not re.search(
        r"干|做|当|管|搞|从事|任|[站守蹲泡熬倒扎耗看开烧焊拉扫跑喂缝织]了|^[^,，]{0,4}年|^[^,，]{0,8}年(?:整|有零|有余)?$|^前后|这行|一晃|算(?:起|下)?来|至今|迄今|到现在|到今天|起早贪黑|摸爬滚打|坚守|扎根",
        text,
    ):
        return None
    for told in (*before, *after):
        own, others = _roles(told, category)
        if own or others:
            return "role" if own and not cues("person.other_role").search(told) else None
    return None


def _roles(text: str, category: str) -> tuple[bool, bool]:
    own = others = False
    text = cues("person.stayed").sub("", cues("person.firm_name").sub("", text))
    for name, pattern in choices("person.role"):
        match = pattern.search(text)
        if match and not is_denied(text, match.start(), match.end()):
            own, others = own or name == category, others or name != category
    return own, others


def _read_start(book: Notebook, clause: Clause, category: str) -> None:
    """2008年起从事质量管理: the date the role began."""
    if not cues("person.since").search(clause.text) or cues("person.since_other").search(clause.text):
        return
    own, others = _roles(clause.text, category)
    if not own and not others and book.narrative.before(clause):
        own, _ = _roles(book.narrative.before(clause)[0].text, category)
    if not own and not others and cues("person.since_only").fullmatch(clause.text):
        own = any(_roles(other.text, category)[0] for other in book.narrative.after(clause)[:1])
    dates = [mention for mention in find_dates(clause.text, book.as_of) if mention.text not in ("今天", "今日")]
    before = "".join(other.text for other in book.narrative.before(clause)[:1])
    if not dates and (cues("person.at_once").search(clause.text) or cues("person.span_alone").search(before)):
        dates = [one for other in book.narrative.before(clause)[:1] for one in find_dates(other.text, book.as_of)]
    if book.has("role_start_date") and cues("person.post").search(clause.text):
        return  # a post within the work counted already
    if not own or not dates or re.search(r"以前|之前|原来|曾", clause.text) or find_durations(clause.text):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, "role_start_date", "role_years")
    else:
        book.note("role_start_date", dates[0].value, clause)

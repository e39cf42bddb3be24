"""Where a person works: the city of the present work place, apart from home, household register and issuers."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.durations import find_durations
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_doubted
from assistant.eligibility.narrative.subjects import own_subject


def read_workplace(book: Notebook) -> None:
    """The city of the present work place; home, household register, issuers and former places apart."""
    cities: dict[str, Clause] = {}
    posted: set[str] = set()
    back: tuple[str, Clause] | None = None
    for mention in book.narrative.places:
        clause = next(
            c for c in book.narrative.clauses if c.start <= mention.start < c.end or c is book.narrative.clauses[-1]
        )
        before = clause.text[: mention.start - clause.start]
        after = clause.text[mention.end - clause.start :]
        if cues("person.hukou_before").search(before) or re.match(r"户[口籍]", after):
            book.note("hukou_city", mention.place.city or None, clause)
        if own_subject(clause, len(before)) == "other":
            continue  # 母公司在太原
        if cues("person.not_there").match(after):
            continue
        works = _is_workplace(before, after) or _heads_title(book, clause, before, after)
        if works and mention.place.city and not is_asked(clause):
            if is_doubted(book.narrative, clause):
                book.doubt(clause, "work_city")
            cities.setdefault(mention.place.city, clause)
            if not _is_seat(before, after):
                posted.add(mention.place.city)
            back = _came_back(book, mention.place.city, clause, before) or (
                back if back and back[0] == mention.place.city else None
            )
    if back:
        cities = {back[0]: back[1]}
    elif len(cities) > 1 and len(posted) == 1 and not _back_at_the_seat(book):
        cities = {city: cities[city] for city in posted}
    if len(cities) == 1:
        city, clause = cities.popitem()
        book.note("work_city", city, clause)
        if _gone_from(book, city, clause, seat=city not in posted):
            book.doubt(clause, "work_city")
    elif cities:
        book.doubt(next(iter(cities.values())), "work_city")


def _gone_from(book: Notebook, city: str, clause: Clause, *, seat: bool) -> bool:
    """我个人：阳泉，后来去了榆次的厂: told behind, with no place the reader knows or none he takes for one of work."""
    for other in book.narrative.clauses[clause.index + 1 :]:
        named = [one.place.city for one in book.narrative.places if other.start <= one.start < other.end]
        gone = cues("person.moved_on").search(other.text) or (seat and cues("person.posted_out").search(other.text))
        if gone and city not in named and not is_asked(other):
            return True
    return False


def _is_seat(before: str, after: str) -> bool:
    """公司总部在阳泉，发工资也是阳泉发，阳泉没有岗位: where the firm sits and pays, not where one works."""
    near = f"{before[-10:]}□{after[:10]}"
    return bool(cues("person.seat").search(near))


def _came_back(book: Notebook, city: str, clause: Clause, before: str) -> tuple[str, Clause] | None:
    """三年前调回阳泉本部: the city come back to, unless another place of work is told behind it."""
    return (city, clause) if cues("person.back_to").search(before) and not is_doubted(book.narrative, clause) else None


def _back_at_the_seat(book: Notebook) -> bool:
    """The posting is over, or the seat is where one works: 去年调回来了, 我就在总部上班."""
    return any(cues("person.back").search(clause.text) for clause in book.narrative.clauses)


def _is_workplace(before: str, after: str) -> bool:
    if cues("person.place_alone_before").fullmatch(before) and cues("person.place_alone_after").fullmatch(after):
        return True
    if before.endswith("来") and find_durations(after[:6]):
        return True
    near = before[-8:] + "□" + re.split(r"[（(]", after)[0][:10]
    if cues("person.not_workplace").search(near) or cues("person.former_place").search(before[-6:]):
        return False
    return bool(
        cues("person.workplace").search(after)
        or re.search(r"(?:在|是|系|于|工作|单位|公司|厂|企业|[调转分派借][到至入]|分配到|应聘到)$", before)
    )


def _heads_title(book: Notebook, clause: Clause, before: str, after: str) -> bool:
    """太原理工的教授: the place opens the name of whoever employs the holder of a title."""
    if clause.index == book.narrative.first_place and not before and not re.match(r"市?(?:籍|人(?![民防])|户)", after):
        return not cues("person.not_workplace").search("□" + after[:10])
    if (
        clause.index > max(1, book.narrative.first_place)
        or re.search(r"[^是任系：:）)]$", before)
        or cues("person.not_workplace").search("□" + after[:10])
    ):
        return False
    titled = cues("applicant.person_role").search(clause.text) or (not before and cues("person.opening").search(after))
    return bool(titled) and not re.match(r"人(?![民防])|籍|户", after)

"""A person: where they work, in which category, for how long, and as what."""

import re
from typing import NamedTuple

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.durations import Duration, find_durations
from assistant.eligibility.narrative.events import event_date
from assistant.eligibility.narrative.lexicon import choices, choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted, own_subject
from assistant.eligibility.narrative.workplace import read_workplace
from assistant.language.dates import find_dates

_LONGEST = 60


class Served(NamedTuple):
    """A length of service as told; years None where the words leave it open, key "" where it is another matter."""

    key: str
    years: int | None
    weight: int
    clause: Clause


def read_person(book: Notebook) -> None:
    """Note work place, category, years, position and errors of a person."""
    read_workplace(book)
    category = _read_category(book)
    if category and not _read_years(book, category):
        _doubt_earlier_years(book, category)
    for clause in book.narrative.clauses:
        _read_cqo(book, clause)
        _read_exceptional(book, clause)


def read_errors(book: Notebook) -> None:
    """Note a major error at work, or that there was none, from a narrative in plain words."""
    for clause in book.narrative.clauses:
        _read_error(book, clause)


def _read_category(book: Notebook) -> str | None:
    """The category applied for, where named; else the one the described work belongs to."""
    for clause in book.narrative.clauses:
        if cues("person.category_open").search(clause.text):
            book.doubt(clause, "individual_category")
        stated = choose("person.stated_category", clause.text)
        if stated and _lists_categories(book, clause):
            continue
        if stated and not re.search(r"(?:不是|不报|还是)[^,，]{0,8}(?:一线|管理|专家|工程)", clause.text):
            book.note("individual_category", stated, clause)
            return stated
    found = _described(book)
    if found:
        book.note("individual_category", found[0], found[1])
        return found[0]
    return None


def _lists_categories(book: Notebook, clause: Clause) -> bool:
    """文件上只列了一线、管理、专家学者: quoting what one may apply for is no choice of it."""
    sentence = "，".join(other.text for other in book.narrative.sentence(clause))
    named = [name for name, pattern in choices("person.listed_category") if pattern.search(sentence)]
    return len(named) > 1


def _described(book: Notebook) -> tuple[str, Clause] | None:
    """The category whose words stand nearest to a length of service, else the only one described."""
    seen: dict[str, Clause] = {}
    weights: dict[str, int] = {}
    for clause in book.narrative.clauses:
        if is_asked(clause) or re.search(r"以前|之前|原来|曾经|早年|徒弟|考了|带的", clause.text):
            continue
        serves = bool([d for d in find_durations(clause.text) if not d.window])
        for name, pattern in choices("person.category"):
            match = pattern.search(clause.text)
            if match and not is_denied(clause.text, match.start(), match.end()):
                seen.setdefault(name, clause)
                weights[name] = weights.get(name, 0) + 1 + 2 * serves
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1] and not _first_wins(ranked, seen)):
        return None
    return ranked[0][0], seen[ranked[0][0]]


def _first_wins(ranked: list[tuple[str, int]], seen: dict[str, Clause]) -> bool:
    """Of two equally strong categories the one told first, if it is also the one ranked first."""
    return seen[ranked[0][0]].index < seen[ranked[1][0]].index


def _read_years(book: Notebook, category: str) -> bool:
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
    return any(one.key == "role_years" and one.weight > 1 for one in told)


def _doubt_earlier_years(book: Notebook, category: str) -> None:
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
    return [
        d
        for d in find_durations(clause.text)
        if not d.window and not re.match(r"[没未无]|来没|内|里", clause.text[d.end :])
    ]


def _told_years(book: Notebook, clause: Clause, served: list[Duration], index: int, category: str) -> Served:
    """One length of service: of the role or of all work (key), and how much it weighs beside others."""
    duration = served[index]
    text = clause.text
    if len(served) > 1:
        behind = re.match(r"的?(?:总)?工龄", text[duration.end :])
        text = text[served[index - 1].end if index else 0 : duration.end] + (behind.group() if behind else "")
    before = [other.text for other in book.narrative.before(clause)[:2]]
    alone = cues("person.years_alone").fullmatch(clause.text)
    following = [other.text for other in book.narrative.after(clause)[:1] if cues("person.all_along").search(other.text)]
    kind = _kind_of_service(text, before, following if alone else [], category)
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
        r"干|做|当|管|搞|从事|任|[站守蹲泡熬倒扎耗]了|^[^,，]{0,4}年|^[^,，]{0,8}年(?:整|有零|有余)?$|^前后|这行|一晃|算(?:起|下)?来|至今|迄今|到现在|到今天|起早贪黑|摸爬滚打|坚守|扎根",
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
    text = cues("person.firm_name").sub("", text)
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
    dates = [mention for mention in find_dates(clause.text, book.as_of) if mention.text not in ("今天", "今日")]
    if book.has("role_start_date") and cues("person.post").search(clause.text):
        return  # a post within the work counted already
    if not own or not dates or re.search(r"以前|之前|原来|曾", clause.text) or find_durations(clause.text):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, "role_start_date", "role_years")
    else:
        book.note("role_start_date", dates[0].value, clause)


def _read_cqo(book: Notebook, clause: Clause) -> None:
    if _anothers_post(book, clause):
        book.note("is_cqo", False, clause)
        return
    text = cues("person.cqo_other").sub("", clause.text)
    match = cues("person.cqo").search(text)
    if not match:
        if cues("person.cqo_anothers").search(clause.text) and not is_doubted(book.narrative, clause):
            book.note("is_cqo", False, clause)
        return
    if is_asked(clause):
        return
    after = "，".join(other.text for other in book.narrative.after(clause)[:1])
    if is_doubted(book.narrative, clause) or cues("person.cqo_soon").search(text + "，" + after):
        book.doubt(clause, "is_cqo")
    elif cues("person.cqo_not").search(text[: match.start()]) or re.match(
        r"[^,，]{0,14}(?:没有?(?:人)?[设当任]|从[没未]|未[设任]|不是[我他她]|没给我|另有|空[着缺])", text[match.end() :]
    ):
        book.note("is_cqo", False, clause)
    elif cues("person.cqo_kept").search(text) and not re.search(r"我(?!们|[厂司院校所])|本人", text):
        return  # the firm has one: it is not said who
    elif re.search(r"(?:当|任|是|做|担任|为|聘|兼|职务|岗位|[,，:：、]|^|的)[^,，]{0,10}$", text[: match.start()]):
        book.note("is_cqo", True, clause)


def _anothers_post(book: Notebook, clause: Clause) -> bool:
    """公司另设有首席质量官，我不是: the firm has one, and it is somebody else."""
    if not cues("person.cqo_kept").search(clause.text) or is_asked(clause) or is_doubted(book.narrative, clause):
        return False
    following = book.narrative.after(clause, 2)[:3]
    apart = cues("person.cqo_apart").search(clause.text)
    return bool(apart) or any(cues("person.cqo_not_me").search(other.text) for other in following)


def _read_error(book: Notebook, clause: Clause) -> None:
    if _told_as_a_story(book, clause):
        book.note("major_work_error", True, clause)
        book.note("major_work_error_date", event_date(book, clause), clause)
        return
    match = cues("person.error").search(clause.text)
    if not match or is_asked(clause):
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
        if not re.search(r"班组|徒弟|厂里|单位|公司", around):
            book.note("major_work_error", False, clause)
    elif cues("person.error_topic").search(clause.text):
        book.doubt(clause, "major_work_error")
    elif "重大" in match.group() or "严重" in match.group():
        book.note("major_work_error", True, clause)
        book.note("major_work_error_date", event_date(book, clause), clause)
    else:
        book.doubt(clause, "major_work_error")


def _told_as_a_story(book: Notebook, clause: Clause) -> bool:
    """2004年我把砝码弄错，致使…失准，登了报，影响极坏: a mistake of one's own, its cost and its ill fame."""
    if not cues("person.mistake").search(clause.text) or is_asked(clause) or is_doubted(book.narrative, clause):
        return False
    mine = re.search(r"我(?!们)|本人", clause.text) or own_subject(clause, len(clause.text)) == "self"
    told = "，".join(other.text for other in [clause, *book.narrative.after(clause)])
    costly = cues("person.mistake_cost").search(told) and cues("person.mistake_fame").search(told)
    return bool(mine and costly)


def _read_exceptional(book: Notebook, clause: Clause) -> None:
    match = cues("person.exceptional").search(clause.text)
    if not match or is_asked(clause):
        return
    text = "，".join(
        other.text for other in [*reversed(book.narrative.before(clause)), clause, *book.narrative.after(clause)]
    )
    denied = cues("person.exceptional_no").search(text)
    judged = cues("person.exceptional_judge").search(text)
    if is_doubted(book.narrative, clause) or cues("person.exceptional_open").search(text):
        book.doubt(clause, "exceptional_performance_verified")
        book.note("exceptional_performance_claimed", True, clause)
        return
    book.note("exceptional_performance_claimed", not denied, clause)
    if judged and denied:
        book.note("exceptional_performance_verified", False, clause)
    elif judged and re.search(r"认定|核定|核实|核准|认可|审定|确认|评定", text):
        book.note("exceptional_performance_verified", True, clause)

"""Where an organisation is registered, and where it was moved from."""

import re
from bisect import bisect_right

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.founding import copy_founding, read_founding, read_registered_years
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.planned import is_planned, realised_date
from assistant.eligibility.narrative.scope import is_asked, is_doubted
from assistant.eligibility.narrative.subjects import own_subject
from assistant.language.dates import PartialDate, find_dates
from assistant.language.places import PlaceMention, find_places

_NAME = re.compile(
    r"^(?:[^,，]{0,10}[：:](?:我|我们|我公司|本单位)?|本单位[系是为]?|敝(?:公司|厂|校|司|院|社)|我单位[系是为]?|我(?:中心|院|校|社|会|所|店|厂|司|协会|公司)[系是为]|本(?:公司|院|校|所|社|厂|会|园|中心)[系是为]|我公司[系是]|我|(?:[^,，]{1,16}的)?(?:[^,，]{0,14})?(?<![设开])(?:名叫|叫做|名为|叫)|[^,，]{2,10}(?:园区?|产业园|开发区)的|我们是|我是|我在|我们|(?:公司|企业|单位)?(?:的)?(?:全称|全名|大名)(?:[是为叫：:])?|名称[：:]|企业名称[：:]|单位名称[：:]|公司名称[：:]|申报单位[：:])?(?:某)?$"
)
_PARENT = re.compile(r"^(?:我们是|我们)?[^,，在于]{0,10}(?:集团|公司|银行|总公司|保险|股份)$")
_BRANCH = re.compile(r"^(?:市|省|地区)?(?:[^,，]{0,4})(?:分公司|分行|分厂|支行|支公司|分店|分院|分所)")
_IS_NAME = re.compile(
    r"公司|合作社|高校|大学|学院|药业|乳业|实业|商行|联合会|基金会|服务社|联盟|义工|协会|促进会|商会|学会|医院|学校|小学|中学|幼儿园|中心|厂|院|企业|法人|酒店|宾馆|银行|集团|站|店|所|社|矿"
)
_OUTER = {"香港特别行政区", "澳门特别行政区", "台湾省"}
Located = tuple[Clause, PlaceMention]


def read_registration(book: Notebook) -> None:
    """Note the city, province and dates of registration."""
    places = _places(book)
    moved = _read_move(book, places)
    if not moved:
        _read_city(book, places)
    read_founding(book)
    if not moved:
        copy_founding(book)
    read_registered_years(book)
    _read_operating_city(book, places)


def _places(book: Notebook) -> list[Located]:
    """Every place with the clause it stands in; offsets made relative to the clause."""
    located: list[Located] = []
    starts = [clause.start for clause in book.narrative.clauses]
    for mention in book.narrative.places:
        clause = book.narrative.clauses[max(0, bisect_right(starts, mention.start) - 1)]
        if clause.start <= mention.start < clause.end:
            start, end = mention.start - clause.start, mention.end - clause.start
            located.append((clause, PlaceMention(start, end, mention.text, mention.place)))
    return located


def _read_move(book: Notebook, places: list[Located]) -> bool:
    """A registration moved to another city, the last time where more than once: that city, since the move."""
    for at in reversed(range(len(places))):
        clause, mention = places[at]
        move = _move_before(clause, mention)
        if move is None or is_asked(clause) or not _moves_registration(book, clause):
            continue
        if is_doubted(book.narrative, clause) or _stays(mention, places[:at]):
            continue
        meant = cues("scope.plan").search(clause.text[: move.start()]) or is_planned(clause)
        came = realised_date(book.narrative, clause, book.as_of) if meant else None
        if meant and came is None:
            continue
        _note_place(book, clause, mention)
        _note_move(book, clause, came[1] if came else None)
        return True
    return False


def _note_move(book: Notebook, clause: Clause, came: PartialDate | None) -> None:
    told = [date for part in [clause, *book.narrative.before(clause)] for date in find_dates(part.text, book.as_of)]
    since = came or (told[0].value if told else None)
    if since is not None:
        book.note("registered_in_city_since", since, clause)
    else:
        book.doubt(clause, "registered_in_city_since")


def _stays(mention: PlaceMention, before: list[Located]) -> bool:
    """From one district to another of the only city named so far."""
    return {other.place.city for _, other in before} == {mention.place.city}


def _move_before(clause: Clause, mention: PlaceMention) -> re.Match[str] | None:
    """迁到X, or 到X来 with the place right behind the word."""
    before = list(cues("registration.moved").finditer(clause.text[: mention.start]))
    if not before or mention.start - before[-1].end() > 8:
        return None
    return None if re.search(r"从[^到至入]*$", clause.text[before[-1].end() : mention.start]) else before[-1]


def _moves_registration(book: Notebook, clause: Clause) -> bool:
    text = clause.text + "".join(other.text for other in book.narrative.after(clause)[:1])
    if re.search(r"注册|执照|登记|工商|住所", text):
        return True
    return not cues("registration.moved_plant").search(clause.text)


def _read_city(book: Notebook, places: list[Located]) -> None:
    if book.value("established_in_mainland") is False:
        return
    is_branch = _speaks_as_branch(book)
    stated = [(c, m) for c, m in places if (is_branch and _hosts_branch(c.text, m)) or _is_registered(book, c, m)]
    doubted = [c for c, m in stated if is_doubted(book.narrative, c) or is_asked(c)]
    sure = [(c, m) for c, m in stated if not _only_planned(book, c, m)]
    doubted = doubted or ([] if sure else [c for c, _ in stated])
    stated = sure
    if doubted or _registration_doubted(book):
        book.doubt((doubted or list(book.narrative.clauses))[0], "registered_city", "registered_province")
        return
    hosts = [c for c, m in places if _hosts_branch(c.text, m)]
    if hosts and not is_branch:
        stated = [(c, m) for c, m in stated if not _hosts_branch(c.text, m)]
        if _doubt_branch(book, hosts):
            return
    stated = _agreeing(stated or _named(book, places), is_branch=is_branch)
    for clause, mention in stated[:1]:
        _note_place(book, clause, mention)


def _speaks_as_branch(book: Notebook) -> bool:
    """That is us; or a branch by its form, which a firm that opened one (我公司在兰州办了个分公司) is not."""
    if any(cues("registration.that_is_us").search(clause.text) for clause in book.narrative.clauses):
        return True
    told = book.clause_of("org_form")
    if told is None or book.value("org_form") != "branch":
        return False
    opened = cues("registration.opened_branch").search(told.text)
    if opened is None or "的" in opened.group():  # 在潼南设的分公司 names the branch itself
        return True
    return not _parent_speaks(book) and bool(cues("registration.parent_named").match(told.text))


def _doubt_branch(book: Notebook, hosts: list[Clause]) -> bool:
    """Whether the firm or the branch it opened speaks is open where the form was read from the opening alone."""
    told = book.clause_of("org_form")
    if told in hosts and book.value("org_form") == "branch":
        book.doubt(hosts[0], "org_form", "is_legal_person", "registered_city", "registered_province")
        return True
    if _parent_speaks(book) or not any(cues("registration.parent_named").match(one.text) for one in hosts):
        return False
    book.doubt(hosts[0], "registered_city", "registered_province")
    return True


def _parent_speaks(book: Notebook) -> bool:
    return any(cues("registration.parent_speaks").search(clause.text) for clause in book.narrative.clauses)


def _only_planned(book: Notebook, clause: Clause, mention: PlaceMention) -> bool:
    """打算把注册地迁到天水: nothing says it was done."""
    plan = cues("scope.planned").search(clause.text[: mention.start])
    return bool(plan) and realised_date(book.narrative, clause, book.as_of) is None


def _registration_doubted(book: Notebook) -> bool:
    """执照在哪办的，我还没看到: the registration itself is spoken of in doubt."""
    return any(
        re.search(r"注册(?:地|在|登记)|执照|登记地|工商", clause.text)
        and not find_dates(clause.text, book.as_of)
        and (is_doubted(book.narrative, clause) or _asks_where(clause))
        for clause in book.narrative.clauses
    )


def _asks_where(clause: Clause) -> bool:
    return bool(re.search(r"在哪|哪个(?:市|地|城|省|区)|哪儿|哪里", clause.text)) or (
        is_asked(clause) and "还是" in clause.text
    )


def _is_registered(book: Notebook, clause: Clause, mention: PlaceMention) -> bool:
    """The clause (or, for 我们是重庆一所…, the self-introduction) speaks of this place as the place of registration."""
    text = clause.text
    if own_subject(clause, mention.start) in ("other", "former") or _is_other_place(text, mention):
        return False
    if cues("registration.has_site").match(text[mention.end :]) or cues("registration.another_firm").search(text):
        return False
    undone = cues("registration.not_done").search(text)
    if undone and mention.start < undone.end():
        return False
    cue = cues("registration.registered").search(text)
    if _is_bare_place(book, clause, mention) or _hosts_branch(text, mention):
        return True
    if cue and _NAME.match(text[: mention.start]) and _IS_NAME.search(text[mention.end : cue.start()]):
        return False
    if cue:
        return not re.search(r"(?:不是|不在|没在|并非)(?:在|于)?$", text[: mention.start])
    set_up = cues("registration.set_up").search(text)
    if set_up and re.search(r"(?:在|于)$", text[: mention.start]):
        return True
    return bool(
        re.search(
            r"^(?:我们(?:合作社|公司|厂|企业|单位|店|协会|学校|医院)?|我校|我院|我厂|我社|我司|公司|学校|医院|协会|合作社)?(?:是|系|为|位于|在|地处|开在|设在|坐落(?:在|于))[^,，]*$",
            text[: mention.start],
        )
    )


def _is_bare_place(book: Notebook, clause: Clause, mention: PlaceMention) -> bool:
    """兰州七里河，2001年注册并运行: the text opens with nothing but the place, and registers in the next clause."""
    following = "，".join(other.text for other in book.narrative.after(clause))
    bare = clause.index == book.narrative.first_place and len(clause.text) <= len(mention.text) + 1
    return bare and bool(cues("registration.registered").search(following)) and not find_places(following)


def _hosts_branch(text: str, mention: PlaceMention) -> bool:
    """太原某公司在阳泉设了个分公司: the branch is registered where it was set up."""
    before, after = text[: mention.start], text[mention.end :]
    set_up = cues("registration.opened_branch").match(re.sub(r"^[^,，]{0,4}?(?=设|开|办|成立|建)", "", after))
    return bool(re.search(r"在$", before) and set_up)


def _is_other_place(text: str, mention: PlaceMention) -> bool:
    around = text[max(0, mention.start - 6) : mention.end + 6]
    return bool(cues("registration.not_registration").search(around))


def _named(book: Notebook, places: list[Located]) -> list[Located]:
    """The place an organisation carries at the head of its registered name, where nothing else is said."""
    found = [
        (clause, mention)
        for clause, mention in places
        if (clause.index <= max(1, book.narrative.first_place) or re.match(r"[^,，]{0,4}全[称名]", clause.text))
        and _heads_name(clause.text, mention)
        and _names(clause.text[mention.end :])
    ]
    others = {m.place.city for c, m in places if m.place.city and cues("registration.operating").search(c.text)}
    return [] if others - {m.place.city for _, m in found} else found


def _names(text: str) -> bool:
    """What follows the place is a name of an organisation, or 一家…."""
    return bool(_IS_NAME.search(text) or re.match(r"(?:市|县|区)?的?(?:一[家所个]|某)", text))


def _heads_name(text: str, mention: PlaceMention) -> bool:
    """The place opens the name, or stands between a parent's name and 分公司."""
    before, after = text[: mention.start], text[mention.end :]
    return bool(_NAME.match(before) or (_PARENT.match(before) and _BRANCH.match(after)))


def _agreeing(stated: list[Located], *, is_branch: bool) -> list[Located]:
    """One city only; a clause with 注册 outranks a self-introduction; the finest statement first.

    Where a branch was set up is the branch's own seat, and outranks all others where a branch is speaking.
    """
    hosts = [(c, m) for c, m in stated if _hosts_branch(c.text, m)]
    seats = [(c, m) for c, m in stated if (c, m) not in hosts and cues("registration.registered").search(c.text)]
    strong = (hosts or seats if is_branch else seats or hosts) or stated
    cities = {m.place.city for _, m in strong if m.place.city}
    provinces = {m.place.province for _, m in strong}
    if len(cities) > 1 or len(provinces) > 1:
        return []
    return sorted(strong, key=lambda located: not located[1].place.city)


def _note_place(book: Notebook, clause: Clause, mention: PlaceMention) -> None:
    book.note("registered_city", mention.place.city or None, clause)
    book.note("registered_province", mention.place.province, clause)
    if mention.place.province not in _OUTER and not book.has("established_in_mainland"):
        book.note("established_in_mainland", True, clause)


def _read_operating_city(book: Notebook, places: list[Located]) -> None:
    for clause, mention in places:
        if cues("registration.operating").search(clause.text) and mention.place.city:
            if mention.place.city != book.value("registered_city") and not is_doubted(book.narrative, clause):
                book.note("operating_city", mention.place.city, clause)
            return

"""Awards of city level or above in skill contests, counted."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.credit import NONE, is_anothers
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted
from assistant.language.dates import find_dates, read_numeral

_SEVERAL = 3
_CONTESTS = "skill_contest_city_awards_count"
_TIMES = re.compile(
    r"(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?P<few>多|几|来)?(?:次|回|度(?=获|夺|得|拿|摘)|个(?:奖|一等|第一|名次|冠军|$)|项奖|届|块(?:奖)?牌|座)"
)


def read_contests(book: Notebook) -> None:
    """The number of awards of city level or above in skill contests, where the text counts them."""
    counts: list[tuple[int, Clause]] = []
    named = False
    for clause in book.narrative.clauses:
        here = bool(cues("achievements.contest.noun").search(clause.text))
        before = "".join(other.text for other in book.narrative.before(clause)[:1])
        placed = named and not here and _places_by_year(book, clause)
        if placed or (named and not here and cues("achievements.contest.city_none").search(clause.text)):
            counts.append((placed, clause))
            continue
        if not here and counts and (more := _more_of_it(book, clause, counts[-1][1])):
            counts.append((more, clause))
            continue
        summed = not here and not counts and _summed_up(book, clause)
        if summed:
            counts.append((summed, clause))
            continue
        continued = (
            named and bool(_TIMES.search(clause.text)) and bool(cues("achievements.contest.city").search(clause.text))
        )
        named = here or (named and bool(before))
        judges = cues("achievements.contest.judges").search(clause.text)
        if judges or not (here or continued) or is_asked(clause) or is_anothers(clause):
            continue
        if is_doubted(book.narrative, clause) or _is_no_win(book, clause):
            book.doubt(clause, _CONTESTS)
            continue
        if _contest_open(book, clause):
            book.doubt(clause, _CONTESTS)
        count = _city_awards(book, clause)
        if count is not None and not (counts and _breaks_down(counts[-1], count, clause)):
            counts.append((count, clause))
    if not counts:
        return
    total = sum(count for count, _ in counts)
    book.note(_CONTESTS, total, counts[0][1])
    if total < _SEVERAL:
        _doubt_uncounted(book, [clause for _, clause in counts])


def _doubt_uncounted(book: Notebook, counted: list[Clause]) -> None:
    """A prize of the city or above that was not counted may make the few counted several (rules.md A-17)."""
    for clause in book.narrative.clauses:
        won = cues("achievements.contest.won").search(clause.text)
        city = cues("achievements.contest.city").search(clause.text) or _of_the_city(book, clause)
        if not won or not city or clause in counted or is_asked(clause) or is_anothers(clause):
            continue
        if _in_bracket_of(book, clause, counted):
            continue
        lower = cues("achievements.contest.lower").search(clause.text)
        other = cues("achievements.contest.no_contest").search(clause.text)
        if not lower and not other and not is_denied(clause.text, won.start(), won.end()):
            book.doubt(clause, _CONTESTS)


def _is_no_win(book: Notebook, clause: Clause) -> bool:
    """带徒弟拿了三个 counts an apprentice's prizes, 三次没评上 the times of none: the number may be of neither."""
    following = book.narrative.after(clause)[:1]
    if any(cues("achievements.contest.failed_behind").match(one.text) for one in following):
        return True
    return any(
        _TIMES.search(one.text) and cues(f"achievements.contest.{name}").search(one.text)
        for one in [clause, *following]
        for name in ("pupils", "failed")
    )


def _in_bracket_of(book: Notebook, clause: Clause, counted: list[Clause]) -> bool:
    """市级技能大赛1次（2018年，三等奖）: a bracket opened in what was counted goes on about it."""
    opened = [one for one in book.narrative.before(clause) if one in counted and re.search("[（(][^）)]*$", one.text)]
    between = book.narrative.clauses[opened[0].index + 1 : clause.index] if opened else ()
    return bool(opened) and not any(re.search("[）)]", one.text) for one in between)


def _of_the_city(book: Notebook, clause: Clause) -> bool:
    """The clause goes on about a contest of the city named before in its sentence."""
    before = next((one.text for one in book.narrative.before(clause) if _is_contest(one.text)), "")
    return bool(cues("achievements.contest.city").search(before))


def _is_contest(text: str) -> bool:
    return bool(cues("achievements.contest.noun").search(text))


def _lower_between(book: Notebook, clause: Clause) -> bool:
    """市里拿过，县里也拿过，加起来四次: the sum takes in what does not count."""
    return any(cues("achievements.contest.lower").search(other.text) for other in book.narrative.before(clause))


def _summed_up(book: Notebook, clause: Clause) -> int | None:
    """市里的技能比武，一五年一七年一九年，三年三回都有奖: the count behind the contest and its years."""
    if not _of_the_city(book, clause) or cues("achievements.contest.lower").search(clause.text):
        return None
    won = cues("achievements.contest.won").search(clause.text)
    unsure = NONE.search(clause.text) or is_asked(clause) or is_doubted(book.narrative, clause)
    if not won or unsure or _lower_between(book, clause) or _contest_open(book, clause):
        return None
    years = len(_years(book, clause.text))
    return _count(clause.text) or (years if years > 1 and "都" in clause.text else None)


def _more_of_it(book: Notebook, clause: Clause, counted: Clause) -> int | None:
    return _of_another_year(book, clause, counted) or _of_another_prize(book, clause, counted)


def _of_another_prize(book: Notebook, clause: Clause, counted: Clause) -> int | None:
    """市技能大赛一等奖2次，二等奖3次: the clause right behind opens with another prize and its count."""
    if counted.index != clause.index - 1 or counted.sentence != clause.sentence or is_asked(clause):
        return None
    prize = cues("achievements.contest.prize")
    here, told = prize.match(clause.text), {match.group() for match in prize.finditer(counted.text)}
    lists = (*(f"achievements.contest.{name}" for name in ("lower", "no_contest", "partly")), "bystanders.person")
    other = is_anothers(clause) or any(cues(name).search(clause.text) for name in lists)
    if here is None or not told or here.group() in told or other or NONE.search(clause.text):
        return None
    return None if is_doubted(book.narrative, clause) else _count(clause.text)


def _of_another_year(book: Notebook, clause: Clause, counted: Clause) -> int | None:
    """市级比武奖：2015年一回，2017年一回: another year's, behind one that was told by its year too."""
    if counted.index != clause.index - 1 or counted.sentence != clause.sentence:
        return None
    other = any(cues(f"achievements.contest.{name}").search(clause.text) for name in ("lower", "no_contest"))
    since = re.search("以来|起|至今|以后|之后", counted.text)
    dated = find_dates(counted.text, book.as_of) and find_dates(clause.text, book.as_of)
    if (
        other
        or since
        or not dated
        or NONE.search(clause.text)
        or is_asked(clause)
        or is_doubted(book.narrative, clause)
    ):
        return None
    return _count(clause.text)


def _places_by_year(book: Notebook, clause: Clause) -> int:
    """市里的大赛，2015年第一名、2017年第二名: as many awards as years with a place."""
    before = "".join(other.text for other in book.narrative.before(clause)[:1])
    places = cues("achievements.contest.place").findall(clause.text)
    years = _years(book, clause.text)
    city = cues("achievements.contest.city").search(before + clause.text)
    return len(places) if city and len(years) > 1 and len(places) == len(years) else 0


def _breaks_down(told: tuple[int, Clause], count: int, clause: Clause) -> bool:
    """三次，两次市级一次省级: the same number told again by its parts, or of them all."""
    if len(_TIMES.findall(clause.text)) < 2 and not re.search("都|均|全|共|总|其中", clause.text):
        return False
    return told[0] == count and told[1].index == clause.index - 1 and told[1].sentence == clause.sentence


def _contest_open(book: Notebook, clause: Clause) -> bool:
    """其中一次是团体奖，算不算不知道: what follows takes part of the count back."""
    following = [other.text for other in book.narrative.after(clause)[:2]]
    return any(cues("achievements.contest.partly").search(text) for text in [clause.text, *following])


def _city_awards(book: Notebook, clause: Clause) -> int | None:
    text = clause.text
    if not cues("achievements.contest.city").search(text):
        return None
    following = [c.text for c in book.narrative.after(clause)[:1] if not is_doubted(book.narrative, c)]
    if NONE.search(text) or _came_to_nothing(book, clause):
        return 0
    if re.search(r"各(?:得|获|拿|夺|捧|摘)?(?:过|了|到)?一[次回个块]", text) and not cues(
        "achievements.contest.lower"
    ).search(text):
        return text.count("、") + 1
    if cues("achievements.contest.lower").search(text) and not re.search(
        r"市级?(?:的)?[^,，]{0,12}[0-9一二两三四五六七八九十][次回]", text
    ):
        return None
    total = _years_running(text) or _count(text)
    if total is None and following and not cues("achievements.contest.lower").search(following[0]):
        total = _count(following[0]) if not cues("achievements.contest.city").search(following[0]) else None
    years = _years(book, text)
    prize = cues("achievements.contest.prize").search(text) and not cues("achievements.contest.many").search(text)
    return len(years) if total is None and (len(years) > 1 or (years and prize)) else total


def _came_to_nothing(book: Notebook, clause: Clause) -> bool:
    """市里的比赛去过两回，都没名次: times taken part are no awards where the clause behind says so."""
    if cues("achievements.contest.won").search(clause.text):
        return False
    return any(NONE.search(other.text) for other in book.narrative.after(clause)[:1])


def _years_running(text: str) -> int | None:
    """连着四年都拿了奖 is four awards."""
    found = re.search(
        r"连(?:着|续)(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})[年届][^,，]{0,5}(?:拿|获|得|夺|捧)", text
    )
    return read_numeral(found["n"]) if found else None


def _count(text: str) -> int | None:
    found = [
        match
        for match in _TIMES.finditer(text)
        if ("届" not in match.group() or re.match(r"的?[^,，]{0,2}奖", text[match.end() :]))
        and text[match.start() - 1 : match.start()] != "第"
        and not re.search(r"参加(?:了|过)?$|参赛(?:了|过)?$|当(?:了|过)$", text[: match.start()])
    ]
    if not found or any(match["few"] for match in found):
        return None
    lower = cues("achievements.contest.lower")
    counted = [read_numeral(m["n"]) or 0 for m in found if not lower.search(text[max(0, m.start() - 6) : m.start()])]
    return sum(counted) if counted else None


def _years(book: Notebook, text: str) -> set[str]:
    return {str(mention.value.year) for mention in find_dates(text, book.as_of)} | set(
        re.findall(r"(?:19|20)[0-9]{2}(?=[、,，和及年两三四五六七])", text)
    )

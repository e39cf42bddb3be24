"""What a person has achieved: commendations, contests, patents, publications, projects and standards."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.events import is_named
from assistant.eligibility.narrative.lexicon import choices, choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted, own_subject
from assistant.language.dates import find_dates, read_numeral

_RANK = ("none", "enterprise", "county", "city", "province", "national")
_COMMENDED = "highest_quality_commendation_level"
_CONTESTS = "skill_contest_city_awards_count"
_TIMES = re.compile(
    r"(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?P<few>多|几|来)?(?:次|回|度(?=获|夺|得|拿|摘)|个(?:奖|一等|第一|名次|冠军)|项奖|届|块(?:奖)?牌|座)"
)
_NONE = re.compile(
    r"(?:没有?|从没|未|从未)(?:有)?(?:得|获|拿|进|入|参加|捞|沾)|一[次回](?:都|也)没|没(?:有)?(?:得)?过奖|没名次|零次|没有$"
)


def read_achievements(book: Notebook) -> None:
    """Note everything of this file clause by clause."""
    _read_commendations(book)
    _read_contests(book)
    none_of_own = _no_own_patent(book)
    if none_of_own:
        book.note("has_own_ip_or_patent", False, none_of_own)
    for clause in book.narrative.clauses:
        if not none_of_own:
            _read_work(book, clause, "has_own_ip_or_patent", "patent", "granted")
        _read_work(book, clause, "quality_publication", "publication", "done")
        _read_work(book, clause, "quality_project_key_role", "project", "key")
        _read_work(book, clause, "standards_participation", "standard", "key")


def _no_own_patent(book: Notebook) -> Clause | None:
    """个人专利没有, whoever else holds one, and no technology of one's own is told of either."""
    for clause in book.narrative.clauses:
        for match in re.finditer(r"(?:个人|自己)(?:的|名下)?(?:发明|实用新型)?专利", clause.text):
            unsure = is_asked(clause) or is_doubted(book.narrative, clause)
            if is_denied(clause.text, match.start(), match.end()) and not unsure:
                own = [other for other in book.narrative.clauses if "自主知识产权" in other.text]
                denied = [other for other in own if re.search(r"没|无|未", other.text)]
                return clause if len(own) == len(denied) else None
    return None


def _read_commendations(book: Notebook) -> None:
    """The highest level of commendation for quality work; contests and titles outside quality do not count."""
    levels: list[tuple[str, Clause]] = []
    for clause in book.narrative.clauses:
        level = _commendation(book, clause)
        if level == "":
            book.doubt(clause, _COMMENDED)
        elif level:
            levels.append((level, clause))
    if levels:
        best = max(levels, key=lambda pair: _RANK.index(pair[0]))
        book.note(_COMMENDED, *best)
        if _RANK.index(best[0]) < _RANK.index("city"):
            _doubt_pending(book)


def _doubt_pending(book: Notebook) -> None:
    """A higher one on public notice may count by the day of judgement."""
    for clause in book.narrative.clauses:
        if cues("achievements.commendation.pending").search(clause.text):
            book.doubt(clause, _COMMENDED)


def _is_anothers(clause: Clause) -> bool:
    """A colleague, an apprentice or the firm has it, not the speaker."""
    verb = re.search(r"(?:得|获|拿|受|授|评)(?:过|到|了|得|予|为)|[（(]", clause.text)
    if own_subject(clause, verb.start() if verb else len(clause.text)) in ("boss", "other"):
        return True
    firm = re.search(
        r"(?:公司|单位|厂里?|企业|集团|我们)(?:也|还|都|先后|曾)?(?:得|获|拿|被评|有|拥有|荣获|申请)", clause.text
    )
    return bool(firm) and not re.search(r"我(?!们|厂|公司|单位)|本人", clause.text)


def _commendation(book: Notebook, clause: Clause) -> str | None:
    """The level a clause tells of; "" where it leaves it open; None where it tells of no commendation."""
    text = clause.text
    nouns = is_named(text, "achievements.commendation.noun")
    topic = any(cues("achievements.commendation.topic").search(other.text) for other in book.narrative.before(clause))
    if topic and not nouns and not _NONE.search(text):
        return _level(text)
    if not nouns or _is_anothers(clause) or is_asked(clause) or cues("achievements.commendation.other").search(text):
        return None
    if is_doubted(book.narrative, clause) or cues("scope.plan").search(text):
        return ""
    denial = cues("achievements.commendation.none").search(text)
    if denial and not cues("achievements.commendation.only").search(text[: denial.start() + 1]):
        return None if re.search(r"省级?以上|省部级|国家级", text) else "none"
    if is_denied(text, nouns[-1].start(), nouns[-1].end()):
        return None if re.search(r"省|国家", text) else "none"
    sentence = "".join(other.text for other in book.narrative.sentence(clause))
    bare = cues("achievements.commendation.bare").search(text)
    if not bare and not cues("achievements.commendation.quality").search(sentence):
        return None
    return _level(text)


def _level(text: str) -> str | None:
    if not cues("achievements.commendation.got").search(text):
        return None
    unclear = cues("achievements.commendation.issuer_unclear").search(text)
    if unclear and not cues("achievements.commendation.official").search(text):
        return None
    return choose("achievements.commendation.level", text)


def _read_contests(book: Notebook) -> None:
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
        continued = (
            named and bool(_TIMES.search(clause.text)) and bool(cues("achievements.contest.city").search(clause.text))
        )
        named = here or (named and bool(before))
        judges = cues("achievements.contest.judges").search(clause.text)
        if judges or not (here or continued) or is_asked(clause) or _is_anothers(clause):
            continue
        if is_doubted(book.narrative, clause):
            book.doubt(clause, _CONTESTS)
            continue
        if _contest_open(book, clause):
            book.doubt(clause, _CONTESTS)
        count = _city_awards(book, clause)
        if count is not None and not (counts and _breaks_down(counts[-1], count, clause)):
            counts.append((count, clause))
    if counts:
        book.note(_CONTESTS, sum(count for count, _ in counts), counts[0][1])


def _places_by_year(book: Notebook, clause: Clause) -> int:
    """市里的大赛，2015年第一名、2017年第二名: as many awards as years with a place."""
    before = "".join(other.text for other in book.narrative.before(clause)[:1])
    places = cues("achievements.contest.place").findall(clause.text)
    years = _years(book, clause.text)
    city = cues("achievements.contest.city").search(before + clause.text)
    return len(places) if city and len(years) > 1 and len(places) == len(years) else 0


def _breaks_down(told: tuple[int, Clause], count: int, clause: Clause) -> bool:
    """三次，两次市级一次省级: the same number told again by its parts."""
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
    if _NONE.search(text):
        return 0
    if re.search(r"各(?:得|获)?(?:过|了)?一[次回]", text) and not cues("achievements.contest.lower").search(text):
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
        if "届" not in match.group()
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


def _read_work(book: Notebook, clause: Clause, key: str, topic: str, verb: str) -> None:
    """A patent, a publication, a project or a standard: had, not had, or not yet."""
    nouns = is_named(clause.text, f"achievements.{topic}.noun")
    if not nouns or _is_anothers(clause) or is_asked(clause):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, key)
        return
    accepted = topic == "publication" and cues("achievements.publication.accepted").search(clause.text)
    if accepted or (topic == "patent" and _is_open(book, clause, topic)):
        book.doubt(clause, key)
        return
    if is_denied(clause.text, nouns[0].start(), nouns[0].end()) or _denied_behind(book, clause, topic, verb):
        if not _only_partly_denied(clause.text, topic):
            book.note(key, False, clause)
        return
    if _is_open(book, clause, topic):
        book.doubt(clause, key)
    elif (cues(f"achievements.{topic}.{verb}").search(clause.text) or _told_behind(book, clause, topic)) and not _is_minor(clause.text, topic):
        book.note(key, True, clause)


def _told_behind(book: Notebook, clause: Clause, topic: str) -> bool:
    """那个课题，我是第二完成人: a noun that ends its clause, and what the speaker was in it behind."""
    following = book.narrative.after(clause)[:1]
    if not following or not cues("achievements.project.ends_in_noun").search(clause.text) or topic != "project":
        return False
    role = cues("achievements.project.key").search(following[0].text)
    return bool(role) and not re.search(r"不是|没|未", following[0].text)


def _denied_behind(book: Notebook, clause: Clause, topic: str, verb: str) -> bool:
    """科研项目我没牵过头: the noun first, the denied verb behind it."""
    denied = re.search(r"(?:没有?|未|从未|从没|不曾)(?:有)?(?:过)?[^,，]{0,4}", clause.text)
    if not denied:
        return False
    match = cues(f"achievements.{topic}.{verb}").search(clause.text, denied.start())
    return bool(match) and match.start() - denied.end() <= 3 if match else False


def _only_partly_denied(text: str, topic: str) -> bool:
    """没有发明专利 or 没有国家标准 denies one kind only."""
    partial = {
        "patent": r"发明专利|国际专利",
        "standard": r"国家标准|国标|行标",
        "project": r"国家级|省级|省部级",
        "publication": r"专著|核心",
    }
    return bool(re.search(rf"(?:没有?|无|未)[^,，]{{0,4}}(?:{partial[topic]})", text)) and "、" not in text


def _is_open(book: Notebook, clause: Clause, topic: str) -> bool:
    options = dict(choices(f"achievements.{topic}"))
    if "open" not in options:
        return False
    following = "".join(other.text for other in book.narrative.after(clause)[:1])
    pattern = options["open"]
    granted = (
        topic == "patent"
        and re.search(r"(?:已|获|经)?授权(?!前)", clause.text)
        and not re.search(r"[没未]授权", clause.text)
    )
    return bool(pattern.search(clause.text) or pattern.search(following)) and not granted


def _is_minor(text: str, topic: str) -> bool:
    return (
        topic == "project"
        and bool(cues("achievements.project.minor").search(text))
        and not re.search(r"主持|主要完成人|牵头|负责", text)
    )

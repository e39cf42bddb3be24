"""What a person has achieved: patents, publications, projects and standards, beside commendations and contests."""

import itertools
import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.commendations import read_commendations
from assistant.eligibility.narrative.contests import read_contests
from assistant.eligibility.narrative.credit import is_anothers
from assistant.eligibility.narrative.events import is_named
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted, is_overtaken

_WORKS = ("patent", "publication", "project", "standard", "commendation", "contest")


def read_achievements(book: Notebook) -> None:
    """Note everything of this file clause by clause."""
    read_commendations(book)
    read_contests(book)
    none_of_own = _no_own_patent(book)
    if none_of_own and not _own_technology(book):
        book.note("has_own_ip_or_patent", False, none_of_own)
    # One of the two is enough: a denial of one settles nothing where the other is told of or left untold.
    technology, untold = _own_technology(book), not _every_kind_denied(book)
    for clause in book.narrative.clauses:
        if not none_of_own:
            _read_work(book, clause, "has_own_ip_or_patent", "patent", "granted", either=technology)
        _read_work(book, clause, "quality_publication", "publication", "done", either=untold)
        _read_work(book, clause, "quality_project_key_role", "project", "key")
        _read_work(book, clause, "standards_participation", "standard", "key")


def _no_own_patent(book: Notebook) -> Clause | None:
    """个人专利没有, whoever else holds one, and no technology of one's own is told of either."""
    for clause in book.narrative.clauses:
        match = _denies_own(book, clause)
        if match is None or is_asked(clause) or is_doubted(book.narrative, clause):
            continue
        if any(cues("achievements.patent.own_told").search(other.text) for other in book.narrative.clauses):
            return None
        own = [other for other in book.narrative.clauses if "自主知识产权" in other.text]
        denied = [other for other in own if cues("achievements.patent.no_technology").search(other.text)]
        return clause if len(own) == len(denied) else None
    return None


def _denies_own(book: Notebook, clause: Clause) -> re.Match[str] | None:
    """Patents are denied of the speaker, in this clause or (没有一件挂我的名字) of those the sentence speaks of."""
    told = "，".join(other.text for other in [*book.narrative.in_one_breath(clause), clause])
    for match in cues("achievements.patent.none_of_own").finditer(clause.text):
        carries = cues("scope.negators").search(match.group())
        if "专利" in told and (carries or is_denied(clause.text, match.start(), match.end())):
            return match
    return None


def _read_work(book: Notebook, clause: Clause, key: str, topic: str, verb: str, *, either: bool = False) -> None:
    """A patent, a publication, a project or a standard: had, not had, or not yet.

    `either`: something of another kind would do as well, so a denial of this one settles nothing.
    """
    nouns = is_named(clause.text, f"achievements.{topic}.noun")
    if nouns and _never_led(book, clause, topic):
        book.note(key, False, clause)
        return
    if nouns and _role_unsure(book, clause, topic):
        book.doubt(clause, key)
        return
    if not nouns or is_anothers(clause) or is_asked(clause):
        return
    if is_doubted(book.narrative, clause):
        book.doubt(clause, key)
        return
    if topic == "publication" and _none_came_out(book, clause):
        book.note(key, False, clause)
        return
    accepted = topic == "publication" and cues("achievements.publication.accepted").search(clause.text)
    if accepted or (topic == "patent" and _is_open(book, clause, topic)):
        book.doubt(clause, key)
        return
    if is_denied(clause.text, nouns[0].start(), nouns[0].end()) or _denied_behind(book, clause, topic, verb):
        if not either and not _only_partly_denied(clause.text, topic) and not is_overtaken(book.narrative, clause):
            book.note(key, False, clause)
        return
    if _denied_later(book, clause, topic):
        return
    if _is_open(book, clause, topic) or cues("scope.planned").search(clause.text[: nouns[0].start()]):
        book.doubt(clause, key)
    elif not _is_minor(clause.text, topic) and _is_told(book, clause, topic, verb):
        book.note(key, True, clause)


def _none_came_out(book: Notebook, clause: Clause) -> bool:
    """书稿写好了，论文两篇在投，一篇都没有发出来，书也没出过: of papers and of books it is said that none came out."""
    near = [*book.narrative.before(clause), clause, *book.narrative.after(clause, 3)]
    near = [other for other in near if not (is_asked(other) or is_doubted(book.narrative, other))]
    texts = [other.text for other in near]
    told = [*texts, *map("，".join, itertools.pairwise(texts))]
    accepted = any(cues("achievements.publication.taken").search(text) for text in texts)
    return not accepted and all(
        any(pattern.search(text) for text in told) for _, pattern in choices("achievements.publication.none_out")
    )


def _every_kind_denied(book: Notebook) -> bool:
    """没发表过论文 leaves the books untold: none at all only where papers and books are both denied, or neither named.

    A work in which nothing is denied (论文发表过，书没出过) is none of them.
    """
    denied: set[str] = set()
    for clause in book.narrative.clauses:
        came_out = cues("achievements.publication.came_out").search(clause.text)
        if came_out or is_asked(clause) or is_doubted(book.narrative, clause):
            continue
        named = {kind for kind, pattern in choices("achievements.publication.kind") if pattern.search(clause.text)}
        told = [clause, *book.narrative.after(clause)[:2]]
        if any(cues("scope.negators").search(other.text) for other in told):
            denied |= named
    return len(denied) != 1


def _own_technology(book: Notebook) -> bool:
    """Technology of one's own is told of without being denied, so the lack of a patent alone settles nothing."""
    return any(
        not is_denied(clause.text, match.start(), match.end())
        and not cues("achievements.patent.no_technology").search(clause.text[match.end() :])
        for clause in book.narrative.clauses
        for match in is_named(clause.text, "achievements.patent.technology")
    )


def _role_unsure(book: Notebook, clause: Clause, topic: str) -> bool:
    """课题是院长主持的，我算不算主要完成人不好说: one's part in it is spoken of in doubt behind."""
    following = book.narrative.after(clause)[:2] if topic == "project" else []
    roles = [other for other in following if cues("achievements.project.part").search(other.text)]
    return any(is_asked(other) or is_doubted(book.narrative, other) for other in roles)


def _never_led(book: Notebook, clause: Clause, topic: str) -> bool:
    """课题都是给别人打下手: nothing but a helper in all of them."""
    told = [clause.text, *(other.text for other in book.narrative.after(clause)[:1])]
    helped = topic == "project" and any(cues("achievements.project.only_helped").search(text) for text in told)
    if not helped or is_asked(clause) or is_doubted(book.narrative, clause):
        return False
    return not any(_leads(other) for other in book.narrative.clauses if other is not clause)


def _leads(clause: Clause) -> bool:
    """Another project is told to have been led: 市里的质量课题我主持过一项."""
    if not is_named(clause.text, "achievements.project.noun") or is_anothers(clause) or is_asked(clause):
        return False
    return any(
        not is_denied(clause.text, *key.span()) for key in cues("achievements.project.key").finditer(clause.text)
    )


def _is_told(book: Notebook, clause: Clause, topic: str, verb: str) -> bool:
    """A word of having or doing stands beside the name of the thing: 著 inside 专著 is none."""
    names = [noun.span() for noun in cues(f"achievements.{topic}.noun").finditer(clause.text)]
    deeds = [deed.span() for deed in cues(f"achievements.{topic}.{verb}").finditer(clause.text)]
    told = [d for d in deeds if not any(n[0] <= d[0] and d[1] <= n[1] and d != n for n in names)]
    return bool(told) or _told_behind(book, clause, topic) or _told_of_topic(book, clause, topic, verb)


def _told_of_topic(book: Notebook, clause: Clause, topic: str, verb: str) -> bool:
    """专利嘛，五项，都是授了权的: of a topic set with 嘛 the clauses behind tell, up to one with a noun of its own."""
    if not cues("scope.set_topic").search(clause.text):
        return False
    for other in book.narrative.after(clause)[:3]:
        unsure = is_asked(other) or is_doubted(book.narrative, other) or is_anothers(other)
        if unsure or cues("scope.negators").search(other.text) or is_named(other.text, f"achievements.{topic}.noun"):
            return False
        if cues(f"achievements.{topic}.{verb}").search(other.text):
            return True
    return False


def _told_behind(book: Notebook, clause: Clause, topic: str) -> bool:
    """那个课题，我是第二完成人: a noun that ends its clause, and what the speaker was in it behind."""
    following = book.narrative.after(clause)[:1]
    if topic == "standard" and following and cues("achievements.standard.among_drafters").search(following[0].text):
        return True
    if topic == "publication" and following and clause.text.endswith("》"):
        return bool(cues("achievements.publication.published").search(following[0].text))
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


def _denied_later(book: Notebook, clause: Clause, topic: str) -> bool:
    """文章嘛，都是内部简报，正式发表的没有: a topic only set, and the thing itself denied behind."""
    if not cues("scope.set_topic").search(clause.text):
        return False
    named = [
        (other, noun)
        for other in book.narrative.after(clause)
        for noun in is_named(other.text, f"achievements.{topic}.noun")
    ]
    return any(is_denied(other.text, noun.start(), noun.end()) for other, noun in named)


def _about_it(book: Notebook, clause: Clause, topic: str) -> list[Clause]:
    """The clauses of the sentence that go on about it: up to one that names a work of another kind."""
    told: list[Clause] = []
    for other in book.narrative.after(clause):
        if any(cues(f"achievements.{name}.noun").search(other.text) for name in _WORKS if name != topic):
            break
        told.append(other)
    return told


def _is_open(book: Notebook, clause: Clause, topic: str) -> bool:
    options = dict(choices(f"achievements.{topic}"))
    if "open" not in options:
        return False
    none = cues("achievements.patent.none_applied")
    following = "，".join(none.sub("", other.text) for other in _about_it(book, clause, topic))
    pattern = options["open"]
    granted = (
        topic == "patent"
        and re.search(r"(?:已|获|经)?授权(?!前|通知)", clause.text)
        and not re.search(r"[没未]授权", clause.text)
    )
    return bool(pattern.search(clause.text) or pattern.search(following)) and not granted


def _is_minor(text: str, topic: str) -> bool:
    """A helper's part in a project; a patent that is but thought of."""
    if topic == "patent":
        return bool(cues("achievements.patent.idea").search(text))
    return (
        topic == "project"
        and bool(cues("achievements.project.minor").search(text))
        and not re.search(r"主持|主要完成人|牵头|负责", text)
    )

"""The section of GB/T 4754-2017 an organisation's main business lies in, where the text makes it plain."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_doubted
from assistant.eligibility.narrative.subjects import own_subject

# Sections in which nothing is made: B, C and D are industry.
_NONINDUSTRIAL = "AEFGHIJKLMNOPQR"
_OUTRANKS = {("D", "C"), ("B", "C"), ("O", "C"), ("A", "C"), ("M", "C"), ("E", "C"), ("I", "C")}


def read_industry(book: Notebook) -> None:
    """Note the section: named outright, else by the words of the main business; two different ones leave it open."""
    for clause in book.narrative.clauses:
        either = cues("industry.either_section").search(clause.text) or cues("industry.undecided").search(clause.text)
        if either or (_sections(clause.text) and _is_said_only(clause)):
            book.doubt(clause, "gbt4754_section")
        named = cues("industry.named_section").search(clause.text)
        if named and not is_asked(clause) and not is_doubted(book.narrative, clause):
            letter = next(group for group in named.groups() if group)
            if cues("scope.hearsay").search(clause.text) or _does_otherwise(book, letter):
                book.doubt(clause, "gbt4754_section")
            book.note("gbt4754_section", letter, clause)
            return
    found = _described(book) or _trades(book)
    sections = {section for _, section in found}
    if len(sections) == 1 and not _is_belied(book, found[0][1]):
        book.note("gbt4754_section", found[0][1], found[0][0])
    elif sections:
        book.doubt(found[0][0], "gbt4754_section")


def _does_otherwise(book: Notebook, letter: str) -> bool:
    """登记的是D类，实际干的是批发: what is done in truth is not, by its words, of the section named."""
    told = [clause.text for clause in book.narrative.clauses if cues("industry.in_truth").search(clause.text)]
    return any(set(_sections(_business(text))) != {letter} for text in told)


def _is_belied(book: Notebook, section: str) -> bool:
    """Goods got from another's works or only installed are made by nobody here; who makes things may be a maker."""
    belying = {"C": "industry.not_made", **dict.fromkeys(_NONINDUSTRIAL, "industry.making")}.get(section)
    told = (_business(clause.text) for clause in book.narrative.clauses if not _is_anothers(clause))
    return belying is not None and any(cues(belying).search(text) for text in told)


def _is_said_only(clause: Clause) -> bool:
    """别人都说我们算制造业, 我们觉得该是制造业: what others call it, or the applicant thinks it is."""
    classed = cues("industry.classed").search(clause.text)
    return bool(classed) and any(cues(name).search(clause.text) for name in ("scope.hearsay", "industry.opinion"))


def _described(book: Notebook) -> list[tuple[Clause, str]]:
    found: list[tuple[Clause, str]] = []
    for clause in book.narrative.clauses:
        if not cues("industry.main_business").search(clause.text) or _is_aside(clause):
            continue
        sections = _sections(_business(clause.text))
        if sections and is_doubted(book.narrative, clause):
            book.doubt(clause, "gbt4754_section")
        found.extend((clause, section) for section in sections)
    return found


def _trades(book: Notebook) -> list[tuple[Clause, str]]:
    """干房屋建筑施工的: clauses that say what we do and nothing else."""
    told = [
        clause
        for clause in book.narrative.clauses
        if not _is_anothers(clause) and not is_doubted(book.narrative, clause)
    ]
    works = any(_has_works(clause.text) for clause in told)
    made = [(clause, "C") for clause in told if works and cues("industry.goods").search(clause.text)]
    return made + [(clause, section) for clause in told for section in _trades_of(clause.text)]


def _has_works(text: str) -> bool:
    """A works of one's own: not 从台州的工厂拿货, 客户车间里的设备, 没有工厂."""
    return any(
        not cues("industry.works_of_others").search(text[: match.start()])
        for match in cues("industry.works").finditer(text)
    )


def _trades_of(text: str) -> set[str]:
    """The sections of the trades the whole clause names, its longest trades before those within them."""
    found = [
        (len(match.group()), section)
        for section, pattern in choices("industry.trade")
        for match in pattern.finditer(text)
        if _says_what_we_do(text[: match.start()]) and cues("industry.trade_tail").fullmatch(text[match.end() :])
    ]
    longest = max((length for length, _ in found), default=0)
    return {section for length, section in found if length == longest}


def _says_what_we_do(before: str) -> bool:
    """Nothing, or that we do it, with what narrows the trade down."""
    lead = cues("industry.trade_lead").match(before)
    return not before or bool(lead and cues("industry.trade_modifier").fullmatch(before[lead.end() :]))


def _is_anothers(clause: Clause) -> bool:
    theirs = own_subject(clause, len(clause.text)) in ("other", "former") or cues("industry.theirs").search(clause.text)
    return bool(theirs) or is_asked(clause)


def _is_aside(clause: Clause) -> bool:
    """Safety, accidents, trials and other firms speak of 生产 without naming a business."""
    rest = cues("industry.aside").sub("", clause.text)
    return _is_anothers(clause) or not cues("industry.main_business").search(rest)


def _business(text: str) -> str:
    """The clause without its idioms of production and without customers' trades."""
    text = re.sub(
        r"安全生产|生产安全|投产|停产|(?:连续|一直|正常|开始|正式)[^,，]{0,4}生产|生产(?:到|了|经营|许可|基地)",
        "",
        text,
    )
    return re.sub(
        r"(?:给|为|供应?|销往|配套|服务于?|面向)[^,，、做提]{0,8}?(?:厂|企业|行业|业|公司|银行|医院|学校)", "", text
    )


def _heads(text: str, pattern: re.Pattern[str], section: str) -> bool:
    """The head of a Chinese compound stands last: 酒店家具 is furniture, 供热的管网施工 is building, 物流箱 a box."""
    return any(
        section == "C" or not cues("industry.other_head").match(text, match.end()) for match in pattern.finditer(text)
    )


def _sections(text: str) -> set[str]:
    if cues("industry.makes").search(text):
        return {"C"}
    sections = {name for name, pattern in choices("industry.section") if _heads(text, pattern, name)}
    for strong, weak in _OUTRANKS:
        if {strong, weak} <= sections and not re.search(r"制造|生产.{0,8}设备", text):
            sections.discard(weak)
    if "C" in sections and re.search(
        r"(?:设备|机械|器材|零部件|装备|机|车|材料|用品|家具|电器)(?:的)?(?:制造|生产)|(?:制造|生产)[^,，]{0,10}(?:设备|机械|装备)",
        text,
    ):
        sections = {"C"}
    return sections

"""A person: where they work and in which category."""

import re

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.durations import find_durations
from assistant.eligibility.narrative.lexicon import choices, choose, cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.posts import read_cqo, read_exceptional
from assistant.eligibility.narrative.scope import is_asked, is_denied, is_doubted
from assistant.eligibility.narrative.service import doubt_earlier_years, read_years
from assistant.eligibility.narrative.workplace import read_workplace


def read_person(book: Notebook) -> None:
    """Note work place, category, years, position and errors of a person."""
    read_workplace(book)
    category = _read_category(book)
    if category and not read_years(book, category):
        doubt_earlier_years(book, category)
    for clause in book.narrative.clauses:
        read_cqo(book, clause)
        read_exceptional(book, clause)


def _read_category(book: Notebook) -> str | None:
    """The category applied for, where named; else the one the described work belongs to."""
    for clause in book.narrative.clauses:
        if cues("person.category_open").search(clause.text) or _weighs_categories(book, clause):
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


def _weighs_categories(book: Notebook, clause: Clause) -> bool:
    """他是在车间干活的、管质量的还是做研究的，我说不来: of works named side by side nobody says which is meant.

    So does 做的什么岗位我不清楚, unless the work was named before.
    """
    parts = [clause, *book.narrative.before(clause)]
    open_still = any(is_asked(other) or is_doubted(book.narrative, other) for other in parts)
    if cues("person.work_unknown").search(clause.text):
        return open_still and not _categories(list(book.narrative.clauses[: clause.index]))
    named = _categories(parts) if cues("person.either_work").search(clause.text) else set()
    left_so = open_still or bool(cues("person.asked_work").search(clause.text))
    return bool(named) and (left_so or len(named) > 1)


def _categories(clauses: list[Clause]) -> set[str]:
    """Every category whose work one of the clauses names."""
    listed = choices("person.category")
    return {name for clause in clauses for name, pattern in listed if pattern.search(clause.text)}


def _described(book: Notebook) -> tuple[str, Clause] | None:
    """The category whose words stand nearest to a length of service, else the only one described."""
    seen: dict[str, Clause] = {}
    weights: dict[str, int] = {}
    for clause in book.narrative.clauses:
        if is_asked(clause) or cues("person.other_work").search(clause.text):
            continue
        text = cues("person.firm_name").sub(lambda name: "□" * len(name.group()), clause.text)
        serves = bool([d for d in find_durations(clause.text) if not d.window])
        for name, pattern in choices("person.category"):
            match = pattern.search(text)
            if match and not is_denied(text, match.start(), match.end()):
                seen.setdefault(name, clause)
                weights[name] = weights.get(name, 0) + 1 + 2 * serves
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1] and not _first_wins(ranked, seen)):
        return None
    return ranked[0][0], seen[ranked[0][0]]


def _first_wins(ranked: list[tuple[str, int]], seen: dict[str, Clause]) -> bool:
    """Of two equally strong categories the one told first, if it is also the one ranked first."""
    return seen[ranked[0][0]].index < seen[ranked[1][0]].index

"""Free wordings said in plain words: 法纪上一清二白 becomes 没有违法违规违纪, 比这更大的事故，从来没有 one clause.

What is read of accidents, violations, errors and awards is read from the plain words; places, dates of registration
and the like from the text as it stands. Clauses keep their place in the original, so quotes stay verbatim.
"""

from dataclasses import replace

from assistant.eligibility.narrative.clauses import Clause, Narrative
from assistant.eligibility.narrative.lexicon import choices, cues
from assistant.eligibility.narrative.notebook import Notebook

_BLANK = "□"
_ASIDES = 2


def in_plain_words(book: Notebook, *, individual: bool) -> Notebook:
    """The same notebook over the narrative in plain words; what is noted in one stands in the other."""
    texts = _joined([clause.text for clause in book.narrative.clauses], book.narrative)
    kinds = ("individual" if individual else "organization", "both")
    clauses = tuple(
        replace(clause, text=_plain(text, kinds)) for clause, text in zip(book.narrative.clauses, texts, strict=True)
    )
    return replace(book, narrative=replace(book.narrative, clauses=clauses))


def _plain(text: str, kinds: tuple[str, ...]) -> str:
    for kind in kinds:
        for words, pattern in choices(f"plain.{kind}"):
            text = pattern.sub(words, text)
    return text


def _joined(texts: list[str], narrative: Narrative) -> list[str]:
    """A topic, also asked (专利？没有), and the bare denial behind it in one clause; 别说X，连Y都没 denies X."""
    for one, other in zip(narrative.clauses, narrative.clauses[1:], strict=False):
        if _joins_past(texts, one, narrative):
            continue
        answered = one.asks and cues("scope.plain_answer").search(other.text)
        if answered and cues("scope.asked_topic").search(one.text):
            texts[one.index], texts[other.index] = _BLANK, f"{one.text}{other.text}"
        elif answered and cues("scope.asks_whether").search(one.text) and not cues("scope.uncertain").search(one.text):
            topic = cues("scope.asks_whether").sub("", one.text)
            texts[one.index], texts[other.index] = _BLANK, f"{topic}{other.text}"
        elif other.sentence != one.sentence:
            continue
        here, there = cues("scope.asked_by").sub("", texts[one.index]), other.text
        if cues("scope.topic").search(here) and cues("scope.bare_denial").search(there) and not _reports(one):
            texts[one.index], texts[other.index] = _BLANK, f"{here}{there}"
        elif cues("scope.let_alone").search(here) and cues("scope.not_even").search(there):
            texts[one.index] = cues("scope.let_alone").sub("没有", here)
    return texts


def _joins_past(texts: list[str], one: Clause, narrative: Narrative) -> bool:
    """A topic and its denial, with vows (我拍胸脯说), who filled in the form, or a narrowing of the topic between."""
    following = narrative.after(one)[: _ASIDES + 1]
    at = next((at for at, other in enumerate(following) if cues("scope.bare_denial").search(other.text)), 0)
    between = following[:at]
    topic = cues("scope.asks_whether").sub("", cues("scope.asked_by").sub("", texts[one.index]))
    narrows = [other for other in between if cues("scope.qualifier").search(other.text)]
    aside = all(other in narrows or cues("scope.vow").search(other.text) for other in between)
    if not between or not aside or not cues("scope.topic").search(topic) or _reports(one):
        return False
    denial = following[at]
    for other in (one, *between):
        texts[other.index] = _BLANK
    texts[denial.index] = f"{''.join(other.text for other in narrows)}{topic}{denial.text}"
    return True


def _reports(clause: Clause) -> bool:
    """The would-be topic tells or denies something of its own."""
    return bool(cues("scope.topic_tells").search(clause.text)) or clause.asks

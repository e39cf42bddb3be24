"""What is still to be found out: 等级没定, 到今天还没有结论, 鉴定要到八月才出, 是我们的问题还是供应商的问题.

The readers take in an event; whether it counts may be settled later only. What the sentence (and the one before it)
speaks of is then left open, however firmly the rest of the text denies everything else.
"""

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook
from assistant.eligibility.narrative.scope import is_asked, is_denied

_ORGANISATION = {
    "accident": ("major_accident_free_years", "accident_level"),
    "violation": ("violation_free_years", "major_violation_free_years"),
    "complaint": ("complaint_self_caused", "major_complaint_free_years"),
}
_INDIVIDUAL = {
    "accident": ("employer_major_accident_free_years", "employer_accident_level"),
    "violation": ("violation_free_years", "major_violation_free_years"),
    "post": ("individual_category",),
    "project": ("quality_project_key_role",),
}
# Of these one settled fact of the event is enough: a level that was found is not made unknown by a cause still sought.
_SETTLED = {"accident": ("accident_level", "employer_accident_level"), "violation": ("violation_severity",)}


def doubt_pending(book: Notebook, *, individual: bool) -> None:
    """Leave open what a matter is about that is still being looked into when the applicant writes."""
    topics = _INDIVIDUAL if individual else _ORGANISATION
    for clause in book.narrative.clauses:
        if is_asked(clause) or not _is_open(book, clause):
            continue
        for topic, keys in topics.items():
            if _speaks_of(book, clause, topic) and not any(book.value(key) for key in _SETTLED.get(topic, ())):
                book.doubt(clause, *keys)


def _is_open(book: Notebook, clause: Clause) -> bool:
    """Something is still sought, or one of two causes: 是我们的问题，还是供应商的问题."""
    if cues("pending.open").search(clause.text):
        return True
    following = "，".join(other.text for other in book.narrative.after(clause)[:1])
    return bool(cues("pending.cause").search(f"{clause.text}，{following}"))


def _speaks_of(book: Notebook, clause: Clause, topic: str) -> bool:
    """The sentence, or the one before it, names something of the topic and does not deny it."""
    sentences = book.narrative.sentences
    near = [other for one in sentences[max(0, clause.sentence - 1) : clause.sentence + 1] for other in one]
    return any(
        not is_denied(other.text, match.start(), match.end())
        for other in near
        for match in cues(f"pending.about.{topic}").finditer(other.text)
    )

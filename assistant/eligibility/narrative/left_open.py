"""Doubt voiced a few clauses behind what it is about: 论文的情况，…究竟有没有发表的，我答不上来.

The readers look for doubt in a clause and in the one behind it. Speakers also voice it later in the sentence; a clause
that says nothing but doubt then leaves open what was read last before it.
"""

from assistant.eligibility.narrative.clauses import Clause
from assistant.eligibility.narrative.lexicon import cues
from assistant.eligibility.narrative.notebook import Notebook

# Who speaks is not what a doubt behind it is about.
_NEVER_MEANT = {"applicant_type", "org_form", "individual_category", "gbt4754_section"}


def doubt_left_open(book: Notebook) -> None:
    """Leave open the keys noted last before a clause of the same sentence that voices doubt and nothing else."""
    for clause in book.narrative.clauses:
        if not cues("scope.unsure").search(clause.text) or book.noted_in(clause) or _has_topic(clause):
            continue
        for other in book.narrative.before(clause):
            keys = set(book.noted_in(other)) - _NEVER_MEANT
            if keys:
                book.doubt(clause, *sorted(keys))
            if keys or cues("scope.names_topic").search(other.text):
                break


def _has_topic(clause: Clause) -> bool:
    return bool(cues("scope.own_topic").search(clause.text))

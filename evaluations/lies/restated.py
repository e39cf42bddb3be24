"""Run the guard over the authored wordings: `python -m evaluations.lies.restated [-v] [--unseen] [DOCUMENT...]`.

Each wording of corpus/verification/restatements is a true sentence; cited to the clause its quote lies in it must pass.
With `--unseen` a wording is judged without itself among the wordings of its statement, as a sentence nobody authored.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from unittest.mock import patch

from assistant.verification import evidence
from assistant.verification.model import Basis, EvidenceClause, Reason
from assistant.verification.statements import Statement, load_statements, statements_of
from assistant.verification.verify import verify_sentence
from evaluations.lies.independent import whole_clause


@dataclass(frozen=True, slots=True)
class Alarm:
    """A true wording that the guard refuses, and why."""

    statement: Statement
    wording: str
    reasons: tuple[Reason, ...]


def alarms(document: str, statements: Iterable[Statement], *, unseen: bool = False) -> Iterator[Alarm]:
    """The authored wordings of the given statements of a document that do not pass."""
    for statement in statements:
        basis = Basis({"c1": EvidenceClause(document, whole_clause(document, statement.source))})
        for wording in statement.wordings[1:]:
            reasons = _unseen(statement, wording, basis) if unseen else _reasons(wording, basis)
            if reasons:
                yield Alarm(statement, wording, reasons)


def _reasons(wording: str, basis: Basis) -> tuple[Reason, ...]:
    return verify_sentence(f"{wording.rstrip('。')}[c1]。", basis).reasons


def _unseen(statement: Statement, wording: str, basis: Basis) -> tuple[Reason, ...]:
    evidence._of_notices.cache_clear()
    with patch.object(evidence, "statements_of", partial(without, statement, wording)):
        reasons = _reasons(wording, basis)
    evidence._of_notices.cache_clear()
    return reasons


def without(statement: Statement, wording: str, clauses: tuple[EvidenceClause, ...]) -> tuple[Statement, ...]:
    """The statements of the clauses, the given one less one of its wordings."""
    less = replace(statement, wordings=tuple(each for each in statement.wordings if each != wording))
    return tuple(less if each is statement else each for each in statements_of(clauses))


def main(arguments: list[str]) -> None:
    """Report per document how many wordings pass and which codes refuse the others."""
    named = [argument for argument in arguments if not argument.startswith("-")]
    for document in named or load_statements():
        found = list(alarms(document, load_statements()[document], unseen="--unseen" in arguments))
        total = sum(len(statement.wordings) - 1 for statement in load_statements()[document])
        codes = Counter(reason.code for alarm in found for reason in alarm.reasons)
        print(f"{document}: {total - len(found)}/{total} = {1 - len(found) / total:.1%} {dict(codes.most_common())}")
        for alarm in found if "-v" in arguments else ():
            why = "；".join(f"{reason.code}:{reason.message}" for reason in alarm.reasons)
            print(f"  {alarm.statement.position + 1} {alarm.wording} ||| {why} ||| {alarm.statement.wordings[0][:60]}")


if __name__ == "__main__":
    main(sys.argv[1:])

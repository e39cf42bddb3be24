"""Two denials in one breath, and letters of denial that deny nothing (没想到), are read right or left open.

A row of `double_negations.tsv`: what the sentence follows (a letter of `BASES`), the sentence, and `key=value` pairs of
what it says, `-` where it settles nothing.
"""

from datetime import date
from pathlib import Path

from assistant.eligibility.narrative.reader import read_narrative
from tests.eligibility.narrative.test_wordings import AS_OF, BASES

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("double_negations.tsv").read_text(encoding="utf-8").splitlines()
]
# An error told of without its day is told all the same.
ALSO = {"major_work_error": "True"}


def judged(as_of: date = AS_OF) -> list[tuple[str, str, str, str]]:
    told = []
    for base, sentence, pairs in ROWS:
        values = read_narrative(BASES[base] + sentence, as_of).values()
        for key, _, value in (pair.partition("=") for pair in pairs.split(";")):
            told.append((sentence, key, value, str(values.get(key, "-"))))
    return told


def test_no_denial_of_a_denial_is_turned_about() -> None:
    assert [row for row in judged() if row[3] not in (row[2], "-", ALSO.get(row[1]))] == []


def test_most_are_read_right() -> None:
    rows = judged()
    assert len(rows) > 280
    assert sum(found == value for *_, value, found in rows) / len(rows) > 0.6

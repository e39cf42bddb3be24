"""Stories laid to be misread (others' penalties, quoted claims, corrections, irony, windows): none is decided wrongly.

A row of `adversarial.tsv`: track, day, the verdict by the rules, story. Leaving it open is always allowed.
"""

from datetime import date
from pathlib import Path

from assistant.knowledge.rules import Track
from tests.eligibility.narrative.nets import verdict_on

ROWS = Path(__file__).with_name("adversarial.tsv").read_text(encoding="utf-8").splitlines()


def test_no_story_is_decided_against_the_rules_and_most_are_decided(tracks: dict[str, Track]) -> None:
    judged = []
    for track, day, expected, story in (line.split("\t") for line in ROWS):
        judged.append((verdict_on(tracks[track], story, date.fromisoformat(day)), expected, story))
    assert [row for row in judged if row[0] not in (row[1], "undetermined")] == []
    assert len(judged) > 340
    assert sum(found == expected for found, expected, _ in judged) / len(judged) > 0.6

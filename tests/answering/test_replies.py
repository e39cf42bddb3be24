"""Bare answers to what the desk asked: a section of the classification of industries by its letter or its name."""

from datetime import date

import pytest

from assistant.answering.replies import read_reply
from assistant.eligibility.facts import FACTS


@pytest.mark.parametrize(
    ("said", "section"),
    [("C", "C"), ("c类", "C"), ("属于C", "C"), ("制造业", "C"), ("是制造业", "C"), ("建筑", "E"), ("C 制造业", "C")],
)
def test_a_section_is_answered_by_letter_or_name(said: str, section: str) -> None:
    assert read_reply("gbt4754_section", said, date(2024, 1, 1)) == section


@pytest.mark.parametrize("said", ["X", "不知道", "两类都有"])
def test_what_names_no_section_stays_open(said: str) -> None:
    assert read_reply("gbt4754_section", said, date(2024, 1, 1)) is None


def test_the_question_lists_every_section() -> None:
    question = FACTS["gbt4754_section"].question
    assert all(f"{letter} " in question for letter in "ABCDEFGHIJKLMNOPQRST")

"""Characters are counted one way everywhere."""

from assistant.drafting.limits import count_characters, fits, overflow


def test_han_letters_digits_and_punctuation_each_count_one() -> None:
    assert count_characters("一刀A1，。") == 6


def test_white_space_and_zero_width_characters_do_not_count() -> None:
    assert count_characters("一 \t\n\u3000二\u200b\ufeff三") == 3


def test_a_decomposed_letter_counts_as_the_one_it_composes_to() -> None:
    assert count_characters("e\u0301") == 1


def test_a_text_of_exactly_the_limit_fits_and_one_more_does_not() -> None:
    assert fits("字" * 25, 25)
    assert overflow("字" * 26, 25) == 1

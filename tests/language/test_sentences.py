"""Sentences end at their marks and at line ends, never inside brackets or quotations."""

from assistant.language.sentences import split_sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


def test_marks_and_line_ends() -> None:
    assert texts("第一。第二！真的吗？！\n\n  第三；第四") == ["第一。", "第二！", "真的吗？！", "第三；", "第四"]


def test_nothing_is_cut_inside_brackets() -> None:
    assert texts("按“先申报。后评审”办理。见（一。二）节。") == ["按“先申报。后评审”办理。", "见（一。二）节。"]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert texts("他说：“结束。”然后走了。") == ["他说：“结束。”然后走了。"]


def test_an_unclosed_bracket_shields_nothing() -> None:
    assert texts("（未闭合。下一句。") == ["（未闭合。", "下一句。"]


def test_offsets_point_into_the_source() -> None:
    source = "  一。 二！\n三"
    assert [source[s.start : s.end] for s in split_sentences(source)] == ["一。", "二！", "三"]

"""Answers as HTML: what is drawn, and that nothing written by others can act."""

import pytest

from assistant.ui.components.citations import plain
from assistant.ui.components.rendering import answer_html, copy_html, pieces, said_html


def test_a_mark_presses_the_button_of_its_source() -> None:
    page = answer_html("给予50万元补助。[1]", "m3", 1)
    assert "data-opens='m3-source-1' data-list='cites-m3'" in page


def test_a_mark_without_a_citation_stays_text() -> None:
    assert "[2]" in answer_html("见第二条[2]", "m1", 1)


def test_tables_lists_quotes_and_bold_are_drawn() -> None:
    page = answer_html("| 奖项 | 名额 |\n| --- | --- |\n| **兰州** | 3个 |\n\n- 一\n- 二\n\n> 原文", "m1", 0)
    assert "<td><strong>兰州</strong></td><td>3个</td>" in page
    assert "<li>一</li><li>二</li>" in page
    assert "<blockquote>原文</blockquote>" in page


@pytest.mark.parametrize(
    "hostile",
    ["<img src=x onerror=alert(1)>", "<script>1</script>", "' onmouseover='x", "**<b onclick=1>**", "| <i> | <u> |"],
)
def test_hostile_text_is_escaped_everywhere(hostile: str) -> None:
    for page in (said_html(hostile), answer_html(hostile, "m1", 0), copy_html(hostile)):
        assert not any(sign in page for sign in ("<img", "<script", "<b ", "<i>", "<u>", "' onmouse"))


def test_links_images_and_formulas_stay_text() -> None:
    text = "[点我](http://e.example) ![图](http://e.example/a.png) $x$ `y`"
    assert text in answer_html(text, "m1", 0)


def test_pieces_grow_to_the_whole_text() -> None:
    text = "第一句。[1]第二句。\n\n- **三。**[2]\n尾"
    grown = list(pieces(text))
    assert grown[0] == "第一句。[1]"
    assert all(text.startswith(piece) for piece in grown)
    assert grown[-1] == text


def test_a_label_takes_every_sign_literally() -> None:
    assert plain("$a$ [b](c) :red[d] *e*") == "\\$a\\$ \\[b\\]\\(c\\) \\:red\\[d\\] \\*e\\*"

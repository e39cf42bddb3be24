"""What was read out of a self-description, and the question asked beside it."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.ui.test_eligibility import _choose, _desk, _read_text, _run, home, page  # noqa: F401  the fixtures

_TEXT = "我单位2015年3月10日在宝鸡市渭滨区注册成立，2016年5月正式投产，一直连续经营。三年来没有发生过重大事故。"


def _words(page: AppTest) -> str:  # noqa: F811
    return "\n".join(str(one.value) for one in (*page.caption, *page.markdown)).replace("\\", "")


def _asks(page: AppTest) -> bool:  # noqa: F811
    return "接下来最该弄清的一项" in _words(page)


def test_nothing_is_asked_while_what_was_read_may_answer_it(page: AppTest, home: Path) -> None:  # noqa: F811
    assert _asks(page)
    _read_text(_choose(page, "baoji-org"), _TEXT)
    assert not _asks(page)
    _run(page.button(key="eligibility-confirm-below").click())
    assert _desk(home).facts["registered_city"] == "宝鸡市"
    assert _asks(page)


def test_what_covers_too_little_says_why_it_is_asked_again(page: AppTest, home: Path) -> None:  # noqa: F811
    _read_text(_choose(page, "baoji-org"), _TEXT)
    _run(page.button(key="eligibility-confirm").click())
    for _ in range(8):
        if any(one.key == "next-major_accident_free_years" for one in page.text_input):
            break
        _run(page.button(key="eligibility-skip").click())
    assert "“未发生重大事故的年数3年”从" in _words(page)

"""Facts told in one clause of a chat, minutes, an e-mail, dictation or a news piece, and what only sounds like one."""

from pathlib import Path

import pytest

from assistant.drafting.material.model import Kind
from tests.drafting.materials import codes, read

_ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "clause_wordings.tsv").read_text(encoding="utf-8").splitlines()
]
_MAIL = "兰州陇匠家具有限公司现有员工320人，2009年5月注册成立，有限责任公司，主营实木家具的生产和销售。\n\n"


@pytest.mark.parametrize(("kind", "key", "value", "text"), _ROWS)
def test_a_clause_gives_its_fact_and_what_is_like_it_none(kind: Kind, key: str, value: str, text: str) -> None:
    """A row without a value is a near miss: the clause gives none."""
    read_value = read(text.replace("\\n", "\n"), kind).value(key)
    assert ("" if read_value is None else str(read_value)) == value


@pytest.mark.parametrize(
    "quoted",
    [
        "> 在 2024-01-16 09:12，质量科 写道：\n> 你们上次报的是员工410人，请说明口径。",
        ">> 我司现有员工410人（含外包约90人）……",
    ],
)
def test_a_count_of_a_quoted_mail_does_not_put_aside_the_one_of_today_and_is_told(quoted: str) -> None:
    material = read(_MAIL + quoted)
    assert material.value("employees") == 320
    assert "CONFLICT_EMPLOYEES" in codes(material)


def test_a_forwarded_mail_is_read_as_a_whole() -> None:
    forwarded = "\n".join(f"> {line}" for line in _MAIL.splitlines() if line)
    assert read("转发一份，请查收。\n" + forwarded).value("employees") == 320


@pytest.mark.parametrize(
    "told",
    [
        "宣传册上印2009年3月，年报里填2011年6月，执照在总部，我不好替您定。",
        "我也发现了。公司简介上写2014年6月，投标文件里写2013年10月，执照正本押在银行。",
    ],
)
def test_two_papers_that_differ_in_answer_to_the_founding_are_told(told: str) -> None:
    material = read(f"> 1. 公司到底是哪年成立的？两份附件写的不一样。\n{told}\n兰州陇匠家具有限公司，员工90人。")
    assert material.value("founded") is None
    assert "CONFLICT_FOUNDED" in codes(material)


def test_a_staff_nobody_can_count_leaves_no_founding_open() -> None:
    text = "阳泉晋味坊餐饮管理有限公司2009年3月从一间面馆起家，2013年8月注册成有限责任公司，老板说不清到底多少人。"
    assert read(text).value("founded") == "2013年8月"

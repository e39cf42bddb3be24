"""Facts and flags in the many wordings applicants use, one a row of the tables beside this file."""

from pathlib import Path

import pytest

from assistant.drafting.material.model import Kind
from tests.drafting.materials import codes, read
from tests.sampling import sampled

_HERE = Path(__file__).parent
_COMPANY = "甲乙丙有限公司\n"
_AROUND = (
    "重庆磐石阀门有限公司位于重庆市荣昌区，2008年5月成立，有限责任公司，通用设备制造业，从事阀门制造，现有员工120人。\n"
    "公司推行“三压一泡”工作法，每只阀门出厂前打三次压、泡一次水，漏一个气泡整批返检。泄漏投诉由每年26起降到2起。\n"
    "{line}\n联系人：质量部长 郭小川 023-46110011。愿意申报中国质量奖。\n"
)


def _rows(file: str) -> list[list[str]]:
    return [line.split("\t") for line in (_HERE / file).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("kind", "key", "value", "text"), sampled(_rows("wordings.tsv")))
def test_a_fact_is_read_however_it_is_put(kind: Kind, key: str, value: str, text: str) -> None:
    head = _COMPANY if kind == "organisation" and key != "name" else ""
    unfolded = text.replace("\\n", "\n").replace("\\t", "\t")
    found = str(read(f"{head}{unfolded}\n", kind).value(key))
    assert found == value or (value == "未明确" and "未明确" in found)


@pytest.mark.parametrize(("kind", "key", "value", "text"), sampled(_rows("fact_wordings.tsv")))
def test_a_fact_is_read_from_free_wordings_and_from_nothing_like_it(
    kind: Kind, key: str, value: str, text: str
) -> None:
    test_a_fact_is_read_however_it_is_put(kind, key, value, text)


@pytest.mark.parametrize(("kind", "key", "value", "text"), sampled(_rows("told_facts.tsv")))
def test_a_fact_is_read_where_it_is_told_in_the_words_of_the_trade(kind: Kind, key: str, value: str, text: str) -> None:
    test_a_fact_is_read_however_it_is_put(kind, key, value, text)


@pytest.mark.parametrize(("state", "code", "line"), sampled(_rows("flag_wordings.tsv")))
def test_a_flag_is_raised_where_the_line_gives_reason_and_only_there(state: str, code: str, line: str) -> None:
    unfolded = line.replace("\\n", "\n")
    assert (code in codes(read(_AROUND.format(line=unfolded)))) == (state == "raised")

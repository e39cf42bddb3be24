"""The time of reading grows with the length of the text only, whatever it repeats."""

import time
from datetime import date

import pytest

from assistant.eligibility.narrative.reader import read_narrative
from tests.pace import allowed

LENGTH = 60_000
# Of the processor; a quiet machine needs about a third. A quarter of the length has a quarter of the bound, and a third
# more for what a reading costs at any length. That catches a cost that grows with the square only where it is large
# (from 32 s at the whole length on); a smaller one shows in the slow test of the whole length alone.
BOUNDS = [pytest.param(LENGTH, 6.0, marks=pytest.mark.slow), (LENGTH // 4, 2.0)]
TEXTS = {
    "one denial for ever": "没有发生任何事故，" * 7000,
    "other numbers each time": "".join(f"20{n % 25:02d}年因环保被罚款{n}元，" for n in range(4500)),
    "plans": "".join(f"原计划20{n % 25:02d}年在宝鸡注册第{n}家，" for n in range(4500)),
    "digits": "2" * LENGTH,
    "brackets": "（罚" * 20000 + "）" * 20000,
    "no mark at all": "没有" * 30000,
    "prose": "".join(
        f"{1990 + n % 34}年在宝鸡注册第{n}个厂。质量管理体系{n}通过认证。2021年发生{n}起一般事故，无违法违规违纪行为；"
        for n in range(1100)
    ),
}


@pytest.mark.parametrize(("length", "seconds"), BOUNDS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_many_characters_are_read_in_seconds(text: str, length: int, seconds: float) -> None:
    started = time.process_time()
    read_narrative("我们公司2010年在宝鸡注册。" + text[:length], date(2024, 12, 10))
    assert time.process_time() - started < allowed(seconds)

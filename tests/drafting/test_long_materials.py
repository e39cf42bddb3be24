"""A long material is read in time that grows with its length, and one that is far too long is refused as a whole."""

import random
import time

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.material.read import MOST_CHARACTERS
from assistant.errors import UnusableInputError
from tests.drafting.materials import read
from tests.pace import allowed

_SHAPES = {
    "figures": "第{n}车间推行逐件自检，不合格率由{n}.5%降到0.{n}%，一律返工。",
    "dates": "2021年{m}月第{n}道工序改为双人复核，每批留样，超差停线。\n",
    "honours": "2021年{m}月第{n}车间获甘肃省质量信得过班组称号。\n",
    "firms": "第{n}批原料由兰州{n}号恒远铸造有限公司供应，每批抽检{n}件，不合格退回。\n",
    "headings": "{n}、现场管理\n每班对照第{n}号作业指导书逐项点检，漏一项停线。\n",
    "quoted": "> 第{n}批复核，现有员工{n}人，另记{m}项\n",
}

# What a broken export leaves: words, figures and marks in no order, on a line that never ends.
_SCRAPS = {
    "digits and counting words": [*"0123456789", "人", "年"],
    "awards and dates": ["获", "奖", "2023年"],
    "founding and brackets": ["（", "）", "公司", "成立", "2003年"],
    "head counts without a stop": ["员工", "123", "人", "名"],
    "disputed figures": ["员工", "人", "320", "名", "现有", "2023年", "另据", "写", "两说", "在册"],
    "methods without a stop": ["推行", "“", "”", "做法", "由", "降到", "提高", "5%", "12件", "合格率"],
    "plans and claims": ["计划", "力争", "2025年", "达到", "领先", "首创", "，", "。"],
}


# Of the processor. A quarter of the length has a quarter of the bound, and a third more for what a reading costs at any
# length. That catches a cost that grows with the square only where it is large (from 32 s at the whole length on); a
# smaller one shows in the slow test of the whole length alone.
_BOUNDS = [pytest.param(60_000, 6.0, marks=pytest.mark.slow), (15_000, 2.0)]


@pytest.mark.parametrize(("length", "seconds"), _BOUNDS)
@pytest.mark.parametrize("scraps", _SCRAPS)
def test_many_characters_of_scraps_take_seconds(scraps: str, length: int, seconds: float) -> None:
    draw, words = random.Random(1), ["某某有限公司\n"]
    words += draw.choices(_SCRAPS[scraps], k=60_000)
    _warm()
    began = time.process_time()
    draft(read("".join(words)[:length]))
    assert time.process_time() - began < allowed(seconds)


@pytest.mark.parametrize(("length", "seconds"), _BOUNDS)
@pytest.mark.parametrize("shape", _SHAPES)
def test_many_characters_take_seconds(shape: str, length: int, seconds: float) -> None:
    text = "某某有限公司\n" + "".join(_SHAPES[shape].format(n=n, m=n % 12 + 1) for n in range(3000))
    _warm()
    began = time.process_time()
    draft(read(text[:length]))
    assert time.process_time() - began < allowed(seconds)


def _warm() -> None:
    """Patterns are compiled once, not per text."""
    draft(read("某某有限公司\n公司推行逐件自检，不合格率由2.5%降到0.2%。"))


def test_too_long_a_material_is_refused_and_says_what_to_do() -> None:
    with pytest.raises(UnusableInputError) as refused:
        read("公司逐件检验。" * (MOST_CHARACTERS // 7 + 1))
    message = str(refused.value)
    assert "100002 字符" in message
    assert "100000 字符" in message
    assert "请" in message


def test_what_just_fits_is_read_to_its_end() -> None:
    last = "公司推行“末件必检”，每批最后一件拆检。"
    text = ("厂区绿化。\n" * MOST_CHARACTERS)[: MOST_CHARACTERS - len(last)] + last
    assert "末件必检" in [name for practice in read(text).practices for name in practice.names]

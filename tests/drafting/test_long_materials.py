"""A long material is read in time that grows with its length, and one that is far too long is refused as a whole."""

import time

import pytest

from assistant.drafting.draft import draft
from assistant.drafting.material.read import MOST_CHARACTERS
from assistant.errors import UnusableInputError
from tests.drafting.materials import read

_SHAPES = {
    "figures": "第{n}车间推行逐件自检，不合格率由{n}.5%降到0.{n}%，一律返工。",
    "dates": "2021年{m}月第{n}道工序改为双人复核，每批留样，超差停线。\n",
    "honours": "2021年{m}月第{n}车间获甘肃省质量信得过班组称号。\n",
    "firms": "第{n}批原料由兰州{n}号恒远铸造有限公司供应，每批抽检{n}件，不合格退回。\n",
    "headings": "{n}、现场管理\n每班对照第{n}号作业指导书逐项点检，漏一项停线。\n",
}


@pytest.mark.parametrize("shape", _SHAPES)
def test_sixty_thousand_characters_take_seconds(shape: str) -> None:
    text = "某某有限公司\n" + "".join(_SHAPES[shape].format(n=n, m=n % 12 + 1) for n in range(3000))
    draft(read("某某有限公司\n公司推行逐件自检，不合格率由2.5%降到0.2%。"))  # patterns are compiled once, not per text
    began = time.process_time()
    draft(read(text[:60_000]))
    assert time.process_time() - began < 6


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

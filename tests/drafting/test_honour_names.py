"""What the name of an honour says of its level, and what it leaves open where no issuer is given."""

import pytest

from tests.drafting.materials import read


def _judged(line: str) -> tuple[str, str]:
    honour = read(f"汾阳县霜桥机械有限公司\n公司成立于2005年。\n荣誉：\n{line}").honours[0]
    return honour.level, honour.standing


@pytest.mark.parametrize(("city", "level"), [("太原市三八红旗手", "市级"), ("扎鲁特旗质量奖", "县级")])
def test_a_red_banner_is_no_banner_county(city: str, level: str) -> None:
    assert _judged(f"2022年 {city}")[0] == level


@pytest.mark.parametrize("name", ["全国机械工业质量奖", "全国纺织行业质量奖", "省级质量标杆"])
def test_an_honour_of_a_trade_without_issuer_is_to_be_checked(name: str) -> None:
    assert _judged(f"2022年 {name}")[1] == "borderline"


@pytest.mark.parametrize("name", ["山西省质量奖", "中国质量奖提名奖"])
def test_the_awards_of_governments_need_no_issuer(name: str) -> None:
    assert _judged(f"2022年 {name}")[1] == "listed"

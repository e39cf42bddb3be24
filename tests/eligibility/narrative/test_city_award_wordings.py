"""The city's main award of the past in the words people use for it, and what only sounds like it."""

from datetime import date

import pytest

from assistant.eligibility.narrative.reader import read_narrative

_FIRM = "我们是兰州城关区的公司，2010年5月在兰州市注册，2010年6月起正常运行至今。"
_MAIN = "past_main_award_date"


def _year(told: str) -> str | None:
    fact = read_narrative(f"{_FIRM}{told}。", date(2024, 5, 10)).facts.get(_MAIN)
    return str(fact.value) if fact else None


@pytest.mark.parametrize(
    "told",
    [
        "2022年获得兰州市质量奖（正奖）",
        "2022年获兰州市第五届政府质量奖",
        "2022年我们得过市质量奖",
        "2022年荣膺市政府质量奖",
        "2022年市政府质量奖花落我家",
        "2022年度市政府质量奖获奖单位",
        "2022年市政府授予我们质量奖",
        "2022年拿过市里的政府质量大奖",
        "2022年捧回市政府质量奖",
    ],
)
def test_the_main_award_is_dated(told: str) -> None:
    assert _year(told) == "2022"


@pytest.mark.parametrize(
    "told",
    [
        "2022年获得市政府质量奖提名奖",
        "2022年报过市政府质量奖，没评上",
        "没得过市政府质量奖",
        "2022年得过省政府质量奖",
        "想评上市政府质量奖",
        "2022年隔壁厂评上了市政府质量奖",
    ],
)
def test_what_is_no_main_award_of_ours_is_not(told: str) -> None:
    assert _year(told) is None


def test_a_main_award_without_its_year_stays_open() -> None:
    reading = read_narrative(f"{_FIRM}上一届市政府质量奖就是我们家的。", date(2024, 5, 10))
    assert _MAIN in {doubt.key for doubt in reading.unsure}

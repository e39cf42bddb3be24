"""What people new to the assistant stumbled over: figures lost or unflagged, posts taken for honours, odd labels."""

import pytest

from assistant.drafting.draft import draft
from tests.drafting.materials import codes, quotes, read

_PERSON = "李建国，男，1972年5月出生，重庆宏立仪表有限公司钳工。他总结“三点定位法”，先定基准再锁紧。"
_FIRM = "重庆宏立仪表有限公司，2008年5月成立，主营变送器的生产与销售，现有员工1263人。推行“三点定位”装配法。"


@pytest.mark.parametrize(
    "told",
    [
        "年产变送器42万台（内部数据，请勿对外公布）。",
        "年产变送器42万台，请勿对外发布。",
        "年产变送器42万台（公司内部口径）。",
    ],
)
def test_figures_that_are_not_for_the_public_are_kept_out_and_flagged(told: str) -> None:
    material = read(_PERSON + told, "individual")
    assert "42万台" in quotes(material, "TRADE_SECRET")
    assert "42万台" not in draft(material).profile + draft(material).characterisation


def test_a_rule_not_to_publish_is_a_way_of_working() -> None:
    assert "TRADE_SECRET" not in codes(read(_FIRM + "未经复核的检测数据不得对外发布，每份报告双人签字。"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("从事一线工作30年", "在装配线上干了28年"),
        ("他扎根基层30年", "他一干就是28年"),
        ("一线工作年限30年", "干了28年"),
    ],
)
def test_two_lengths_of_one_working_life_are_a_conflict(one: str, other: str) -> None:
    material = read(f"{_PERSON}{one}。{other}，带出徒弟17人。", "individual")
    assert one in quotes(material, "CONFLICT_METRIC") and other in quotes(material, "CONFLICT_METRIC")


@pytest.mark.parametrize(
    "told",
    ["扎根一线30年，带徒15人。干了30年。", "从事一线工作30年。从事质检12年。", "从事一线工作30年。徒弟小王干了3年。"],
)
def test_years_in_a_trade_or_of_another_are_no_conflict(told: str) -> None:
    assert "CONFLICT_METRIC" not in codes(read(_PERSON + told, "individual"))


@pytest.mark.parametrize(
    "told",
    [
        "获国家高新技术企业认定，设首席质量官一名。",
        "现有质量工程师12人，配备了首席质量官1名，获得注册质量工程师证书9人。",
        "2023年获好评最多，由总经理兼任首席质量官。",
    ],
)
def test_a_post_of_chief_quality_officer_is_no_honour(told: str) -> None:
    assert not [one for one in read(_FIRM + told).honours if "首席质量官" in one.name]


def test_an_honour_beside_the_post_is_still_one_and_so_is_the_title() -> None:
    beside = read(_FIRM + "2022年获重庆市市长质量管理奖，设首席质量官一名。")
    assert [one.name for one in beside.listed_honours] == ["重庆市市长质量管理奖"]
    assert "重庆市优秀首席质量官" in {one.name for one in read(_FIRM + "2021年获评重庆市优秀首席质量官。").honours}


@pytest.mark.parametrize("issuer", ["", "（中华全国总工会）"])
def test_a_medal_has_one_level_whoever_names_the_giver(issuer: str) -> None:
    honours = [*read(_FIRM + f"职工李建国2021年获全国五一劳动奖章{issuer}。").honours]
    honours += read(_PERSON + f"2021年获全国五一劳动奖章{issuer}。", "individual").honours
    assert {one.level for one in honours} == {"省部级"}


def test_the_revenue_of_a_year_is_told_beside_its_results() -> None:
    told = "2023年营业收入9.42亿元，利税8130万元，产品一次交检合格率由96.1%提高到99.3%。"
    assert told in draft(read(_FIRM + told)).profile


def test_an_employer_is_no_feature() -> None:
    for clause in ("重庆宏立仪表有限公司钳工", "李建国是钳工"):
        written = draft(read(f"李建国，男，{clause}，总结“三点定位法”。", "individual"))
        assert written.characterisation == "三点定位法"


def test_a_conflict_is_named_by_what_both_readings_say() -> None:
    told = "档案上写的是1994年7月参加工作。工会登记表又写1996年3月参加工作。"
    keys = [one.key for one in read(_PERSON + told, "individual").conflicts]
    assert keys == ["参加工作的时间"]

"""The facts of the summary form, each from the words that state it."""

import pytest

from tests.drafting.materials import FOUNDRY, WELDER, codes, quotes, read


def test_an_ordinary_material_gives_every_fact() -> None:
    material = read(FOUNDRY)
    values = {key: fact.value for key, fact in material.facts.items()}
    assert values == {
        "name": "宝鸡市岐炉铸件有限公司",
        "county": "宝鸡市岐山县",
        "industry": "金属制品业",
        "founded": "2010年4月",
        "economic_type": "有限责任公司（自然人独资）",
        "business_scope": "铸铁件、铸钢件的生产与销售",
        "employees": 230,
        "contact_name": "亓望山",
        "contact_title": "质管部部长",
        "contact_phone": "0917-4210006",
        "intent_china_quality_award": "是",
    }


def test_every_fact_quotes_its_file_verbatim() -> None:
    material = read(FOUNDRY)
    for fact in material.facts.values():
        assert FOUNDRY[fact.span.start : fact.span.end] == fact.span.quote


def test_an_individual_has_no_organisation_facts_and_misses_none() -> None:
    material = read(WELDER, "individual")
    assert material.value("name") == "郗铁梅"
    assert material.value("employees") is None
    assert not {"MISSING_EMPLOYEES", "MISSING_FOUNDED", "MISSING_ECONOMIC_TYPE"} & codes(material)


@pytest.mark.parametrize(
    ("sentence", "founded"),
    [
        ("公司2012年3月发起，2012年5月8日领取营业执照。", "2012年5月8日"),
        ("公司始建于1972年的渭滨锻件厂，2005年4月登记注册。", "2005年4月"),
        ("公司2019年成立了质量研究院。", None),
        ("公司成立于二〇一一年六月，2015年改制。", "二〇一一年六月"),
        ("成立日期：2 0 1 0 年 3 月 1 2 日", "2010年3月12日"),
    ],
)
def test_the_founding_date_is_told_from_other_dates(sentence: str, founded: str | None) -> None:
    assert read(f"甲乙丙有限公司简介\n{sentence}").value("founded") == founded


@pytest.mark.parametrize(
    ("sentence", "employees"),
    [
        ("司机和装卸工加起来209人。", None),
        ("公司有研发人员62人。", None),
        ("现有职工1,024人（其中技术人员88人）。", 1024),
        ("2022年底员工300人，截至2023年底员工320人。", 320),
        ("公司约300名员工，年报显示员工人数为318人。", 318),
        ("在册职工二百六十八人。", 268),
    ],
)
def test_the_head_count_of_the_whole_is_told_from_its_parts(sentence: str, employees: int | None) -> None:
    assert read(f"甲乙丙有限公司简介\n{sentence}").value("employees") == employees


def test_two_head_counts_stay_two_readings() -> None:
    material = read("甲乙丙有限公司\n公司现有员工346人。人事台账显示职工总数301人。")
    assert material.value("employees") is None
    assert "CONFLICT_EMPLOYEES" in codes(material)
    assert "346人" in quotes(material, "CONFLICT_EMPLOYEES") and "301人" in quotes(material, "CONFLICT_EMPLOYEES")


def test_the_material_may_say_which_reading_prevails() -> None:
    material = read("甲乙丙有限公司\n宣传册写员工512人，人事部台账在册员工486人，以人事部台账为准。")
    assert material.value("employees") == 486


def test_the_economic_type_is_never_inferred_from_the_name() -> None:
    material = read("兰州某某物流有限公司在兰州市西固区。")
    assert material.value("economic_type") is None
    assert "MISSING_ECONOMIC_TYPE" in codes(material)


@pytest.mark.parametrize(
    ("sentence", "intent"),
    [
        ("同意申报中国质量奖。", "是"),
        ("申报阳泉市质量奖，中国质量奖暂不考虑。", "否"),
        ("中国质量奖：愿意了解。", "愿意了解（未明确）"),
        ("申报中国质量奖意愿：未填写。", None),
        ("2019年获中国质量奖提名奖。", None),
    ],
)
def test_the_intent_is_plain_vague_or_missing(sentence: str, intent: str | None) -> None:
    material = read(f"甲乙丙有限公司\n{sentence}")
    assert material.value("intent_china_quality_award") == intent
    assert ("MISSING_INTENT" in codes(material)) == (intent not in {"是", "否"})


@pytest.mark.parametrize(
    "line",
    [
        "联系人：质管部部长 亓望山，0917-4210006",
        "联系人：质管部 亓望山（部长），电话：0917-4210006",
        "联系人\t亓望山\n职务\t质管部部长\n联系电话\t0917-4210006",
        "联系人：亓望山（质管部部长） 0917-4210006",
    ],
)
def test_the_contact_is_read_in_many_layouts(line: str) -> None:
    material = read(f"甲乙丙有限公司\n{line}")
    contact = [material.value(f"contact_{part}") for part in ("name", "title", "phone")]
    assert contact == ["亓望山", "质管部部长", "0917-4210006"]

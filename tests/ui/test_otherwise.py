"""When a fact typed by hand counts as contradicting the material."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.drafting.material.model import Fact, Material, Span
from assistant.drafting.material.read import read_material
from assistant.ui.components.drafting_otherwise import otherwise
from tests.ui.materials import COMPANY

MATERIAL = read_material(texts={"材料.txt": COMPANY}, kind="organisation", as_of=date(2024, 2, 22))


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("employees", "41"),
        ("employees", "4120"),
        ("founded", "2009年6月"),
        ("contact_phone", "0917-3120046"),
        ("contact_name", "何晓岚"),
        ("county", "渭滨区"),
        ("founded", "2008年8月18日"),
        ("founded", "2006年8月"),
        ("contact_phone", "3120"),
    ],
)
def test_another_value_is_told_with_its_place(key: str, typed: str) -> None:
    (fact,) = otherwise(MATERIAL, key, typed)
    assert fact.span.quote in COMPANY


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("employees", "412"),
        ("employees", "４１２人"),
        ("founded", "2008年"),
        ("founded", "2008年6月18日"),
        ("founded", "2008-06-18"),
        ("founded", "2008年06月"),
        ("county", "宝鸡市金台区"),
        ("contact_phone", "09173120045"),
        ("contact_phone", "0917-3120045 转 2"),
        ("employees", ""),
    ],
)
def test_the_same_fuller_or_shorter_is_no_contradiction(key: str, typed: str) -> None:
    assert otherwise(MATERIAL, key, typed) == ()


def test_of_two_readings_either_agrees_and_a_third_contradicts_both() -> None:
    told = COMPANY.replace("有员工412人", "有员工412人（另据人事表写，员工总数为398人）")
    material = read_material(texts={"材料.txt": told}, kind="organisation", as_of=date(2024, 2, 22))
    assert [one.key for one in material.conflicts] == ["employees"]
    assert otherwise(material, "employees", "398") == ()
    assert {fact.value for fact in otherwise(material, "employees", "364")} == {412, 398}


def _reading(key: str, value: str | int) -> Material:
    fact = Fact(key, value, Span("材料.txt", 0, 1, "某"))
    return replace(MATERIAL, facts={key: fact}, conflicts=())


@pytest.mark.parametrize(
    ("key", "typed", "read"),
    [
        ("founded", "2010年8月", "2010年10月8日"),
        ("founded", "2010年10月8日", "2010年8月10日"),
        ("economic_type", "国有企业", "非国有企业"),
        ("economic_type", "非公有制企业", "公有制企业"),
        ("economic_type", "有限公司", "股份有限公司"),
        ("contact_title", "主任", "副主任"),
        ("contact_title", "总经理", "总经理助理"),
        ("business_scope", "年产10万吨铝材", "年产10万吨钢材"),
    ],
)
def test_the_same_figures_or_letters_in_another_sense_contradict(key: str, typed: str, read: str) -> None:
    assert otherwise(_reading(key, read), key, typed)


@pytest.mark.parametrize(
    ("key", "typed", "read"),
    [
        ("employees", "1,024", 1024),
        ("employees", "１，０２４人", 1024),
        ("founded", "2010年", "2010年10月8日"),
        ("founded", "二〇一〇年十月", "2010年10月8日"),
        ("economic_type", "国有企业", "国有企业（全民所有制）"),
        ("contact_title", "质量部主任", "主任"),
    ],
)
def test_the_same_written_another_way_agrees(key: str, typed: str, read: str | int) -> None:
    assert otherwise(_reading(key, read), key, typed) == ()

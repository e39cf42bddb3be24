"""When a fact typed by hand counts as contradicting the material."""

from datetime import date

import pytest

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
        ("county", "宝鸡市金台区"),
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

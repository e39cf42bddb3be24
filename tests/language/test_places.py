"""Places: every county to its city, ambiguity settled by the text or left alone."""

import pytest

from assistant.language.places import city_of, find_places, province_of


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("重庆车悦公司2010年在江北区注册", "重庆市"),
        ("我是北碚一家齿轮厂的质量总监", "重庆市"),
        ("我在两江新区一家电子厂", "重庆市"),
        ("我在白银一家电缆厂当检验工", "白银市"),
        ("白银景泰一家石膏公司", "白银市"),
        ("在宝鸡市岐山县注册登记", "宝鸡市"),
        ("厂区在平凉泾川", "平凉市"),
        ("兰州新区的一家企业", "兰州市"),
        ("在西安长安区上班", "西安市"),
        ("总部在宁波江北区", "宁波市"),
        ("在榆中注册", "兰州市"),
        ("临夏一家公司", "临夏回族自治州"),
        ("璧山县登记", "重庆市"),
        ("甘肃省天水市秦州区", "天水市"),
        ("注册地在盂县", "阳泉市"),
        ("湖北仙桃市", "仙桃市"),
        ("江苏昆山的分厂", "苏州市"),
    ],
)
def test_last_place_lies_in_city(text: str, city: str) -> None:
    assert find_places(text)[-1].place.city == city


@pytest.mark.parametrize(
    "text",
    [
        "在江北区注册",
        "从化验员干到质量副总",
        "节约资源",
        "白银价格上涨",
        "资源管理比如复兴",
        "厂门口在天津路",
        "保障长治久安",
        "在高新区注册",
        "平安、友好、和平",
        "门市部在金昌南路",
        "凉山泉葡萄酒业有限公司",
        "住在定西北路三号",
        "天水峰牌电机",
    ],
)
def test_ambiguous_names_and_ordinary_words_are_no_places(text: str) -> None:
    assert find_places(text) == []


def test_a_zone_belongs_to_the_only_city_named() -> None:
    mention = find_places("宝鸡凌轩公司，2003年在高新区注册")[-1]
    assert (mention.text, mention.place.city) == ("高新区", "宝鸡市")


def test_offsets_point_into_the_text_and_neighbours_are_joined() -> None:
    text = "公司在陕西省宝鸡市渭滨区，工厂在兰州。"
    mentions = find_places(text)
    assert [text[m.start : m.end] for m in mentions] == ["陕西省宝鸡市渭滨区", "兰州"]
    assert [m.text for m in mentions] == ["陕西省宝鸡市渭滨区", "兰州"]


def test_a_province_alone_has_no_city() -> None:
    assert [(m.place.province, m.place.city) for m in find_places("执照在甘肃办的")] == [("甘肃省", "")]


def test_names_to_cities_and_provinces() -> None:
    assert city_of("岐山县") == "宝鸡市"
    assert city_of("江北区") is None
    assert province_of("宝鸡市") == "陕西省"
    assert province_of("重庆市") == "重庆市"

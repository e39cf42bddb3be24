"""Quantities of Chinese text: spelling, unit and bound."""

from decimal import Decimal

import pytest

from assistant.language.numerals import find_quantities, parse_number


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("不超过3个", "3", "个", "at_most"),
        ("最多３个", "3", "个", "at_most"),
        ("三个以内", "3", "个", "at_most"),
        ("上限3个", "3", "个", "at_most"),
        ("注册5年以上的法人", "5", "年", "at_least"),
        ("满五年", "5", "年", "at_least"),
        ("不少于5个工作日", "5", "个工作日", "at_least"),
        ("不满5年", "5", "年", "less_than"),
        ("未满5年", "5", "年", "less_than"),
        ("超过300个字", "300", "字", "more_than"),
        ("近三年内无重大事故", "3", "年", "at_most"),
        ("最近3年", "3", "年", "at_most"),
        ("近300人", "300", "人", "about"),
        ("50万元", "500000", "元", "exact"),
        ("五十万元", "500000", "元", "exact"),
        ("500000元", "500000", "元", "exact"),
        ("3.5亿元", "350000000", "元", "exact"),
        ("百分之五", "5", "%", "exact"),
        ("5％", "5", "%", "exact"),
        ("千分之三", "0.3", "%", "exact"),
        ("十几年", "10", "年", "more_than"),
        ("二十多年", "20", "年", "more_than"),
        ("1,200余人", "1200", "人", "more_than"),
        ("一年半", "1.5", "年", "exact"),
        ("六个半月", "6.5", "个月", "exact"),
        ("公示15日", "15", "天", "exact"),
        ("公示期为15天", "15", "天", "exact"),
    ],
)
def test_one_quantity(text: str, value: str, unit: str, bound: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit, quantity.bound) == (Decimal(value), unit, bound)
    assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月底前",
        "2月22日18:00前",
        "第五届",
        "宝政办函〔2024〕69号",
        "GB/T19580-2012",
        "023—63895941",
        "一线班组、统一、三是",
        "一次性补助",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_a_shared_bound_reaches_both_numbers() -> None:
    assert [(q.value, q.bound) for q in find_quantities("分别不超过10个和90个")] == [(10, "at_most"), (90, "at_most")]


def test_a_range_shares_its_unit() -> None:
    assert [(q.value, q.unit) for q in find_quantities("3至5个")] == [(3, "个"), (5, "个")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三亿五千万", "350000000"),
        ("一万二千", "12000"),
        ("两千零五", "2005"),
        ("二〇二四", "2024"),
        ("十", "10"),
        ("1,200", "1200"),
        ("三点五", "3.5"),
    ],
)
def test_parse_number(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


def test_a_word_is_no_number() -> None:
    assert parse_number("质量") is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("干了五六年", "5", "年"),
        ("三四百人", "300", "人"),
        ("十七八个人", "17", "个"),
        ("二十五六年", "25", "年"),
        ("两三万元", "20000", "元"),
        ("三五家", "3", "家"),
    ],
)
def test_two_neighbouring_digits_are_a_range_told_by_its_lower_end(text: str, value: str, unit: str) -> None:
    found = find_quantities(text)[0]
    assert (found.value, found.unit, found.bound) == (Decimal(value), unit, "about")


def test_a_number_that_only_ends_in_neighbouring_digits_stays_exact() -> None:
    assert [(q.value, q.bound) for q in find_quantities("五十六年")] == [(Decimal(56), "exact")]
    assert parse_number("二〇二三") == 2023

"""Dates: every way a narrative writes one, with the day of reading beside the relative ones."""

from datetime import date

import pytest

from assistant.language.dates import PartialDate, find_dates, read_numeral, written_day


def read(text: str, as_of: date | None = None) -> list[str]:
    return [str(mention.value) for mention in find_dates(text, as_of)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年3月10日投产", ["2018-03-10"]),
        ("２０１８年３月", ["2018-03"]),
        ("二〇一八年三月十日", ["2018-03-10"]),
        ("一九九八年建厂", ["1998"]),
        ("2018 年 3 月", ["2018-03"]),
        ("2O18年投产", ["2018"]),
        ("2018-03-10", ["2018-03-10"]),
        ("2018.3.10、2019/4", ["2018-03-10", "2019-04"]),
        ("2017年夏天", ["2017"]),
        ("2021年底才调来", ["2021"]),
        ("09年3月、98年成立", ["2009-03", "1998"]),
        ("从2009年起一直生产", ["2009"]),
        ("一三年注册、零八年投产", ["2013", "2008"]),
        ("九六年三月、〇五年底", ["1996-03", "2005"]),
        ("二三年五月被罚", ["2023-05"]),
        ("八九年办的执照", ["1989"]),
        ("2019年五月廿一日、2020年12月卅一日", ["2019-05-21", "2020-12-31"]),
        ("2021年元旦、2022年国庆", ["2021-01-01", "2022-10"]),
        ("18年开春复产", ["2018"]),
        ("零九年八月份、〇九年八月、○九年8月、0九年八月", ["2009-08"] * 4),
        ("2009年的8月、09年的八月、二〇〇九年的八月份", ["2009-08"] * 3),
        ("两千零九年八月、二千一十二年、两千二十三年三月", ["2009-08", "2012", "2023-03"]),
        ("两千年三月办的、两千年成立", ["2000-03", "2000"]),
        ("一千九百九十八年十月、一千九百五十六年", ["1998-10", "1956"]),
        ("2018年2月立项，同年5月投产，次年验收", ["2018-02", "2018-05", "2019"]),
    ],
)
def test_absolute(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "干了18年",
        "七八年没停过",
        "二三年下来",
        "近一三年",
        "一五年级",
        "18年没停过",
        "GB/T 4754-2017",
        "投诉率0.18",
        "2030-99",
        "2019年2月30日",
        "成立满4年",
        "近3年",
        "第三年",
        "90年代",
    ],
)
def test_durations_and_standards_are_no_dates(text: str) -> None:
    assert read(text, date(2024, 2, 17)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("去年6月", "2023-06"),
        ("去年6月3日", "2023-06-03"),
        ("前年底", "2022"),
        ("大前年", "2021"),
        ("今年3月", "2024-03"),
        ("上个月", "2024-01"),
        ("上周", "2024-02"),
        ("三年前", "2021"),
        ("8年前", "2016"),
        ("三个月前", "2023-11"),
        ("昨天", "2024-02-16"),
        ("去年三月份", "2023-03"),
    ],
)
def test_relative_words_count_from_17_february_2024(text: str, expected: str) -> None:
    assert read(text, date(2024, 2, 17)) == [expected]
    assert read(text) == []


def test_first_and_last_day_of_a_partial_date() -> None:
    assert (PartialDate(2020).first(), PartialDate(2020).last()) == (date(2020, 1, 1), date(2020, 12, 31))
    assert (PartialDate(2020, 2).first(), PartialDate(2020, 2).last()) == (date(2020, 2, 1), date(2020, 2, 29))
    assert PartialDate(2020, 2, 29).precision == "day"


def test_parse_refuses_what_is_no_date() -> None:
    assert str(PartialDate.parse("2020-02-29")) == "2020-02-29"
    for bad in ("2021-02-29", "2021-13", "去年"):
        with pytest.raises(ValueError, match=r"日期|没有这一天"):
            PartialDate.parse(bad)


def test_offsets_point_into_the_text() -> None:
    text = "我们2018年3月投产，去年扩建。"
    for mention in find_dates(text, date(2024, 1, 1)):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "value"),
    [("十二", 12), ("二十", 20), ("２１", 21), ("两", 2), ("廿三", 23), ("若干", None), ("一九九八", 1998)],
)
def test_numerals(text: str, value: int | None) -> None:
    assert read_numeral(text) == value


def test_the_first_month_by_its_old_name_and_a_range_of_years_ago() -> None:
    assert [str(m.value) for m in find_dates("2010年元月5日")] == ["2010-01-05"]
    assert find_dates("五六年前建厂", date(2024, 2, 22)) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-22", "2024-02-22"),
        ("2024年2月22日", "2024-02-22"),
        ("2024/2/22", "2024-02-22"),
        ("2024-02", None),
        ("昨天", None),
        ("2024年2月22日申报", None),
        ("2024-13-40", None),
    ],
)
def test_a_day_written_alone_is_read_and_nothing_else(text: str, day: str | None) -> None:
    assert (str(found) if (found := written_day(text)) else None) == day

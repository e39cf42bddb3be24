"""Traps: an exception, a plan, a predecessor, words to be written or another's penalty must not decide a verdict.

A row of `traps.tsv`: track, day, the verdict the story must not get, story. Leaving it open is always allowed.
"""

from datetime import date
from pathlib import Path

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track

TRAPS = Path(__file__).with_name("traps.tsv")
CLEAN = "没有事故。没有违法违规违纪。质量、环境管理体系均已通过认证，没得过国家、省级质量奖。"
DAY = date(2024, 12, 10)


def test_no_trap_gets_the_verdict_it_is_laid_for(tracks: dict[str, Track]) -> None:
    rows = [line.split("\t") for line in TRAPS.read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 320
    caught = []
    for track, day, verdict, story in rows:
        as_of = date.fromisoformat(day)
        if check(tracks[track], parse_facts(read_narrative(story, as_of).values()), as_of).verdict == verdict:
            caught.append(f"{verdict}：{story}")
    assert caught == []


@pytest.mark.parametrize(
    ("story", "verdict"),
    [
        ("有限公司，原计划2012年在宝鸡注册，因资金问题推迟到2021年。", "ineligible"),  # 2021 + 5 = 2026 > 2024
        ("有限公司，原计划2012年在宝鸡注册，因资金问题推迟到2016年。", "eligible"),  # 2016 + 5 = 2021 <= 2024
        ("2005年在宝鸡成立，2018年注销，2019年3月重新登记设立的有限公司。", "eligible"),  # 2019-03 + 5 = 2024-03
        ("2005年在宝鸡成立，2020年注销，2021年重新登记设立的有限公司。", "ineligible"),
        ("有限公司，2009年在宝鸡注册，2017年迁往西安，2022年又迁回宝鸡。", "ineligible"),  # since 2022 only
        ("有限公司，2009年在宝鸡金台区注册，2021年搬到宝鸡高新区。", "eligible"),  # within the city
    ],
)
def test_the_date_that_came_true_counts(tracks: dict[str, Track], story: str, verdict: str) -> None:
    facts = parse_facts(read_narrative(story + CLEAN, DAY).values())
    assert check(tracks["baoji-org"], facts, DAY).verdict == verdict


@pytest.mark.parametrize(
    ("remark", "date_read"),
    [
        ("无违法违规违纪（2022年环保罚款除外）。", "2022"),
        ("没有违法违规违纪——但2023年8月罚过一次。", "2023-08"),
        ("从未违法违规违纪，仅有一次例外：2022年6月因扬尘被处罚。", "2022-06"),
    ],
)
def test_an_exception_behind_a_denial_is_an_event(remark: str, date_read: str) -> None:
    facts = read_narrative("2005年在宝鸡注册的公司。" + remark, DAY).values()
    assert facts["violation_date"] == date_read
    assert "violation_free_years" not in facts


def test_an_exception_nobody_understood_leaves_the_denial_open() -> None:
    reading = read_narrative("2005年在宝鸡注册的公司，没有违法违规违纪，个别情况除外。", DAY)
    assert "violation_free_years" not in reading.values()
    assert "violation_free_years" in {doubt.key for doubt in reading.unsure}


@pytest.mark.parametrize(
    "words",
    ["没有违法违规违纪（含分公司）。", "没有违法违规违纪，无一例外。", "除此之外，没有违法违规违纪。"],
)
def test_words_that_only_look_like_an_exception_leave_a_denial_alone(words: str) -> None:
    assert read_narrative("2005年在宝鸡注册的公司。" + words, DAY).values()["violation_free_years"] == 99


def test_a_penalty_owned_up_to_is_never_taken_out_with_a_supposition() -> None:
    facts = read_narrative("宝鸡的公司，如果没记错，2023年5月因排污被罚过一次。", DAY).values()
    assert facts["violation_date"] == "2023-05"

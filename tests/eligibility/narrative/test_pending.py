"""Metamorphic: a matter still under inquiry, told in any words, never settles a verdict by itself."""

from datetime import date
from itertools import product

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track

HEADS = {
    "china-org-gansu": "天水一家药企，在天水注册。没有重大质量、安全、环保事故。",
    "china-org-chongqing": "重庆北碚一家药业公司，北碚注册。没有重大质量、安全、环保事故。",
    "lanzhou-org": (
        "兰州西固一家药企，西固注册，2013年开业正常运行到现在。没有重大事故、重大投诉，第一次申报市政府质量奖。"
    ),
}
OPENINGS = [
    "上个月有人实名举报我们偷工减料",
    "前阵子市场监管局就标签问题对我们立了案",
    "税务局正在稽查我们去年的发票",
    "有人反映我们偷排废水",
    "生态环境局怀疑我们监测数据造假，正在核查",
    "药监局因为一批药品质量问题对我们立案调查",
    "上周收到听证通知，说我们虚假宣传",
]
ENDINGS = [
    "还没有结论",
    "结果还没出来",
    "至今没下处理决定",
    "还没处罚",
    "之前没被处理过",
    "以前没有违法违规违纪",
    "会不会处罚还不知道",
    "案子没结，我们也没被罚过",
]


@pytest.mark.parametrize("track", HEADS)
def test_an_open_inquiry_leaves_the_verdict_open(track: str, tracks: dict[str, Track]) -> None:
    as_of = date(2025, 6, 20)
    decided = []
    for opening, ending in product(OPENINGS, ENDINGS):
        text = f"{HEADS[track]}{opening}，{ending}。"
        verdict = check(tracks[track], parse_facts(read_narrative(text, as_of).values()), as_of).verdict
        if verdict != "undetermined":
            decided.append((verdict, text))
    assert decided == []

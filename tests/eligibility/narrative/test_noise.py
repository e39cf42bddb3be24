"""Metamorphic: what others did decides nothing against the applicant, and idle remarks change nothing."""

from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track
from tests.eligibility.narrative.test_hedges import STORIES

OTHERS = [
    "隔壁厂去年出过重大生产安全事故。",
    "供应商前年因环保问题被罚了二十万。",
    "有个客户去年被列入经营异常名录。",
    "母公司去年发生过重大质量安全事故。",
    "同行前年参评质量奖弄虚作假被通报。",
    "兄弟公司2023年监督抽查不合格。",
    "我们举报过同行违法排污。",
    "参加过邻县一起重大事故的救援。",
    "行业里违法违规的不少。",
    "别的厂去年闹过重大群体性事件。",
    "竞争对手被顾客重大投诉过。",
    "上一任厂长因违纪被处分。",
]
REMARKS = [
    "食堂的羊肉面远近闻名。",
    "写这份材料花了三个晚上。",
    "孩子今年刚考上大学。",
    "办公室新刷了外墙，看着精神多了。",
    "照片一寸的行不行？",
    "材料由新来的大学生整理，格式不对请指出。",
    "质量是企业的生命，我们一直这么说。",
    "春节前忙得脚不沾地。",
    "评审收不收费，会计要做预算。",
    "我们会继续努力，争取更大的成绩。",
]
AS_OF = date(2025, 6, 20)


def story(track: str) -> str:
    head, told = STORIES[track]
    supplement = "没有重大失误，厂里没有重大质量安全事故。" if track == "yangquan-ind-engineer" else ""
    return head + "".join(f"{one}。" for one in told) + supplement


def verdict(tracks: dict[str, Track], track: str, text: str) -> str:
    return check(tracks[track], parse_facts(read_narrative(text, AS_OF).values()), AS_OF).verdict


@pytest.mark.parametrize("track", STORIES)
def test_what_others_did_never_makes_the_applicant_ineligible(track: str, tracks: dict[str, Track]) -> None:
    text = story(track)
    head = STORIES[track][0]
    placed = [(other, text + other) for other in OTHERS] + [
        (other, head + other + text[len(head) :]) for other in OTHERS
    ]
    assert [other for other, one in placed if verdict(tracks, track, one) == "ineligible"] == []


@pytest.mark.parametrize("track", STORIES)
def test_idle_remarks_change_nothing(track: str, tracks: dict[str, Track]) -> None:
    text = story(track)
    placed = [(remark, one) for remark in REMARKS for one in (text + remark, remark + text)]
    assert [remark for remark, one in placed if verdict(tracks, track, one) != "eligible"] == []

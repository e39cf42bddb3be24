"""An event told in words no reader knows leaves the verdict open; what is no event of ours leaves it as it was."""

from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track

CASES = {
    "china-org-gansu": (
        "天水一家药企，2006年在天水注册，有限公司。",
        "重大质量、安全、环保事故没有，违法违规违纪也没有。",
    ),
    "yangquan-ind-manager": (
        "我在阳泉一家玻璃厂当首席质量官，管质量16年，得过山西省质量表彰。",
        "没有违法违规违纪，没有重大失误，厂里没有重大质量安全事故。",
    ),
}
ACCIDENTS = [
    "前年车间行车掉下来，压了三个人",
    "三年前那场火把半个仓库烧光了",
    "去年反应釜炸了，抬出去两个",
    "前年井下冒水，埋了一个班",
    "去年有一炉钢水漏到地坑里，走了俩人",
    "前年冬天有人从塔吊上摔下来，没救过来",
    "去年废液渗进河里，下游停了水",
    "前年钢丝绳断了，伤了好些人",
    "前年锅炉房顶子被掀了",
    "去年氨气跑出来，熏倒七个",
    "前年粉尘车间轰的一声，三个没出来",
]
OFFENCES = [
    "前年市监来过，开了张五万的单子",
    "去年税务上补过一笔钱，外加滞纳金",
    "前年因为用工的事上过法庭，判我赔",
    "去年被环保上了手段，设备贴了封条",
    "前年货被退运，海关记了一笔",
    "去年让消防贴了封条关了半个月",
    "前年因为标签的事让人打假，赔了钱",
    "前年被纪委叫去谈过",
    "去年吃过一张黄牌",
    "去年因为账上的事被审计点了名",
    "前年局里把牌子摘了三个月",
    "去年账户被冻结过",
    "前年商标让人家告了，最后和解",
    "前年质监开过一张整改单",
]
HARMLESS = [
    "隔壁厂前年着过一场大火，跟我们不相干",
    "去年新刷了外墙",
    "前年门诊楼翻新",
    "去年出口了四百个柜",
    "孩子今年高考",
    "前年推行精益管理",
    "去年消防来查过三趟，没查出问题",
    "前年有人举报，结论是举报不实",
    "供应商去年因为偷排被罚了，跟我们没关系",
    "去年参加过安全培训",
    "前年营收三个亿",
    "去年招了两个博士",
    "前年车间装了空调",
    "去年给灾区捐了二十万",
    "前年厂庆三十周年",
]
AS_OF = date(2021, 11, 18)


def judge(tracks: dict[str, Track], track: str, text: str) -> str:
    as_of = AS_OF if track.startswith("yangquan") else date(2025, 6, 20)
    return check(tracks[track], parse_facts(read_narrative(text, as_of).values()), as_of).verdict


@pytest.mark.parametrize("event", ACCIDENTS + OFFENCES)
@pytest.mark.parametrize("track", CASES)
def test_an_event_nobody_read_settles_nothing(track: str, event: str, tracks: dict[str, Track]) -> None:
    head, denial = CASES[track]
    told = {
        judge(tracks, track, text)
        for text in (f"{head}{event}。{denial}", f"{head}{event}，{denial}", f"{head}{denial}{event}。")
    }
    assert "eligible" not in told


@pytest.mark.parametrize("remark", HARMLESS)
@pytest.mark.parametrize("track", CASES)
def test_what_is_no_event_of_ours_changes_nothing(track: str, remark: str, tracks: dict[str, Track]) -> None:
    head, denial = CASES[track]
    told = {judge(tracks, track, text) for text in (f"{head}{remark}。{denial}", f"{head}{denial}{remark}。")}
    assert told == {"eligible"}


def test_a_denial_of_other_accidents_does_not_cover_the_one_told() -> None:
    text = "天水一家机床公司，2008年注册。去年12月行车钢丝绳断了，伤了好些人，定的哪一级我没见着。别的事故没有。"
    reading = read_narrative(text, date(2023, 5, 5))
    assert "major_accident_free_years" not in reading.facts
    assert "major_accident_free_years" in {doubt.key for doubt in reading.unsure}

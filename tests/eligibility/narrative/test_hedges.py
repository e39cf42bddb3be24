"""Metamorphic: a story that is eligible stays undecided once one of its statements is left out or taken back."""

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track

STORIES: dict[str, tuple[str, list[str]]] = {
    "china-org-gansu": (
        "天水一家轴承公司，在天水注册。",
        ["建厂以来没有发生过重大质量、安全、环保事故", "从来没有违法、违规、违纪行为"],
    ),
    "china-ind-gansu": ("我在武威一家酒厂做质检班长，一线干了14年。", ["从来没有违法、违规、违纪"]),
    "chongqing-mayor": (
        "重庆綦江一家铝合金公司，綦江注册，制造业，独立法人。",
        [
            "2008年投产，一直连续生产没停过",
            "近三年没有重大质量、环境、安全生产责任事故",
            "国家和市级监督抽查全部合格",
            "没有被列入经营异常名录",
            "没有被列入严重违法企业名单",
        ],
    ),
    "yangquan-org": (
        "阳泉平定一家水泥制品公司，平定注册，独立法人。",
        [
            "2010年投产生产到现在",
            "符合国家产业政策",
            "各项资质齐全",
            "没有重大违法违规违纪",
            "没有重大事故",
            "没有重大群体性事件",
            "从没参加过质量奖评选",
        ],
    ),
    "lanzhou-org": (
        "兰州西固一家环保公司，西固注册。",
        [
            "2013年开业正常运行到现在",
            "没有重大质量、安全、服务、环境、公共卫生事故",
            "没有因自身原因导致的重大投诉",
            "没有违反法律法规的行为",
            "第一次申报市政府质量奖",
        ],
    ),
    "baoji-org": (
        "宝鸡金台一家商业公司。",
        [
            "2011年在金台区注册",
            "质量管理体系通过了认证",
            "环境管理体系通过了认证",
            "近三年没有重大质量、生产安全、劳动保障、环保事故",
            "近三年没有违法违规违纪、弄虚作假、失信行为",
            "国家级质量奖没有得过",
            "省级质量奖没有得过",
        ],
    ),
    "yangquan-ind-manager": (
        "阳泉一家水泵厂的质量部长。",
        [
            "我担任首席质量官",
            "从事质量管理工作14年",
            "获得过市政府质量工作表彰",
            "没有违法违规违纪",
            "工作中没有造成重大失误",
            "厂里没有重大质量安全事故",
        ],
    ),
    "yangquan-ind-frontline": (
        "阳泉一家水泵厂的装配工。",
        [
            "在一线干了14年",
            "市级技能比武获奖四次",
            "没有违法违规违纪",
            "工作中没有造成重大失误",
            "厂里没有重大质量安全事故",
        ],
    ),
    "yangquan-ind-engineer": (
        "阳泉一家水泵厂的工艺工程师。",
        ["从事质量技术工作14年", "有两项授权的个人专利", "获得过市政府质量工作表彰", "没有违法违规违纪"],
    ),
}
TAKEN_BACK = [
    "{}，这个我不敢保证",
    "听说{}",
    "好像{}",
    "{}，没核实过",
    "是不是{}，要问别人",
    "{}，记不太清了",
    "可能{}",
    "{}，应该是吧",
    "如果{}就好了",
    "通知要求{}",
    "{}吗",
    "{}？我不知道",
    "老板说{}，我没见过材料",
    "{}，到底是不是我也说不准",
    "大概{}",
    "说{}我也没底",
]


def verdict(tracks: dict[str, Track], track: str, text: str) -> str:
    as_of = date(2025, 6, 20)
    return check(tracks[track], parse_facts(read_narrative(text, as_of).values()), as_of).verdict


def variants(head: str, told: list[str]) -> Iterator[str]:
    for index in range(len(told)):
        yield head + "".join(f"{one}。" for place, one in enumerate(told) if place != index)
        for form in TAKEN_BACK:
            changed = [form.format(one) if place == index else one for place, one in enumerate(told)]
            yield head + "".join(f"{one}。" for one in changed)


@pytest.mark.parametrize("track", STORIES)
def test_a_statement_left_out_or_taken_back_leaves_the_verdict_open(track: str, tracks: dict[str, Track]) -> None:
    head, told = STORIES[track]
    supplement = "没有重大失误，厂里没有重大质量安全事故。" if track == "yangquan-ind-engineer" else ""
    assert verdict(tracks, track, head + "".join(f"{one}。" for one in told) + supplement) == "eligible"
    decided = [text for text in variants(head, told) if verdict(tracks, track, text + supplement) != "undetermined"]
    assert decided == []

"""One statement of an eligible story said otherwise: as often undone, doubted or overtaken as said in other words.

A row of `slots.tsv`: a story of `STORIES`, the statement it replaces, the verdict it then has, the new words. A reader
may leave words unread, so undetermined is always allowed; a verdict the words do not carry never is.
"""

from datetime import date
from pathlib import Path

import pytest

from assistant.eligibility.checker import check
from assistant.eligibility.facts import parse_facts
from assistant.eligibility.narrative.reader import read_narrative
from assistant.knowledge.rules import Track

ROWS = [line.split("\t") for line in Path(__file__).with_name("slots.tsv").read_text(encoding="utf-8").splitlines()]
PERSON = {
    "com": "市政府表彰过我的质量工作。",
    "err": "工作没有重大失误。",
    "acc": "单位没有重大质量安全事故。",
    "vio": "我没有违法违规违纪。",
}
STORIES: dict[str, tuple[str, str, dict[str, str]]] = {
    "E": (
        "yangquan-ind-expert",
        "2021-11-15",
        {
            "who": "我在阳泉一家研究所工作。",
            "years": "从事质量理论研究16年。",
            "pub": "出版过一本质量专著。",
            "proj": "主持过省里的质量课题。",
            **PERSON,
        },
    ),
    "M": (
        "yangquan-ind-manager",
        "2021-11-15",
        {"who": "我在阳泉一家泵厂工作。", "cqo": "担任首席质量官。", "years": "质量管理干了16年。", **PERSON},
    ),
    "T": (
        "yangquan-ind-engineer",
        "2021-11-15",
        {
            "who": "我在阳泉一家泵厂当质量工程师。",
            "years": "从事质量技术工作16年。",
            "pat": "我名下有两项已授权的发明专利。",
            **PERSON,
        },
    ),
    "F": (
        "yangquan-ind-frontline",
        "2021-11-15",
        {
            "who": "我在阳泉一家泵厂当钳工。",
            "years": "一线干了16年。",
            "con": "市级技能比武拿过四次奖。",
            "err": PERSON["err"],
            "acc": PERSON["acc"],
            "vio": PERSON["vio"],
        },
    ),
    "Y": (
        "yangquan-org",
        "2021-11-15",
        {
            "who": "阳泉瑞丰管件有限公司，独立法人。",
            "reg": "2010年在阳泉郊区注册。",
            "op": "2011年投产至今。",
            "pol": "符合国家、省、市产业政策。",
            "lic": "资质齐全。",
            "vio": "没有违法违规违纪。",
            "acc": "没有重大事故。",
            "mass": "没有重大群体性事件。",
            "fraud": "没参加过质量奖评选。",
        },
    ),
    "L": (
        "lanzhou-org",
        "2025-06-15",
        {
            "who": "兰州瑞丰管件有限公司。",
            "reg": "2010年在兰州七里河注册。",
            "op": "2011年投产，正常运行至今。",
            "acc": "没有重大质量、安全、服务、环境、公共卫生事故。",
            "comp": "没有因自身原因的重大投诉。",
            "vio": "没有违反法律法规的行为。",
            "first": "第一次申报市政府质量奖。",
        },
    ),
    "B": (
        "baoji-org",
        "2024-12-10",
        {
            "who": "宝鸡瑞丰管件有限公司。",
            "reg": "2010年在宝鸡金台区注册。",
            "acc": "没有重大质量、生产安全、劳动保障、环保事故。",
            "vio": "没有违法违规违纪、弄虚作假、质量失信。",
            "cert": "质量管理体系、环境管理体系都通过了认证。",
            "won": "没得过国家级、省级质量奖。",
        },
    ),
    "C": (
        "chongqing-mayor",
        "2024-02-15",
        {
            "who": "重庆瑞丰管件有限公司，独立法人，制造业。",
            "reg": "2010年在重庆江津注册。",
            "op": "2011年投产，连续生产没停过。",
            "acc": "近三年没有重大质量、环境、安全生产责任事故。",
            "spot": "国家和重庆市监督抽查没发现过质量问题。",
            "list": "没有被列入经营异常名录和严重违法企业名单。",
        },
    ),
    "G": (
        "china-org-gansu",
        "2023-05-15",
        {
            "who": "天水瑞丰管件有限公司，2010年在天水注册。",
            "acc": "没有重大质量、安全、环保事故。",
            "vio": "没有违法、违规、违纪行为。",
        },
    ),
    "Q": (
        "china-org-chongqing",
        "2024-02-15",
        {
            "who": "重庆瑞丰管件有限公司，2010年在重庆江津注册。",
            "acc": "没有重大质量、安全、环保事故。",
            "vio": "没有违法、违规、违纪行为。",
        },
    ),
    "I": (
        "china-ind-gansu",
        "2023-05-15",
        {"who": "我在天水一家轴承厂当质检班长，一线干了16年。", "vio": "从来没有违法、违规、违纪。"},
    ),
    "J": (
        "china-ind-chongqing",
        "2024-02-15",
        {"who": "我在重庆一家轴承厂当质检班长，一线干了16年。", "vio": "从来没有违法、违规、违纪。"},
    ),
}


def judge(tracks: dict[str, Track], story: str, slot: str = "", words: str = "") -> str:
    track, day, statements = STORIES[story]
    text = "".join(words if name == slot else said for name, said in statements.items())
    as_of = date.fromisoformat(day)
    return check(tracks[track], parse_facts(read_narrative(text, as_of).values()), as_of).verdict


@pytest.mark.parametrize("story", STORIES)
def test_the_story_itself_is_eligible(story: str, tracks: dict[str, Track]) -> None:
    assert judge(tracks, story) == "eligible"


def test_no_words_are_given_a_verdict_they_do_not_carry(tracks: dict[str, Track]) -> None:
    judged = [(judge(tracks, story, slot, words), verdict, words) for story, slot, verdict, words in ROWS]
    assert len(judged) > 500
    assert [row for row in judged if row[0] not in (row[1], "undetermined")] == []
    assert sum(found == verdict for found, verdict, _ in judged) / len(judged) > 0.95

"""Doubtful readings are left open: whose an event is, what is hedged, what is lacking elsewhere, what was unread."""

from datetime import date

import pytest

from assistant.eligibility.narrative.reader import read_narrative
from tests.eligibility.narrative.nets import is_left_open_only_by

AS_OF = date(2025, 6, 5)
FIRM = "我们是兰州一家有限公司，2012年在兰州七里河注册并一直正常运行。"
SHOP = "宝鸡秦岭阀门有限公司，2003年在宝鸡高新区注册。"
YQ = "阳泉市晋阳食品有限公司，2007年在郊区注册，独立法人。"
PERSON = "我在阳泉一家阀门厂当首席质量官，管质量十六年。"
NOT_AGAINST_US = [
    (FIRM + "有家代工，就是替我们做外壳的那家，去年偷排让环保罚了三十万，跟我们没关系。", "penalized"),
    (FIRM + "隔壁那个饮料厂前年因为掺假被市场局罚了八万。", "penalized"),
    (FIRM + "外协单位去年被劳动监察处罚过。", "violation_confirmed"),
    (FIRM + "我弟弟开的那家修理厂，去年进了经营异常名录。", "in_abnormal_list"),
    (SHOP + "集团里的兄弟公司拿过陕西省质量奖。", "won_provincial_quality_award"),
    (SHOP + "给我们供钢材的厂去年得了陕西省质量奖。", "won_provincial_quality_award"),
    (PERSON + "质量方面的表彰，公司得过省政府的，不是我个人的。", "highest_quality_commendation_level"),
]
OPEN = [
    (PERSON + "以前从没有违法违规违纪。上周集团把我叫去做了笔录，让回来等通知。", "violation_free_years"),
    (PERSON + "从没有违法违规违纪。有人质疑我一篇报告，成立了调查小组，预计七月出结果。", "violation_free_years"),
    (SHOP + "质量管理体系通过了认证，证书究竟还在不在有效期，谁也说不上来。", "qms_certified"),
    (FIRM + "从来没有违法违规违纪。罚的那笔账记在会计那儿。", "violation_free_years"),
]
STANDING = [
    (FIRM + "供应商举报了我们，去年市场局查实虚假宣传，罚了我们两万。", "penalized", True),
    (FIRM + "上级公司来人查账，2023年5月我们被税务局处罚过一次。", "penalized", True),
    (PERSON + "2011年收了供货商两条烟，纪委给了党内警告。", "violation_confirmed", True),
    (FIRM + "从没有违法违规违纪。能不能评上，到底要看什么，我们不清楚。", "violation_free_years", 99),
    (YQ + "食品生产许可证六月到期了，换证材料递上去还没批，照常生产着。", "has_required_licenses", False),
]
# By the one net that leaves it open: taken out of the reader, the doubt is gone.
ONLY_BY = [
    ("doubt_bystanders", FIRM + "2023年我们厂被环保罚了三万，那家公司弄混了，不是我们。", "violation_confirmed"),
    ("doubt_bystanders", PERSON + "市政府质量表彰得过，公司拿过省里的。", "highest_quality_commendation_level"),
    ("doubt_hedged", FIRM + "没有重大事故。事故到底有没有，各人的记录对不上。", "major_accident_free_years"),
    ("doubt_hedged", FIRM + "没有重大投诉。投诉这块，隐约有过一桩。", "major_complaint_free_years"),
    ("doubt_hedged", FIRM + "质量管理体系通过了认证。证书貌似要补办，正在审。", "qms_certified"),
    ("doubt_at_odds", FIRM + "质量管理体系通过了认证。体系证书被暂停了。", "qms_certified"),
    ("doubt_pending", OPEN[0][0], "violation_free_years"),
    ("doubt_unaccounted", OPEN[3][0], "violation_free_years"),
]


@pytest.mark.parametrize(("net", "told", "key"), ONLY_BY)
def test_each_net_leaves_open_what_no_other_does(
    net: str, told: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_left_open_only_by(net, told, key, monkeypatch)


@pytest.mark.parametrize(("told", "key"), NOT_AGAINST_US)
def test_what_may_be_told_of_another_is_not_held_against_the_applicant(told: str, key: str) -> None:
    assert read_narrative(told, AS_OF).values().get(key) in (None, False, "none")


@pytest.mark.parametrize(("told", "key"), OPEN)
def test_what_is_hedged_or_unread_is_left_open(told: str, key: str) -> None:
    reading = read_narrative(told, AS_OF)

    assert key in {doubt.key for doubt in reading.unsure}
    assert key not in reading.facts


@pytest.mark.parametrize(("told", "key", "value"), STANDING)
def test_what_is_told_of_the_applicant_stands(told: str, key: str, value: object) -> None:
    assert read_narrative(told, AS_OF).values().get(key) == value


def test_what_is_anothers_by_two_signs_leaves_a_denial_standing() -> None:
    told = FIRM + "租我们厂房的承租户前年被消防处罚，跟我们没关系。我们从来没有违法违规违纪。"

    assert read_narrative(told, AS_OF).values()["violation_free_years"] == 99


def test_an_award_of_a_sister_firm_and_none_of_our_own() -> None:
    told = SHOP + "母公司得过陕西省质量奖，我们自己没得过。"

    assert read_narrative(told, AS_OF).values()["won_provincial_quality_award"] is False


@pytest.mark.parametrize(("decision", "confirmed"), [("复议维持了，钱也交了", True), ("复议还没下来", None)])
def test_a_penalty_stands_once_the_other_instance_upheld_it(decision: str, confirmed: bool | None) -> None:
    told = FIRM + f"2023年超标排放被罚了十六万，我们不服去复议，{decision}。"

    assert read_narrative(told, AS_OF).values().get("violation_confirmed") == confirmed


def test_contests_that_won_nothing_count_none() -> None:
    told = "我在阳泉一家轧钢厂的一线干了13年。市里的技能比赛去过三回，都没名次。"

    assert read_narrative(told, AS_OF).values().get("skill_contest_city_awards_count", 0) == 0


@pytest.mark.parametrize(
    "told",
    [
        "我是重庆市一所公办小学的总务主任，学校只有小学部。建校以来没有违法违规违纪。我们小学能报中国质量奖吗？",
        "我在重庆北碚一家医院当院办主任，受医院委托咨询。医院没有违法违规违纪，想以医院名义参评。",
    ],
)
def test_who_writes_for_a_school_or_hospital_speaks_for_it(told: str) -> None:
    assert read_narrative(told, AS_OF).values().get("applicant_type") == "organization"

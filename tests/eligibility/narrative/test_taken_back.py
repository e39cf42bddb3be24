"""What a text puts right or takes back further on is not a fact; what it says in dialect or without marks is one."""

from datetime import date

import pytest

from assistant.eligibility.facts import complete, parse_facts
from assistant.eligibility.narrative.reader import read_narrative

DAY = date(2021, 11, 15)
WORKER = "我在阳泉一家泵厂当钳工，一线干了16年。"
EXPERT = "我在阳泉一家研究所从事质量理论研究16年。"
ENGINEER = "我在阳泉一家泵厂从事质量技术工作16年。"
FIRM = "阳泉瑞丰管件有限公司，独立法人，2010年在阳泉郊区注册。"


def values(text: str) -> dict[str, object]:
    return dict(read_narrative(text, DAY).values())


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (FIRM + "2020年投产，不对，是2012年。", "operation_start_date", "2012"),
        (FIRM + "2012年投产，哎呀记错了，应该是2020年。", "operation_start_date", "2020"),
        (WORKER + "市级技能比赛得过三次奖，不对，是一次。", "skill_contest_city_awards_count", 1),
        (WORKER + "市级技能比赛得过一次奖，不对，是四次。", "skill_contest_city_awards_count", 4),
        (
            FIRM + "2019年因通道堵塞被消防查出来，不对，不是消防，是应急局，安全生产处罚，罚了两万。",
            "violation_type",
            "safety",
        ),
        ("有限公司，不是2021年注册的，是2011年在宝鸡注册的。", "established_date", "2011"),
    ],
)
def test_a_slip_put_right_counts_as_it_was_put_right(text: str, key: str, value: object) -> None:
    assert values(text)[key] == value


@pytest.mark.parametrize(
    "text", [FIRM + "2020年投产，没错，是2020年。", FIRM + "2020年投产，对，就是2020年那次大干快上。"]
)
def test_a_date_confirmed_stays(text: str) -> None:
    assert values(text).get("operation_start_date", "2020") == "2020"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("论文专著的情况，资料室正在整理，究竟有没有正式发表的，我暂时答不上来。", "quality_publication"),
        ("去年市里评质量先进个人有我，公示完了文还没下。", "highest_quality_commendation_level"),
        ("单位报了市质量工作先进个人，批文说是年底下。", "highest_quality_commendation_level"),
        ("课题是院长主持的，我算不算主要完成人不好说。", "quality_project_key_role"),
        ("论文写了四篇，两篇投出去了没消息，另两篇在学校内部论文集里。", "quality_publication"),
    ],
)
def test_what_is_left_open_further_on_is_no_fact(words: str, key: str) -> None:
    assert key not in values(EXPERT + words)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("专利证书没有，但有一套自主知识产权的检测技术，登记证书在我名下。", True),
        ("专利没有，自主知识产权的技术也没有。", False),
        ("专利没有，技术倒是自己捣鼓出来一套，算不算自主知识产权不知道。", None),
        ("专利以前没有，今年刚申请。", None),
        ("专利以前有一项，没续费，失效了。", None),
        ("专利有，是和厂里联名的，厂里排第一，我排第二，算我个人的不？", None),
    ],
)
def test_a_patent_is_one_of_two_and_may_be_lost_shared_or_to_come(words: str, value: bool | None) -> None:
    assert values(ENGINEER + words).get("has_own_ip_or_patent") is value


@pytest.mark.parametrize(
    "text",
    [
        "阳泉一家电缆公司，质量技术员出身，市质量奖评审组认定我业绩特别优异。个人发明专利两项已授权。没有重大失误。",
        "八年前从企业调到阳泉一所职业学院，开始写质量方面的文章，院长说我业绩特别优异，论文十几篇。",
    ],
)
def test_a_person_behind_the_name_of_a_firm_is_no_organisation(text: str) -> None:
    facts = complete(parse_facts(values(text)))
    assert facts.get("applicant_type") in (None, "individual")


def test_nothing_doubted_is_settled_again_by_what_goes_with_it() -> None:
    text = EXPERT + "同事前年出过重大失误，我的失误算不算重大，2010年那次，说不清。"
    assert "major_work_error" not in complete(parse_facts(values(text)))


@pytest.mark.parametrize("no", ["莫得", "冇得", "木有", "没有"])
def test_a_denial_in_dialect_is_a_denial(no: str) -> None:
    text = f"我在重庆綦江一个齿轮厂当车工，一线22年。违法违规违纪？{no}，一回都{no}。"
    reading = read_narrative(text, DAY)
    assert reading.values()["violation_free_years"] == 99
    assert all(fact.quote == text[fact.start : fact.end] for fact in reading.facts.values())


def test_a_text_without_marks_keeps_its_denials_apart() -> None:
    text = (
        "重庆梁平塑料制品有限公司独立法人制造业2012年投产连续生产没停过近三年没有重大质量环境安全生产责任事故"
        "市里抽查全合格可是去年因为年报没公示进了经营异常名录到现在还没移出来严重违法名单没有"
    )
    facts = read_narrative(text, date(2024, 2, 10)).values()
    assert facts["major_accident_free_years"] == 3
    assert facts["in_serious_illegal_list"] is False
    assert facts.get("in_abnormal_list") is not False


@pytest.mark.parametrize(
    ("words", "floor"), [("干了小二十年", 15), ("干了快三十年", 25), ("从三十一岁干到四十八岁", 16)]
)
def test_nearly_so_long_leaves_a_floor(words: str, floor: int) -> None:
    assert values(f"我在阳泉一家泵厂当钳工，在一线{words}。")["role_years"] == floor


@pytest.mark.parametrize("words", ["干了快十年", "干了将近十二年", "干了不到二十年"])
def test_nearly_ten_leaves_none(words: str) -> None:
    assert "role_years" not in values(f"我在阳泉一家泵厂当钳工，在一线{words}。")

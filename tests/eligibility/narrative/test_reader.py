"""From words to facts: each sentence says what the reader should and should not take from it."""

from datetime import date

import pytest

from assistant.eligibility.narrative.reader import read_narrative

AS_OF = date(2024, 2, 17)
ORG = "重庆渝江压铸有限公司，2005年在渝北注册。"
PERSON = "我在阳泉一家阀门厂当首席质量官，质量管理干了16年。"


def read(text: str, as_of: date | None = AS_OF) -> dict[str, object]:
    return dict(read_narrative(text, as_of).values())


@pytest.mark.parametrize(
    ("sentence", "key", "value"),
    [
        ("建厂以来从没出过重大事故。", "major_accident_free_years", 99),
        ("近三年没有重大质量、安全、环保事故。", "major_accident_free_years", 3),
        ("没有事故、投诉和违法。", "violation_free_years", 99),
        ("没有事故、投诉和违法。", "major_complaint_free_years", 99),
        ("2017年出过重大安全事故，那以后六年多没有再发生过事故。", "major_accident_free_years", 6),
        ("去年6月出过一起一般安全事故。", "accident_date", "2023-06"),
        ("去年6月出过一起一般安全事故。", "accident_level", "general"),
        ("2021年5月车间爆炸，被认定为特别重大。", "accident_level", "extraordinary"),
        ("前年8月被生态环境局罚款12万元。", "violation_date", "2022-08"),
        ("前年8月被生态环境局罚款12万元。", "violation_type", "environment"),
        ("没有重大违法违规。", "major_violation_free_years", 99),
        ("上周市场监管局立了案，还没有结论。", "violation_investigation_pending", True),
        ("国抽市抽全部合格。", "spot_check_issue_free_years", 99),
        ("没进过经营异常名录、严重违法企业名单。", "in_serious_illegal_list", False),
        ("现在还在经营异常名录里，没移出来。", "in_abnormal_list", True),
        ("2006年3月投产，从没停过产。", "operation_start_date", "2006-03"),
        ("2006年3月投产，从没停过产。", "operation_continuous", True),
        ("2021年7月搬迁停产，2022年9月恢复生产。", "operation_resumed_date", "2022-09"),
        ("主营铝土矿开采。", "gbt4754_section", "B"),
        ("主业是汽车修理与维护。", "gbt4754_section", "O"),
        ("只通过了质量管理体系认证，其他的没做。", "other_ms_certified", False),
        ("国家和省级质量奖都没得过。", "won_provincial_quality_award", False),
        ("2019年得过陕西省质量奖。", "won_provincial_quality_award_date", "2019"),
        ("质量奖从没报过。", "award_fraud_free_years", 99),
        ("没有提供过虚假材料，没有骗过市政府质量奖。", "past_false_application_date", "none"),
    ],
)
def test_an_organisation_says(sentence: str, key: str, value: object) -> None:
    assert read(ORG + sentence).get(key) == value


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("好像处理过我们一次。没有违法违规。", "violation_free_years"),
        ("有没有违法违规，我说不准。", "violation_free_years"),
        ("没有重大违法。", "violation_free_years"),
        ("近年来没有违法违规。", "violation_free_years"),
        ("不敢说从来没有违法违规。", "violation_free_years"),
        ("没有违法违规，去年被罚过三千块。", "violation_free_years"),
        ("隔壁厂去年被环保局罚了。", "violation_date"),
        ("集团的另一家子公司前年出了重大事故。", "accident_date"),
        ("2022年出过安全事故，等级还没定。", "accident_level"),
        ("没有死亡事故。", "major_accident_free_years"),
        ("曾被列入经营异常名录，三个月后移出了。", "in_abnormal_list"),
        ("抽检了一批，结果还没出来。", "spot_check_issue_free_years"),
        ("疫情期间停产过两个月。", "operation_continuous"),
        ("前年拿过重庆市的省级质量奖提名奖。", "won_provincial_quality_award"),
        ("质量管理体系正在认证。", "qms_certified"),
        ("是公司还是分公司，法务没回我。", "is_legal_person"),
        ("能报吗？有没有重大事故都要查吗？", "major_accident_free_years"),
    ],
)
def test_what_is_doubted_asked_or_anothers_is_not_written(sentence: str, key: str) -> None:
    assert key not in read(ORG + sentence)


@pytest.mark.parametrize(
    ("sentence", "key", "value"),
    [
        ("", "role_years", 16),
        ("", "is_cqo", True),
        ("", "work_city", "阳泉市"),
        ("户口在太原。", "work_city", "阳泉市"),
        ("厂里没有重大质量安全事故，我没有违法违纪。", "employer_major_accident_free_years", 99),
        ("厂里没有重大质量安全事故，我没有违法违纪。", "violation_free_years", 99),
        ("市里给过质量工作先进个人。", "highest_quality_commendation_level", "city"),
        ("没得过任何质量表彰。", "highest_quality_commendation_level", "none"),
        ("市级技能大赛拿过三次奖，厂里的拿过五次。", "skill_contest_city_awards_count", 3),
        ("有两项授权专利。", "has_own_ip_or_patent", True),
        ("科研项目我没牵过头，标准的制定更没参加过。", "standards_participation", False),
        ("没有造成过重大失误。", "major_work_error", False),
    ],
)
def test_a_person_says(sentence: str, key: str, value: object) -> None:
    assert read(PERSON + sentence).get(key) == value


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("我在阳泉做质量理论研究十来年。", "role_years"),
        ("我在阳泉干质量管理快十年了。", "role_years"),
        ("我在阳泉干质量管理，到明年正好十年。", "role_years"),
        ("我在阳泉管质量15年，专利正在申请中。", "has_own_ip_or_patent"),
        ("我在阳泉管质量15年，厂里打算让我当首席质量官。", "is_cqo"),
        ("我在阳泉管质量15年，市质量协会给过我质量先进奖。", "highest_quality_commendation_level"),
        ("我在阳泉管质量15年，我的班组没有重大质量安全事故。", "employer_major_accident_free_years"),
        ("我在阳泉管质量6年，自己觉得业绩特别优异。", "exceptional_performance_verified"),
    ],
)
def test_a_person_leaves_open(text: str, key: str) -> None:
    assert key not in read(text)


@pytest.mark.parametrize(
    ("text", "form", "legal"),
    [
        ("我们是总公司在兰州的分公司，执照在城关区办的。", "branch", False),
        ("岐山县禾谷种植专业合作社，2015年在宝鸡市岐山县注册。", "cooperative", True),
        ("兰州市餐饮促进会是2014年在兰州市民政局登记的社会团体。", "social_group", True),
        ("我们是重庆市江北区一所公办幼儿园，2006年批准设立。", "public_institution", True),
        ("平定县砂器个体工商户，2009年在平定登记。", "individual_business", False),
        ("重庆恒燃锅炉厂是个人独资企业，在巴南区注册。", "sole_proprietorship", False),
    ],
)
def test_forms_of_organisations(text: str, form: str, legal: bool) -> None:
    facts = read(text)
    assert (facts["org_form"], facts["is_legal_person"]) == (form, legal)


def test_a_move_counts_from_the_day_of_the_move() -> None:
    facts = read("我们2021年从西安迁到宝鸡高新区注册，之前在西安经营了十年。", date(2024, 12, 11))
    assert (facts["registered_city"], facts["registered_in_city_since"]) == ("宝鸡市", "2021")


def test_registration_outranks_the_name_and_the_plant() -> None:
    facts = read("兰州飞天建材公司注册地在白银市，生产厂在兰州皋兰。")
    assert facts["registered_city"] == "白银市"


def test_years_since_an_arrival_from_end_of_2021_to_17_february_2024_are_two() -> None:
    facts = read("我在重庆管质量11年。我是2021年底才调到这家厂的，到这儿以后没有违法违规违纪。")
    assert facts["violation_free_years"] == 2


def test_relative_dates_need_the_day_of_reading() -> None:
    assert "accident_date" not in read(ORG + "去年6月出过重大安全事故。", None)


@pytest.mark.parametrize("text", ["", "   \n", "？？？", "，，，", "你好", "事故", "没有", "2024年", "\ufeff《》"])
def test_odd_texts_never_fail(text: str) -> None:
    assert isinstance(read_narrative(text, AS_OF).facts, dict)


def test_each_fact_quotes_the_original_verbatim() -> None:
    text = (
        "重庆渝江压铸有限公司，２００５ 年在渝北注册。\n"
        "我们公司一直重视质量，近三年没有重大质量、安\n全事故，没进过 经营异常名录。"
    )
    reading = read_narrative(text, AS_OF)
    assert reading.facts["major_accident_free_years"].value == 3
    assert all(fact.quote == text[fact.start : fact.end] for fact in reading.facts.values())


def test_doubts_name_their_words() -> None:
    reading = read_narrative(ORG + "有没有违法违规，我说不准。", AS_OF)
    assert {doubt.key for doubt in reading.unsure} >= {"violation_free_years"}


@pytest.mark.parametrize(
    ("sentence", "stopped", "resumed"),
    [
        ("2012年投产，去年因为疫情停产过三个月。", "2023", "2023"),
        ("2012年投产，2022年8月限电停了20天，其余时间没停。", "2022-08", "2022-08"),
        ("2012年投产，2021年2月检修停产一个半月。", "2021-02", "2021-03"),
        ("2012年投产，2020年2月3日因疫情停工，2020年3月复工。", "2020-02-03", "2020-03"),
        ("2012年投产，前年高温停产两个月。", "2022", "2022"),
    ],
)
def test_a_short_stop_is_told_by_its_dates_and_left_for_a_person(sentence: str, stopped: str, resumed: str) -> None:
    found = read(ORG + sentence)
    assert found["operation_interrupted_date"] == stopped
    assert found["operation_resumed_date"] == resumed
    assert "operation_continuous" not in found


@pytest.mark.parametrize("sentence", ["疫情期间停产过两个月。", "2012年投产，每年大修停二十天。", "逢年过节停工十天。"])
def test_a_stop_without_a_date_of_its_own_borrows_none(sentence: str) -> None:
    assert "operation_interrupted_date" not in read(ORG + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "客户投诉由2020年的41起降到2023年的9起。",
        "投诉率从2021年的0.8%降到0.2%。",
        "2022年投诉量同比下降30%。",
        "2023年全年投诉12件，均已办结。",
        "顾客投诉从2019年的百万分之三十降至百万分之五。",
        "2021年以来每年投诉不超过5起。",
    ],
)
def test_a_rate_of_complaints_is_no_complaint(sentence: str) -> None:
    found = read(ORG + "近五年没有因自身原因的重大投诉。" + sentence)
    assert not [key for key in found if key.startswith("complaint_")]
    assert found["major_complaint_free_years"] == 5


@pytest.mark.parametrize("sentence", ["2021年发生一起重大投诉，是我们的问题。", "去年客户投诉了一次，属于重大投诉。"])
def test_a_single_complaint_is_one(sentence: str) -> None:
    assert read(ORG + sentence)["complaint_level"] == "major"

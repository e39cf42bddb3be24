"""What a sentence says of one condition of an applicant, of the years asked for and of a clause's terms."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_SITE = EvidenceClause(
    "baoji-2024",
    "（二）在本市行政区域内合法注册5年以上的法人或者其他组织。近三年内无重大质量、生产安全、劳动保障、环境保护等事故，"
    "无违法、违规、违纪、弄虚作假以及质量失信等行为，具有良好的信用记录和社会声誉。",
)
_WON = EvidenceClause(
    "baoji-2024",
    "参评单位包括制造业、农业、服务业、医疗机构、教育机构、其他非营利组织等，"
    "已荣获国家或省级质量奖的单位不再参与本级质量奖评选。",
)
_MAYOR = EvidenceClause(
    "chongqing-2024",
    "申报重庆市市长质量管理奖的企业必须同时具备下列条件：\n"
    "1.符合国家产业、环保、节能、质量政策，连续正常生产经营5年以上；\n\n"
    "2.持续实施追求卓越绩效的经营管理模式，质量改进和管理创新成效显著；\n\n3.主导产品实物质量达到国内先进水平或国际领先水平，"
    "企业技术水平、新产品研发能力、节能减排及经营结果处于我市同行业领先地位；\n\n4.近3年未发生重大质量、环境、安全生产责任事故，"
    "在国家或我市监督抽查工作中，未发现产品质量问题；\n\n5.有良好的诚信记录，模范履行社会责任，"
    "未被列入企业经营异常名录和严重违法企业名单。",
)
_EXPERT = EvidenceClause("yangquan-3", "(1) 从事质量相关理论研究工作10年以上，推动质量理论创新与实践相结合取得一定成效")
_FRONT = EvidenceClause(
    "yangquan-3", "(1) 在生产一线工作时间10年以上或业绩特别优异，熟练掌握工作技能，能够起到标杆带头作用"
)

_BAOJI = {
    "applicant_type": "organization",
    "org_form": "company",
    "registered_city": "宝鸡市",
    "registered_in_city_years": 8,
    "qms_certified": True,
    "other_ms_certified": True,
    "major_accident_free_years": 99,
    "violation_free_years": 99,
    "won_national_quality_award": False,
    "won_provincial_quality_award": False,
}
_LISTED = {
    "applicant_type": "organization",
    "org_form": "company",
    "is_legal_person": True,
    "registered_city": "重庆市",
    "gbt4754_section": "C",
    "operation_years": 9,
    "operation_continuous": True,
    "major_accident_free_years": 99,
    "spot_check_issue_free_years": 99,
    "in_abnormal_list": True,
    "in_serious_illegal_list": False,
}
_WORKER = {
    "applicant_type": "individual",
    "individual_category": "frontline",
    "work_city": "阳泉市",
    "hukou_city": "太原市",
    "role_years": 6,
    "exceptional_performance_claimed": True,
    "violation_free_years": 99,
    "major_work_error": False,
}
_SCHOLAR = {"applicant_type": "individual", "individual_category": "expert", "work_city": "阳泉市", "role_years": 7}
_CASES: dict[str, tuple[dict[str, EvidenceClause], dict[str, object], dict[str, str]]] = {
    "baoji": ({"c1": _SITE, "c2": _WON}, _BAOJI, {"baoji-org": "eligible"}),
    "mayor": ({"c1": _MAYOR}, _LISTED, {"chongqing-mayor": "ineligible"}),
    "worker": ({"c1": _FRONT}, _WORKER, {"yangquan-ind-frontline": "undetermined"}),
    "scholar": ({"c1": _EXPERT}, _SCHOLAR, {"yangquan-ind-expert": "ineligible"}),
}


def passes(case: str, text: str) -> bool:
    clauses, facts, verdicts = _CASES[case]
    return verify_text(text, clauses=clauses, facts=facts, verdicts=verdicts).passed


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("baoji", "符合。贵公司注册8年，比5年的门槛多3年[c1]。"),
        ("baoji", "贵公司没有拿过省级质量奖，也没有拿过国家质量奖[c2]，可以申报。"),
        ("baoji", "注册满8年，达到了5年以上的要求[c1]；近三年内没有重大事故[c1]。结论：符合。"),
        ("mayor", "不符合。第5项要求未被列入企业经营异常名录[c1]，贵公司目前在名录里。"),
        ("mayor", "连续经营9年已经超过5年[c1]；但贵公司仍在企业经营异常名录中，所以不符合[c1]。"),
        ("worker", "还判断不了。您在一线6年，离10年差4年[c1]，业绩是否特别优异还没有认定。"),
        ("worker", "待定。10年以上和业绩特别优异，有其一即可[c1]。"),
        ("scholar", "不符合。理论研究7年，不到10年[c1]，这一类没有“或业绩特别优异”的说法[c1]。"),
    ],
)
def test_what_the_facts_and_the_clause_carry_passes(case: str, text: str) -> None:
    assert passes(case, text)


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("baoji", "符合。贵公司注册8年，比5年的门槛多4年[c1]。"),
        ("baoji", "注册8年，条款要求3年以上[c1]。结论：符合。"),
        ("baoji", "贵公司注册8年，达不到5年以上的要求[c1]，但结论是符合。"),
        ("baoji", "贵公司拿过省级质量奖[c2]，可以申报。"),
        ("baoji", "已荣获省级质量奖的单位仍然可以参加本级评选[c2]，贵公司符合。"),
        ("baoji", "贵公司注册在西安，满8年[c1]，符合条件。"),
        ("baoji", "贵公司符合条件，拿奖没有悬念[c1]。"),
        ("mayor", "不符合。第5项准许列入企业经营异常名录的企业申报[c1]，贵公司在名录里。"),
        ("mayor", "贵公司在企业经营异常名录里，第5项这一条满足[c1]，结论是不符合。"),
        ("mayor", "不符合。贵公司没有进企业经营异常名录[c1]。"),
        ("mayor", "连续经营9年，条款规定的是7年以上[c1]；贵公司在企业经营异常名录里，不符合。"),
        ("mayor", "贵公司属B类工业企业，在企业经营异常名录里[c1]，不符合。"),
        ("mayor", "不符合。条款不看责任，只要发生过事故就不行[c1]，贵公司又在企业经营异常名录里。"),
        ("worker", "还判断不了。您在一线6年，离10年差5年[c1]，业绩是否特别优异还没有认定。"),
        ("worker", "待定。您在一线6年，业绩特别优异已经由推荐单位核定[c1]。"),
        ("worker", "您在太原工作，一线6年没到10年[c1]，待定。"),
        ("worker", "待定。10年以上和业绩特别优异须同时具备[c1]，您只有6年。"),
        ("scholar", "不符合。要求从事质量相关理论研究工作10年以上或业绩特别优异[c1]，您是7年。"),
        ("scholar", "您的理论研究7年，超过了10年[c1]，但结论是不符合。"),
        ("scholar", "您这边不好说，理论研究7年，不到10年[c1]。"),
    ],
)
def test_a_fact_a_figure_or_a_term_turned_does_not(case: str, text: str) -> None:
    assert not passes(case, text)

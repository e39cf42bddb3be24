"""The applicant's side: uncited promises, single conditions, corrected and disputed figures, what is reckoned."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

FACTS = {
    "applicant_type": "organization",
    "org_form": "company",
    "registered_city": "兰州市",
    "operation_start_date": "2016-03",
    "major_accident_free_years": 99,
    "major_complaint_free_years": 99,
    "violation_date": "2021-06",
    "violation_type": "environment",
    "violation_confirmed": True,
    "penalized": True,
}
CLAUSES = {
    "c1": EvidenceClause(
        "lanzhou-2023",
        "近5年内未发生重大质量、安全、服务、环境、公共卫生等事故，没有因自身原因导致服务对象（用户、顾客）的重大投诉，"
        "无违反法律法规的行为",
    ),
    "c2": EvidenceClause("lanzhou-2023", "且在本市注册登记并正常运行5年以上"),
}
MATERIAL = (
    "天水陇源果汁有限公司申报材料\n公司在天水市麦积区，做苹果浓缩汁。2023年销售收入2.4亿元，其中出口1.5亿元。\n"
    "【更正】上一稿写员工512人，含季节工76人；正式员工为436人，以本稿为准。带徒11名，其中4名成为工程师。\n"
    "2019年起，公司推行“果卡追园”，糖度合格率由92.6%提高到98.9%，退货由每月34起降到每月5起。获发明专利5件、实用新型专利16件。\n"
    "推荐表写“从事质量工作15年”，单位证明写“14年”。耗煤下降18%是因为2021年换了锅炉。\n"
    "荣誉：2021年天水市市长质量奖（天水市人民政府）；上级集团公司2022年获甘肃省政府质量奖（甘肃省人民政府）。"
)


def _passes(said: str) -> bool:
    return verify_text(said, clauses=CLAUSES, facts=FACTS, verdicts={"lanzhou-org": "ineligible"}).passed


@pytest.mark.parametrize(
    "said",
    [
        "贵公司获奖的希望很大。",
        "贵公司的申报材料已经全部备齐。",
        "市里已经同意推荐贵公司。",
        "贵公司的设备在同行里数一数二。",
        "贵公司的整改报告已经验收。",
        "贵公司2021年6月的环保处罚已经翻篇，不计了[c1]。",
        "贵公司的投诉也是个问题[c1]。",
        "贵公司运行的年限差一截[c2]。",
        "大体上算符合，材料可以先备着。",
        "贵公司是否符合条件，还要补一份材料才能判断[c1]。",
    ],
)
def test_what_no_fact_or_verdict_carries_fails(said: str) -> None:
    assert not _passes(said)


@pytest.mark.parametrize(
    "said",
    [
        "贵公司的结论：不符合。",
        "贵公司2016年3月开始正常运行。",
        "希望贵公司把整改做扎实，以后再来。",
        "如果处罚的情况有出入，请告诉我，我重新核对。",
        "要不要我帮您看看别的奖项？",
        "贵公司没有发生过重大事故。",
        "年限这一条贵公司过得去，2016年3月就运行了[c2]。",
    ],
)
def test_facts_verdicts_and_remarks_pass_without_more(said: str) -> None:
    assert _passes(said)


@pytest.mark.parametrize(
    ("said", "passes"),
    [
        ("员工512人[m]。", False),
        ("员工由上一稿的512人改为436人[m]。", True),
        ("从事质量工作15年[m]。", False),
        ("从事质量工作的年限以单位证明为准，写14年[m]。", False),
        ("推荐表写15年、单位证明写14年，请核实[m]。", True),
        ("共有专利21件[m]。", True),
        ("共有专利22件[m]。", False),
        ("带徒11名，4名成为工程师，另外7名还不是[m]。", True),
        ("退货每月少了29起[m]。", True),
        ("退货少了一大半[m]。", True),
        ("退货减少了一半[m]。", False),
        ("员工440人左右[m]。", True),
        ("出口收入2.4亿元[m]。", False),
        ("2021年起推行“果卡追园”[m]。", False),
        ("耗煤下降18%也得益于果卡追园[m]。", False),
        ("公司2022年获甘肃省政府质量奖[m]。", False),
        ("甘肃省政府质量奖是上级集团2022年得的，不是本公司的[m]。", True),
        ("2021年被甘肃省人民政府评为天水市市长质量奖[m]。", False),
    ],
)
def test_what_the_material_corrects_disputes_or_lets_reckon(said: str, passes: bool) -> None:
    assert verify_text(said, clauses={}, material=MATERIAL).passed is passes


def test_two_tracks_are_not_both_eligible_because_one_is() -> None:
    verdicts = {"yangquan-ind-engineer": "eligible", "yangquan-ind-manager": "ineligible"}
    assert not verify_text("两类您都符合。", clauses={}, verdicts=verdicts).passed
    assert verify_text("工程技术人员类您符合，组织管理人员类不符合。", clauses={}, verdicts=verdicts).passed

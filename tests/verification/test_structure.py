"""Structure told otherwise than the clause has it: steps left out, plans told as done, one of several, who to whom."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_CLAUSES = {
    "helps": EvidenceClause(
        "chongqing-2024",
        "我委将会同市级有关部门，汇集有关质量技术资源开展针对性的质量帮扶工作，"
        "在开展质量培训、质量交流、质量提升、质量创新等活动时予以优先考虑。",
    ),
    "expiry": EvidenceClause(
        "lanzhou-2023",
        "市政府质量奖有效期为5年。对有效期满的获奖企业和组织重新进行考核评价，符合条件的继续保留称号，"
        "不符合条件的予以整改，整改后仍不能达到要求的取消称号。获得提名奖的企业和组织再次申报市政府质量奖不受此规定限制。",
    ),
    "answers": EvidenceClause(
        "baoji-2024",
        "进入陈述答辩环节的组织和单位负责同志就质量管理及技术创新等情况向评审专家组陈述答辩，评审专家组进行评议打分。",
    ),
    "handing": EvidenceClause(
        "baoji-2024", "经相关行业行政主管部门签署推荐意见后，由负责推荐的市级相关行业行政主管部门统一报送组委会办公室。"
    ),
    "whole": EvidenceClause(
        "baoji-2024",
        "评审专家组根据资料评审、陈述答辩和现场评审结果进行综合评审，形成综合评审报告，"
        "提出获奖组织和单位候选名单并提交组委会研究审议。",
    ),
    "review": EvidenceClause(
        "lanzhou-2023",
        "市质量工作议事协调机构牵头部门应当自收到异议材料之日起5个工作日内进行审查，"
        "对符合规定并能提供充分证明的异议，可以组织专家和有关人员进行调查，并将异议处理结果书面告知异议人进行确认。",
    ),
    "ahead": EvidenceClause("chongqing-2024", "企业技术水平、新产品研发能力、节能减排及经营结果处于我市同行业领先地位"),
}


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("helps", "市经信委已经会同市级有关部门完成了质量帮扶工作[c1]。"),
        ("expiry", "不符合条件的不经整改就直接取消称号[c1]。"),
        ("answers", "由评审专家组向组织和单位负责同志陈述答辩[c1]。"),
        ("handing", "推荐意见签好后，由申报单位自行报送组委会办公室[c1]。"),
        ("whole", "专家组只根据现场评审的结果形成综合评审报告[c1]。"),
        ("review", "牵头部门应当在收到异议材料之日起5个工作日内完成调查[c1]。"),
        ("ahead", "经营结果要处于全国同行业领先地位[c1]。"),
    ],
)
def test_a_turn_of_structure_is_refused(clause: str, text: str) -> None:
    assert not verify_text(text, clauses={"c1": _CLAUSES[clause]}).passed


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("helps", "市经信委会联合市级有关部门，汇集质量技术资源做有针对性的帮扶[c1]。"),
        ("expiry", "考核符合条件，称号继续保留；不符合的先整改，整改后还达不到要求，才会取消称号[c1]。"),
        ("answers", "由单位负责同志向评审专家组陈述答辩，专家组评议打分[c1]。"),
        ("handing", "材料不是企业自己往组委会办公室送，由负责推荐的市级行业行政主管部门统一报[c1]。"),
        ("whole", "综合评审不是只看现场评审，资料评审和陈述答辩的结果也要算进去[c1]。"),
        ("review", "异议材料收到以后，牵头部门5个工作日内要审查[c1]。"),
        ("review", "关于异议的处理，整理如下。\n异议材料收到以后，牵头部门5个工作日内要审查[c1]。"),
        ("ahead", "比的是全市同行业领先[c1]。"),
    ],
)
def test_the_same_told_as_it_is_passes(clause: str, text: str) -> None:
    report = verify_text(text, clauses={"c1": _CLAUSES[clause]})
    assert report.passed, [sentence.reasons for sentence in report.sentences]

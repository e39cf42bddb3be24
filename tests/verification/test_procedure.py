"""The order of a notice's steps and who takes them; consequences told past their gate; conditions asked for first."""

import pytest

from assistant.library.quotes import TextIndex
from assistant.verification.model import EvidenceClause
from assistant.verification.procedure import load_procedures
from assistant.verification.verify import verify_text
from evaluations.lies.independent import _document

_FINAL = EvidenceClause(
    "lanzhou-2023",
    "第十九条 市政府质量奖和提名奖拟获奖名单经公示无异议后，由市质量工作议事协调机构牵头部门提交市政府审定。",
)
_EXPIRY = EvidenceClause(
    "lanzhou-2023",
    "第六条 市政府质量奖有效期为5年。对有效期满的获奖企业和组织重新进行考核评价，符合条件的继续保留称号，"
    "不符合条件的予以整改，整改后仍不能达到要求的取消称号。获得提名奖的企业和组织再次申报市政府质量奖不受此规定限制。",
)
_PLACES = EvidenceClause(
    "lanzhou-2023",
    "第四条 市政府质量奖分为市政府质量奖和市政府质量奖提名奖，由企业和组织自愿申报。市政府质量奖每届评选表彰不超过3个，"
    "市政府质量奖提名奖每届评选表彰不超过5个；符合条件的企业和组织数量不足时，名额可以空缺。",
)
_ANSWERS = EvidenceClause(
    "baoji-2024",
    "（四）陈述答辩（2025年3月中旬）。进入陈述答辩环节的组织和单位负责同志就质量管理及技术创新等情况向评审专家组陈述答辩，"
    "评审专家组进行评议打分。",
)
_COUNTY = EvidenceClause(
    "yangquan-3",
    "各县（区）质量强县（区）领导组办公室对初审通过的组织和个人统一报请县（区）政府批准，"
    "并在本县（区）范围内公示5个工作日，公示无异议后向市标准化和质量强市领导组办公室提名推荐。",
)


def _codes(text: str, clause: EvidenceClause) -> set[str]:
    report = verify_text(text, clauses={"c1": clause})
    return {reason.code for sentence in report.sentences for reason in sentence.reasons}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("兰州由市政府先审定，之后才公示拟获奖名单[c1]。", _FINAL),
        ("拟获奖名单先审定后公示[c1]。", _FINAL),
        ("宝鸡的陈述答辩排在现场评审之后[c1]。", _ANSWERS),
        ("阳泉县区公示之前先向市里提名推荐[c1]。", _COUNTY),
        ("阳泉县区先在本县范围内公示，再报请县政府批准[c1]。", _COUNTY),
    ],
)
def test_steps_turned_round_are_refused(text: str, clause: EvidenceClause) -> None:
    assert "order" in _codes(text, clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("拟获奖名单先公示，没有异议再由市级牵头部门提交市政府审定[c1]。", _FINAL),
        ("市政府审定之前要先公示拟获奖名单[c1]。", _FINAL),
        ("阳泉县区初审通过后统一报请县（区）政府批准，然后公示5个工作日[c1]。", _COUNTY),
        ("不是先推荐再公示，县区公示无异议后才向市里提名推荐[c1]。", _COUNTY),
    ],
)
def test_steps_in_their_order_pass(text: str, clause: EvidenceClause) -> None:
    assert not _codes(text, clause) & {"order", "role"}


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("兰州拟获奖名单最后由专家组审定[c1]。", _FINAL),
        ("答辩后由组委会办公室打分[c1]。", _ANSWERS),
    ],
)
def test_a_step_told_to_be_taken_by_another_is_refused(text: str, clause: EvidenceClause) -> None:
    assert "role" in _codes(text, clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("期满后获奖单位一律继续保留称号[c1]。", _EXPIRY),
        ("期满考核不合格的，直接取消称号[c1]。", _EXPIRY),
        ("提名奖得主再申报同样要受有效期的限制[c1]。", _EXPIRY),
        ("想拿正奖，得先得过提名奖[c1]。", _PLACES),
        ("3个名额必须用满[c1]。", _PLACES),
        ("兰州市长质量奖每届不超过3个[c1]。", _PLACES),
    ],
)
def test_half_a_condition_and_one_of_ones_own_are_refused(text: str, clause: EvidenceClause) -> None:
    assert _codes(text, clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("期满考核符合条件的都继续保留称号[c1]。", _EXPIRY),
        ("考核不符合条件的先整改，整改后还达不到要求才取消称号[c1]。", _EXPIRY),
        ("每届正奖最多3个、提名奖最多5个，不够条件就空着[c1]。", _PLACES),
    ],
)
def test_conditions_kept_pass(text: str, clause: EvidenceClause) -> None:
    assert not _codes(text, clause)


def test_each_procedure_is_of_a_document_at_hand() -> None:
    for name in load_procedures():
        index, _ = _document(name.partition("/")[0])
        assert isinstance(index, TextIndex)

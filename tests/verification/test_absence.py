"""A sentence may say what its clause lacks, and must not say that of what the clause states."""

import pytest

from assistant.verification.model import EvidenceClause
from assistant.verification.verify import verify_text

_QUOTA = EvidenceClause(
    "lanzhou-2023",
    "市政府质量奖每届评选表彰不超过3个，市政府质量奖提名奖每届评选表彰不超过5个；"
    "符合条件的企业和组织数量不足时，名额可以空缺。",
)


@pytest.mark.parametrize(
    "sentence", ["办法没有写明奖金数额[c1]。", "条款未规定员工人数[c1]。", "能否委托代理机构申报，办法没有规定[c1]。"]
)
def test_what_is_missing_may_be_said_to_be(sentence: str) -> None:
    assert verify_text(sentence, clauses={"c1": _QUOTA}).passed


@pytest.mark.parametrize("sentence", ["办法没有写明名额数量[c1]。", "条款没有规定名额可以空缺[c1]。"])
def test_what_is_stated_may_not_be_denied(sentence: str) -> None:
    report = verify_text(sentence, clauses={"c1": _QUOTA})
    assert [reason.code for reason in report.sentences[0].reasons] == ["absence"]

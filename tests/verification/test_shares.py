"""Shares, multiples and halves are worked out from the material's own figures of the same thing, never from those the
sentence brings."""

import pytest

from assistant.verification.verify import verify_text


def _passes(said: str, material: str) -> bool:
    return verify_text(f"{said}[m]。", clauses={}, material=material).passed


_MADE = "宝塔石食品公司，2010年成立。合格率98.7%。"
_MORE = "陇上面粉公司，员工120人，其中女工36人。顾客满意率99.2%，成品率由97.1%提高到99.6%。"


@pytest.mark.parametrize(
    ("material", "said", "passes"),
    [
        (_MADE, "合格率98.7%", True),
        (_MADE, "合格率5%", False),
        (_MADE, "合格率30%", False),
        (_MADE, "产品优等率80%", False),
        (_MADE, "合格率由60%提高到98.7%", False),
        (_MORE, "顾客满意率99.2%", True),
        (_MORE, "顾客满意率60%", False),
        (_MORE, "一次交验合格率70%", False),
        (_MORE, "成品率由97.1%提高到99.6%", True),
        (_MORE, "成品率由80%提高到99.6%", False),
        (_MORE, "女工占30%", True),
        (_MORE, "女工占三成", True),
        (_MORE, "女工占45%", False),
    ],
)
def test_a_share_is_not_its_own_evidence(material: str, said: str, passes: bool) -> None:
    assert _passes(said, material) is passes


"""What would change a verdict, in words."""

import pytest

from assistant.eligibility.facts import parse_facts
from assistant.ui.components.eligibility_outlook import change_told, supply_told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"violation_free_years": 3}, "无违法违规违纪的年数：5年（现在只说到3年）"),
        ({}, "无违法违规违纪的年数：5年"),
    ],
)
def test_years_that_are_only_not_told_are_still_to_be_said(facts: dict[str, object], told: str) -> None:
    assert supply_told("violation_free_years", 5, parse_facts(facts)) == told


def test_what_is_settled_is_told_with_what_it_would_have_to_be() -> None:
    facts = parse_facts({"registered_city": "宝鸡市"})
    assert change_told("registered_city", "兰州市", facts) == "注册登记的城市：宝鸡市　→　兰州市"

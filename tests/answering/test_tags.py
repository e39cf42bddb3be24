"""What asks behind a claim whether it is true, with any particle, is a tag and no question of its own."""

import pytest

from assistant.answering.claims import without_tag
from assistant.answering.pipeline import Assistant
from assistant.answering.turns import of_notices

_TRUE = ["是不是真的", "是真的", "真的假的", "有这回事", "靠不靠谱", "是真是假", "属不属实"]
_RIGHT = ["对不对", "是不是", "对吧", "没错吧"]


@pytest.mark.parametrize("particle", ["", "啊", "呢", "呀", "嘛"])
def test_a_particle_changes_no_tag(particle: str) -> None:
    for tag in (*_TRUE, *_RIGHT):
        asked = f"宝鸡公示期15天，{tag}{particle}？"
        assert without_tag(asked) == "宝鸡公示期15天"
        plain = tag in _RIGHT and not particle
        assert of_notices(asked) == (asked if plain else "宝鸡公示期15天，对吧？")


def test_a_wording_that_claims_is_no_tag() -> None:
    assert without_tag("奖金是不是50万") == "奖金是不是50万"
    assert of_notices("兰州的奖是真的奖金50万吗") == "兰州的奖是真的奖金50万吗"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("听说阳泉个人要满5年就行，是不是真的啊？", "不对，"),
        ("宝鸡公示期15天，是不是真的啊？", "：对，"),
        ("宝鸡公示期15天，真的呀？", "：对，"),
        ("兰州有效期5年，对不对啊？", "：对，"),
        ("兰州有效期3年，有这回事儿么？", "不对，"),
    ],
)
def test_a_claim_with_a_tag_and_particle_is_judged_alone(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status.value == "answered"
    assert said in answer.body
    assert not any(one in answer.body for one in ("真的啊", "真的呀", "对不对啊", "收取任何费用", "没有写明"))

"""Several claims put up in one sentence: each is right or wrong by itself."""

import pytest

from assistant.answering.claims import claim_of, claims
from assistant.answering.cues import load_cues
from assistant.answering.pipeline import Assistant
from assistant.settings import Settings


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("听说宝鸡市质量奖一年评10家，每家奖100万，对吧", ["宝鸡市质量奖一年评10家", "每家奖100万"]),
        ("兰州要注册满3年、报名收费，是这样吧", ["兰州要注册满3年", "报名收费"]),
        ("阳泉组织要10年以上，个人要3年以上，是不是搞反了", ["阳泉组织要10年以上", "个人要3年以上"]),
        ("听说宝鸡的奖是三年一评，每次评3家", ["宝鸡的奖是三年一评", "每次评3家"]),
        ("宝鸡公示几天，奖金是50万，对吧", []),
        ("我们2018年成立，员工300人，能报吗", []),
        ("宝鸡市质量奖公示15天，对吧", []),
        ("宝鸡的奖由市政府评，企业才能报，对吧", []),
    ],
)
def test_claims_are_told_apart_and_asks_are_none(sentence: str, found: list[str], real_settings: Settings) -> None:
    told = claims(sentence, load_cues(real_settings.assistant_corpus))
    assert [claim_of(one) for one in told] == found


@pytest.mark.parametrize(
    ("question", "verdicts"),
    [
        (
            "听说宝鸡市质量奖一年评10家，每家奖100万，对吧？",
            [("一年评10家”：不对", "不超过3个"), ("奖100万”：不对", "50万元")],
        ),
        ("宝鸡公示15天，奖50万，对吧", [("公示15天”：对", "15天"), ("奖50万”：对", "50万元")]),
        ("兰州每届评3个，有效期是3年，没错吧", [("评3个”：数字对", "不超过3个"), ("3年”：不对", "5年")]),
        ("阳泉申报材料一式5份，11月30日前交，对不对", [("一式5份”：不对", "3份"), ("前交”：不对", "11月25日")]),
        ("重庆市长奖评10家，简况500字以内，是吧", [("评10家”：不对", "不超过5个"), ("以内”：不对", "300")]),
    ],
)
def test_every_claim_has_a_yes_or_no_of_its_own(
    assistant: Assistant, question: str, verdicts: list[tuple[str, str]]
) -> None:
    body = assistant.ask(question).body
    paragraphs = [one for one in body.split("\n\n") if one.startswith("“")]
    assert len(paragraphs) == len(verdicts)
    for paragraph, (verdict, fact) in zip(paragraphs, verdicts, strict=True):
        assert verdict in paragraph and fact in paragraph


def test_what_is_asked_behind_the_claims_is_answered_as_well(assistant: Assistant) -> None:
    body = assistant.ask("宝鸡市质量奖个人也能报，奖金是20万，是不是？联系电话多少？").body
    assert "个人也能报”：不行" in body and "奖金是20万”：不对" in body and "没有写明联系电话" in body


def test_asking_for_a_sum_once_more_confirms_no_sum(assistant: Assistant) -> None:
    assert not assistant.ask("宝鸡得了质量奖的还能再拿50万吗").body.startswith("对")

"""Several claims put up in one sentence: each is right or wrong by itself."""

import time

import pytest

from assistant.answering.claims import claim_of, claims, without_tag
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
        ("宝鸡奖金50万，免税，公示15天，对吧", ["宝鸡奖金50万", "免税", "公示15天"]),
        ("宝鸡奖金50万，可分期，对吧", ["宝鸡奖金50万", "可分期"]),
        ("宝鸡公示15天，评3家，评3家，对吧", ["宝鸡公示15天", "评3家"]),
        ("我们2018年注册，去年产值3亿，对不对", []),
        ("1，2，3，对吧", []),
        ("县里说报阳泉质量奖每家收800块材料费，这个合规矩吧", []),
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


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("宝鸡奖金50万，免税，公示15天，对吧？", "免税"),
        ("宝鸡奖金50万，可分期，对吧？", "可分期"),
        ("宝鸡评3家，奖金50万，而且不要钱，对吧？", "不要钱"),
        ("听说宝鸡奖金50万，还要给政府返10%，对吧", "给政府返10%"),
    ],
)
def test_what_a_notice_does_not_write_shares_no_yes(assistant: Assistant, question: str, claim: str) -> None:
    lines = [one for one in assistant.ask(question).body.split("\n\n") if claim in one]
    assert len(lines) == 1 and "没有写" in lines[0] and "：对，" not in lines[0]


def test_one_claim_with_a_word_besides_its_number_is_not_confirmed(assistant: Assistant) -> None:
    assert assistant.ask("宝鸡奖金50万，对吧").body.startswith("对，")
    assert not assistant.ask("宝鸡奖金50万免税，对吧").body.startswith("对")


@pytest.mark.parametrize(
    ("question", "verdicts"),
    [
        ("宝鸡不是奖50万，是奖30万，对吧", ["不对", "不对"]),
        ("兰州有效期不是5年，每届不评3家，对吧？", ["不对", "不对"]),
        ("宝鸡的公示期没有15天，奖金没有50万，对吧？", ["不对", "不对"]),
        ("宝鸡奖金不是30万，公示不是10天，对吧", ["对", "对"]),
        ("宝鸡质量奖获奖单位不超过3个，公示15天，对吧", ["对", "对"]),
    ],
)
def test_a_denied_claim_turns_the_verdict(assistant: Assistant, question: str, verdicts: list[str]) -> None:
    lines = [one for one in assistant.ask(question).body.split("\n\n") if one.startswith("“")]
    assert [line.split("”：")[1].split("，")[0] for line in lines] == verdicts


@pytest.mark.parametrize("question", ["宝鸡公示期不是15天，对吧", "宝鸡公示期没有15天吧", "宝鸡并非奖50万，对吧"])
def test_a_single_denial_of_what_is_written_is_wrong(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).body.startswith("不对，")


def test_a_rhetorical_denial_denies_nothing(assistant: Assistant) -> None:
    assert assistant.ask("宝鸡公示期不是15天吗").body.startswith("对，")


def test_too_many_claims_are_answered_without_verdicts(assistant: Assistant) -> None:
    claimed = "，".join(f"评{number}家" for number in range(2, 40))
    body = assistant.ask(f"宝鸡{claimed}，对吧").body
    assert "”：" not in body and "对，" not in body and len(body) < 1000


def test_a_long_row_of_one_word_is_read_at_once() -> None:
    began = time.perf_counter()
    assert without_tag("是" * 20_000)
    assert time.perf_counter() - began < 1


def test_claims_of_several_awards_are_judged_each_by_its_award(assistant: Assistant) -> None:
    body = assistant.ask("宝鸡评3家、每家50万，兰州评3家、每家30万，对吧").body
    assert "每家50万”：对，" in body and "没有写明奖金金额" in body and "对吧" not in body
    body = assistant.ask("宝鸡奖50万，兰州奖30万，阳泉奖100万，对不对？").body
    assert "宝鸡奖50万”：对，" in body and "兰州奖30万”：对" not in body and "阳泉奖100万”：对" not in body


def test_a_sum_is_denied_where_nothing_is_charged(assistant: Assistant) -> None:
    body = assistant.ask("兰州评审费每家5000元，公示不少于5个工作日，对吧").body
    assert "每家5000元”：不对，" in body


def test_what_is_asked_behind_the_claims_is_answered_as_well(assistant: Assistant) -> None:
    body = assistant.ask("宝鸡市质量奖个人也能报，奖金是20万，是不是？联系电话多少？").body
    assert "个人也能报”：不行" in body and "奖金是20万”：不对" in body and "没有写明联系电话" in body


def test_asking_for_a_sum_once_more_confirms_no_sum(assistant: Assistant) -> None:
    assert not assistant.ask("宝鸡得了质量奖的还能再拿50万吗").body.startswith("对")


@pytest.mark.parametrize(
    ("question", "must"),
    [
        ("听人讲宝鸡奖评上能拿一百万，是不是真的", "不对，宝鸡市政府对首次获得“宝鸡市质量奖”的组织和单位给予50万元"),
        ("兰州评审一家收三万，是真是假？", "不对，兰州市政府质量奖评选不向申报企业和组织收取任何费用"),
        ("有人说阳泉奖公示10天，可信吗", "不对，"),
        ("宝鸡提名奖也给20万，靠谱不", "提名奖没有写补助"),
    ],
)
def test_what_was_heard_is_judged_like_any_claim(assistant: Assistant, question: str, must: str) -> None:
    body = assistant.ask(question).body
    assert must in body and "真的" not in body

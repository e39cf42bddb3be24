"""Beliefs without a number, and the asker's own figure, are met with a yes or no before what the notice says."""

import pytest

from assistant.answering.pipeline import Assistant
from assistant.answering.stance import stance

_REPORT = "任何单位和个人可以向牵头部门反映，也可以向同级纪委监委举报。"


@pytest.mark.parametrize(
    ("claim", "answer", "said"),
    [
        ("只能跟牵头部门说，不能去纪委告，是这规定吧", _REPORT, "不对，"),
        ("个人可以举报吧", "任何单位和个人可以举报。", "对，"),
        ("个人不能报，是吧", "个人不能申报本奖。", "对，"),
        ("个人也能报吧", "个人不能申报本奖。", "不对，"),
        ("只有企业能报吧", "本奖只授予企业和组织。", "对，"),
        # The answer speaks of something else, or allows one thing and forbids another.
        ("学校也能报吧", "个人不能申报本奖。", ""),
        ("企业能报吧", "企业可以申报，个人不能申报。", ""),
        ("都不收费吧", "不收费：评选不收取任何费用。", "对，"),
        ("互不影响，对吧", "不影响：异议不成立的继续参加评审。", ""),
    ],
)
def test_what_is_believed_allowed_or_forbidden_is_judged_by_the_answer(claim: str, answer: str, said: str) -> None:
    assert stance(claim, answer) == said


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("发现兰州评奖有人违纪，只能跟牵头部门说，不能去纪委告，是这规定吧", "不对，任何单位和个人"),
        ("宝鸡的个人不能报，是吧", "对，"),
        ("“一句话特色”那栏我写了三十八个字，重庆这表收不收？", "不行，"),
        ("重庆简况我写了280字，超没超", "可以，"),
        ("厂子在兰州工商登记才三年整，轮得上报市政府质量奖不", "不满5年，不符合："),
        ("重庆市长奖开厂四年够吗", "不满5年，不符合："),
        ("尊敬的老师您好，兰政发〔2012〕116号在现在写申报说明时还能作为依据引用吗？", "不行，原《兰州市"),
        ("进了经营异常名录还能报重庆市长奖吗", "列入其中的不能申报："),
    ],
)
def test_the_verdict_stands_first(assistant: Assistant, question: str, opening: str) -> None:
    assert assistant.ask(question).body.startswith(opening)


@pytest.mark.parametrize("question", ["重庆市长奖开厂六年够吗", "干质量管理才六年，业绩特别好，报阳泉首席质量官行吗"])
def test_years_enough_and_years_something_else_stands_for_are_not_judged(assistant: Assistant, question: str) -> None:
    assert "不符合：" not in assistant.ask(question).body


def test_a_denial_and_its_sentence_are_one(assistant: Assistant) -> None:
    body = assistant.ask("听说参加兰州市政府质量奖要先交评审费，多少钱一家？").body
    assert body.startswith("不对，兰州市政府质量奖评选不向申报企业和组织收取任何费用")
    assert body.count("收取任何费用") == 1


def test_a_denial_is_told_where_the_right_was_told_before(assistant: Assistant) -> None:
    assert "文件没有写PDF" in assistant.ask("阳泉材料到底打印几套？电子版交PDF可以么").body
    assert "不对，" in assistant.ask("阳泉材料只交电子版就行吧").body

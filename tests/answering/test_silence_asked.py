"""That a notice is silent on one thing (how many days, which site) is no answer to a question for another."""

import pytest

from assistant.answering.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("阳泉要现场评审吗？", "由专家评审组对进入候选名单"),
        ("阳泉的奖有现场审核这一步吗？", "现场审核"),
        ("兰州要不要现场评审？", "现场评审"),
        ("兰州不收评审费，是不是真的？", "不收费：兰州市政府质量奖评选不向"),
        ("兰州不收参评费，对吧？", "不收费：兰州市政府质量奖评选不向"),
        ("宝鸡拿过省奖就不能报了，是不是真的？", "已荣获国家或省级质量奖的单位不再参与"),
        ("兰州公示只有5天，是不是真的？", "三次公示，每次不少于5个工作日"),
        ("兰州公示期才3天，对吧？", "不对，兰州市政府质量奖有三次公示"),
        ("兰州奖牌不得出售，没错吧？", "对，获奖企业和组织不得出售"),
    ],
)
def test_what_the_notice_says_leads(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status.value == "answered"
    assert said in answer.body
    assert "没有写明" not in answer.body


@pytest.mark.parametrize(
    ("question", "silent"),
    [
        ("阳泉现场评审几天？", "没有写明现场审核的天数"),
        ("兰州公示登在哪里？", "没有写明公示登在哪个网站"),
        ("兰州请咨询公司辅导要多少钱？", "第三方咨询机构的费用办法没有规定"),
        ("兰州的奖牌丢了给补吗？", "能否补发，办法没有写明"),
    ],
)
def test_silence_leads_where_what_it_is_on_is_asked(assistant: Assistant, question: str, silent: str) -> None:
    assert silent in assistant.ask(question).body


def test_in_a_comparison_the_step_is_found_in_both_notices(assistant: Assistant) -> None:
    answer = assistant.ask("阳泉和宝鸡哪个要现场评审？")
    assert answer.status.value == "answered"
    assert "没有写明" not in answer.body

"""A county's clerk, names with several slips, and corrections of several values at once."""

import pytest

from assistant.answering.answer import Turn
from assistant.answering.pipeline import Assistant


def _after(assistant: Assistant, first: str, then: str) -> str:
    turns = [Turn("user", first), Turn("assistant", assistant.ask(first).body)]
    return assistant.ask(then, history=turns).body


@pytest.mark.parametrize(
    ("question", "document", "told"),
    [
        (
            "我是榆中县市场监管局的，企业把材料交给我们之后我们要做哪几步，公示几天，再报给谁",
            "lanzhou-2023",
            ("真实性", "征求", "5个工作日", "一并报市"),
        ),
        (
            "我在皋兰县市监局工作，材料递到我们这以后怎么办，要公示多久，往上报给哪里",
            "lanzhou-2023",
            ("征求", "5个工作日", "一并报市"),
        ),
        (
            "我是盂县市场监管局的，我们收到申报材料后做哪些事，公示几天，交给谁",
            "yangquan-3",
            ("5个工作日", "提名推荐"),
        ),
        ("我们是眉县市场监管局的，企业材料交到我们局了，要审什么，然后报到哪", "baoji-2024", ("组委会办公室",)),
    ],
)
def test_a_clerk_s_county_names_the_award(
    assistant: Assistant, question: str, document: str, told: tuple[str, ...]
) -> None:
    answer = assistant.ask(question)
    assert {citation.document for citation in answer.citations} == {document}
    assert all(one in answer.body for one in told)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("兰洲市正府质量将 申报要交前吗", "不向申报企业和组织收取任何费用"),
        ("宝鸡是质量将公是几天", "15天"),
        ("阳全市质量将有多少命额", "3个"),
        ("兰州市正府质量讲有效期几年", "5年"),
    ],
)
def test_names_with_several_slips_are_read(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert told in answer.body and any("理解" in notice for notice in answer.notices)


def test_before_handing_in_is_no_slip(assistant: Assistant) -> None:
    assert not any("理解" in notice for notice in assistant.ask("材料交前要公示吗，兰州的").notices)


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (
            "我在宝鸡的公司当质量经理，干了8年，拿过一次市级奖，能报中国质量奖吗",
            "我记错了，我是干了18年，技术比武拿过3次市级奖",
            ("由8年改为18年", "奖励的次数：3次"),
        ),
        (
            "我是阳泉一家公司的车间工人，在一线干了8年，拿过一次市级荣誉，能报阳泉的奖吗",
            "不好意思记错了，其实干了18年，拿过3次市级荣誉",
            ("由8年改为18年", "“拿过3次市级荣誉”没有读出"),
        ),
        (
            "我们公司在兰州，2015年注册，员工200人，3年前出过一次事故，能报吗",
            "说错了，是2017年注册的，员工500人",
            ("由2015改为2017", "“员工500人”没有读出"),
        ),
        (
            "我是兰州一家厂的首席质量官，干了5年，2010年参加工作，能报哪个奖",
            "更正一下，我是2008年参加工作，干了6年",
            ("由5年改为6年",),
        ),
    ],
)
def test_every_value_of_a_correction_is_taken_or_told(
    assistant: Assistant, first: str, then: str, told: tuple[str, ...]
) -> None:
    body = _after(assistant, first, then)
    assert all(one in body for one in told)
    assert "无违法违规违纪的年数18年" not in body


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("我们厂成立4年半，能不能报兰州的？阳泉的呢？宝鸡的呢", ("兰州市政府质量奖", "阳泉市质量奖", "宝鸡市质量奖")),
        ("我们企业成立才2年半，阳泉、宝鸡、兰州都能报不", ("阳泉市质量奖", "宝鸡市质量奖", "兰州市政府质量奖")),
        ("我们公司成立三年半了，兰州和阳泉的能报吗", ("兰州市政府质量奖", "阳泉市质量奖")),
    ],
)
def test_awards_are_judged_alike_and_in_the_order_asked(
    assistant: Assistant, question: str, order: tuple[str, ...]
) -> None:
    body = assistant.ask(question).body
    lines = [line for line in body.splitlines() if line.startswith("- **")]
    assert [name for line in lines for name in order if name in line.split("：")[0]] == list(order)
    assert all("不符合申报条件" in line for line in lines)


def test_half_a_year_is_told_to_the_month(assistant: Assistant) -> None:
    body = assistant.ask("我们厂成立4年半，能不能报兰州的").body
    assert "2022-05" in body and "个月满5年" in body and "差约 1 个月" not in body


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("兰州市政府质量奖有效期几年", "有效期内别人出了质量事故会咋样", "撤销其荣誉"),
        ("兰州的奖管几年", "有效期里企业亏损严重会怎样", "严重经营性亏损"),
        ("兰州的奖有效期多久", "称号有效期间被查出造假怎么办", "取消其奖励"),
    ],
)
def test_what_happens_while_an_award_is_held_asks_not_how_long(
    assistant: Assistant, first: str, then: str, told: str
) -> None:
    body = _after(assistant, first, then)
    assert told in body and "有效期为5年" not in body


@pytest.mark.parametrize(
    ("question", "document", "told"),
    [
        (
            "甘肃的预通知什么时候截止报名？给省里报材料是不是交到兰州市城关区金昌南路279号",
            "gansu-2023",
            "没有写明材料报送到哪里",
        ),
        ("甘肃那份预通知的材料是交到兰州市城关区金昌南路279号吗", "gansu-2023", "没有写明材料报送到哪里"),
        ("给甘肃省里报中国质量奖的材料，寄到兰州市城关区金昌南路279号对不对", "gansu-2023", "没有写明材料报送到哪里"),
        ("表交到云杉南路12号吗", "chongqing-2024", "政务服务大厅"),
    ],
)
def test_an_address_is_not_whose_award_is_asked_about(
    assistant: Assistant, question: str, document: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert told in answer.body and {citation.document for citation in answer.citations} == {document}


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("推荐质量领域优质组织和个人信息汇总表怎么填", "那个表的简况最多写好多字？", "不超过300个字"),
        ("重庆推荐汇总表都有哪些栏", "简况写好多字合适", "不超过300个字"),
        ("重庆的汇总表怎么填", "好久截止", "2月22日"),
    ],
)
def test_dialect_asks_in_plain_words(assistant: Assistant, first: str, then: str, told: str) -> None:
    assert told in _after(assistant, first, then)


def test_each_award_of_a_notice_has_its_own_conditions(assistant: Assistant) -> None:
    body = assistant.ask("重庆这个奖要啥子条件哦，表交到哪里，好久截止？").body
    assert "| 中国质量奖（重庆推荐） |" in body and "| 重庆市市长质量管理奖 |" in body
    assert "政务服务大厅" in body and "2月22日" in body


@pytest.mark.parametrize(
    "question", ["拿了宝鸡市质量奖提名奖能给多少钱", "宝鸡提名奖有没有奖金", "宝鸡得了提名奖补助多少"]
)
def test_the_lesser_award_is_answered_first(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).body.startswith("提名奖没有写补助")


def test_how_long_an_award_lasts_is_not_how_one_applies_again(assistant: Assistant) -> None:
    assert assistant.ask("拿到兰州提名奖有效期几年").body.startswith("兰州市政府质量奖有效期为5年")


@pytest.mark.parametrize(
    "question",
    [
        "我是开火锅店的能报重庆市市长质量管理奖不",
        "我是开饭馆的老板，能报阳泉的吗",
        "我是办厂的，成立3年，能报兰州的奖吗",
    ],
)
def test_who_runs_a_shop_is_no_manager(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert "申报主体：个人" not in answer.body and "管理人员" not in answer.body


def test_a_question_that_settles_others_says_which(assistant: Assistant) -> None:
    body = assistant.ask("我们厂在兰州，2015年成立，能报兰州的奖吗").body
    assert "第一次申报本奖吗？（问这个，是为了确认是否因虚假申报被认定过" in body

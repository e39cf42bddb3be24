"""A message that asks for work on the material handed over leads to the page that does it, not to a policy answer."""

import pytest
from streamlit.testing.v1 import AppTest

from assistant.ui import session
from assistant.ui.components.chat_wish import asks_of_case, asks_of_others, wish_in
from tests.ui.materials import COMPANY
from tests.ui.test_chat import ask, case_of, labels

WISHES = [
    ("请按这个附件拟一份汇总表", "drafting"),
    ("根据材料帮我们写简况和一句话特色", "drafting"),
    ("能给我生成一个质量工作特色吗？", "drafting"),
    ("拿这份总结对标一下", "mapping"),
    ("请把这些做法归到各个维度", "mapping"),
    ("帮忙看看我们够不够条件", "eligibility"),
    ("核对一下能否申报", "eligibility"),
]
QUESTIONS = [
    "汇总表要填哪几栏？",
    "简况怎么写？",
    "一句话特色不超过多少字",
    "申报材料由谁起草？",
    "评审维度有哪些？",
    "看看能不能报宝鸡市质量奖",
    "我们能报哪些奖？",
]


FITS = [
    "能报吗",
    "这家能报宝鸡吗",
    "够不够条件",
    "看看条件",
    "还差什么条件",
    "核对一下",
    "能评上吗",
    "这家公司能评奖吗",
]
OTHER_ASKS = [
    "帮我核对一下材料里的数字",
    "看看条件里对员工人数有没有要求",
    "这份材料够不够300字",
    "核对一下公示名单",
    "可以评价一下吗",
    "缺什么材料",
]


@pytest.mark.parametrize("text", FITS)
def test_words_with_a_file_may_ask_whether_its_applicant_fits(text: str) -> None:
    assert asks_of_case(text)


@pytest.mark.parametrize("text", OTHER_ASKS)
def test_other_words_with_a_file_ask_of_no_case(text: str) -> None:
    assert not asks_of_case(text)


def test_an_award_left_aside_is_not_the_one_asked_for() -> None:
    assert asks_of_others("兰州不能报的话还能报哪个") and not asks_of_others("兰州还能报吗")


STYLES = ["再短一点", "一句话特色再短一点", "简况突出创新", "润色一下", "换个说法", "更正式一些", "能不能再精炼些"]
BARE = ["帮我起草", "请帮忙起草一下吧", "写出来", "帮我们写一份", "那就生成吧", "出一稿看看"]
NO_STYLES = ["评审更看重创新吗", "材料要突出什么", "怎么突出创新", "一句话特色要更具体是什么要求", "谢谢"]


@pytest.mark.parametrize("text", [*STYLES, *BARE])
def test_with_material_in_hand_a_draft_is_wished_for_by_its_style(text: str) -> None:
    assert wish_in(text, held=True) == "drafting"


@pytest.mark.parametrize("text", NO_STYLES)
def test_a_question_on_style_is_no_wish(text: str) -> None:
    assert wish_in(text, held=True) == ""


@pytest.mark.parametrize("text", ["再短一点", "换个说法", "帮我写一首情诗", "帮我写一个请假条", "润色一下"])
def test_without_material_a_style_or_another_text_is_no_wish(text: str) -> None:
    assert wish_in(text) == ""


@pytest.mark.parametrize(("text", "page"), WISHES)
def test_a_wish_names_its_page(text: str, page: str) -> None:
    assert wish_in(text) == page


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_on_the_notices_is_no_wish(text: str) -> None:
    assert wish_in(text) == ""


@pytest.mark.parametrize(("text", "page"), [WISHES[0], WISHES[3], WISHES[5]])
def test_a_wish_after_the_material_offers_to_begin(chat: AppTest, text: str, page: str) -> None:
    ask(chat, COMPANY + "长期坚持。" * 250)
    ask(chat, text)
    stored = session.store().load(case_of(chat)).content["conversation"][-1]
    assert stored["wish"] == page
    assert not stored.get("citations")
    (button,) = [one for one in chat.button if one.label.startswith("用这份材料")]
    assert button.key == f"m3-{case_of(chat)}-{page}"


def test_a_wish_without_material_says_what_is_needed(chat: AppTest) -> None:
    ask(chat, "请帮我起草汇总表")
    assert "先要有申报主体的材料" in session.store().load(case_of(chat)).content["conversation"][-1]["body"]
    assert "去汇总表起草" in labels(chat)


LONG = COMPANY + "长期坚持。" * 250


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("看看我们够不够条件？", ["宝鸡市质量奖", "重庆市市长质量管理奖"]),
        ("根据附件看看能报宝鸡市质量奖吗？", ["宝鸡市质量奖（含提名奖）："]),
        ("帮我看看这家企业行不行？", ["宝鸡市质量奖"]),
    ],
)
def test_whether_the_applicant_of_a_file_may_apply_is_checked_at_once(
    chat: AppTest, asked: str, told: list[str]
) -> None:
    ask(chat, LONG + asked)
    stored = session.store().load(case_of(chat)).content["conversation"][-1]
    assert stored["facts"]["registered_city"] == "宝鸡市"
    assert all(one in stored["body"] for one in told)


def test_a_line_asked_for_with_a_file_is_drafted_from_it(chat: AppTest) -> None:
    ask(chat, LONG + "能帮我写一句话吗？")
    body = session.store().load(case_of(chat)).content["conversation"][-1]["body"]
    assert body.startswith("一句话特色（") and "三色工票" in body
    assert "简况（" not in body


def test_what_stands_in_a_file_is_told_from_it_and_not_from_a_notice(chat: AppTest) -> None:
    ask(chat, LONG + "这家企业成立几年了？")
    stored = session.store().load(case_of(chat)).content["conversation"][-1]
    assert "2008" in stored["body"] and not stored.get("citations")


def test_the_self_check_begins_with_what_was_told_in_the_chat(chat: AppTest) -> None:
    ask(chat, "我们是宝鸡一家做机床的有限公司，2010年3月在宝鸡注册成立，能报宝鸡市质量奖吗？")
    next(one for one in chat.button if one.label == "带着这些情况去资格自查").click().run()
    proposed = session.store().load(case_of(chat)).content["eligibility"]["proposed"]
    assert proposed["registered_city"]["value"] == "宝鸡市"
    assert proposed["registered_city"]["quote"] in "我们是宝鸡一家做机床的有限公司，2010年3月在宝鸡注册成立"
